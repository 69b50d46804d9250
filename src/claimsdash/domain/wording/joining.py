"""Two amounts that make one: ranges, hedged steps (20, possibly 50), either-or of vague words."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import WordingError
from claimsdash.domain.wording.items import Item
from claimsdash.domain.wording.lexicon import AFTER, match
from claimsdash.domain.wording.measures import factor_between
from claimsdash.domain.wording.tokens import Token, TokenKind

_LINKS = frozenset(
    {
        "to",
        "-",
        "–",
        "or",
        "and",
        "but",
        "through",
        ",",
        "if",
        "even",
        "(",
        ";",
        "not",
        "til",
        "till",
        "yet",
        "then",
        "~",
        "x-",
    }
)
_STRAIGHT = frozenset({"to", "-", "–", "through", "til", "till"})
_MOST_NOUNS = 3
_MOST_LINKS = 8
_MOST_STEP = 10
"""Only up to ten times as much shares the zeros of its end: 100-200,000 does, 1 to 500,000 does not (a choice)."""


@dataclass(frozen=True, slots=True)
class Join:
    """A second amount, where it stands among the items, and how it is linked to the first."""

    second: Amount
    item: int
    links: tuple[str, ...]
    effects: frozenset[Effect]
    nouns: tuple[int, int]


def find_join(tokens: list[Token], items: list[Item], first: int, head: frozenset[Effect]) -> Join | None:
    """Return the second amount that belongs to the first one; None where there is none.

    `head` holds the effects of the qualifiers before the first amount.
    """
    amount = items[first].amount
    if amount is None or (amount.is_vague and amount.low is None):
        return None
    for nouns in range(_MOST_NOUNS + 1):
        if nouns and not _is_noun(items, first + nouns):
            return None
        if join := _linked(tokens, items, first, nouns):
            return join if _fits(tokens, items, first, join, head) else None
    return None


def _is_noun(items: list[Item], place: int) -> bool:
    return place < len(items) and items[place].amount is None and items[place].text not in _LINKS


def _linked(tokens: list[Token], items: list[Item], first: int, nouns: int) -> Join | None:
    """Follow links and qualifiers up to a second amount."""
    links: list[str] = []
    effects: set[Effect] = set()
    place = first + nouns + 1
    while place < len(items) and place < first + nouns + 1 + _MOST_LINKS:
        item = items[place]
        if item.amount:
            if item.amount.high is None and item.amount.is_vague:
                return None
            noun_span = (items[first].end, items[first + nouns].end)
            return Join(item.amount, place, tuple(links), frozenset(effects), noun_span) if links or effects else None
        if item.effect is Effect.REFUSED:
            if links[-1:] != ["if"] or item.text != "not":
                return None
            links.append("not")
        elif item.entry and item.entry.words not in (("of",), ("at",)):
            effects.add(item.entry.effect)
            links += ["to"] if tokens[item.end - 1].text == "to" and item.effect is Effect.CEILING and not links else []
        elif item.text in _LINKS:
            links.append(item.text)
        else:
            return None
        place += 1
    return None


def _fits(tokens: list[Token], items: list[Item], first: int, join: Join, head: frozenset[Effect]) -> bool:
    """Tell whether links and qualifiers make a range of the two amounts."""
    amount = items[first].amount
    assert amount is not None  # noqa: S101 - the caller chose an amount
    links = frozenset(join.links)
    if not _same_noun(tokens, join, items[join.item].end):
        return False
    if _bounds_face(join, head):
        return True
    if not _links_fit(links, join, head):
        return False
    return _rises(amount, join) or bool(links & _STRAIGHT or Effect.OPENS in head)


def _bounds_face(join: Join, head: frozenset[Effect]) -> bool:
    """Tell whether one number bounds below and the other above: at least 4 but fewer than 9."""
    return (Effect.FLOOR in head and Effect.CEILING in join.effects) or (
        Effect.CEILING in head and Effect.FLOOR in join.effects
    )


def _links_fit(links: frozenset[str], join: Join, head: frozenset[Effect]) -> bool:
    if Effect.FLOOR in join.effects:
        return False
    hedged = Effect.PERHAPS in join.effects or Effect.CEILING in join.effects
    if Effect.OPENS in head:
        return bool(links & (_STRAIGHT | {"and"})) or hedged
    if links & _STRAIGHT or "or" in links or {"if", "not"} <= links:
        return "but" not in links
    return hedged or "even" in links


def _rises(amount: Amount, join: Join) -> bool:
    low, high = shared_scale(_with_base(amount, join.second.base), join.second, join.links)
    return low is None or high is None or low < high


def _same_noun(tokens: list[Token], join: Join, after: int) -> bool:
    """Tell whether the nouns after both amounts agree, or only one has any (20 people or 30; 900 grams to 1.2 kg)."""
    start, end = join.nouns
    if start == end:
        return True
    noun, other = tokens[start].text, tokens[after]
    if other.kind is not TokenKind.WORD or match(AFTER, tokens, after):
        return True
    return _single(noun) == _single(other.text) or factor_between(noun, other.text) is not None


def _single(noun: str) -> str:
    return noun.removesuffix("s")


def shared_scale(first: Amount, second: Amount, links: Collection[str]) -> tuple[Decimal | None, Decimal | None]:
    """Return the low of the first and the high of the second, the first with the scale of the second if it shares it.

    Of `a million or two` the second has the scale of the first.
    """
    if first.numeral is None or second.numeral is None:
        return _shared_plural(first, second), second.high
    one, two = first.numeral, second.numeral
    if one.scales and one.mantissa == 1 and not two.scales and two.value in (2, 3) and "or" in links:
        return one.value, two.value * prod(one.scales, start=Decimal(1))
    if one.is_fraction and two.is_fraction:
        return one.value, two.value
    for scales in _shareable(one.scales, two.scales):
        factor = prod(scales, start=Decimal(1))
        if abs(one.value) < abs(two.value / factor):
            return one.value * factor, two.value
    if one.in_digits and two.groups_of_zeros and not one.scales and not two.scales and 0 < one.value < 1000:
        factor = Decimal(1000) ** two.groups_of_zeros
        if not one.groups_of_zeros and one.value < two.value / factor <= _MOST_STEP * one.value:
            return one.value * factor, two.value
    return one.value, two.value


def _shareable(one: tuple[Decimal, ...], two: tuple[Decimal, ...]) -> list[tuple[Decimal, ...]]:
    """Return the closing scales of the second number that the first may share, the longest first."""
    if not one:
        return [two[start:] for start in range(len(two))]
    return [two[len(one) :]] if two[: len(one)] == one and len(two) > len(one) else []


def _shared_plural(first: Amount, second: Amount) -> Decimal | None:
    """Return the low of the first: of `tens, if not hundreds, of thousands` it is 20,000."""
    if first.low is None or second.low is None or not (first.is_vague and second.is_vague):
        return first.low
    shares = first.counted == 1 < second.counted and first.low < second.low / second.counted
    return first.low * second.counted if shares else first.low


def alike(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Give both ends of a range the nature of the one that states it: 15 to 20 percent, two to three times, $2-3bn."""
    if first.unit and second.unit and first.unit != second.unit and first.nature is second.nature:
        raise WordingError("The two ends are in different currencies", f"{first.unit} {second.unit}")
    stated = second if second.unit or second.nature is not Nature.COUNT else first
    natures = {first.nature, second.nature}
    if len(natures - {Nature.COUNT}) > 1:
        return _converted(first, second)
    if Nature.SHARE in natures and len(natures) > 1:
        return _with_base(first, second.base), second
    same = {"nature": stated.nature, "unit": stated.unit or first.unit}
    return replace(first, **same), replace(second, **same)  # type: ignore[arg-type]  # the two fields have these types


def _with_base(amount: Amount, base: Decimal) -> Amount:
    """Give the first number of `one or two in ten` its base."""
    if base == 1 or amount.numeral is None or amount.nature is not Nature.COUNT:
        return amount
    value = amount.numeral.value / base
    numeral = replace(amount.numeral, value=value, is_single=True, is_fraction=True)
    return replace(amount, numeral=numeral, low=value, high=value, nature=Nature.SHARE)


def _converted(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Turn the second end into the nature of the first: a third to 40 percent."""
    factors = {(Nature.SHARE, Nature.PERCENT): Decimal("0.01"), (Nature.PERCENT, Nature.SHARE): Decimal(100)}
    factor = factors.get((first.nature, second.nature))
    if factor is None or second.numeral is None:
        raise WordingError("The two ends of the range are different things")
    numeral = replace(second.numeral, value=second.numeral.value * factor, scales=())
    value = numeral.value
    return first, replace(second, numeral=numeral, low=value, high=value, nature=first.nature, unit=first.unit)
