"""How the reports of one claim differ from the one that speaks for it: what relays drop, round, move or swap."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pandas as pd

from claimsdash.analysis.origins import origins_first
from claimsdash.analysis.rounding import is_rounding

STALE_AFTER = timedelta(days=60)
"""A relay that prints a figure this long after its first report presents an old number as news."""

Report = Mapping[Any, Any]

ATTRIBUTE_OF = {
    "bound dropped": "bound",
    "bound added": "bound",
    "bound flipped": "bound",
    "hedge dropped": "bound",
    "hedge added": "bound",
    "rounded": "value",
    "number changed": "value",
    "either/or dropped": "either_or",
    "either/or added": "either_or",
    "condition dropped": "sense",
    "modality changed": "sense",
    "window moved": "window",
    "date moved": "window",
    "item changed": "item",
    "category swapped": "item",
    "claimant changed": "claimant",
    "stale": "reported",
}
"""What changed, in words, to the attribute that it is a change of."""

_BOUNDED = {"lower_bound", "upper_bound"}
_FIRM = {"exact"}


def differences(report: Report, origin: Report) -> list[str]:
    """Name what changed in a relay, against the report that speaks for the claim.

    Both are rows of a claims table. Returns words in a fixed order, none for a faithful relay: bound dropped, bound
    added, bound flipped, hedge dropped, hedge added, rounded, number changed, either/or dropped, either/or added,
    condition dropped, modality changed, category swapped (another dimension: dead to casualties), window moved, date
    moved, item changed, claimant changed, stale.
    """
    return [word for find in _FINDERS if (word := find(report, origin)) is not None]


def drift_of(reports: pd.DataFrame) -> pd.DataFrame:
    """List the reports of one claim in order of publication, each with how it differs.

    Takes a claims table with the reports of one claim. Returns its columns and speaks: bool (this report stands for
    the claim), differs: str (words with commas between; empty for none).
    """
    if reports.empty:
        return reports.assign(speaks=pd.Series(dtype="bool"), differs=pd.Series(dtype="str"))
    ordered = origins_first(reports)
    origin = ordered.iloc[0].to_dict()
    listed = ordered.sort_values("reported_start", na_position="last", kind="stable")
    differs = [", ".join(differences(row, origin)) for row in listed.to_dict("records")]
    return listed.assign(speaks=listed["report_id"].eq(origin["report_id"]), differs=differs).reset_index(drop=True)


def _same(left: Any, right: Any) -> bool:
    return bool((pd.isna(left) and pd.isna(right)) or left == right)


def _bound(report: Report, origin: Report) -> str | None:
    was, now = origin["qualifier"], report["qualifier"]
    if was == now:
        return None
    if was in _BOUNDED and now in _BOUNDED:
        return "bound flipped"
    if was in _BOUNDED:
        return "bound dropped"
    if now in _BOUNDED:
        return "bound added"
    if now in _FIRM:
        return "hedge dropped"
    return "hedge added" if was in _FIRM else None


def _number(report: Report, origin: Report) -> str | None:
    was, now = origin["base_at"], report["base_at"]
    if pd.isna(was) or pd.isna(now) or _same(was, now) or not _same(report["base_unit"], origin["base_unit"]):
        return None
    return "rounded" if is_rounding(float(now), float(was)) else "number changed"


def _either_or(report: Report, origin: Report) -> str | None:
    was, now = (pd.notna(row["alternative_of"]) for row in (origin, report))
    if was == now:
        return None
    return "either/or dropped" if was else "either/or added"


def _condition(report: Report, origin: Report) -> str | None:
    if _same(report["modality"], origin["modality"]):
        return None
    conditional = {"capacity", "planned", "forecast"}
    dropped = origin["modality"] in conditional and report["modality"] == "asserted"
    return "condition dropped" if dropped else "modality changed"


def _changed(column: str, word: str) -> Callable[[Report, Report], str | None]:
    def find(report: Report, origin: Report) -> str | None:
        return None if _same(report[column], origin[column]) else word

    return find


def _stale(report: Report, origin: Report) -> str | None:
    first, now = origin["reported_end"], report["reported_start"]
    if pd.isna(first) or pd.isna(now):
        return None
    return "stale" if now - first > STALE_AFTER else None


_FINDERS: tuple[Callable[[Report, Report], str | None], ...] = (
    _bound,
    _number,
    _either_or,
    _condition,
    _changed("base_unit", "category swapped"),
    _changed("since", "window moved"),
    _changed("as_of", "date moved"),
    _changed("scope", "item changed"),
    _changed("claimant", "claimant changed"),
    _stale,
)
