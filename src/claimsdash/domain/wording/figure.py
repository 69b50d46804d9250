"""What a wording says of a number: kind, bounds, unit, and which letters said what."""

from dataclasses import dataclass

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.errors import ClaimsdashError


class WordingError(ClaimsdashError):
    """A phrase that commits to no number that can be read with certainty.

    `words` are the words that could not be placed, `start` and `end` their place in the phrase.
    """

    def __init__(self, reason: str, words: str = "", *, start: int = 0, end: int = 0) -> None:
        """Say what stands in the way; the words concerned are quoted after the reason."""
        super().__init__(f"{reason}: “{words}”" if words else reason)
        self.words = words
        self.start = start
        self.end = end


@dataclass(frozen=True)
class Part:
    """A stretch of the phrase and its role; `start` and `end` count characters, end exclusive.

    Names: `qualifier`, `number`, `unit`; `share` and `multiple` are numbers that are ratios (a third, twice).
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Figure:
    """What a phrase commits its author to; an open or unknown end is None.

    Percentages stay percent (unit phrase `% ...`), shares are ratios (`of ...`), multiples have the unit `times`.
    `place` is the place value of the last non-zero digit as printed (13,000: 1,000), None where there is none.
    `is_strict` tells `more than 24` from `at least 24`: both have the low 24.
    """

    kind: Qualifier
    low: float | None
    best: float | None
    high: float | None
    unit_phrase: str = ""
    parts: tuple[Part, ...] = ()
    place: float | None = None
    is_strict: bool = False

    @property
    def is_share(self) -> bool:
        """Tell whether the number is a ratio of a whole (a third, one in five): 0.5 and not 50."""
        return any(part.name == "share" for part in self.parts)

    @property
    def is_percent(self) -> bool:
        """Tell whether the number is a percentage."""
        return self.unit_phrase.startswith("%")

    @property
    def bounds(self) -> tuple[Qualifier, float | None, float | None, float | None]:
        """Return kind, low, best and high: what two wordings of the same amount share."""
        return self.kind, self.low, self.best, self.high
