"""From a phrase to a figure: the main amount, its qualifiers, a second amount that belongs to it, and the unit."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.amounts import is_ratio_base
from claimsdash.domain.wording.bounds import Reading, figure_of
from claimsdash.domain.wording.east_asian import translate_east_asian
from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import Figure, WordingError
from claimsdash.domain.wording.guards import refuse_change, refuse_foreign, refuse_other_numbers
from claimsdash.domain.wording.heads import read_head
from claimsdash.domain.wording.items import Item, is_measure, itemise
from claimsdash.domain.wording.joining import alike, find_join
from claimsdash.domain.wording.numberless import is_silent, no_figure, put_one, read_numberless
from claimsdash.domain.wording.numerals import Numeral
from claimsdash.domain.wording.ratios import refuse_ratio
from claimsdash.domain.wording.rest import read_rest
from claimsdash.domain.wording.spreads import find_spread
from claimsdash.domain.wording.tokens import Token, tokenise
from claimsdash.domain.wording.translating import translate
from claimsdash.domain.wording.vague import VAGUE_WORDS, VagueTable


def read_wording(text: str, *, vague: VagueTable = VAGUE_WORDS) -> Figure:
    """Read what a phrase commits its author to.

    Raises WordingError, naming the words that could not be placed, where the reading is not certain. Equal phrases
    are read once.

    >>> read_wording("more than 3 million shells").low
    3000000.0
    """
    return _read(text, vague)


@lru_cache(maxsize=8192)
def _read(text: str, vague: VagueTable) -> Figure:
    refuse_ratio(text)
    tokens = tokenise(text)
    translated = translate_east_asian(text) or translate(tokens)
    tokens = translated or tokens
    items = itemise(tokens, vague)
    main = next((at for at, item in enumerate(items) if item.amount and not is_measure(tokens, item)), None)
    if main is not None and _says_nothing(items[main].amount) and is_silent(tokens):
        return no_figure(text)
    if main is None:
        found = read_numberless(text, tokens, items)
        if isinstance(found, Figure):
            return found
        items, main = found
    if translated is None:
        refuse_foreign(tokens, items, main)
        refuse_other_numbers(text, tokens, items, main)
    return figure_of(text, tokens, _reading(tokens, *_or_two(tokens, items, main)))


def _says_nothing(amount: Amount | None) -> bool:
    return amount is not None and amount.is_vague and amount.low is None


def _or_two(tokens: list[Token], items: list[Item], main: int) -> tuple[list[Item], int]:
    """Count the article of `a week or two` as one."""
    article = items[main - 3] if main >= 3 else None
    if (
        article is None
        or items[main - 1].text != "or"
        or article.text not in ("a", "an")
        or article.end > article.start + 1
    ):
        return items, main
    return put_one(items, main - 3), main - 3


def _reading(tokens: list[Token], items: list[Item], main: int) -> Reading:
    """Gather what belongs to the main amount."""
    amount = items[main].amount
    assert amount is not None  # noqa: S101 - the caller chose an amount
    head = read_head(tokens, items, main)
    if ratio := _noun_ratio(tokens, items, main):
        noun, base = ratio
        return Reading(base, head.effects, head.spans, base.end, unit=noun)
    reading = Reading(amount, head.effects | {amount.effect}, head.spans, amount.end, lead=head.lead)
    if Effect.WITHIN in head.effects:
        return _within(tokens, items, main, reading)
    if found := find_spread(tokens, items, main):
        reading = replace(reading, amount=found.amount, half=found.half, end=items[found.item].end)
        return _rest(tokens, replace(reading, nouns=_nouns(tokens, items, main)))
    if bracket := _bracket(tokens, items, main, head.effects):
        return _rest(tokens, replace(reading, bracket=bracket[:2], end=bracket[2]))
    join = find_join(tokens, items, main, head.effects)
    if join is None:
        _refuse_open_range(tokens, items, main, head.effects)
        return _rest(tokens, reading)
    if "from" in (token.text for token in tokens[: items[main].start]):
        refuse_change(tokens, items, main)
    first, second = alike(amount, join.second)
    reading = replace(reading, amount=first, second=second, end=second.end, nouns=join.nouns)
    return _rest(tokens, replace(reading, joined=join.effects, links=join.links))


def _noun_ratio(tokens: list[Token], items: list[Item], main: int) -> tuple[tuple[int, ...], Amount] | None:
    """Read `one person in six`: the noun and the ratio; None where the base is a year, a period or has a noun."""
    amount = items[main].amount
    link = next((at for at in range(main + 2, min(main + 4, len(items))) if items[at].text == "in"), None)
    if amount is None or amount.numeral is None or link is None or link + 2 != len(items):
        return None
    base = items[link + 1].amount
    if base is None or base.numeral is None or not is_ratio_base(amount.numeral.value, base.numeral.value):
        return None
    value = amount.numeral.value / base.numeral.value
    numeral = Numeral(value, base.end, value, is_single=True, is_fraction=True)
    ratio = Amount(items[main].start, base.end, items[main].start, value, value, Nature.SHARE, numeral)
    return tuple(range(items[main].end, items[link].start)), ratio


def _rest(tokens: list[Token], reading: Reading) -> Reading:
    rest = read_rest(tokens, reading.end)
    return replace(reading, effects=reading.effects, after=rest.effects, after_spans=rest.qualifiers, unit=rest.unit)


def _nouns(tokens: list[Token], items: list[Item], main: int) -> tuple[int, int]:
    """Return the nouns between a number and its plus-or-minus (6,000 shells, give or take 500)."""
    end = items[main].end
    while tokens[end].text.isalpha() and tokens[end].text not in ("plus", "give", "with", "and", "to", "or"):
        end += 1
    return items[main].end, end


def _within(tokens: list[Token], items: list[Item], main: int, reading: Reading) -> Reading:
    """Read `within 5 percent of 2,000`: the number is the second one."""
    at = main + 1
    while at < len(items) and items[at].amount is None and items[at].text in ("of", "the", "about"):
        at += 1
    width, number = items[main].amount, items[at].amount if at < len(items) else None
    if width is None or number is None or width.numeral is None or number.numeral is None:
        raise WordingError("“Within” needs a width and a number (within 5 percent of 2,000)")
    share = width.nature in (Nature.PERCENT, Nature.SHARE) and number.nature is not width.nature
    factor = abs(number.numeral.value) if share else Decimal(1)
    percent = Decimal(100) if share and width.nature is Nature.PERCENT else Decimal(1)
    half = width.numeral.value * factor / percent
    return _rest(tokens, replace(reading, amount=replace(number, start=width.start), half=half, end=number.end))


def _bracket(
    tokens: list[Token], items: list[Item], main: int, effects: frozenset[Effect]
) -> tuple[Decimal, Decimal, int] | None:
    """Read the ends after an approximate or unknown number: about 300 (250 to 350)."""
    amount = items[main].amount
    window = items[main + 1 : main + 6]
    marks = [item.text for item in window[::2]]
    if amount is None or len(marks) != 3 or marks[0] != "(" or marks[1] not in ("to", "-", "–") or marks[2] != ")":
        return None
    low, high = window[1].amount, window[3].amount
    if not (effects <= {Effect.ABOUT, Effect.PLAIN} or _says_nothing(amount)) or low is None or high is None:
        return None
    if low.numeral is None or high.numeral is None or low.numeral.value >= high.numeral.value:
        return None
    if amount.numeral and not low.numeral.value <= amount.numeral.value <= high.numeral.value:
        return None
    return low.numeral.value, high.numeral.value, window[4].end


def _refuse_open_range(tokens: list[Token], items: list[Item], main: int, effects: frozenset[Effect]) -> None:
    """Refuse `between 20` and two numbers side by side."""
    if Effect.OPENS in effects:
        start = items[max(main - 1, 0)].start
        words = " ".join(token.text for token in tokens[start:] if token.text)
        raise WordingError(
            "The other end of the range is missing", words, start=tokens[start].start, end=tokens[-1].end
        )
    after = items[main + 1] if main + 1 < len(items) else None
    if after is None or after.amount is None or is_measure(tokens, after) or _is_unit_number(tokens, after):
        return
    raise WordingError(
        "There are two numbers side by side", after.text, start=tokens[after.start].start, end=tokens[after.end - 1].end
    )


def _is_unit_number(tokens: list[Token], item: Item) -> bool:
    """Tell whether a number right after another one belongs to the unit: 500-kg bombs, `more than` apart."""
    hyphen = tokens[item.end]
    return item.amount is not None and (
        (hyphen.text == "-" and hyphen.glued) or (item.amount.is_vague and item.amount.low is None)
    )
