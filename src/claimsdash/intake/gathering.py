"""Rows of cells to a raw table: header and leftovers found, ragged rows set aside, limits kept."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

import numpy as np
import pandas as pd
import pyarrow as pa

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking.columns import match_columns
from claimsdash.intake.layout import Head, Layout, MergedRange, Row, find_head
from claimsdash.intake.leftovers import find_leftovers
from claimsdash.intake.limits import Limits
from claimsdash.intake.raw import RawTable
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.watching import Count, tell_nobody

_BATCH_ROWS = 5_000
_TOP_ROWS = 200
_OWN_COLUMNS = frozenset(["value_text", "report_id", "claim_id"])
_SHOWN_CHARACTERS = 60


@dataclass(frozen=True)
class Wish:
    """What is told about the lines of the table: of the header, and lines to keep that would be left out.

    `done` is told while they are taken in how many are.
    """

    header: tuple[int, ...] | None = None
    kept: frozenset[int] = frozenset()
    done: Count = tell_nobody


AS_FOUND = Wish()


def gather(
    rows: Iterable[Row], name: str, limits: Limits, wish: Wish = AS_FOUND, merged: Sequence[MergedRange] = ()
) -> tuple[RawTable, list[Problem]]:
    """Return the raw table of the rows, where it lies found from the first of them.

    Where the first row names the columns of a claims table, it is the header and every row below is a report. Blank
    rows are passed over. A row with other than the header's number of cells is set aside as a problem, for nobody can
    say which cell is missing. Raises ReadingError for a table without header or rows, and what is above the limits.
    """
    rows = iter(rows)
    filled = (row for row in rows if any(cell.strip() for cell in row[1]))
    top = list(islice(filled, _TOP_ROWS))
    if not top:
        raise ReadingError("The table is empty: it needs a header, and a row for each report.")
    for _, cells in top:
        if len(cells) > limits.columns:
            _check_width(max(place for place, cell in enumerate(cells, start=1) if cell.strip()), limits)
    is_claims = wish.header is None and _names_claims(top[0][1])
    head = _head_of_claims(top[0]) if is_claims else find_head(top, wish.header, merged)
    _check_width(len(head.names), limits)
    body = _Body(len(head.names), is_claims=is_claims, done=wish.done)
    body.add_all(chain(top[head.taken :], rows), limits)
    if not body.count and not body.problems:
        raise ReadingError("There is a header and no row below it: add the rows.")
    table = _table(body, head, name, limits)
    if not is_claims:
        last = tuple(top[head.taken - 1][1]) if head.layout.header else ()
        table = _without_leftovers(table, last, wish)
    return table, body.problems


def _names_claims(cells: Sequence[str]) -> bool:
    """Return whether a header is meant as that of a claims table: it is whole, or has a column that only that has."""
    matched, problems = match_columns([cell.strip("\ufeff \t\r\n") for cell in cells])
    is_whole = not any(problem.severity is Severity.ERROR for problem in problems)
    return is_whole or not _OWN_COLUMNS.isdisjoint(matched)


def _head_of_claims(row: Row) -> Head:
    line, cells = row
    names = [cell.strip("\ufeff \t\r\n") or f"column {place}" for place, cell in enumerate(cells, start=1)]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ReadingError(f"Two columns are called {_short(twice[0])}: give each its own name.")
    return Head(tuple(names), Layout((line,)), 1)


def _check_width(width: int, limits: Limits) -> None:
    if width > limits.columns:
        raise ReadingError(f"The table has {width:,} columns, more than the {limits.columns:,} that are read.")


def _without_leftovers(table: RawTable, header: tuple[str, ...], wish: Wish) -> RawTable:
    """Leave out the rows that are no figures, and say which they are."""
    dropped = [one for one in find_leftovers(table.rows, table.lines, header) if one.line not in wish.kept]
    keep = ~table.lines.isin([one.line for one in dropped])
    layout = replace(table.layout, dropped=(*table.layout.dropped, *dropped))
    rows, lines = table.rows[keep].reset_index(drop=True), table.lines[keep].reset_index(drop=True)
    if rows.empty:
        raise ReadingError("The table holds no figures: it needs a header, and a row for each.")
    return replace(table, rows=rows, lines=lines, layout=layout)


@dataclass
class _Body:
    """Rows taken in, turned into columns batch by batch: a list of Python texts would take ten times the memory."""

    width: int
    is_claims: bool = True
    done: Count = tell_nobody
    count: int = 0
    lines: "array[int]" = field(default_factory=lambda: array("q"))
    problems: list[Problem] = field(default_factory=list)
    batches: list[list[pa.Array]] = field(default_factory=list)

    def add_all(self, rows: Iterable[Row], limits: Limits) -> None:
        """Take in the rows that are not blank. The limits are looked at batch by batch."""
        rows = iter(rows)
        while batch := list(islice(rows, _BATCH_ROWS)):
            whole = [row for row in batch if len(row[1]) == self.width and any(row[1])]
            self._pack(whole if len(whole) == len(batch) else self._fitted(batch), limits)
        self._pack([], limits)

    def _fitted(self, batch: list[Row]) -> list[Row]:
        """Return the rows that hold something, each with as many cells as the header has."""
        fitted = [(line, cells if len(cells) == self.width else self._fit(line, cells)) for line, cells in batch]
        return [row for row in fitted if any(row[1])]

    def _fit(self, line: int, cells: Sequence[str]) -> Sequence[str]:
        """Return the cells of a row that has too many or too few, as many as the header has; none for a ragged row."""
        if not any(cells):
            return ()
        if any(cells[self.width :]) or (len(cells) < self.width and not self._is_note(cells)):
            self.problems.append(_ragged(line, cells, self.width))
            return ()
        return [*cells[: self.width], *[""] * (self.width - len(cells))]

    def _is_note(self, cells: Sequence[str]) -> bool:
        """Return whether a short row is a line of text: the cells that it lacks hold nothing."""
        return not self.is_claims and self.width > 2 and sum(map(bool, cells)) == 1

    def _pack(self, rows: list[Row], limits: Limits) -> None:
        self.count += len(rows)
        if self.count > limits.rows or self.count * self.width > limits.cells:
            raise ReadingError(_too_many_rows(limits, self.width))
        columns = zip(*(cells for _, cells in rows), strict=True) if rows else ([] for _ in range(self.width))
        self.batches.append([pa.array(column, pa.large_string()) for column in columns])
        self.lines.extend(line for line, _ in rows)
        self.done(self.count)


def _table(body: _Body, head: Head, name: str, limits: Limits) -> RawTable:
    columns = {}
    for place, column in enumerate(head.names):
        texts = pa.chunked_array([batch[place] for batch in body.batches], pa.large_string())
        columns[column] = pd.Series(pd.array(texts, dtype="str"))
    rows = pd.DataFrame(columns)
    _refuse_long_cells(rows, body.lines, limits)
    kept = [column for column in head.names if not column.startswith("column ") or rows[column].ne("").any()]
    lines = pd.Series(np.frombuffer(body.lines, dtype="int64").copy())
    places = tuple(head.names.index(column) + 1 for column in kept)
    return RawTable(name, tuple(kept), rows[kept], lines, places, head.layout, body.is_claims)


def _refuse_long_cells(rows: pd.DataFrame, lines: Sequence[int], limits: Limits) -> None:
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
