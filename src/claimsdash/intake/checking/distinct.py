"""Cells read once for each distinct text, and what is wrong told for each row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.refusal import CellError

T = TypeVar("T")

SHOWN_CHARACTERS = 100


@dataclass(frozen=True)
class Distinct(Generic[T]):
    """The distinct texts of a column, what each was read as (None where it was not), and where they stand.

    `codes` holds for each row the place of its text in `texts`, -1 for a missing one.
    """

    codes: np.ndarray
    texts: list[str]
    results: list[T | None]
    errors: dict[int, CellError]

    def spread(self, give: Callable[[T], object], *, missing: object, dtype: str = "object") -> np.ndarray:
        """Return for each row what `give` makes of its result; `missing` where there is none."""
        values = [missing if result is None else give(result) for result in self.results]
        made = np.empty(len(values) + 1, dtype=dtype)
        made[:] = [*values, missing]
        spread: np.ndarray = made[self.codes]
        return spread

    def spread_texts(self, give: Callable[[T], str | None], *, missing: str | None = None) -> pd.Series:
        """Return for each row the text that `give` makes of its result; `missing` where there is none."""
        values = [missing if result is None else give(result) for result in self.results]
        return spread_texts(values, self.codes, missing=missing)

    def unread(self) -> np.ndarray:
        """Return which rows hold a text that could not be read."""
        return np.isin(self.codes, list(self.errors))

    def problems(self, lines: np.ndarray, column: str, *, at: np.ndarray | None = None) -> list[Problem]:
        """Return an error for each row with a text that could not be read, of the rows `at` if given."""
        places = np.flatnonzero(self.unread() if at is None else at)
        return [self._problem(int(self.codes[place]), int(lines[place]), column) for place in places]

    def _problem(self, code: int, line: int, column: str) -> Problem:
        error = self.errors[code]
        return Problem(line, column, shown(self.texts[code]), error.reason, error.remedy)


def read_distinct(texts: pd.Series, read: Callable[[str], T]) -> Distinct[T]:
    """Read each distinct text of a column by `read`, which raises CellError for what it cannot read."""
    codes, found = pd.factorize(texts)
    uniques: list[str] = found.tolist()
    results: list[T | None] = []
    errors = {}
    for code, text in enumerate(uniques):
        try:
            results.append(read(text))
        except CellError as error:
            results.append(None)
            errors[code] = error
    return Distinct(codes, uniques, results, errors)


def spread_texts(values: Sequence[str | None], codes: np.ndarray, *, missing: str | None = None) -> pd.Series:
    """Return for each row the text at its place in `values`, `missing` where the place is -1."""
    words = pa.array([*values, missing], pa.large_string())
    places = np.where(codes < 0, len(values), codes)
    return pd.Series(pd.array(words.take(pa.array(places)), dtype="str"))


@dataclass(frozen=True)
class Fault:
    """What is wrong with some rows of a column, alike for all."""

    column: str
    reason: str
    remedy: str
    severity: Severity = Severity.ERROR

    def at(self, rows: np.ndarray, lines: np.ndarray, cells: pd.Series) -> list[Problem]:
        """Return a problem for each row that the mask `rows` names."""
        places = np.flatnonzero(rows)
        values = cells.iloc[places].fillna("")
        return [self.on(int(lines[place]), str(value)) for place, value in zip(places, values, strict=True)]

    def on(self, line: int, value: str) -> Problem:
        """Return the problem of one row."""
        return Problem(line, self.column, shown(value), self.reason, self.remedy, self.severity)


def shown(text: str) -> str:
    """Return the beginning of a text that may be long."""
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"


def first_rows(codes: np.ndarray) -> dict[int, int]:
    """Return the first row of each code."""
    unique, first = np.unique(codes, return_index=True)
    return dict(zip(unique.tolist(), first.tolist(), strict=True))
