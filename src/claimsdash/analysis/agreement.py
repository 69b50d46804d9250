"""How far claims agree: how many cover each value, the interval that most share, who dissents, and by how much."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from claimsdash.analysis.comparability import Verdict
from claimsdash.analysis.latest import Like, is_like
from claimsdash.analysis.statement import NEAR_DAYS, bounds_of
from claimsdash.domain.bounds import Bounds

FRESH_DAYS = 183
"""A claim stands for its claimant for half a year after the date that it refers to, then it is out of date."""

CURVE = {"low": "float64", "high": "float64", "n_claims": "int64"}
COURSE = {
    "on": "datetime64[s]", "n_claims": "int64", "n_reports": "int64", "n_sharing": "int64", "shared_low": "float64",
    "shared_high": "float64", "lowest": "float64", "highest": "float64", "ratio": "float64", "dissenters": "str",
}  # fmt: skip  # several to a line

_SINGLE = ("exact", "approximate")
_BOUND = ("lower_bound", "upper_bound")
_FIRMEST = ("exact", "approximate", "range", *_BOUND)
"""Qualifiers that state a number, the firmest first."""


@dataclass(frozen=True)
class Shared:
    """The smallest interval that the most claims share, in base units, and the names of those that lie outside."""

    bounds: Bounds
    n_sharing: int
    n_claims: int
    n_reports: int
    dissenters: tuple[str, ...]

    @property
    def by_most(self) -> bool:
        """Whether more than half of the claims share it."""
        return 2 * self.n_sharing > self.n_claims


@dataclass(frozen=True)
class Extremes:
    """The lowest and the highest stated number, in base units; NaN where none is stated.

    The qualifiers are those with which they are stated, "" where none is.
    """

    lowest: float
    highest: float
    lowest_qualifier: str = ""
    highest_qualifier: str = ""

    @property
    def ratio(self) -> float:
        """The highest over the lowest; NaN where one is missing or not above zero."""
        return self.highest / self.lowest if self.lowest > 0 and self.highest > 0 else math.nan


@dataclass(frozen=True)
class ConflictShare:
    """Of the pairs of claims of different claimants that can be compared, how many no number fits."""

    n_pairs: int
    n_conflicts: int
    greatest: float
    """The greatest conflict factor, NaN without a conflict."""

    @property
    def share(self) -> float:
        """Conflicts over pairs, NaN without a pair."""
        return self.n_conflicts / self.n_pairs if self.n_pairs else math.nan


def alike_claims(claims: pd.DataFrame, like: Like, *, modality: str = "asserted") -> pd.DataFrame:
    """Keep the claims that may be set beside each other: alike, of one modality, of normal status, with a number.

    Takes a table of claims of one topic; returns the same columns, in the same order.
    """
    is_normal = claims["status"].eq("normal") & claims["modality"].eq(modality)
    has_number = claims["base_low"].notna() | claims["base_high"].notna()
    crossed = claims["base_low"] > claims["base_high"]
    return claims[is_normal & has_number & ~crossed & is_like(claims, like)].reset_index(drop=True)


def standing_claims(claims: pd.DataFrame, *, on: date, fresh_days: int = FRESH_DAYS) -> pd.DataFrame:
    """Keep what each claimant last said by a date, unless it is out of date by then: one claim each.

    Takes alike claims. Returns the same columns, by claimant, and held_low, held_high: float, between which the claim
    puts the amount on that date, in base units, and as_floor: bool. A running total may have grown since: a claim on
    one that is more than NEAR_DAYS old holds as a floor, whatever it said. One that gives no floor then is left out.
    """
    day = pd.Timestamp(on)
    is_fresh = claims["as_of_end"].le(day) & claims["as_of_end"].ge(day - pd.Timedelta(days=fresh_days))
    newest = claims[is_fresh].sort_values(
        ["as_of_end", "reported_end", "report_id"], na_position="first", kind="stable"
    )
    last = newest.drop_duplicates("claimant", keep="last").sort_values("claimant")
    is_old = last["basis"].eq("cumulative") & last["as_of_end"].lt(day - pd.Timedelta(days=NEAR_DAYS))
    held = last.assign(held_low=last["base_low"], held_high=last["base_high"].mask(is_old), as_floor=is_old)
    return held[held["held_low"].notna() | held["held_high"].notna()].reset_index(drop=True)


def support_curve(claims: pd.DataFrame) -> pd.DataFrame:
    """Count for every value how many claims it fits.

    Takes alike claims, best one a claimant (`standing_claims`: then by what they hold on its date). Returns the pieces
    of the line from low to high: low, high: float in base units (infinite at an open end), n_claims: int. A piece with
    low = high is a single value that more claims fit than the values about it. Empty stays empty.
    """
    intervals = _intervals(claims)
    if not intervals:
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in CURVE.items()})
    ends = sorted({end for interval in intervals for end in interval})
    pieces: list[tuple[float, float, int]] = []
    for place, end in enumerate(ends):
        after = ends[place + 1] if place + 1 < len(ends) else math.inf
        here = _count(intervals, end, end)
        if math.isfinite(end) and here > max(_count(intervals, end, after), pieces[-1][2] if pieces else 0):
            pieces.append((end, end, here))
        if end < after:
            pieces.append((end, after, _count(intervals, end, after)))
    return pd.DataFrame(pieces, columns=list(CURVE)).astype(CURVE)


def shared_interval(claims: pd.DataFrame) -> Shared | None:
    """Find the smallest interval that the most claims share (Marzullo 1984), and who lies outside; None without claims.

    Of several with as many claims the narrowest is taken, then the lowest. Takes alike claims, with n_reports.
    """
    intervals = _intervals(claims)
    if not intervals:
        return None
    starts = sorted({low for low, _ in intervals})
    counts = {start: _count(intervals, start, start) for start in starts}
    most = max(counts.values())
    found = [
        (start, min(high for low, high in intervals if low <= start <= high))
        for start in starts
        if counts[start] == most
    ]
    low, high = min(found, key=lambda ends: (ends[1] - ends[0], ends[0]))
    outside = [not (one_low <= high and low <= one_high) for one_low, one_high in intervals]
    dissenters = tuple(sorted(claims.loc[outside, "claimant_name"].map(str)))
    n_reports = int(claims["n_reports"].sum()) if "n_reports" in claims else len(claims)
    return Shared(Bounds.stated(low, high), most, len(claims), n_reports, dissenters)


def extremes_of(claims: pd.DataFrame) -> Extremes:
    """Find the lowest and the highest number that is stated: a bound counts as printed, a rounding as its number."""
    low, high = (stated(claims, end).dropna() for end in ("low", "high"))
    if low.empty or high.empty:
        return Extremes(math.nan, math.nan)
    return Extremes(
        float(low.min()), float(high.max()), _firmest(claims, low, low.min()), _firmest(claims, high, high.max())
    )


def _firmest(claims: pd.DataFrame, numbers: pd.Series, number: float) -> str:
    """Return the firmest qualifier with which a number is stated."""
    qualifiers = claims.loc[numbers.index[numbers.eq(number)], "qualifier"]
    return str(min(qualifiers, key=_FIRMEST.index))


def stated(claims: pd.DataFrame, end: str) -> pd.Series:
    """Return the number that each claim states at its `end` (low, best or high), NaN where it states none.

    A single number is stated at every end, a bound at low and high, a vague word at none.
    """
    single, bound = claims["qualifier"].isin(_SINGLE), claims["qualifier"].isin(_BOUND)
    at_bound = claims["base_low"].where(claims["qualifier"].eq("lower_bound"), claims["base_high"])
    of_range = claims[f"base_{end}"].where(claims["qualifier"].eq("range"))
    if end != "best":
        of_range = of_range.where(~bound, at_bound)
    return of_range.where(~single, claims["base_best"])


def conflicts_among(pairs: pd.DataFrame) -> ConflictShare:
    """Count the pairs of claims of different claimants that are in conflict, of those that can be compared at all.

    Takes what `analysis.comparability.comparisons` returns: an open end never conflicts, and neither does a total that
    is higher on a later date.
    """
    counted = pairs[pairs["verdict"].isin([Verdict.CONFLICT.value, Verdict.AGREE.value])]
    at_odds = counted[counted["verdict"].eq(Verdict.CONFLICT.value)]
    return ConflictShare(len(counted), len(at_odds), float(at_odds["factor"].max()))


def spread_factor(residuals: pd.DataFrame) -> float:
    """Return by which factor two sources differ on average; NaN below three claimants.

    Takes claimant: str and residual: float, ln(figure) minus ln(the pooled level at its date) of each two-sided claim.
    It is exp of the mean distance between the mean residuals of two claimants.
    """
    means = residuals.groupby("claimant")["residual"].mean().to_numpy("float64")
    if len(means) < 3:
        return math.nan
    apart = np.abs(means[:, None] - means[None, :])
    return float(np.exp(apart.sum() / (len(means) * (len(means) - 1))))


def agreement_over_time(claims: pd.DataFrame, *, fresh_days: int = FRESH_DAYS) -> pd.DataFrame:
    """Say for each date that a claim refers to how far the claims that stood then agree.

    Takes alike claims, with n_reports. Returns the columns of COURSE, one row a date, in their order: shared_low and
    shared_high in base units (NaN where open), dissenters by name with commas between. Empty stays empty.
    """
    days = claims["as_of_end"].dropna().drop_duplicates().sort_values()
    rows = [_on(day, standing_claims(claims, on=day.date(), fresh_days=fresh_days)) for day in days]
    return pd.DataFrame(rows, columns=list(COURSE)).astype(COURSE)


def _on(day: pd.Timestamp, standing: pd.DataFrame) -> tuple[object, ...]:
    shared, extremes = shared_interval(standing), extremes_of(standing)
    if shared is None:
        return day, 0, 0, 0, math.nan, math.nan, math.nan, math.nan, math.nan, ""
    ends = (math.nan if end is None else end for end in (shared.bounds.low, shared.bounds.high))
    counts = shared.n_claims, shared.n_reports, shared.n_sharing
    return day, *counts, *ends, extremes.lowest, extremes.highest, extremes.ratio, ", ".join(shared.dissenters)


def _intervals(claims: pd.DataFrame) -> list[tuple[float, float]]:
    ends = ["held_low", "held_high"] if "held_low" in claims else ["base_low", "base_high"]
    found = [bounds_of({"base_low": low, "base_high": high}) for low, high in claims[ends].itertuples(index=False)]
    return [
        (-math.inf if one.low is None else one.low, math.inf if one.high is None else one.high) for one in found if one
    ]


def _count(intervals: Iterable[tuple[float, float]], low: float, high: float) -> int:
    """Count the intervals that hold all from low to high."""
    return sum(one_low <= low and high <= one_high for one_low, one_high in intervals)


def say_spread(factor: float) -> tuple[str, ...]:
    """Say by how much two sources differ on average; nothing where too few have a figure.

    >>> say_spread(1.4567), say_spread(float("nan"))
    (('Spread: two sources differ by a factor of 1.46 on average.',), ())
    """
    return (f"Spread: two sources differ by a factor of {factor:.3g} on average.",) if np.isfinite(factor) else ()
