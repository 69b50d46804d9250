"""Several tables in one: below each other, beside each other, or in groups under headings; asked, and put into one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from claimsdash.intake.leftovers import HEADING, OTHER_HEADER, REPEATED
from claimsdash.intake.mapping.filling_down import ask_blanks, fill_down, find_sparse
from claimsdash.intake.mapping.model import Choices, Option, Question
from claimsdash.intake.raw import RawTable

TABLES, BESIDE, GROUPS = "tables", "beside", "groups"
GROUP_COLUMN = "heading above"
_NUMBERED = re.compile(r" \([0-9]{1,3}\)$")
_NEAR = 3
"""Lines between a heading and the header that it stands over."""


@dataclass(frozen=True)
class Start:
    """A line at which another table begins: its title or header, and whether its header is that of the first."""

    line: int
    text: str
    is_alike: bool


def settle_tables(raw: RawTable, choices: Choices) -> tuple[RawTable, list[Question]]:
    """Return the one table that the mapping is for, and the questions on which that hangs."""
    raw, beside = _beside(raw, choices)
    raw, below = _below(raw, choices)
    raw, blanks = _blanks(raw, choices)
    return raw, [*beside, *below, *blanks]


def _answer(question: Question, choices: Choices) -> str | None:
    chosen = choices.answers.get(question.key, "")
    return chosen if question.allows(chosen) else question.proposal


def _beside(raw: RawTable, choices: Choices) -> tuple[RawTable, list[Question]]:
    """Put blocks of columns below each other that an empty column parts and that have equal names."""
    blocks = list(_blocks(raw))
    if len(blocks) < 2 or min(map(len, blocks)) < 2:
        return raw, []
    first = blocks[0]
    plain = [[_NUMBERED.sub("", name) for name in block] for block in blocks]
    are_alike = all(names == plain[0] for names in plain)
    if not are_alike and not _begins_with_words(raw, blocks[1]):
        return raw, []
    together = Option("stack", "one table: the right one goes on below the left one") if are_alike else _ONE
    options = (together, Option("first", "two tables: the left one alone"))
    seen = f"an empty column before {blocks[1][0]}"
    proposal = "stack" if are_alike else None
    question = Question(BESIDE, "Do two tables stand beside each other?", seen, options, proposal)
    answer = _answer(question, choices)
    if answer == "first":
        return _of_columns(raw, first), [question]
    return (_stacked(raw, blocks) if answer == "stack" else raw), [question]


_ONE = Option("one", "one table, with an empty column in it")


def _blocks(raw: RawTable) -> Iterator[list[str]]:
    """Give the columns in runs, between which the file has an empty one."""
    run: list[str] = []
    before = None
    for name, place in zip(raw.columns, raw.places, strict=True):
        if run and before is not None and place > before + 1:
            yield run
            run = []
        run.append(name)
        before = place
    yield run


def _begins_with_words(raw: RawTable, block: Sequence[str]) -> bool:
    cells = raw.rows[block[0]]
    filled = cells[cells.str.strip().ne("")]
    return bool(len(filled)) and not filled.str.contains("[0-9]", regex=True).any()


def _of_columns(raw: RawTable, columns: Sequence[str]) -> RawTable:
    rows = raw.rows[list(columns)]
    filled = rows.apply(lambda cells: cells.ne("")).any(axis=1)
    places = tuple(place for name, place in zip(raw.columns, raw.places, strict=True) if name in set(columns))
    return _with_rows(replace(raw, columns=tuple(columns), places=places), rows[filled], raw.lines[filled])


def _stacked(raw: RawTable, blocks: Sequence[Sequence[str]]) -> RawTable:
    first = list(blocks[0])
    parts = [_of_columns(raw, block) for block in blocks]
    rows = pd.concat([part.rows.set_axis(first, axis=1) for part in parts], ignore_index=True)
    lines = pd.concat([part.lines for part in parts], ignore_index=True)
    order = lines.sort_values(kind="stable").index
    return _with_rows(replace(raw, columns=tuple(first), places=parts[0].places), rows.loc[order], lines.loc[order])


def _with_rows(raw: RawTable, rows: pd.DataFrame, lines: pd.Series) -> RawTable:
    return replace(raw, rows=rows.reset_index(drop=True), lines=lines.reset_index(drop=True))


def _blanks(raw: RawTable, choices: Choices) -> tuple[RawTable, list[Question]]:
    """Write names that stand once for several rows into each of them."""
    columns = find_sparse(raw)
    if not columns:
        return raw, []
    question = ask_blanks(raw, columns)
    return (fill_down(raw, columns) if _answer(question, choices) == "above" else raw), [question]


def _below(raw: RawTable, choices: Choices) -> tuple[RawTable, list[Question]]:
    starts = list(_starts(raw))
    if starts:
        question = _ask_tables(starts)
        answer = _answer(question, choices)
        if answer == "first":
            is_first = raw.lines < starts[0].line
            return _with_rows(raw, raw.rows[is_first], raw.lines[is_first]), [question]
        return (_together(raw, starts) if answer == "all" else raw), [question]
    headings = [(one.line, one.text) for one in raw.layout.dropped if one.reason == HEADING]
    if not headings:
        return raw, []
    question = _ask_groups(headings[0], are_needed=bool(raw.rows.iloc[:, 0].duplicated().any()))
    return (_grouped(raw, headings) if _answer(question, choices) == "scope" else raw), [question]


def _together(raw: RawTable, starts: Sequence[Start]) -> RawTable:
    """Read all tables as one: the title right above the first names that alone, and is no title of the others."""
    *titles, first = raw.layout.titles or ("",)
    grouped = _grouped(raw, [(0, first), *((one.line, one.text) for one in starts)])
    return replace(grouped, layout=replace(raw.layout, titles=tuple(titles)))


def _starts(raw: RawTable) -> Iterator[Start]:
    """Give the lines where another table begins: under a header of its own, or the same one under a heading."""
    heading = None
    for one in sorted(raw.layout.dropped, key=lambda dropped: dropped.line):
        if one.reason == HEADING:
            heading = one
        titled = heading if heading and one.line - heading.line <= _NEAR else None
        if one.reason == OTHER_HEADER or (one.reason == REPEATED and titled):
            yield Start(one.line, titled.text if titled else one.text, one.reason == REPEATED)


def _ask_tables(starts: Sequence[Start]) -> Question:
    options = [Option("first", f"the first alone, down to line {starts[0].line - 1}")]
    if all(start.is_alike for start in starts):
        options.append(Option("all", "all of them as one, told apart by the words above each"))
    seen = f"another begins in line {starts[0].line}: {starts[0].text[:60]}"
    return Question(TABLES, "Which of the tables in the file are to be read?", seen, tuple(options))


def _ask_groups(heading: tuple[int, str], *, are_needed: bool) -> Question:
    """Propose that they are headings where the rows below need them: else they may be rows without a figure."""
    options = (
        Option("scope", f"the rows below are of that kind: {heading[1][:40]} goes into their scope"),
        Option("leave_out", "they are rows without a figure, left out"),
    )
    asks = "What do the lines of words between the rows mean?"
    proposal = "scope" if are_needed else "leave_out"
    return Question(GROUPS, asks, f"line {heading[0]}: {heading[1][:60]}", options, proposal)


def _grouped(raw: RawTable, headings: Sequence[tuple[int, str]]) -> RawTable:
    """Add a column that holds for each row the last heading above it."""
    above = pd.Series("", index=raw.rows.index, dtype="str")
    for line, text in headings:
        above = above.mask(raw.lines > line, text)
    name = GROUP_COLUMN
    return replace(raw, columns=(*raw.columns, name), rows=raw.rows.assign(**{name: above}), places=(*raw.places, 0))
