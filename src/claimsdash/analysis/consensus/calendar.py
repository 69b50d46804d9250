"""Days as ordinals (as `date.toordinal` counts them) and as the dates of a table."""

import numpy as np
import pandas as pd

from claimsdash.analysis.consensus.student import IntArray

MOST_ROWS = 3_660
"""Ten years of days; longer spans are given at that many days, evenly spread."""
ORDINAL_OF_1970 = 719_163


def days_between(first: float, last: float) -> IntArray:
    """Return the days from the first to the last, neither before the one nor after the other.

    >>> days_between(10.5, 13.0).tolist()
    [11, 12, 13]
    """
    start, end = int(np.ceil(first)), max(int(np.floor(last)), int(np.floor(first)))
    if end < start:
        return np.array([end])
    return np.unique(np.linspace(start, end, min(end - start + 1, MOST_ROWS)).round().astype(int))


def to_dates(days: IntArray) -> pd.Series:
    """Return the days as a column of dates."""
    return pd.Series((days - ORDINAL_OF_1970).astype("datetime64[D]").astype("datetime64[s]"))
