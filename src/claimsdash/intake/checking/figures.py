"""The number of a row: from its wording, from the numbers typed, or from both."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pandas as pd

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.errors import Problem
from claimsdash.domain.units import Units
from claimsdash.domain.wording.rounding import half_width
from claimsdash.intake.checking.disagreements import figure_problems
from claimsdash.intake.checking.wordings import ENDS, Stated, Worded, alike, first, read_wordings


@dataclass(frozen=True)
class Figures:
    """What the rows hold after reading, by the rule of `domain.claim.READ_FIELDS`.

    `filled` says for low, best and high in which rows a blank cell was filled in.
    """

    qualifier: np.ndarray
    numbers: Mapping[str, np.ndarray]
    value_at: np.ndarray
    filled: Mapping[str, np.ndarray]
    problems: list[Problem]


def read_figures(stated: Stated, units: Units, lines: np.ndarray) -> Figures:
    """Read the number of each row.

    A typed qualifier decides; where it is blank the wording does, and without wording the pattern of the numbers.
    Stated numbers win over those of the wording; a disagreement is a warning.
    """
    worded = read_wordings(stated, units)
    kind = np.where(stated.qualifier != "", stated.qualifier, worded.kind)
    kind = np.where(kind != "", kind, _kind_of_numbers(stated.numbers))
    kind = np.where((kind == "") & stated.denies, Qualifier.NONE.value, kind)
    numbers = _by_kind(kind, stated.numbers, worded)
    problems = figure_problems(kind, numbers, stated, worded, lines)
    filled = {end: np.isnan(stated.numbers[end]) & ~np.isnan(numbers[end]) for end in ENDS}
    for end in ("low", "high"):
        filled[end] &= kind != Qualifier.EXACT.value
    return Figures(kind, numbers, _place(kind, numbers), filled, problems)


def _kind_of_numbers(numbers: Mapping[str, np.ndarray]) -> np.ndarray:
    low, best, high = (~np.isnan(numbers[end]) for end in ENDS)
    same = low & high & (numbers["low"] == numbers["high"])
    kinds = (
        (same | (best & ~low & ~high), Qualifier.EXACT),
        (low & high, Qualifier.RANGE),
        (low, Qualifier.LOWER_BOUND),
        (high, Qualifier.UPPER_BOUND),
    )
    return np.select([rows for rows, _ in kinds], [kind.value for _, kind in kinds], default="")


def _by_kind(kind: np.ndarray, typed: Mapping[str, np.ndarray], worded: Worded) -> dict[str, np.ndarray]:
    low, best, high = (typed[end] for end in ENDS)
    said_low, said_best, said_high = (worded.numbers[end] for end in ENDS)
    nothing = np.full(len(kind), np.nan)
    point = first(best, low, high, said_best)
    about = first(best, said_best)
    around_low, around_high = _rounding(kind, about, worded)
    floor = first(low, best, high, said_low, said_best)
    ceiling = first(high, best, low, said_high, said_best)
    by_kind = {
        Qualifier.EXACT: (point, point, point),
        Qualifier.APPROXIMATE: (first(low, around_low), about, first(high, around_high)),
        Qualifier.LOWER_BOUND: (floor, nothing, nothing),
        Qualifier.UPPER_BOUND: (nothing, nothing, ceiling),
        Qualifier.RANGE: (first(low, said_low), best, first(high, said_high)),
        Qualifier.VAGUE: (first(low, said_low), nothing, first(high, said_high)),
    }
    rows = [kind == qualifier.value for qualifier in by_kind]
    return {
        end: np.select(rows, [ends[place] for ends in by_kind.values()], default=np.nan)
        for place, end in enumerate(ENDS)
    }


def _rounding(kind: np.ndarray, about: np.ndarray, worded: Worded) -> tuple[np.ndarray, np.ndarray]:
    """Return the ends of approximations: those of the wording where it gives the same number, else the rounding."""
    as_worded = (worded.kind == Qualifier.APPROXIMATE.value) & alike(about, worded.numbers["best"], worded.tolerance)
    wanted = (kind == Qualifier.APPROXIMATE.value) & ~as_worded & ~np.isnan(about)
    width = np.full(len(about), np.nan)
    if wanted.any():
        codes, distinct = pd.factorize(about[wanted])
        width[wanted] = np.array([_half_width(value) for value in distinct])[codes]
    low = np.where(as_worded, worded.numbers["low"], about - width)
    high = np.where(as_worded, worded.numbers["high"], about + width)
    return low, high


def _half_width(value: float) -> float:
    exact = Decimal(repr(float(value))).normalize()
    return float(half_width(exact, Decimal(1).scaleb(int(exact.as_tuple().exponent))))


def _place(kind: np.ndarray, numbers: Mapping[str, np.ndarray]) -> np.ndarray:
    """Return where a label goes: the number, the one end, the middle of a range, the least of a vague amount."""
    low, best, high = (numbers[end] for end in ENDS)
    middle = np.where(kind == Qualifier.RANGE.value, (low + high) / 2, np.nan)
    return first(best, middle, low, high)
