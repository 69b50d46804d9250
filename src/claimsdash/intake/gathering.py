"""Rows of cells to a raw table: header and leftovers found, ragged rows set aside, limits kept."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking.columns import match_columns
from claimsdash.intake.joined_keys import split_joined
from claimsdash.intake.layout import Head, Layout, MergedRange, Row, find_head, is_figure
from claimsdash.intake.leftovers import find_leftovers
from claimsdash.intake.limits import Limits
from claimsdash.intake.problems import count_of
from claimsdash.intake.raw import RawTable
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.watching import Count, tell_nobody

BATCH_ROWS = 5_000
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


Batch = tuple[Sequence[int], Sequence[Sequence[str]]]
"""Rows that follow each other: the lines on which they begin, and their cells."""


def gather(
    rows: Iterable[Row], name: str, limits: Limits, wish: Wish = AS_FOUND, merged: Sequence[MergedRange] = ()
) -> tuple[RawTable, list[Problem]]:
    """Return the raw table of rows, as gather_batches does."""
    return gather_batches(_batches(rows), name, limits, wish, merged)


def _batches(rows: Iterable[Row]) -> Iterator[Batch]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH_ROWS)):
        yield [line for line, _ in batch], [cells for _, cells in batch]


def gather_batches(
    batches: Iterable[Batch], name: str, limits: Limits, wish: Wish = AS_FOUND, merged: Sequence[MergedRange] = ()
) -> tuple[RawTable, list[Problem]]:
    """Return the raw table of the rows, where it lies found from the first of them.

    Where the first row names the columns of a claims table, it is the header and every row below is a report. Blank
    rows are passed over. A row with other than the header's number of cells is set aside as a problem, for nobody can
    say which cell is missing. Raises ReadingError for a table without header or rows, and what is above the limits.
    """
    batches = iter(batches)
    top, rest = _top(batches)
    if not top:
        raise ReadingError("The table is empty: it needs a header, and a row for each report.")
    for _, cells in top:
        if len(cells) > limits.columns:
            _check_width(max(place for place, cell in enumerate(cells, start=1) if cell.strip()), limits)
    is_claims = wish.header is None and _names_claims(top[0][1])
    head = _head_of_claims(top[0]) if is_claims else find_head(top, wish.header, merged)
    _check_width(len(head.names), limits)
    body = _Body(len(head.names), is_claims=is_claims, done=wish.done)
    body.add_all(chain(_batches(top[head.taken :]), [rest], batches), limits)
    if not body.count and body.problems:
        raise ReadingError(_all_ragged(body.problems[0], len(head.names)))
    if not body.count:
        raise ReadingError("There is a header and no row below it: add the rows.")
    table = _table(body, head, name, limits)
    if not is_claims:
        last = tuple(top[head.taken - 1][1]) if head.layout.header else ()
        table = split_joined(_without_leftovers(table, last, wish))
    return table, body.problems


def _top(batches: Iterator[Batch]) -> tuple[list[Row], Batch]:
    """Return the first rows that are not blank, and what is left of the batch in which they end."""
    top: list[Row] = []
    for lines, rows in batches:
        for place, cells in enumerate(rows):
            if any(cell.strip() for cell in cells):
                top.append((lines[place], cells))
            if len(top) == _TOP_ROWS:
                return top, (lines[place + 1 :], rows[place + 1 :])
    return top, ((), ())


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

    def add_all(self, batches: Iterable[Batch], limits: Limits) -> None:
        """Take in the rows that are not blank. The limits are looked at batch by batch."""
        for lines, rows in batches:
            if rows:
                self._add(lines, rows, limits)
        self._pack((), [pa.array((), pa.large_string())] * self.width, limits)

    def _add(self, lines: Sequence[int], rows: Sequence[Sequence[str]], limits: Limits) -> None:
        columns = _columns_of(rows, self.width)
        if columns is not None and not _has_blank_row(columns):
            self._pack(lines, columns, limits)
            return
        fitted = self._fitted(zip(lines, rows, strict=True))
        columns = _columns_of([cells for _, cells in fitted], self.width) if fitted else None
        self._pack([line for line, _ in fitted], columns or [pa.array((), pa.large_string())] * self.width, limits)

    def _fitted(self, batch: Iterable[Row]) -> list[Row]:
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
        filled = [cell for cell in cells if cell]
        return not self.is_claims and self.width > 2 and len(filled) == 1 and not _is_row(filled[0], self.width)

    def _pack(self, lines: Sequence[int], columns: list[pa.Array], limits: Limits) -> None:
        self.count += len(lines)
        if self.count > limits.rows or self.count * self.width > limits.cells:
            raise ReadingError(_too_many_rows(limits, self.width))
        self.batches.append(columns)
        self.lines.extend(lines)
        self.done(self.count)


def _is_row(cell: str, width: int) -> bool:
    """Return whether a single cell holds a row whose cells another sign sets apart."""
    parts = [cell.split(sign) for sign in (";", "\t", "|", ",")]
    if any(len(part) == width and any(is_figure(one) for one in part) for part in parts):
        return True
    words = cell.split()
    return len(words) == width and sum(any(map(str.isdigit, word)) for word in words) > 1


def _columns_of(rows: Sequence[Sequence[str]], width: int) -> list[pa.Array] | None:
    """Return rows as columns; None where not every row has as many cells."""
    try:
        columns = list(zip(*rows, strict=True))
    except ValueError:
        return None
    return [pa.array(cells, pa.large_string()) for cells in columns] if len(columns) == width else None


def _has_blank_row(columns: list[pa.Array]) -> bool:
    blank = pc.equal(columns[0], "")
    for cells in columns[1:]:
        if not pc.any(blank).as_py():
            return False
        blank = pc.and_(blank, pc.equal(cells, ""))
    return bool(pc.any(blank).as_py())


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


def _all_ragged(first: Problem, width: int) -> str:
    has = first.reason.partition(" where")[0]
    told = f"No row has as many cells as the header: line {first.line} {has} and the header {width}."
    return f"{told} Give every row a cell for each column."


def _ragged(line: int, cells: Sequence[str], width: int) -> Problem:
    return Problem(
        line,
        None,
        " | ".join(cells)[:_SHOWN_CHARACTERS],
        f"has {count_of(len(cells), 'cell')} where the header has {width}",
        "Put text that holds the delimiter or a line break in double quotes, and give every row all its cells.",
    )


def _too_many_rows(limits: Limits, width: int) -> str:
    return (
        f"The table has more than {limits.rows:,} rows or {limits.cells:,} cells ({width} columns): "
        "split it into several files."
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"
