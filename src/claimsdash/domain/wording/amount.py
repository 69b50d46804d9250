"""What one amount is: a number, a share, a percentage, a multiple or a vague word."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.numerals import Numeral


class Nature(Enum):
    """What an amount is an amount of."""

    COUNT = auto()
    PERCENT = auto()
    POINTS = auto()
    SHARE = auto()
    MULTIPLE = auto()


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount and its tokens, `start` to `end`; `first` is where the number begins (after a currency sign).

    `numeral` is None for vague words, whose `low` and `high` may be unknown. `unit` is what the amount says of
    its unit (a currency, `%`), `effect` a bound that belongs to its words (a majority of), `counted` what a vague
    plural counts (1,000 in tens of thousands), `base` the second number of a ratio (five in two in five).
    """

    start: int
    end: int
    first: int
    low: Decimal | None
    high: Decimal | None
    nature: Nature = Nature.COUNT
    numeral: Numeral | None = None
    unit: str = ""
    effect: Effect = Effect.PLAIN
    counted: Decimal = Decimal(1)
    base: Decimal = Decimal(1)

    @property
    def is_vague(self) -> bool:
        """Tell whether a vague word stands for the number."""
        return self.numeral is None
