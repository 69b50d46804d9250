"""What can go wrong, in words for the person who has to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class ClaimsdashError(Exception):
    """Any error that claimsdash raises on purpose: its text says what was wrong and what would be right."""


class Severity(StrEnum):
    """How a problem affects its row."""

    ERROR = "error"
    """The row is kept out, and shown."""
    WARNING = "warning"
    """The row is let in, with the warning."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file, with the place and the remedy.

    `line` is the line of the file as an editor counts it (the header of a plain CSV is line 1), None where the
    problem concerns the whole file. `value` is the cell as typed.
    """

    line: int | None
    column: str | None
    value: str
    reason: str
    remedy: str
    severity: Severity = Severity.ERROR
    file: str | None = None
