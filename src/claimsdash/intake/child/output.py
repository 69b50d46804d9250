"""What a reading process hands back: a line of JSON about the table, then its rows as CSV, each after its line."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

MOST_NOTES = 1_000

MergedRange = tuple[int, int, int, int]
"""First line and column, last line and column, counted from 1."""


@dataclass(frozen=True)
class Note:
    """A cell that is read as blank, or a column left out: where (columns counted from 1), what, and why."""

    line: int | None
    column: int | str | None
    value: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class About:
    """What is to be known of a table before its rows; `sheets` could be chosen in place of `choices["sheet"]`."""

    choices: dict[str, str] = field(default_factory=dict)
    sheets: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    merged: list[MergedRange] = field(default_factory=list)


def write_output(about: About, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Write both to standard output."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")  # type: ignore[union-attr]  # a real stream
    sys.stdout.write(json.dumps(asdict(about)) + "\n")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for line, cells in rows:
        writer.writerow([line, *cells])
    sys.stdout.flush()
