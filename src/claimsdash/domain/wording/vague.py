"""The vague words of number ("dozens", "several"): what each commits its author to, and who says so.

A table is data: `VAGUE_WORDS` is the one in force, and a workspace can bring its own as text (`read_vague_table`).
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from claimsdash.domain.errors import ClaimsdashError

_COLUMNS = ("word", "low", "high", "said_by")


class VagueTableError(ClaimsdashError):
    """A table of vague words that cannot be used; the text names the line."""


@dataclass(frozen=True)
class VagueWord:
    """One word, the least and the most it commits to (None: unknown), and the source of the two numbers.

    A word of few (`several`) multiplies a base that follows it (several hundred); `low`, `mid` and `high` are the
    bands of a base (the low hundreds), in multiples of it.
    """

    word: str
    low: Decimal | None
    high: Decimal | None
    said_by: str


@dataclass(frozen=True, eq=False)
class VagueTable:
    """The vague words in force, looked up by word."""

    words: tuple[VagueWord, ...]
    by_word: dict[str, VagueWord] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the words."""
        object.__setattr__(self, "by_word", {word.word: word for word in self.words})

    def __iter__(self) -> Iterator[VagueWord]:
        """Go through the words in the order of the table."""
        return iter(self.words)

    def with_words(self, words: Iterable[VagueWord]) -> "VagueTable":
        """Return the table with these words added, or changed where it has them.

        >>> mine = VagueWord("dozens", Decimal(12), Decimal(100), "ACLED")
        >>> VAGUE_WORDS.with_words([mine]).by_word["dozens"].low
        Decimal('12')
        """
        return VagueTable(tuple({**self.by_word, **{word.word: word for word in words}}.values()))


def _rows(said_by: str, rows: str) -> list[VagueWord]:
    """Make words of lines `word: low high`, with `-` for an unknown end."""
    made = []
    for row in filter(None, (line.strip() for line in rows.splitlines())):
        word, _, numbers = row.partition(":")
        low, high = (None if number == "-" else Decimal(number) for number in numbers.split())
        made.append(VagueWord(word, low, high, said_by))
    return made


_DICTIONARY = (
    "Usual dictionary-style readings; “several” is the larger: "
    "Katzir and Ariel, “A few or several?”, Language and Cognition, 2023"
)
_TWO_OF_THE_BASE = (
    "A plural is at least two of the base (Crowd Counting Consortium, data dictionary, size_low); "
    "at most the base of the next rung, the word that a speaker who knew of more would use"
)
_THIRDS = "A choice: the decade above the base in three bands, at 4 and 7 times the base"
_DIGITS = "By definition: the numbers that are written with so many digits"
_UNKNOWN = (
    "No number is committed to: ACLED, Crowd Counting Consortium and Count Love code it by a fixed number, we do not"
)

VAGUE_WORDS = VagueTable(
    (
        *_rows(_DICTIONARY, "couple: 2 3\n few: 3 5\n handful: 3 5\n several: 3 9"),
        *_rows(
            _TWO_OF_THE_BASE,
            """
            tens: 20 100
            dozens: 24 100
            scores: 40 100
            hundreds: 200 1000
            thousands: 2000 10000
            lakhs: 200000 1000000
            millions: 2000000 10000000
            crores: 20000000 100000000
            billions: 2000000000 10000000000
            trillions: 2000000000000 10000000000000
            """,
        ),
        *_rows(_THIRDS, "low: 1 4\n mid: 4 7\n high: 7 10"),
        *_rows(_DIGITS, "single-digit: 1 10\n double-digit: 10 100\n triple-digit: 100 1000"),
        *_rows(
            _UNKNOWN,
            """
            many: - -
            numerous: - -
            countless: - -
            untold: - -
            innumerable: - -
            myriad: - -
            multiple: - -
            various: - -
            unknown number: - -
            """,
        ),
    )
)
"""The table in force where a workspace brings none (CONVENTIONS, table 4)."""


def read_vague_table(text: str, *, base: VagueTable = VAGUE_WORDS) -> VagueTable:
    """Read CSV text with the columns word, low, high and said_by, and lay its words over those of `base`.

    An empty low or high is an unknown end. Raises VagueTableError, naming the line.

    >>> read_vague_table("word,low,high,said_by\\ndozens,12,100,ACLED\\n").by_word["dozens"].low
    Decimal('12')
    """
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise VagueTableError(
            f"The table of vague words lacks the column {missing[0]}: it needs {', '.join(_COLUMNS)}."
        )
    return base.with_words([_read_row(row, line) for line, row in enumerate(reader, start=2)])


def _read_row(row: dict[str, str | None], line: int) -> VagueWord:
    word = (row["word"] or "").strip().lower()
    if not word:
        raise VagueTableError(f"Line {line} of the table of vague words has no word.")
    low, high = (_read_number(row[column], line) for column in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise VagueTableError(f"Line {line} of the table of vague words: low {low} is above high {high}.")
    return VagueWord(word, low, high, (row["said_by"] or "").strip())


def _read_number(cell: str | None, line: int) -> Decimal | None:
    if not (cell or "").strip():
        return None
    try:
        number = Decimal((cell or "").strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or not 0 <= number < Decimal("1e18"):
        raise VagueTableError(f"Line {line} of the table of vague words: {cell!r} is not a number of 0 or more.")
    return number
