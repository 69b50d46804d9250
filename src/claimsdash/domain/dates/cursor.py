"""A place in a list of tokens, moved on as rules of the grammar take tokens, and put back where a rule fails."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from claimsdash.domain.dates.nodes import Node
from claimsdash.domain.dates.tokens import Token

Found = TypeVar("Found")
More = ParamSpec("More")
_END = Token("", 0, 0)


@dataclass(slots=True)
class Cursor:
    """The tokens, the text that they come from, the day of reading, and where the reading is.

    `furthest` is the furthest place reached, which tells what could not be read. `known` keeps what was found at a
    place, so that no stretch of tokens is parsed twice and time stays linear. `frame` is the day that "that year" goes
    by. `elliptical` says that the tokens are what is left of a range: first ... weeks of May. `windows` allows a
    length to be measured up to a date: "the year to June", but not in "from the start of the year to June".
    """

    tokens: list[Token]
    text: str
    reference: date
    frame: date
    at: int = 0
    furthest: int = 0
    elliptical: bool = False
    windows: bool = True
    known: dict[tuple[int, bool], tuple[Node | None, int]] = field(default_factory=dict)

    @property
    def next(self) -> Token:
        """The token to be read next; one without a kind at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.tokens)

    def peek(self, ahead: int = 1) -> Token:
        """Return the token so many places on."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else _END

    def take(self, *kinds: str) -> Token | None:
        """Take the next token if it is of one of these kinds."""
        if self.at >= len(self.tokens) or self.tokens[self.at].kind not in kinds:
            return None
        self.at += 1
        self.furthest = max(self.furthest, self.at)
        return self.tokens[self.at - 1]

    def skip(self, *kinds: str) -> None:
        """Pass over tokens of these kinds."""
        while self.take(*kinds):
            pass

    def without_windows(self, read: "Callable[[Cursor], Found]") -> Found:
        """Read something in which no length is measured up to a date."""
        before, self.windows = self.windows, False
        try:
            return read(self)
        finally:
            self.windows = before

    def is_plural(self, token: Token) -> bool:
        """Tell whether a word is in the plural; year's is not."""
        word = self.text[token.start : token.end].lower()
        return word.endswith("s") and word[-2:-1] not in "'’‘ʼ"

    def over(self, tokens: list[Token]) -> "Cursor":
        """Return a cursor over tokens put together from two places, read on the same day."""
        return Cursor(tokens, self.text, self.reference, self.frame, elliptical=True)


def rule(read: Callable[Concatenate[Cursor, More], Found | None]) -> Callable[Concatenate[Cursor, More], Found | None]:
    """Make a rule of the grammar put the cursor back where it finds nothing."""

    @wraps(read)
    def attempt(cursor: Cursor, /, *more: More.args, **named: More.kwargs) -> Found | None:
        before = cursor.at
        found = read(cursor, *more, **named)
        if found is None:
            cursor.at = before
        return found

    return attempt


def first_of(cursor: Cursor, rules: "tuple[Callable[[Cursor], Any], ...]") -> Any:
    """Return what the first rule that finds something finds."""
    for read in rules:
        found = read(cursor)
        if found is not None:
            return found
    return None
