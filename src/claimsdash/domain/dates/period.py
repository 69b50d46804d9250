"""A stretch of days, and what is said when a date cannot be read."""

from dataclasses import dataclass
from datetime import date

from claimsdash.domain.errors import ClaimsdashError

_SHOWN = 80


class DateError(ClaimsdashError):
    """A date that cannot be read: the text, why not, and what would be right.

    `unread` holds the words that could not be placed, where the trouble is some words and not the whole.
    """

    def __init__(self, text: str, reason: str, remedy: str, *, unread: str = "") -> None:
        """Keep the parts, for a problem in a file, and make one sentence of them."""
        self.text = text
        self.reason = reason
        self.remedy = remedy
        self.unread = unread
        super().__init__(f"“{shortened(text)}”: {reason}; {remedy}")


def shortened(text: str) -> str:
    """Return the text as a message can show it: its beginning, if it is long."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included.

    An end that is None is open (it has no bound: `open_start`, `open_end` are True) or else unknown. `approximate`
    says that the source gave the ends as approximate or uncertain. At least one end is a day.
    """

    start: date | None
    end: date | None
    approximate: bool = False
    open_start: bool = False
    open_end: bool = False

    def __post_init__(self) -> None:
        """Refuse a period that says nothing or contradicts itself."""
        if self.start is None and self.end is None:
            raise DateError("..", "a period needs a first or a last day", "give at least one of the two")
        if self.start and self.end and self.start > self.end:
            raise DateError(f"{self.start}/{self.end}", "the period ends before it begins", "swap its ends")
        if (self.open_start and self.start) or (self.open_end and self.end):
            raise DateError(f"{self.start}/{self.end}", "an end with a day is not open", "drop the day or the flag")
