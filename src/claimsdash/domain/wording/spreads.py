"""Plus or minus: the width that stands after a number (5,000 rounds, give or take 500)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import WordingError
from claimsdash.domain.wording.items import Item
from claimsdash.domain.wording.lexicon import AFTER, match
from claimsdash.domain.wording.numerals import Numeral
from claimsdash.domain.wording.tokens import Token

_MOST_NOUNS = 3
_ENDS = frozenset({"or", "to", "and", "but", ";"})


@dataclass(frozen=True, slots=True)
class Spread:
    """A number, d on either side of it, and the item that holds d."""

    amount: Amount
    half: Decimal
    item: int


def find_spread(tokens: list[Token], items: list[Item], first: int) -> Spread | None:
    """Return the width after a number; None where there is none. Nouns may stand between.

    Raises WordingError where the width is vague or wider than what is counted.
    """
    at = _width_item(tokens, items, first)
    while at is not None and at < len(items) and items[at].effect in (Effect.ABOUT, Effect.PLAIN):
        at += 1
    amount, width = items[first].amount, items[at].amount if at is not None and at < len(items) else None
    if at is None or amount is None or width is None:
        return None
    if amount.numeral is None or width.numeral is None:
        raise WordingError("The number and the width after “plus or minus” must both be numbers")
    number = _scaled(amount.numeral, width.numeral)
    half = _half(number, amount.nature, width.numeral, width.nature)
    if amount.nature is Nature.COUNT and half > abs(number.value):
        raise WordingError("The width after “plus or minus” is greater than the number")
    return Spread(replace(amount, numeral=number), half, at)


def _width_item(tokens: list[Token], items: list[Item], first: int) -> int | None:
    """Return the item after `plus or minus`, `give or take`, `±`; None where no such words follow."""
    for place in range(first + 1, min(len(items), first + 2 + _MOST_NOUNS)):
        found = match(AFTER, tokens, items[place].start)
        if found and (found[0].effect is Effect.SPREAD or found[0].words == ("give", "or", "take")):
            return next((at for at in range(place, len(items)) if items[at].start >= found[1]), None)
        if found is None and (items[place].amount or items[place].text in _ENDS):
            return None
    return None


def _scaled(number: Numeral, width: Numeral) -> Numeral:
    """Give the number the scale of the width where only that has one: 4.5 ± 0.5 million."""
    if number.scales or not width.scales or width.mantissa >= number.value:
        return number
    factor = prod(width.scales, start=Decimal(1))
    return replace(number, value=number.value * factor, scales=width.scales)


def _half(number: Numeral, nature: Nature, width: Numeral, width_nature: Nature) -> Decimal:
    """Return d as a number: a percentage or share of n, or with the scale of n where it has decimals and no scale."""
    if nature is Nature.SHARE and width_nature is Nature.COUNT:
        raise WordingError("The width after “plus or minus” is no share")
    if width_nature is Nature.PERCENT and nature is not Nature.PERCENT:
        return abs(number.value) * width.value / 100
    if width_nature is Nature.SHARE and nature is not Nature.SHARE:
        return abs(number.value) * width.value
    if number.scales and not width.scales and width.value < number.mantissa and width.value != int(width.value):
        return width.value * prod(number.scales, start=Decimal(1))
    return width.value
