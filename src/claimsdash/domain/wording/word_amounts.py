"""Amounts that words of their own stand for: no, a single, both, a majority of, twice, threefold."""

from dataclasses import replace
from decimal import Decimal

from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.numerals import Numeral, read_numeral
from claimsdash.domain.wording.numerals_en import COUNTS, MULTIPLES
from claimsdash.domain.wording.small_numbers import skip_hyphen
from claimsdash.domain.wording.tokens import Token, TokenKind
from claimsdash.domain.wording.word_sets import word_set


def read_word_amount(tokens: list[Token], place: int) -> Amount | None:
    """Read such an amount where it starts; None where none does."""
    for reader in (_read_zero, _read_single, _read_majority, _read_multiple):
        if amount := reader(tokens, place):
            return amount
    return None


def _whole(place: int, end: int, value: int, nature: Nature = Nature.COUNT) -> Amount:
    number = Decimal(value)
    return Amount(place, end, place, number, number, nature, Numeral(number, end, number))


def _words(tokens: list[Token], place: int, count: int) -> tuple[str, ...]:
    return tuple(token.text for token in tokens[place : place + count])


_SINGLE_ONES = (
    ("even", "a", "single", "one"),
    ("even", "a", "single"),
    ("even", "one"),
    ("a", "single", "one"),
    ("a", "single"),
    ("one", "single"),
    ("one",),
    ("any",),
)
_ZERO_WORDS = frozenset({"nobody", "noone", "nothing"})
_NO_FIGURE = word_set(
    "figure figures number numbers estimate estimates data information proof evidence detail details "
    "statistics comment confirmation breakdown indication sign signs official exact precise specific reliable "
    "verified firm longer one doubt way truth such"
)


def _read_zero(tokens: list[Token], place: int) -> Amount | None:
    """Read `no`, `not a single`, `none of`, `without any` as zero; `no figure` is none."""
    text, after = tokens[place].text, tokens[place + 1] if place + 1 < len(tokens) else tokens[-1]
    if text == "no" and after.text == "one":
        return _whole(place, place + 2, 0)
    if text == "no" and after.kind is TokenKind.WORD and after.text not in _NO_FIGURE:
        return None if read_numeral(tokens, place + 1) else _whole(place, place + 1, 0)
    if text == "none" or text in _ZERO_WORDS:
        return _whole(place, place + 1, 0)
    if text in ("not", "without", "nor", "never") and after.text in ("a", "one", "any", "even"):
        for words in _SINGLE_ONES:
            end = place + 1 + len(words)
            if _words(tokens, place + 1, len(words)) == words:
                return None if words[-1] == "one" and _goes_on(tokens, end) else _whole(place, end, 0)
    return None


def _goes_on(tokens: list[Token], end: int) -> bool:
    """Tell whether `one` begins a larger number or a ratio: not even one million, not one in five."""
    numeral = read_numeral(tokens, end - 1)
    base = end + 2 if tokens[end].text == "out" else end + 1
    is_ratio = tokens[end].text in ("in", "out") and read_numeral(tokens, base) is not None
    return is_ratio or (numeral is not None and numeral.end > end)


_SINGLES = (
    ("even", "a", "single"),
    ("even", "one", "single"),
    ("even", "one"),
    ("a", "single"),
    ("one", "single"),
    ("a", "lone"),
    ("a", "solitary"),
    ("a", "sole"),
    ("the", "sole"),
)


def _read_single(tokens: list[Token], place: int) -> Amount | None:
    """Read `a single`, `even one`, `a pair of`, `both`, `once`."""
    text = tokens[place].text
    if text in ("even", "a", "one", "the"):
        for words in _SINGLES:
            if words[0] == text and _words(tokens, place, len(words)) == words:
                end = place + len(words)
                return (
                    None if read_numeral(tokens, end) or tokens[end].text.endswith("-digit") else _whole(place, end, 1)
                )
    noun = place + 1 if text == "a" else place
    if tokens[noun].text in COUNTS and tokens[noun + 1].text == "of":
        return _whole(place, noun + 1, COUNTS[tokens[noun].text])
    if text == "both":
        return _whole(place, place + 1, 2)
    if text == "once" and tokens[place + 1].text in ("a", "an", "per", "every", "each"):
        return replace(_whole(place, place + 1, 1), unit="times")
    return None


_MOST = ("most", "majority", "bulk", "lion's")


def _read_majority(tokens: list[Token], place: int) -> Amount | None:
    """Read `a majority of`, `most of`, `the bulk of` as more than half."""
    step = place + 1 if tokens[place].text in ("a", "the") else place
    while tokens[step].text in ("vast", "large", "clear", "overwhelming", "great", "slim", "narrow", "bare", "simple"):
        step += 1
    word, after = tokens[step].text, tokens[step + 1].text if step + 1 < len(tokens) else ""
    if word == "minority" and after == "of":
        return _half(place, step + 1, Effect.CEILING)
    if word not in _MOST or (word != "most" and after not in ("of", "")) or after == "recent":
        return None
    return _half(place, step + 1, Effect.FLOOR)


def _half(place: int, end: int, effect: Effect) -> Amount:
    value = Decimal("0.5")
    numeral = Numeral(value, end, value, is_single=True, is_fraction=True)
    return Amount(place, end, place, value, value, Nature.SHARE, numeral, effect=effect)


def _read_multiple(tokens: list[Token], place: int) -> Amount | None:
    """Read `twice`, `doubled`, `threefold`, `half as many`; `double-digit` is a vague amount."""
    text = tokens[place].text
    after = tokens[skip_hyphen(tokens, place + 1)].text if text else ""
    if text in MULTIPLES and not after.startswith(("digit", "figure")):
        return _times(tokens, place, place + 1, MULTIPLES[text])
    if text.endswith("fold") and len(text) > 4:
        word = [Token(text.removesuffix("fold"), TokenKind.WORD, 0, 0), Token("", TokenKind.END, 0, 0)]
        numeral = read_numeral(word, 0)
        return _times(tokens, place, place + 1, numeral.value) if numeral else None
    numeral = _ratio_before_as(tokens, place)
    return _times(tokens, place, numeral.end, numeral.value) if numeral else None


def _ratio_before_as(tokens: list[Token], place: int) -> Numeral | None:
    """Read the fraction of `half as many`, `two thirds as much`."""
    numeral = read_numeral(tokens, place) if tokens[place].kind is not TokenKind.NUMBER else None
    if numeral is None or not numeral.is_fraction or tokens[numeral.end].text != "as":
        return None
    many = tokens[numeral.end + 1].text in ("many", "much", "large", "big", "high")
    if many and tokens[numeral.end + 2].text == "again":
        return replace(numeral, value=1 + numeral.value, end=numeral.end + 3)
    return numeral if many else None


def _times(tokens: list[Token], place: int, end: int, value: Decimal) -> Amount:
    numeral = Numeral(value, end, value)
    return Amount(place, end, place, value, value, Nature.MULTIPLE, numeral, unit="times")
