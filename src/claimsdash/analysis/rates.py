"""Rates that follow from two figures of a running total, and from one figure and the start of its window."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from claimsdash.analysis.comparability import FIELD_WORDS
from claimsdash.analysis.display import mark_ids
from claimsdash.analysis.statement import Days, Statement, statements, unlike
from claimsdash.domain.bounds import Bounds

DAYS_IN: dict[str, float] = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
"""Days of the lengths for which a rate is given; a month is a twelfth of a year, as in units.txt."""

COLUMNS = {
    "kind": "str", "claim_id": "str", "before": "str", "claimant": "str", "claimant_name": "str", "base_unit": "str",
    "modality": "str", "start_first": "datetime64[s]", "start_last": "datetime64[s]", "end_first": "datetime64[s]",
    "end_last": "datetime64[s]", "days_low": "float64", "days_high": "float64", "growth_low": "float64",
    "growth_high": "float64", "rate_low": "float64", "rate_high": "float64", "refused": "str", "mark_id": "int32",
    "n_claims": "int64", "n_reports": "int64",
}  # fmt: skip  # several to a line
"""Column to type of a table of rates."""

_AHEAD = ("planned", "forecast", "denied")
BETWEEN, FROM_START = "between", "from start"

_NUMBERS = ("days_low", "days_high", "growth_low", "growth_high", "rate_low", "rate_high")


@dataclass(frozen=True)
class Rate:
    """So much a day, in base units, from a day of `start` to a day of `end`."""

    per_day: Bounds
    growth: Bounds
    start: Days
    end: Days


@dataclass(frozen=True)
class NoRate:
    """Why no rate follows."""

    why: str


def rate_between(before: Statement, after: Statement) -> Rate | NoRate:
    """Return the rate between two claims of one running total, the earlier first.

    The total has grown by [max(0, low after - high before), high after - low before], in as many days as lie between
    the two dates at least and at most: growth over days, end by end. Where the dates overlap the growth may have taken
    no time: the rate is open upwards. A missing low end of a count is zero.
    """
    if fields := unlike(before, after):
        return NoRate(f"The two are not alike in {', '.join(FIELD_WORDS[field] for field in fields)}.")
    if why := _no_total(after):
        return NoRate(why)
    if after.supersedes == before.claim_id:
        return NoRate("The later figure takes the place of the earlier: the difference is a correction, not growth.")
    if before.bounds is None or after.bounds is None:
        return NoRate("One of the two has no number.")
    growth = _grown(before.bounds, after.bounds)
    if growth is None:
        return NoRate("The total falls, and it can only grow: the two are at odds.")
    if growth.low == 0 and growth.high is None:
        return NoRate("No rate follows: both ends are open. Two lower bounds leave any growth possible.")
    return _over_time(growth, before.as_of, after.as_of)


def rate_from_start(said: Statement) -> Rate | NoRate:
    """Return the rate from the start of the window, where the count was zero, to the date of the figure."""
    if why := _no_total(said):
        return NoRate(why)
    if said.bounds is None:
        return NoRate("It has no number.")
    if not said.since.known:
        return NoRate("The start of its window is not stated.")
    grown = Bounds(max(0.0, said.bounds.low or 0.0), said.bounds.high)
    if grown.low == 0 and grown.high is None:
        return NoRate("No rate follows: both ends are open.")
    return _over_time(grown, said.since, said.as_of)


def implied_rates(claims: pd.DataFrame) -> pd.DataFrame:
    """Derive the rates between successive claims of each claimant, and from the start of each claim's window.

    Takes a table of claims of one topic (one row each; n_reports where known). Returns the columns of COLUMNS: for each
    claim a row of kind `between`, to the claimant's last claim before it that is alike, and one of kind `from start`
    where a start is stated. NaN is an open end; `refused` says why there is no rate, "" where there is one. The first
    claim of a claimant has no row `between`. mark_id is that of the later claim. Empty stays empty.
    """
    rows = [row for said in _by_claimant(claims) for row in _rows(said)]
    table = pd.DataFrame(rows, columns=[name for name in COLUMNS if name != "mark_id"])
    ids = dict(zip(claims["claim_id"], mark_ids(claims["report_id"]), strict=True))
    return table.assign(mark_id=[ids[key] for key in table["claim_id"]])[list(COLUMNS)].astype(COLUMNS)


def per(rates: pd.DataFrame, length: str) -> pd.DataFrame:
    """Give rates by the `length` of DAYS_IN instead of by the day."""
    return rates.assign(**{end: rates[end] * DAYS_IN[length] for end in ("rate_low", "rate_high")})


def _no_total(said: Statement) -> str:
    """Say why a figure is no running total of what was, "" where it is one."""
    if not said.can_only_grow:
        return f"Only running totals grow at a rate: this is a {said.basis or 'figure of unknown kind'}."
    return f"Only what was grows at a rate: this is {said.modality}." if said.modality in _AHEAD else ""


def _grown(before: Bounds, after: Bounds) -> Bounds | None:
    """Return by how much a total grew; None where it fell for certain."""
    growth = Bounds(after.low or 0.0, after.high) - Bounds(before.low or 0.0, before.high)
    if after.is_disjoint(before) and growth.high is not None and growth.high < 0:
        return None
    return Bounds(max(0.0, growth.low or 0.0), None if growth.high is None else max(0.0, growth.high))


def _over_time(growth: Bounds, start: Days, end: Days) -> Rate | NoRate:
    if start.first is None or start.last is None or end.first is None or end.last is None:
        return NoRate("One of the two dates is not known.")
    if end.last <= start.first:
        return NoRate("Both are of one day: there is no time between them.")
    least, most = _days_apart(start, end)
    per_day = growth / Bounds(least, most)
    if not per_day.low and per_day.high is None:
        return NoRate("No rate follows: the dates overlap, and no least growth is sure.")
    return Rate(per_day, growth, start, end)


def _by_claimant(claims: pd.DataFrame) -> Iterator[list[Statement]]:
    ordered = claims.sort_values(["claimant", "as_of_end", "as_of_start", "report_id"], kind="stable")
    for _, group in ordered.groupby("claimant", sort=True):
        yield statements(group)


def _rows(said: list[Statement]) -> Iterator[tuple[object, ...]]:
    for place, after in enumerate(said):
        earlier = [before for before in reversed(said[:place]) if before.bounds is not None]
        if earlier and after.bounds is not None:
            before = _last_alike(earlier, after)
            yield _row(BETWEEN, before, after, rate_between(before, after))
        if after.since.known and after.bounds is not None:
            yield _row(FROM_START, None, after, rate_from_start(after))


def _last_alike(earlier: list[Statement], after: Statement) -> Statement:
    """Return the newest earlier claim that is alike, else the newest that differs in the fewest fields."""
    best = min(range(len(earlier)), key=lambda place: (len(unlike(earlier[place], after)), place))
    return earlier[best]


def _row(kind: str, before: Statement | None, after: Statement, found: Rate | NoRate) -> tuple[object, ...]:
    claims = [after] if before is None else [before, after]
    start = after.since if before is None else before.as_of
    keys = kind, after.claim_id, "" if before is None else before.claim_id, after.claimant, after.name
    days = start.first, start.last, after.as_of.first, after.as_of.last
    numbers = [math.nan] * len(_NUMBERS) if isinstance(found, NoRate) else _numbers(found)
    refused = found.why if isinstance(found, NoRate) else ""
    counts = len(claims), sum(claim.n_reports for claim in claims)
    return *keys, after.unit, after.modality, *days, *numbers, refused, *counts


def _numbers(rate: Rate) -> list[float]:
    least, most = _days_apart(rate.start, rate.end)
    ends = (rate.growth.low, rate.growth.high, rate.per_day.low, rate.per_day.high)
    return [least, most, *(math.nan if end is None else end for end in ends)]


def _days_apart(start: Days, end: Days) -> tuple[float, float]:
    first, last = start.first or date.min, start.last or date.min
    end_first, end_last = end.first or date.max, end.last or date.max
    return float(max(0, (end_first - last).days)), float((end_last - first).days)
