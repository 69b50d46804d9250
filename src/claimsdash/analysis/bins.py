"""Claims pooled by time where they are too many to be drawn one by one: when, how coarsely, and on which axis."""

from datetime import date

import pandas as pd

from claimsdash.analysis.display import Axis

MOST_MARKS = 5_000
"""Above so many claims a chart shows bins: one mark each would hide the others, and take seconds to draw."""

MOST_BINS = 120
"""At most so many bins side by side, each some 6 pixels wide on a plot of 700."""

_DAYS = {"day": 1, "week": 7, "month": 30.4, "quarter": 91.3}


def is_crowded(n_claims: int) -> bool:
    """Say whether there are too many claims to draw each of them.

    >>> is_crowded(5_000), is_crowded(5_001)
    (False, True)
    """
    return n_claims > MOST_MARKS


def grain_between(first: date | None, last: date | None) -> str:
    """Return the finest grain that gives at most MOST_BINS bins: day, week, month, quarter or year.

    Without both days it is the month.

    >>> grain_between(date(2024, 1, 1), date(2024, 3, 1)), grain_between(date(1900, 1, 1), date(2024, 1, 1))
    ('day', 'year')
    """
    if first is None or last is None:
        return "month"
    days = (last - first).days + 1
    return next((grain for grain, length in _DAYS.items() if days / length <= MOST_BINS), "year")


def place_bins(bins: pd.DataFrame, axis: Axis) -> tuple[pd.DataFrame, int]:
    """Put bins on an axis; return them, and how many claims the chart cannot hold.

    Takes bin: datetime; claimant, base_unit: str; low, best, high: float in base units, NaN where none is stated;
    n_claims, n_open, n_none: int. Returns the bins of the axis's dimension with a day, with y_low, y_best, y_high in
    the unit of the axis.
    """
    fits = bins["base_unit"].eq(axis.base_unit) & bins["bin"].notna()
    step = 1 / (axis.factor * axis.scale)
    ends = {f"y_{end}": bins[end] * step for end in ("low", "best", "high")}
    return bins.assign(**ends)[fits].reset_index(drop=True), int(bins.loc[~fits, "n_claims"].sum())
