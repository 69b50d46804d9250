"""What is wrong with the number of a row, and where its wording says another one."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.wording import say_figure
from claimsdash.intake.checking.distinct import Fault, shown
from claimsdash.intake.checking.wordings import ENDS, Stated, Worded, apart, first

_NUMBERLESS = (Qualifier.NONE.value, Qualifier.VAGUE.value)


def figure_problems(
    kind: np.ndarray, numbers: Mapping[str, np.ndarray], stated: Stated, worded: Worded, lines: np.ndarray
) -> list[Problem]:
    """Return errors of rows whose number cannot be had, and warnings where wording and numbers disagree.

    `kind` and `numbers` are what the rows were read as.
    """
    return [
        *_missing(kind, stated, lines),
        *_half_open(kind, numbers, lines),
        *_unordered(stated, lines),
        *_unread(stated, worded, lines),
        *_misplaced(stated, worded, lines),
        *_disagreeing(kind, stated, worded, lines),
    ]


def _missing(kind: np.ndarray, stated: Stated, lines: np.ndarray) -> list[Problem]:
    blank = ~stated.has_number & stated.wording.isna().to_numpy() & (kind != Qualifier.NONE.value)
    reason = "holds no number, and neither do low, best and high"
    denied = stated.has_number & (kind == Qualifier.NONE.value)
    unused = "is none, so the number of the row is not used"
    remedy = "Leave low, best and high blank, or give the qualifier of the number."
    return [
        *Fault("value_text", reason, "Fill in one of the four.").at(blank, lines, stated.wording),
        *Fault("qualifier", unused, remedy, Severity.WARNING).at(denied, lines, pd.Series(kind)),
    ]


def _half_open(kind: np.ndarray, numbers: Mapping[str, np.ndarray], lines: np.ndarray) -> list[Problem]:
    half = (kind == Qualifier.RANGE.value) & (np.isnan(numbers["low"]) != np.isnan(numbers["high"]))
    fault = Fault("qualifier", "is a range with one end", "Fill in low and high, or use lower_bound or upper_bound.")
    return fault.at(half, lines, pd.Series(kind))


def _unordered(stated: Stated, lines: np.ndarray) -> list[Problem]:
    low, best, high = (stated.numbers[end] for end in ENDS)
    above = low > high
    outside = ~above & ((best < low) | (best > high))
    crossed = Fault("low", "is above high", "Exchange the two, or correct one.")
    beside = Fault("best", "is not between low and high", "Correct one of the three.")
    return [
        problem
        for fault, rows, numbers in ((crossed, above, low), (beside, outside, best))
        if rows.any()
        for problem in fault.at(rows, lines, _typed(numbers))
    ]


def _typed(numbers: np.ndarray) -> pd.Series:
    return pd.Series([_say(number) for number in numbers])


def _say(number: float) -> str:
    return f"{number:,.10g}"


def _unread(stated: Stated, worded: Worded, lines: np.ndarray) -> list[Problem]:
    """Report wordings that were not understood: an error where the number hangs on them, else where its bound may."""
    unread = worded.read.unread()
    lost = unread & ~stated.has_number & ~np.isin(stated.qualifier, _NUMBERLESS) & ~stated.denies
    unsure = unread & stated.has_number & (stated.qualifier == "")
    reason = "is not understood, so nothing says how firm the number is"
    fault = Fault("value_text", reason, "Fill in qualifier: exact, lower_bound, …", Severity.WARNING)
    return [*worded.read.problems(lines, "value_text", at=lost), *fault.at(unsure, lines, stated.wording)]


def _misplaced(stated: Stated, worded: Worded, lines: np.ndarray) -> list[Problem]:
    """Report shares where the unit counts; "64 times" with a typed 64 may as well be a count."""
    reason = "is a share or a multiple, but the unit counts something"
    remedy = "Use the unit percent or ratio, and say of what in scope."
    fault = Fault("value_text", reason, remedy)
    doubtful = Fault("value_text", reason, remedy, Severity.WARNING)
    may_count = worded.read.spread(lambda figure: figure.unit_phrase == "times", missing=False, dtype="bool")
    return [
        *fault.at(worded.is_misplaced & ~stated.has_number, lines, stated.wording),
        *doubtful.at(worded.is_misplaced & stated.has_number & ~may_count, lines, stated.wording),
    ]


def _disagreeing(kind: np.ndarray, stated: Stated, worded: Worded, lines: np.ndarray) -> list[Problem]:
    """Warn where the wording says another number or another qualifier than the row."""
    comparable = (worded.kind != "") & (kind != Qualifier.NONE.value) & ~worded.is_misplaced
    places = np.flatnonzero(comparable & (_other_number(stated, worded) | (worded.kind != kind)))
    return [_disagreement(int(place), str(kind[place]), stated, worded, lines) for place in places]


def _other_number(stated: Stated, worded: Worded) -> np.ndarray:
    low, best, high = (stated.numbers[end] for end in ENDS)
    said_low, said_best, said_high = (worded.numbers[end] for end in ENDS)
    inside = (low <= said_best) & (said_best <= high)
    off = worded.tolerance
    beyond = (best < said_low * (1 - off)) | (best > said_high * (1 + off))
    other_point = apart(first(best, low, high), said_best, off) & ~inside
    by_kind = {
        Qualifier.EXACT: other_point,
        Qualifier.APPROXIMATE: other_point,
        Qualifier.LOWER_BOUND: apart(first(low, best, high), said_low, off),
        Qualifier.UPPER_BOUND: apart(first(high, best, low), said_high, off),
        Qualifier.RANGE: apart(low, said_low, off) | apart(high, said_high, off) | beyond,
        Qualifier.VAGUE: beyond,
    }
    rows = [worded.kind == qualifier.value for qualifier in by_kind]
    return np.select(rows, list(by_kind.values()), default=False)


def _disagreement(place: int, kind: str, stated: Stated, worded: Worded, lines: np.ndarray) -> Problem:
    figure = worded.read.results[worded.read.codes[place]]
    assert figure is not None  # noqa: S101 - only rows with a reading are compared
    numbers = {end: stated.numbers[end][place] for end in ENDS}
    typed = ", ".join(f"{end} {_say(number)}" for end, number in numbers.items() if not np.isnan(number))
    return Problem(
        int(lines[place]),
        "value_text",
        shown(str(stated.wording.iloc[place])),
        f"reads as {say_figure(figure)} ({figure.kind}), but the row says {kind}{': ' if typed else ''}{typed}",
        "Correct the one that is wrong; as it is, the row counts as it says.",
        Severity.WARNING,
    )
