"""What reading a file gives before anything in it is understood: texts under column names, with their lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from claimsdash.domain.errors import Problem
from claimsdash.intake.layout import Layout
from claimsdash.intake.watching import Count, tell_nobody


@dataclass(frozen=True)
class RawTable:
    """A table of texts.

    `rows` holds one column of type str for each of `columns`, in which a blank cell is an empty string; `lines` the
    line of the file (the row of the sheet) on which each row begins.
    """

    name: str
    columns: tuple[str, ...]
    rows: pd.DataFrame
    lines: pd.Series
    places: tuple[int, ...] = ()
    """Which column of the file each of `columns` is, counted from 1."""
    layout: Layout = field(default_factory=lambda: Layout(()))
    names_claims: bool = True
    """Whether the columns are those of a claims table."""


@dataclass(frozen=True)
class Reading:
    """A raw table, the rows that have no place in it as problems, and what was chosen on the way."""

    table: RawTable
    problems: list[Problem]
    choices: Mapping[str, str]
    """Encoding, delimiter, sheet, ...: as guessed or as told."""
    sheets: tuple[str, ...] = ()
    """The sheets that could be chosen instead."""


@dataclass(frozen=True)
class ReadingChoices:
    """What a person may tell instead of having it guessed; None is to guess."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header: tuple[int, ...] | None = None
    """Lines of the header; none at all where the table has none."""
    kept: frozenset[int] = frozenset()
    """Lines to read as rows that would be left out, such as totals."""
    done: Count = field(default=tell_nobody, repr=False, compare=False)
    """Who is told, while it goes on, how many rows are read."""


GUESS = ReadingChoices()
