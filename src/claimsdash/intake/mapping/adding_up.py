"""Columns of which one is the running total of another, by their numbers: each step of the one is the other."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

_LEAST_STEPS = 2
_MOST_COLUMNS = 20


def running_totals(cells: pd.DataFrame, series: pd.Series) -> dict[str, str]:
    """Return the columns whose whole numbers run up by those of another column, with that column's name.

    `cells` are texts, rows in the order of their dates; `series` says which rows belong to one series.
    """
    whole = [str(name) for name in cells if cells[name].str.fullmatch(r"\s*[0-9]{1,15}\s*").all()][:_MOST_COLUMNS]
    numbers = {name: cells[name].astype("int64") for name in whole}
    groups = list(numbers[whole[0]].groupby(series, sort=False).groups.values()) if whole else []
    return {
        total: step
        for total in whole
        for step in whole
        if total != step and _runs_up(numbers[total], numbers[step], groups)
    }


def _runs_up(total: pd.Series, step: pd.Series, groups: Sequence[pd.Index]) -> bool:
    """Return whether it does in every series, forwards or backwards, with enough steps that are not zero."""
    seen = 0
    for rows in groups:
        totals, steps = total[rows].tolist(), step[rows].tolist()
        if totals[0] > totals[-1]:
            totals, steps = totals[::-1], steps[::-1]
        if any(after - before != by for (before, after), by in zip(pairwise(totals), steps[1:], strict=True)):
            return False
        seen += sum(by > 0 for by in steps[1:])
    return seen >= _LEAST_STEPS
