"""Rows of cells to a raw table: the header found, ragged rows set aside, limits kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pyarrow as pa

from claimsdash.domain.errors import Problem
from claimsdash.intake.limits import Limits
from claimsdash.intake.raw import RawTable
from claimsdash.intake.refusal import ReadingError

_BATCH_ROWS = 10_000
_SHOWN_CHARACTERS = 60

Row = tuple[int, Sequence[str]]
"""The line on which a row begins, and its cells."""


def gather(rows: Iterable[Row], name: str, limits: Limits) -> tuple[RawTable, list[Problem]]:
    """Return the raw table of the rows, the first of which that is not blank is the header.

    Blank rows are passed over. A row with other than the header's number of cells is set aside as a problem, for
    nobody can say which cell is missing. Raises ReadingError for a table without header or rows, two columns of one
    name, and what is above the limits.
    """
    rows = iter(rows)
    header = _header(rows, limits)
    body = _Body(len(header))
    for line, cells in rows:
        body.add(line, cells)
        if body.count > limits.rows or body.count * len(header) > limits.cells:
            raise ReadingError(_too_many_rows(limits, len(header)))
    if not body.count and not body.problems:
        raise ReadingError("There is a header and no row below it: add the rows.")
    return _table(body, header, name, limits), body.problems


@dataclass
class _Body:
    """Rows taken in, turned into columns batch by batch: a list of Python texts would take ten times the memory."""

    width: int
    count: int = 0
    lines: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    batches: list[list[pa.Array]] = field(default_factory=list)
    waiting: list[Sequence[str]] = field(default_factory=list)

    def add(self, line: int, cells: Sequence[str]) -> None:
        if not any(cells):
            return
        if len(cells) != self.width:
            if len(cells) < self.width or any(cells[self.width :]):
                self.problems.append(_ragged(line, cells, self.width))
                return
            cells = cells[: self.width]
        self.count += 1
        self.lines.append(line)
        self.waiting.append(cells)
        if len(self.waiting) == _BATCH_ROWS:
            self.pack()

    def pack(self) -> None:
        columns = zip(*self.waiting, strict=True) if self.waiting else ([] for _ in range(self.width))
        self.batches.append([pa.array(column, pa.large_string()) for column in columns])
        self.waiting = []


def _header(rows: Iterator[Row], limits: Limits) -> tuple[str, ...]:
    cells = next((cells for _, cells in rows if any(cell.strip() for cell in cells)), None)
    if cells is None:
        raise ReadingError("The table is empty: it needs a header, and a row for each report.")
    if len(cells) > limits.columns:
        raise ReadingError(f"The table has {len(cells):,} columns, more than the {limits.columns:,} that are read.")
    names = [cell.strip("\ufeff \t\r\n") or f"column {place}" for place, cell in enumerate(cells, start=1)]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ReadingError(f"Two columns are called {_short(twice[0])}: give each its own name.")
    return tuple(names)


def _table(body: _Body, header: tuple[str, ...], name: str, limits: Limits) -> RawTable:
    body.pack()
    columns = {}
    for place, column in enumerate(header):
        texts = pa.chunked_array([batch[place] for batch in body.batches], pa.large_string())
        columns[column] = pd.Series(pd.array(texts, dtype="str"))
    rows = pd.DataFrame(columns)
    _refuse_long_cells(rows, body.lines, limits)
    kept = [column for column in header if not column.startswith("column ") or rows[column].ne("").any()]
    return RawTable(name, tuple(kept), rows[kept], pd.Series(np.array(body.lines, dtype="int64")))


def _refuse_long_cells(rows: pd.DataFrame, lines: list[int], limits: Limits) -> None:
    for column in rows:
        lengths = rows[column].str.len()
        if len(lengths) and lengths.max() > limits.cell_characters:
            line = lines[int(lengths.argmax())]
            raise ReadingError(
                f"Line {line}: the cell under {_short(str(column))} has {int(lengths.max()):,} characters, more than "
                f"the {limits.cell_characters:,} that are read. Is a quote left open?"
            )


def _ragged(line: int, cells: Sequence[str], width: int) -> Problem:
    return Problem(
        line,
        None,
        " | ".join(cells)[:_SHOWN_CHARACTERS],
        f"has {len(cells)} cells where the header has {width}",
        "Put text that holds the delimiter or a line break in double quotes, and give every row all its cells.",
    )


def _too_many_rows(limits: Limits, width: int) -> str:
    return (
        f"The table has more than {limits.rows:,} rows or {limits.cells:,} cells ({width} columns): "
        "split it into several files."
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"
