"""Claims in words: what charts, cards and lists call a figure."""

import re

import pandas as pd

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.unit_words import say_unit
from claimsdash.domain.wording import Figure, say_figure

_MAGNITUDES = re.compile(r"\b(tens|dozens|scores|hundreds|thousands|millions|billions|trillions)$")
_SAID = ["qualifier", "low", "best", "high", "unit"]


def say_claims(claims: pd.DataFrame) -> pd.Series:
    """Say each figure with its qualifier and unit, such as "more than 3 million shells"; equal figures are said once.

    Takes a claims table; returns text, row for row.
    """
    distinct = claims[_SAID].drop_duplicates()
    said = [_say(*row) for row in distinct.itertuples(index=False)]
    return (
        claims[_SAID].merge(distinct.assign(say=said), on=_SAID, how="left")["say"].set_axis(claims.index).astype("str")
    )


def _say(qualifier: str, low: float, best: float, high: float, unit: str) -> str:
    kind = Qualifier(qualifier)
    ends = [None if pd.isna(end) else float(end) for end in (low, best, high)]
    if kind is Qualifier.NONE:
        return "no figure"
    figure = Figure(kind, *_plotted(kind, *ends), "", ())
    words = say_figure(figure)
    link = " of " if kind is Qualifier.VAGUE and _MAGNITUDES.search(words) else " "
    one = kind is Qualifier.EXACT and best == 1
    return f"{words}{link}{say_unit(unit, many=not one)}".strip()


def _plotted(
    kind: Qualifier, low: float | None, best: float | None, high: float | None
) -> tuple[float | None, float | None, float | None]:
    """Fill in what a figure of that kind carries beside the stated numbers: only to be said, never to be drawn."""
    if kind is Qualifier.LOWER_BOUND:
        return low, low, None
    if kind is Qualifier.UPPER_BOUND:
        return 0.0, high, high
    if kind is Qualifier.RANGE and low is not None and high is not None:
        return low, (low + high) / 2, high
    return low, low if best is None else best, high
