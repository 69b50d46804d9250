"""From the reports that a view selects to the marks that its charts and its table show."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.derived import derive
from claimsdash.analysis.display import READING_ORDER, Axis, place
from claimsdash.analysis.origins import every_report, renditions_of
from claimsdash.analysis.saying import say_claims
from claimsdash.domain.units import Units


@dataclass(frozen=True)
class Look:
    """What a view shows.

    `marks` is a claims table with y_low, y_best, y_high, y_at, mark_id, n_reports, n_outlets, is_relay, derived,
    parent_mark, say; `elsewhere` are the selected claims that the axis cannot hold, with n_reports. `n_boundless`
    counts the claims of which an assumption leaves no bound at all, such as a lower bound times an upper one.
    """

    marks: pd.DataFrame
    elsewhere: pd.DataFrame
    n_claims: int
    n_reports: int
    n_claimants: int
    n_boundless: int = 0

    @property
    def counted(self) -> str:
        """Say how much is shown: always claims from reports.

        >>> Look(pd.DataFrame(), pd.DataFrame(), 1, 9, 1).counted
        '1 claim from 9 reports, by 1 claimant'
        """
        return _say(self.n_claims, self.n_reports, self.n_claimants)


def say_counts(reports: pd.DataFrame) -> str:
    """Say how much a claims table holds: always claims from reports."""
    return _say(reports["claim_id"].nunique(), len(reports), reports["claimant"].nunique())


def _say(n_claims: int, n_reports: int, n_claimants: int) -> str:
    claims, reports, claimants = (
        f"{n:,} {word}{'' if n == 1 else 's'}"
        for n, word in ((n_claims, "claim"), (n_reports, "report"), (n_claimants, "claimant"))
    )
    return f"{claims} from {reports}, by {claimants}"


def look_at(reports: pd.DataFrame, choice: AxisChoice, *, every: bool, units: Units) -> Look:
    """Collapse reports to marks on the chosen axis; with `every`, each report is a mark."""
    rows = every_report(reports) if every else renditions_of(reports)
    boundless = 0
    if choice.assumption is None:
        rows = rows.assign(derived=False)
    else:
        derived = derive(rows, choice.assumption, units, to=choice.axis.unit)
        rows = derived[derived["qualifier"].ne("none")]
        boundless = len(set(derived["claim_id"]) - set(rows["claim_id"]))
    marks, elsewhere = place(rows, choice.axis)
    marks = marks.assign(parent_mark=-1, say=say_claims(marks))
    claims, claimants = (reports[name].nunique() for name in ("claim_id", "claimant"))
    return Look(marks, elsewhere, claims, len(reports), claimants, boundless)


def every_claim(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the claims of any topics in reading order, with their words, for a table: no axis could hold them all.

    Takes a claims table; returns its columns, n_reports, n_outlets, is_relay, derived (never) and say.
    """
    ordered = renditions_of(reports).sort_values(READING_ORDER, na_position="last", kind="stable")
    return ordered.assign(derived=False, say=say_claims(ordered)).reset_index(drop=True)


def marks_of(claims: pd.DataFrame, axis: Axis) -> pd.DataFrame:
    """Return the marks of claims, one each, on an axis; those that it cannot hold are left out.

    Takes a table of claims (one row each, with n_reports). Returns the columns of `Look.marks`, no mark being that of a
    relay or derived.
    """
    marks, _ = place(claims.assign(is_relay=False, derived=False), axis)
    return marks.assign(parent_mark=-1, say=say_claims(marks))


def claim_of_mark(marks: pd.DataFrame, mark_id: int) -> str | None:
    """Return the report_id of the evidence behind a mark: that of the parent for a derived one; None if not shown."""
    place = _first(marks["mark_id"].to_numpy() == mark_id)
    if place is None:
        return None
    return str(marks["derived_from" if marks["derived"].iat[place] else "report_id"].iat[place])


def mark_of_claim(marks: pd.DataFrame, key: str | None) -> int | None:
    """Return the mark to ring for an open card: that of the report, else the one that speaks for the claim."""
    if key is None or marks.empty:
        return None
    derived, is_relay = (marks[name].to_numpy(bool) for name in ("derived", "is_relay"))
    by_parent, by_report, by_claim = (marks[name].eq(key).to_numpy(bool, na_value=False) for name in _KEYS)
    place = _first((by_parent & derived) | (by_report & ~derived))
    place = _first(by_claim & ~is_relay) if place is None else place
    return None if place is None else int(marks["mark_id"].to_numpy()[place])


_KEYS = ("derived_from", "report_id", "claim_id")


def _first(found: "np.ndarray[Any, np.dtype[np.bool_]]") -> int | None:
    return int(found.argmax()) if found.any() else None
