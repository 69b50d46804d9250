"""A claim as plain values, to be set beside another: its bounds, its windows, and what must be alike to compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from claimsdash.domain.bounds import Bounds

NEAR_DAYS = 31
"""Days by which two windows may miss each other and still count as one: about a month, the grain of most reports."""

_WINDOWED = ("cumulative", "flow")
_LIKE = ("topic", "scope", "basis", "modality", "unit")


@dataclass(frozen=True)
class Days:
    """From the first day to the last, both included; None is unknown or open."""

    first: date | None
    last: date | None

    @property
    def known(self) -> bool:
        """Whether both ends are there."""
        return self.first is not None and self.last is not None

    def gap(self, other: "Days") -> int | None:
        """Return the days between two stretches, 0 where they overlap; None where an end is not known.

        >>> Days(date(2024, 2, 1), date(2024, 2, 29)).gap(Days(date(2024, 3, 2), date(2024, 3, 3)))
        2
        """
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


@dataclass(frozen=True)
class Statement:
    """One claim; `bounds` are in base units, None where it gives no number, and `unit` is the base unit."""

    report_id: str
    claim_id: str
    claimant: str
    name: str
    topic: str
    scope: str
    basis: str
    modality: str
    qualifier: str
    unit: str
    bounds: Bounds | None
    since: Days
    as_of: Days
    reported: Days
    supersedes: str = ""
    n_reports: int = 1

    @property
    def can_only_grow(self) -> bool:
        """Whether it is a running total."""
        return self.basis == "cumulative"


def statements(claims: pd.DataFrame) -> list[Statement]:
    """Turn the rows of a claims table, with or without n_reports, into statements, in their order."""
    return [statement(row) for row in claims.to_dict("records")]


def statement(row: Mapping[Any, Any]) -> Statement:
    """Turn one row of a claims table into a statement."""
    return Statement(
        **{name: text_of(row[name]) for name in ("report_id", "claim_id", "claimant", "topic", "scope", "basis")},
        **{name: text_of(row[name]) for name in ("modality", "qualifier", "supersedes")},
        name=text_of(row["claimant_name"]) or text_of(row["claimant"]),
        unit=text_of(row["base_unit"]),
        bounds=bounds_of(row),
        since=_days(row, "since"),
        as_of=_days(row, "as_of"),
        reported=_days(row, "reported"),
        n_reports=int(row.get("n_reports", 1)),
    )


def bounds_of(row: Mapping[Any, Any]) -> Bounds | None:
    """Return what a row commits its author to, in base units; None where it has no number or its ends are crossed."""
    low, high = (float(row[name]) for name in ("base_low", "base_high"))
    if (pd.isna(low) and pd.isna(high)) or low > high:
        return None
    return Bounds.stated(low, high)


def unlike(one: Statement, other: Statement) -> tuple[str, ...]:
    """Name the fields in which two claims are about different things: topic, scope, basis, modality, unit, since.

    Starts of windows count for totals and flows only, see `starts_differ`.
    """
    names = [name for name in _LIKE if getattr(one, name) != getattr(other, name)]
    return tuple([*names, "since"] if starts_differ(one, other) else names)


def starts_differ(one: Statement, other: Statement) -> bool:
    """Tell whether two totals are counted from different starts.

    Stated starts are the same if both their ends lie within NEAR_DAYS. Where only one states a start they differ,
    unless both claims are of one claimant, who is taken to go on counting.
    """
    if not {one.basis, other.basis} & set(_WINDOWED):
        return False
    one_start, other_start = one.since, other.since
    if not (one_start.known and other_start.known):
        return one.claimant != other.claimant and one_start.known != other_start.known
    return _apart(one_start.first, other_start.first) or _apart(one_start.last, other_start.last)


def widest_windows(claims: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Give each claim the widest reading of its start: from the earliest that a report of it prints to the latest.

    Relays often disagree about since when a total counts; then its start is no better known than that. Takes claims
    and reports, claims tables both; returns the claims.
    """
    stated = reports[reports["since_start"].notna() & reports["since_end"].notna()]
    grouped = stated.groupby("claim_id")
    first, last = (
        ends.reindex(claims["claim_id"]).to_numpy("datetime64[s]")
        for ends in (grouped["since_start"].min(), grouped["since_end"].max())
    )
    return claims.assign(since_start=first, since_end=last)


def _apart(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) > NEAR_DAYS


def _days(row: Mapping[Any, Any], name: str) -> Days:
    first, last = (row[f"{name}_{end}"] for end in ("start", "end"))
    return Days(*(None if pd.isna(day) else pd.Timestamp(day).date() for day in (first, last)))


def text_of(value: Any) -> str:
    """Return a cell as text, "" where it is missing."""
    return "" if pd.isna(value) else str(value)
