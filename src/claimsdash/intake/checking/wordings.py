"""The wordings of a column, each distinct one read once, in the units of their rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from claimsdash.domain.units import UnitError, Units
from claimsdash.domain.wording import VAGUE_WORDS, Figure, VagueTable, WordingError, read_wording
from claimsdash.intake.checking.distinct import Distinct, read_distinct
from claimsdash.intake.refusal import CellError

ENDS = ("low", "best", "high")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MANGLED = re.compile(
    rf"[0-9]{{1,2}}[-/. ](?:{_MONTHS})[a-z]{{0,6}}(?:[-/. ][0-9]{{2,4}})?|(?:{_MONTHS})[a-z]{{0,6}}[-/. ][0-9]{{1,4}}"
    r"|[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:.]{5,})?",
    re.IGNORECASE,
)
"""What a spreadsheet makes of ranges such as 10-20 or 3-5: a day."""
_EXPONENT = re.compile(r"[0-9][eE][+-]?[0-9]")
_REMEMBERED = 5_000
"""Wordings whose reading is kept: the pieces of a large table repeat each other."""
_SAME = 1e-6
"""Numbers nearer than this share of their size are the same number, typed with fewer digits."""
_SAME_RATIO = 0.005
"""The same for fractions, which end in no digit: 33.3 percent is a third."""


@dataclass(frozen=True)
class Stated:
    """What the rows state: wording, qualifier ("" where blank), unit ("" where unknown), and numbers with NaN.

    `denies` says which rows are denials, `vague_words` what a vague word commits to.
    """

    wording: pd.Series
    qualifier: np.ndarray
    unit: np.ndarray
    denies: np.ndarray
    numbers: Mapping[str, np.ndarray]
    vague_words: VagueTable = VAGUE_WORDS

    @property
    def has_number(self) -> np.ndarray:
        """Tell which rows have a number in low, best or high."""
        some: np.ndarray = ~np.isnan(first(*(self.numbers[end] for end in ENDS)))
        return some


@dataclass(frozen=True)
class Worded:
    """The reading of each row's wording, in the unit of the row; kind is "" where there is none.

    `is_misplaced` says which rows word a share, percentage or multiple where the unit counts something, `tolerance`
    by which share of its size a typed number may differ and still be the same.
    """

    kind: np.ndarray
    numbers: Mapping[str, np.ndarray]
    is_misplaced: np.ndarray
    tolerance: np.ndarray
    read: Distinct[Figure]


def read_wordings(stated: Stated, units: Units) -> Worded:
    """Read each distinct wording once, and express its numbers in the units of the rows."""
    read = read_distinct(stated.wording, lambda phrase: _read(phrase, stated.vague_words))
    scale = _scale(read, stated.unit, units)
    numbers = {end: _numbers_of(read, end) * scale for end in ENDS}
    kind = read.spread(lambda figure: str(figure.kind), missing="")
    tolerance = np.where(_is_ratio(read), _SAME_RATIO, _SAME)
    return Worded(kind, numbers, np.isnan(scale) & (stated.unit != ""), tolerance, read)


@lru_cache(maxsize=_REMEMBERED)
def _read(phrase: str, vague_words: VagueTable) -> Figure:
    if _MANGLED.fullmatch(phrase.strip()):
        raise CellError("is a date where a number should stand", "A spreadsheet may have made it of 10-20: write that.")
    if _EXPONENT.search(phrase):
        raise CellError("has an exponent", "Write the number in digits, as in 1500000, or in low, best or high.")
    try:
        return read_wording(phrase, vague=vague_words)
    except WordingError as error:
        raise CellError(
            f"is not understood ({error})",
            "Write a number, alone or as in more than 500 or 10-20; or fill in low, best or high.",
        ) from error


def _numbers_of(read: Distinct[Figure], end: str) -> np.ndarray:
    def number(figure: Figure) -> float:
        found = getattr(figure, end)
        return np.nan if found is None else float(found)

    return read.spread(number, missing=np.nan, dtype="float64")


def _scale(read: Distinct[Figure], unit: np.ndarray, units: Units) -> np.ndarray:
    """Return by what to multiply a worded number: a third is 33.3 in percent, 30 % is 0.3 as a ratio.

    NaN where a share is worded and the unit is none of shares.
    """
    percent = read.spread(lambda figure: figure.is_percent, missing=False, dtype="bool")
    codes, distinct = pd.factorize(unit)
    sizes = np.array([_size_of_share(text, units) for text in distinct], dtype="float64")[codes]
    return np.where(percent, 0.01 / sizes, np.where(_is_ratio(read), 1 / sizes, 1.0))


def _is_ratio(read: Distinct[Figure]) -> np.ndarray:
    """Tell which rows word a fraction (a third) or a multiple (twice as many)."""
    return read.spread(lambda figure: figure.is_share or figure.unit_phrase == "times", missing=False, dtype="bool")


def _size_of_share(unit: str, units: Units) -> float:
    """Return the size of a unit of shares (percent: 0.01), and NaN for a unit of anything else."""
    try:
        factor, base = units.base(unit)
    except UnitError:
        return np.nan
    return factor if base == units.base("1")[1] else np.nan


def first(*candidates: np.ndarray) -> np.ndarray:
    """Return in each row the first number that is there."""
    found = candidates[0]
    for candidate in candidates[1:]:
        found = np.where(np.isnan(found), candidate, found)
    return found


def alike(one: np.ndarray, other: np.ndarray, tolerance: np.ndarray) -> np.ndarray:
    """Tell in which rows both are the same number, but for digits left out; never where one is missing."""
    same: np.ndarray = np.abs(one - other) <= tolerance * np.abs(other)
    return same


def apart(one: np.ndarray, other: np.ndarray, tolerance: np.ndarray) -> np.ndarray:
    """Tell in which rows both are there and differ."""
    differ: np.ndarray = np.abs(one - other) > tolerance * np.abs(other)
    return differ
