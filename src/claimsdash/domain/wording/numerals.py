"""Numbers in digits and in English words, at a place in a list of tokens."""

from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from claimsdash.domain.wording.digits import Digits, read_digits
from claimsdash.domain.wording.numerals_en import (
    GLYPHS,
    GROUPS,
    LENGTH_WORDS,
    PLURAL_DENOMINATORS,
    SCALES,
    SUFFIXES,
    TENS,
    UNITS,
)
from claimsdash.domain.wording.small_numbers import read_fraction, read_slashed, read_small, skip_hyphen
from claimsdash.domain.wording.tokens import Token, TokenKind

_ARTICLES = frozenset({"a", "an", "one"})
_MOST_SCALES = 4
_MOST_BEFORE_A_HALF = 1000


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and where it ends.

    `value` is `mantissa` times the `scales` (each a factor, in the order of the words). `is_single` marks fractions,
    dozens and scores: single-figure numbers for rounding. `is_fraction` marks ratios, `is_bare` digits or words that
    no scale, group mark or fraction follows. `groups_of_zeros` counts the closing groups `000` of digits.
    """

    value: Decimal
    end: int
    mantissa: Decimal
    scales: tuple[Decimal, ...] = ()
    is_single: bool = False
    is_fraction: bool = False
    in_digits: bool = False
    groups_of_zeros: int = 0

    @property
    def place(self) -> Decimal | None:
        """Return the place value of the last non-zero digit; None for single-figure numbers."""
        if self.is_single:
            return None
        exponent = self.value.normalize().as_tuple().exponent
        return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and self.value else Decimal(1)


def read_numeral(tokens: list[Token], place: int) -> Numeral | None:
    """Read the longest number that starts here; None where none does.

    Raises WordingError where digits stand that can be read in two ways (3.000).
    """
    token = tokens[place]
    if token.kind is TokenKind.END:
        return None
    if fraction := _read_fraction(tokens, place):
        return fraction
    if token.kind is TokenKind.NUMBER:
        return _read_digit_numeral(tokens, place)
    if token.kind is TokenKind.WORD:
        return _read_word_numeral(tokens, place)
    return None


def _read_digit_numeral(tokens: list[Token], place: int) -> Numeral | None:
    digits = read_digits(tokens, place)
    if digits is None:
        return None
    value, end = _with_a_half(tokens, digits.end, digits.value) if digits.is_whole else (digits.value, digits.end)
    base = Numeral(value, end, value, in_digits=True, groups_of_zeros=digits.groups_of_zeros)
    scaled = _scaled(tokens, base, suffixes=True)
    if not scaled.scales and digits.is_doubtful:
        return _doubtful(tokens, scaled, digits)
    return _with_remainder(tokens, scaled) if scaled.scales else scaled


def _doubtful(tokens: list[Token], numeral: Numeral, digits: Digits) -> Numeral:
    """Accept 3.125 before a percent sign; refuse it elsewhere: thousands in one language, decimals in another."""
    if tokens[numeral.end].text in ("%", "percent", "pct", "per"):
        return numeral
    raise digits.doubt(tokens[numeral.end - 1])


def _read_word_numeral(tokens: list[Token], place: int) -> Numeral | None:
    text = tokens[place].text
    if text in ("a", "an") and _scale(tokens, place + 1) is None:
        return None
    start = place + 1 if text in ("a", "an") else place
    small = (Decimal(1), start) if text in ("a", "an") else read_small(tokens, place)
    if small is None:
        if _scale(tokens, place) is None or text == "score":
            return None
        small = (Decimal(1), place)
    value, end = small
    if end > place:
        value, end = _with_point(tokens, end, value)
    if text not in ("a", "an"):
        value, end = _with_a_half(tokens, end, value)
    scaled = _scaled(tokens, Numeral(value, end, value), suffixes=False)
    return _with_remainder(tokens, scaled) if scaled.scales else scaled


def _with_point(tokens: list[Token], end: int, value: Decimal) -> tuple[Decimal, int]:
    """Add `point five`, also with hyphens (one-point-five)."""
    point = skip_hyphen(tokens, end)
    if tokens[point].text != "point":
        return value, end
    decimals = ""
    place = point + 1
    while len(decimals) < 9 and 0 <= UNITS.get(tokens[skip_hyphen(tokens, place)].text, -1) <= 9:
        place = skip_hyphen(tokens, place)
        decimals += str(UNITS[tokens[place].text])
        place += 1
    return (value + Decimal(f"0.{decimals}"), place) if decimals else (value, end)


def _with_a_half(tokens: list[Token], end: int, value: Decimal) -> tuple[Decimal, int]:
    """Add `and a half`, `and three quarters` or a fraction sign."""
    after = skip_hyphen(tokens, end)
    if tokens[end].text in GLYPHS:
        over, under = GLYPHS[tokens[end].text]
        return value + Decimal(over) / under, end + 1
    if tokens[after].kind is TokenKind.NUMBER and not tokens[after].glued and (slashed := read_slashed(tokens, after)):
        return value + slashed[0], slashed[1]
    if tokens[after].text != "and":
        return value, end
    fraction = skip_hyphen(tokens, after + 1)
    if tokens[fraction].text in ("half", "quarter") or value >= _MOST_BEFORE_A_HALF:
        return value, end
    part = read_fraction(tokens, fraction)
    return (value + part[0], part[1]) if part and part[0] < 1 else (value, end)


def _read_fraction(tokens: list[Token], place: int) -> Numeral | None:
    """Read a ratio, or a ratio of a scale: half a million, three-quarters of a billion, half a dozen."""
    part = read_fraction(tokens, place)
    if part is None:
        return None
    value, end = part
    of = end + 1 if tokens[end].text == "of" else skip_hyphen(tokens, end)
    article = skip_hyphen(tokens, of + 1) if tokens[of].text in _ARTICLES else of
    scale = _scale(tokens, article)
    if scale is None:
        return Numeral(value, end, value, is_single=True, is_fraction=True)
    base = Numeral(value, article, value, is_single=True)
    return _scaled(tokens, base, suffixes=False)


def _scale(tokens: list[Token], place: int, *, suffixes: bool = False) -> Decimal | None:
    """Return the factor of a scale word, None for any other word."""
    token = tokens[place]
    if token.text in SCALES:
        return Decimal(10) ** SCALES[token.text]
    if token.text in GROUPS:
        return Decimal(GROUPS[token.text])
    if not suffixes or token.text not in SUFFIXES:
        return None
    if token.text in ("m", "b") and tokens[place + 1].text in LENGTH_WORDS:
        return None
    return Decimal(10) ** SUFFIXES[token.text]


def _scaled(tokens: list[Token], numeral: Numeral, *, suffixes: bool) -> Numeral:
    """Multiply by the scale words that follow: three hundred thousand, 15-hundred, 2 lakh crore."""
    end, scales, single = numeral.end, list(numeral.scales), numeral.is_single
    value = numeral.value
    while len(scales) < _MOST_SCALES:
        place = skip_hyphen(tokens, end)
        factor = _scale(tokens, place, suffixes=suffixes and not scales)
        if factor is None or (scales and factor < scales[-1] and factor != 12) or _is_names_scale(tokens, place):
            break
        single = single or tokens[place].text in GROUPS
        scales.append(factor)
        value, end = value * factor, place + 1
        if tokens[place].text == "hundred":
            value, end, scales = _after_hundred(tokens, value, end, scales)
    mantissa = value / prod(scales, start=Decimal(1))
    return replace(numeral, value=value, end=end, mantissa=mantissa, scales=tuple(scales), is_single=single)


def _is_names_scale(tokens: list[Token], place: int) -> bool:
    """Tell whether a scale word is the noun `score` ("a score of" counts, "3 score" does not occur in digits)."""
    return tokens[place].text == "score" and tokens[place - 1].kind is TokenKind.NUMBER


def _after_hundred(
    tokens: list[Token], value: Decimal, end: int, scales: list[Decimal]
) -> tuple[Decimal, int, list[Decimal]]:
    """Add what follows `hundred` below one hundred: three hundred and fifty; the sum is then the mantissa."""
    place = end + 1 if tokens[end].text == "and" else skip_hyphen(tokens, end)
    small = read_small(tokens, place)
    if small is None or not 1 <= small[0] <= 99 or _is_taken(tokens, small[1]):
        return value, end, scales
    return value + small[0], small[1], []


def _is_taken(tokens: list[Token], end: int) -> bool:
    """Tell whether a small number belongs to what follows it: two hundred, three quarters, `fifty percent` does not."""
    after = tokens[skip_hyphen(tokens, end)].text
    return after == "hundred" or after in GROUPS or after in PLURAL_DENOMINATORS


def _with_remainder(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Add smaller groups: one million two hundred thousand; four-thousand-100; a million and a half."""
    scale = numeral.scales[-1] if numeral.scales else Decimal(100)
    if scale in (12, 20):
        return _score_and(tokens, numeral)
    if tokens[numeral.end].text == "and" and (part := read_fraction(tokens, numeral.end + 1)):
        after = tokens[part[1]].text
        if after != "of" and after not in SCALES:
            value = numeral.value + part[0] * scale
            return replace(numeral, value=value, end=part[1], mantissa=value / scale)
    place = numeral.end + 1 if tokens[numeral.end].text == "and" else skip_hyphen(tokens, numeral.end)
    rest = _smaller_group(tokens, place, scale)
    if rest is None:
        return numeral
    value = numeral.value + rest.value
    return replace(numeral, value=value, end=rest.end, mantissa=value, scales=(), is_single=False)


def _score_and(tokens: list[Token], numeral: Numeral) -> Numeral:
    """Add `and ten` to three score."""
    if numeral.scales[-1] == 20 and tokens[numeral.end].text == "and" and tokens[numeral.end + 1].text == "ten":
        return replace(numeral, value=numeral.value + 10, end=numeral.end + 2, scales=(), is_single=False)
    return numeral


def _smaller_group(tokens: list[Token], place: int, scale: Decimal) -> Numeral | None:
    """Read the group after a scale, if it is smaller than the scale and is not a number of its own."""
    token = tokens[place]
    if token.text in ("a", "an") or scale < 1000:
        return None
    if token.kind is TokenKind.NUMBER:
        rest = _digit_group(tokens, place, scale)
    else:
        rest = (
            _read_word_numeral(tokens, place) if token.kind is TokenKind.WORD and token.text in (UNITS | TENS) else None
        )
    if rest is None or rest.is_fraction or not 0 < rest.value < scale or rest.value != int(rest.value):
        return None
    return None if _is_taken(tokens, rest.end) or tokens[rest.end].text in (*SCALES, *SUFFIXES) else rest


def _digit_group(tokens: list[Token], place: int, scale: Decimal) -> Numeral | None:
    """Read digits after a scale if they have a scale of their own or a hyphen: not in 3 million 152 mm shells."""
    rest = _read_digit_numeral(tokens, place)
    if rest is None:
        return None
    tied = tokens[place].glued and tokens[place - 1].text == "-" and 100 <= rest.value < 1000 == scale
    return rest if rest.scales or tied else None
