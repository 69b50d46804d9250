"""Amounts at a place in a list of tokens: numbers, shares, percentages, multiples, vague words."""

from dataclasses import replace
from decimal import Decimal

from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.numerals import Numeral, read_numeral
from claimsdash.domain.wording.small_numbers import skip_hyphen
from claimsdash.domain.wording.tokens import Token, TokenKind
from claimsdash.domain.wording.vague import VagueTable
from claimsdash.domain.wording.vague_amounts import Vague, read_vague
from claimsdash.domain.wording.word_amounts import read_word_amount
from claimsdash.domain.wording.word_sets import word_set

_PERCENT = frozenset({"%", "percent", "pct", "percents", "p.c", "pc", "percentage"})
_PERIODS = word_set(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade "
    "decades jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july "
    "august september october november december"
)
_CURRENCY_ENDINGS = ("$", "€", "£", "¥", "₹", "₩", "₽", "₴", "₺")
_CURRENCY_CODES = word_set("usd eur gbp krw rub uah jpy cny chf inr aud cad rs rs. us")
_RATIO_BASES = frozenset(
    map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10**4, 10**5, 10**6))
)


def read_amount(tokens: list[Token], place: int, vague: VagueTable) -> Amount | None:
    """Read the longest amount that starts here; None where none does."""
    if tokens[place].kind is TokenKind.END:
        return None
    if amount := read_word_amount(tokens, place):
        return amount
    first = _after_currency(tokens, place)
    number = first if first > place else _after_sign(tokens, place)
    found = _read_vague_amount(tokens, number, vague) or _read_number_amount(tokens, number)
    if found is None:
        return None
    if number > first and found.numeral:
        found = _signed(found, tokens[place].text)
    unit = _currency_text(tokens, place, first) if first > place else found.unit
    return replace(found, start=place, first=first if first > place else place, unit=unit)


def _after_currency(tokens: list[Token], place: int) -> int:
    """Return where the number after a currency sign or code starts; `place` where there is none."""
    text = tokens[place].text
    if text in _CURRENCY_CODES and tokens[place + 1].text in _CURRENCY_ENDINGS:
        return place + 2
    if text.endswith(_CURRENCY_ENDINGS):
        return place + 1
    if text in _CURRENCY_CODES and text != "us" and tokens[place + 1].kind is TokenKind.NUMBER:
        return place + 1
    return place


def _currency_text(tokens: list[Token], place: int, first: int) -> str:
    return "".join(token.text for token in tokens[place:first]).upper()


def _after_sign(tokens: list[Token], place: int) -> int:
    """Return where the number after a minus or plus starts."""
    token, after = tokens[place], tokens[place + 1]
    if token.text in ("-", "–", "+") and after.glued and not token.glued and after.kind is TokenKind.NUMBER:
        return place + 1
    if place and tokens[place - 1].text in ("or", "and", "/"):
        return place
    return place + 1 if token.text in ("minus", "negative") and after.kind is TokenKind.NUMBER else place


def _signed(amount: Amount, sign: str) -> Amount:
    if sign == "+" or amount.numeral is None:
        return amount
    value = -amount.numeral.value
    numeral = replace(amount.numeral, value=value, mantissa=-amount.numeral.mantissa)
    return replace(amount, numeral=numeral, low=value, high=value)


def _read_number_amount(tokens: list[Token], place: int) -> Amount | None:
    numeral = read_numeral(tokens, place)
    if numeral is None:
        return None
    if ratio := _read_ratio(tokens, numeral, place):
        return ratio
    nature = Nature.SHARE if numeral.is_fraction else Nature.COUNT
    amount = Amount(place, numeral.end, place, numeral.value, numeral.value, nature, numeral)
    return with_measure(tokens, amount)


def with_measure(tokens: list[Token], amount: Amount) -> Amount:
    """Add the percent sign, the points or the times after a number."""
    end = amount.end
    of = end + 1 if tokens[end].text == "of" and amount.nature is Nature.SHARE else end
    article = of + 1 if amount.nature is Nature.SHARE and tokens[of].text in ("a", "an", "one", "1") else of
    place = skip_hyphen(tokens, article)
    text, after = tokens[place].text, tokens[place + 1].text if place + 1 < len(tokens) else ""
    if (text == "percentage" or (text in ("%", "percent") and after.startswith("point"))) and after.startswith("point"):
        return replace(amount, end=place + 2, nature=Nature.POINTS, unit="percentage points")
    if text in _PERCENT and text != "percentage":
        return replace(amount, end=place + 1, nature=Nature.PERCENT, unit="%")
    if text == "per" and after in ("cent", "cents"):
        return replace(amount, end=place + 2, nature=Nature.PERCENT, unit="%")
    if amount.nature is Nature.COUNT and (text in ("times", "fold") or (text == "x" and tokens[place].glued)):
        return replace(amount, end=place + 1, nature=Nature.MULTIPLE, unit="times")
    return amount


def _read_ratio(tokens: list[Token], numeral: Numeral, start: int) -> Amount | None:
    """Read `one in five`, `nine out of 10`, `two of every three`: the ratio."""
    place = skip_hyphen(tokens, numeral.end)
    base_at = ratio_base(tokens, place)
    if base_at is None or numeral.is_fraction:
        return None
    base = read_numeral(tokens, base_at)
    if base is None or not 0 < numeral.value < base.value or _is_no_base(tokens, place, base):
        return None
    value = numeral.value / base.value
    ratio = Numeral(value, base.end, value, is_single=True, is_fraction=True)
    return Amount(start, base.end, start, value, value, Nature.SHARE, ratio, base=base.value)


def ratio_base(tokens: list[Token], place: int) -> int | None:
    """Return where the base of a ratio starts, after `in`, `out of`, `of every`; None where no such words stand."""
    words = [tokens[min(place + step, len(tokens) - 1)].text for step in range(3)]
    if words[0] in ("in", "of") and words[1] in ("every", "each"):
        return place + 2
    if words[:2] == ["out", "of"]:
        return place + (3 if words[2] in ("every", "each") else 2)
    return skip_hyphen(tokens, place + 1) if words[0] in ("in", "of") else None


def is_ratio_base(number: Decimal, base: Decimal) -> bool:
    """Tell whether `number in base` says a ratio: few in a round number."""
    return 1 <= number < base and number < 10 and base in _RATIO_BASES


def _is_no_base(tokens: list[Token], place: int, base: Numeral) -> bool:
    """Tell whether the second number is a year, a period (two in 24 hours) or a plain group (24 of 30)."""
    if tokens[place].text == "out":
        return False
    after = tokens[skip_hyphen(tokens, base.end)]
    if after.text in _PERIODS or after.text in _PERCENT or after.text in ("per", "-"):
        return True
    if tokens[place].text == "of" and tokens[place + 1].text not in ("every", "each"):
        return base.value not in (3, 4, 5, 10, 100)
    return base.value not in _RATIO_BASES


def _read_vague_amount(tokens: list[Token], place: int, vague: VagueTable) -> Amount | None:
    found: Vague | None = read_vague(tokens, place, vague)
    if found is None:
        return None
    amount = Amount(place, found.end, place, found.low, found.high, counted=found.counted)
    return with_measure(tokens, amount)
