"""Claims in words: what charts, cards and lists call a figure."""

import re
from typing import Any

import pandas as pd

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.unit_words import say_unit
from claimsdash.domain.wording import WordingError, read_wording, say_bounds

_MAGNITUDES = re.compile(r"\b(tens|dozens|scores|hundreds|thousands|millions|billions|trillions)$")
_INCLUDING = re.compile(r"(?:(?:about|some|at least|up to) )?\d[\d,.]*(?: (?:thousand|million|billion))?")
"""Common wordings that do not exclude the number itself, known without reading them."""
_BOUNDS = (Qualifier.LOWER_BOUND, Qualifier.UPPER_BOUND)
_SAID = ["qualifier", "low", "best", "high", "unit", "value_text"]


def say_claims(claims: pd.DataFrame) -> pd.Series:
    """Say each figure with its qualifier and unit, such as "more than 3 million shells"; equal figures are said once.

    Takes a claims table; returns text, row for row.
    """
    rows = list(zip(*(_cells(claims[name]) for name in _SAID), strict=True))
    said = {row: _say(*row) for row in set(rows)}
    return pd.Series([said[row] for row in rows], index=claims.index, dtype="str")


def _cells(column: pd.Series) -> list[Any]:
    """Return the cells, None for a missing one: unlike NaN it equals itself."""
    return [None if cell != cell else cell for cell in column.tolist()]


def say_counts(n_claims: int, n_reports: int) -> str:
    """Say on how much a number stands.

    >>> say_counts(1, 9)
    '1 claim from 9 reports'
    """
    claims = f"{n_claims:,} claim" if n_claims == 1 else f"{n_claims:,} claims"
    return f"{claims} from {n_reports:,} report" + ("" if n_reports == 1 else "s")


def _say(
    qualifier: str, low: float | None, best: float | None, high: float | None, unit: str, value_text: str | None
) -> str:
    kind = Qualifier(qualifier)
    if kind is Qualifier.NONE:
        return "no figure"
    words = say_bounds(kind, low, best, high)
    if kind in _BOUNDS and _is_strict(value_text, low if kind is Qualifier.LOWER_BOUND else high):
        words = words.replace("at least", "more than", 1).replace("up to", "under", 1)
    link = " of " if kind is Qualifier.VAGUE and _MAGNITUDES.search(words) else " "
    one = kind is not Qualifier.RANGE and words.split()[-1] == "1"
    return f"{words}{link}{say_unit(unit, many=not one)}".strip()


def _is_strict(value_text: str | None, number: float | None) -> bool:
    """Tell whether the wording excludes the number itself: more than 24, not at least 24."""
    if value_text is None or _INCLUDING.fullmatch(value_text):
        return False
    try:
        figure = read_wording(value_text)
    except WordingError:
        return False
    return figure.is_strict and figure.kind in _BOUNDS and figure.best == number
