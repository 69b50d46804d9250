"""From the rows of a table of claims to reports, each with its interval or the reason why it is not pooled."""

import math

import pandas as pd

from claimsdash.analysis.consensus.intervals import NotPooledError, read_interval
from claimsdash.analysis.consensus.origins import Report
from claimsdash.analysis.consensus.periods import read_days
from claimsdash.domain.errors import ClaimsdashError

NEEDED = ("id", "claimant", "as_of", "kind")
OPTIONAL = ("reported_on", "relay_of", "low", "best", "high")
NO_DATE = 10_000_000
"""Sorts after every day."""


def read_reports(claims: pd.DataFrame, *, share: bool) -> list[Report]:
    """Return the rows as reports; what cannot be pooled carries its reason.

    Takes id, claimant, as_of, kind and, where known, reported_on, relay_of, low, best, high; texts or numbers.
    Raises ClaimsdashError where a needed column is missing.
    """
    missing = [name for name in NEEDED if name not in claims]
    if missing:
        raise ClaimsdashError(
            f"The claims lack {', '.join(missing)}: a table needs {', '.join(NEEDED)} and low, best or high."
        )
    columns = [_cells(claims, name) for name in (*NEEDED, *OPTIONAL)]
    return [_read_report(cells, share=share) for cells in zip(*columns, strict=True)]


def _cells(claims: pd.DataFrame, name: str) -> list[object]:
    """Return the cells of a column, None where blank or where there is no such column."""
    if name not in claims:
        return [None] * len(claims)
    column = claims[name].astype(object)
    return column.where(column.notna(), None).tolist()


def _read_report(cells: tuple[object, ...], *, share: bool) -> Report:
    key, claimant, as_of, kind, reported_on, relay_of, low, best, high = cells
    start = end = NO_DATE
    interval, reason, inferred = None, "", False
    published = _published(reported_on)
    try:
        about = read_days(as_of)
        inferred = about is None
        start, end = about or published or _undated()
        if not _text(claimant):
            raise NotPooledError("nobody is named as its claimant")
        interval = read_interval(_text(kind).lower(), (_number(low), _number(best), _number(high)), share=share)
    except NotPooledError as error:
        reason = str(error)
    reported = published[0] if published else NO_DATE
    return Report(_text(key), _text(claimant), _text(relay_of), start, end, reported, interval, reason, inferred)


def _published(reported_on: object) -> tuple[int, int] | None:
    """Return the days of publication; a date that is none only orders relays, so it does not stop the claim."""
    try:
        return read_days(reported_on)
    except NotPooledError:
        return None


def _undated() -> tuple[int, int]:
    raise NotPooledError("it has neither an as-of date nor a report date")


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _number(cell: object) -> float:
    text = _text(cell)
    try:
        return float(text) if text else math.nan
    except ValueError as error:
        raise NotPooledError(f"{text!r} is no number") from error
