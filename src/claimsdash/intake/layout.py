"""Where in a file its table lies: lines of the header, texts above, and the lines that are no rows of figures."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimsdash.intake.refusal import ReadingError

Row = tuple[int, Sequence[str]]
"""The line on which a row begins, and its cells."""

MergedRange = tuple[int, int, int, int]
"""First line and column, last line and column, counted from 1."""

_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}")
_NUMBER = re.compile(r"[(+△▲▼▽-]?[\s$€£¥₩]{0,2}[0-9][0-9.,'’ \u00a0\u202f]{0,30}[)%]?(?:[eE][+-]?[0-9]{1,3})?")
_DAY = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?:[ T][0-9:.]{1,15})?")
_MOST_HEADER_ROWS = 4
_UNIT_ROWS = frozenset(["unit", "units", "einheit", "unité", "unidad", "unità", "jednostka", "единица измерения"])
"""What a line of units below the header begins with."""
_SHOWN_CHARACTERS = 80
_DATE = re.compile(
    r"(?:1[5-9]|20|21)[0-9]{2}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[- ][^\W\d_]{3,9}[- ][0-9]{2,4}"
)


@dataclass(frozen=True)
class Dropped:
    """A line that is not read as a row: where, what it says, and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Layout:
    """How the table lies in its file; a header of several lines has its parts joined by " / ".

    `header` is empty where the table has none, and the columns are then numbered.
    """

    header: tuple[int, ...]
    titles: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True)
class Head:
    """What the top of a file shows: names of the columns, their layout, and how many rows of the top it takes up."""

    names: tuple[str, ...]
    layout: Layout
    taken: int


def find_head(top: Sequence[Row], told: tuple[int, ...] | None, merged: Iterable[MergedRange] = ()) -> Head:
    """Find the header among the first rows that are not blank.

    It is the first row in which most of the columns have a cell and few of these are figures, with the rows of bands
    directly above and of units directly below. What stands above is a title. `told` gives its lines instead.
    Raises ReadingError where most rows have more cells than the header: nobody can say which column has no name.
    """
    rows = [_spread(row, merged) for row in top]
    width = _usual_width(top)
    if told is not None:
        places = [place for place, (line, _) in enumerate(rows) if line in told]
        first, last = (places[0], places[-1]) if places else (0, -1)
    else:
        first, last = _find(rows, width)
    taken = last + 1
    header = [cells for _, cells in rows[first:taken]]
    if header:
        width = _width_below(header, rows[taken:])
    names = _names(header, width)
    above = [Dropped(line, joined(cells), "a title above the table") for line, cells in top[:first]]
    lines = tuple(line for line, _ in rows[first:taken])
    return Head(names, Layout(lines, tuple(one.text for one in above), tuple(above)), taken)


def joined(cells: Iterable[str]) -> str:
    """Return the cells of a line in short.

    >>> joined(["Losses", "", "2024"])
    'Losses | 2024'
    """
    return " | ".join(cell.strip() for cell in cells if cell.strip())[:_SHOWN_CHARACTERS]


def is_figure(cell: str) -> bool:
    """Return whether a cell holds a number that is neither a year nor a day.

    >>> [is_figure(cell) for cell in ("5,100", "2019", "01/02/2024", "votes", "(12.5%)")]
    [True, False, False, False, False]
    """
    text = cell.strip()
    if _YEAR.fullmatch(text.rstrip("% )").lstrip("( ")):
        return False
    return bool(_NUMBER.fullmatch(text)) and not _YEAR.fullmatch(text) and not _DAY.fullmatch(text)


def _filled(cells: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(cells) if cell.strip()]


def _width_below(header: Sequence[Sequence[str]], below: Sequence[Row]) -> int:
    """Return how many columns a table has whose header is this; a row that has more is not of it."""
    most = max(map(len, header))
    extents = Counter(places[-1] + 1 for places in (_filled(cells) for _, cells in below) if places)
    usual = max(extents, key=lambda width: (extents[width], -width), default=0)
    if usual > most:
        raise ReadingError(
            f"The header names {most} columns and most rows have {usual} cells, so nobody can say which column has no "
            "name: write a name above each of them."
        )
    named = max((place + 1 for cells in header for place in _filled(cells)), default=0)
    return max([named, *(width for width in extents if width <= most)])


def _usual_width(top: Sequence[Row]) -> int:
    """Return how many cells reach to the last filled one in most rows; of two equally common the larger."""
    extents = Counter(places[-1] + 1 for places in (_filled(cells) for _, cells in top) if places)
    common = max(extents.values())
    return max(width for width, count in extents.items() if count >= common / 2)


def _spread(row: Row, merged: Iterable[MergedRange]) -> Row:
    """Write the text of a merged cell into each cell that it covers, in its own line; not where it spans them all."""
    line, cells = row
    filled = list(cells)
    for top, left, bottom, right in merged:
        if top <= line <= bottom and left < right <= len(filled) and not (left == 1 and right >= len(filled)):
            filled[left - 1 : right] = [filled[left - 1]] * (right - left + 1)
    return line, filled


def _find(rows: Sequence[Row], width: int) -> tuple[int, int]:
    """Return the places of the first and the last row of the header; (0, -1) where there is none."""
    full = next((place for place, (_, cells) in enumerate(rows) if _is_full(cells, width)), 0)
    if _holds_figures(rows[full][1]) or _is_like_below(rows, full):
        if full and len(_filled(rows[full - 1][1])) >= max(2, 0.4 * width):
            return _first_band(rows, full - 1), full - 1
        return full, full - 1
    last = full
    while last + 1 < len(rows) and last - full < _MOST_HEADER_ROWS and _is_under_header(rows, last + 1):
        last += 1
    return _first_band(rows, full), last


def _is_full(cells: Sequence[str], width: int) -> bool:
    return len(_filled(cells)) >= max(min(width, 2), 0.6 * width)


def _holds_figures(cells: Sequence[str]) -> bool:
    """Return whether a row holds figures as a row of data does; numbers that count on (1, 2, 3) name columns."""
    figures = [cell.strip() for cell in cells if is_figure(cell)]
    counting = len(figures) > 2 and all(text.isdecimal() for text in figures)
    if counting and [int(text) for text in figures] == list(range(int(figures[0]), int(figures[0]) + len(figures))):
        return False
    return len(figures) >= 0.3 * max(len(_filled(cells)), 1)


def _is_like_below(rows: Sequence[Row], place: int) -> bool:
    """Return whether a row is one of data although few of its cells are figures: no word stands over any figures."""
    cells = rows[place][1]
    below = [row for _, row in rows[place + 1 : place + 12]]
    over = [cells[p].strip() for p in _filled(cells) if _mostly_figures(below, p)]
    numbers = [int(text) for text in over if text.isdecimal()]
    counts_on = len(numbers) == len(over) > 1 and all(b - a == 1 for a, b in pairwise(numbers))
    return bool(over) and all(map(is_figure, over)) and not counts_on


def _first_band(rows: Sequence[Row], header: int) -> int:
    first = header
    while first and header - first < _MOST_HEADER_ROWS and _is_band(rows[first - 1], rows[first]):
        first -= 1
    return first


def _is_band(above: Row, below: Row) -> bool:
    """Return whether the upper row names groups of the columns: directly above, and more than a title at the left."""
    places = _filled(above[1])
    if above[0] != below[0] - 1 or not places or places == [0] or _holds_figures(above[1]):
        return False
    gaps = [place for place in range(places[0], len(below[1])) if place not in places and below[1][place].strip()]
    repeated = len({above[1][place] for place in places}) < len(places)
    return places[-1] < len(below[1]) and (bool(gaps) or repeated)


def _is_under_header(rows: Sequence[Row], place: int) -> bool:
    """Return whether a row below the header still names columns: its cells are words where figures stand below."""
    line, cells = rows[place]
    places = _filled(cells)
    below = [row for _, row in rows[place + 1 : place + 12]]
    if line != rows[place - 1][0] + 1 or not places or not below:
        return False
    if cells[places[0]].strip().lower() in _UNIT_ROWS:
        return True
    if any(is_figure(cells[p]) for p in places):
        return False
    if _is_words_over_digits(cells, below):
        return True
    above = rows[place - 1][1]
    dates = [p for p in places if _is_date_under(above[p : p + 1], cells[p]) and _mostly_figures(below, p)]
    if len(dates) > 1 and len(dates) >= len(places) - 2:
        return True
    named = [p for p in places if p >= len(above) or not above[p].strip()]
    return len(named) < len(places) and all(
        p in named or (_mostly_figures(below, p) and not _is_blank_word(cells[p])) for p in places
    )


def _is_words_over_digits(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether a full row has words in each of at least two columns that hold digits below."""
    columns = [[row[p] for row in below if p < len(row) and row[p].strip()] for p in range(len(cells))]
    digits = [p for p, column in enumerate(columns) if sum(map(_has_digit, column)) > len(column) / 2]
    are_words = all(cell.strip() and not _has_digit(cell) and not _is_blank_word(cell) for cell in cells)
    distinct = len({cells[p].strip() for p in digits})
    return are_words and len(below) > 1 and distinct == len(digits) > 1


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _is_date_under(above: Sequence[str], cell: str) -> bool:
    """Return whether a cell is a date that names its column: below a year, 1500 is a figure and no year."""
    text = cell.strip()
    has_year = any(_YEAR.fullmatch(name.strip()) for name in above)
    return bool(_DATE.fullmatch(text)) and not (has_year and _YEAR.fullmatch(text))


def _mostly_figures(below: Sequence[Sequence[str]], place: int) -> bool:
    cells = [row[place].strip() for row in below if place < len(row) and row[place].strip()]
    return bool(cells) and sum(map(is_figure, cells)) > len(cells) / 2


def _is_blank_word(cell: str) -> bool:
    return cell.strip().lower() in BLANK_WORDS


BLANK_WORDS = frozenset(
    ["", "-", "–", "—", "−", "n/a", "na", "n.a.", "n.a", "nan", "null", "none", "..", "...", "…", ":", ".", "x", "#n/a",
     ". ."]
)  # fmt: skip  # several to a line
"""What stands in a cell of figures where there is none: never zero."""


def _names(header: list[Sequence[str]], width: int) -> tuple[str, ...]:
    """Join the parts of each column's name, and tell equal names apart by a number."""
    spread = [_forward(cells, header[place + 1 :]) for place, cells in enumerate(header)]
    names = [_name(spread, place) for place in range(width)]
    seen: Counter[str] = Counter()
    unique = []
    for name in names:
        seen[name] += 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(unique)


def _forward(cells: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Let the name of a group stand over the blank cells to its right that are named in a row below."""
    filled = []
    last = ""
    for place, cell in enumerate(cells):
        last = cell if cell.strip() else last
        is_named = any(place < len(row) and row[place].strip() for row in below)
        filled.append(last if is_named else cell)
    return filled


def _name(header: list[list[str]], place: int) -> str:
    parts: Iterator[str] = (
        " ".join(cells[place].strip("\ufeff \t\r\n").split()) for cells in header if place < len(cells)
    )
    distinct = list(dict.fromkeys(part for part in parts if part))
    return " / ".join(distinct) or f"column {place + 1}"
