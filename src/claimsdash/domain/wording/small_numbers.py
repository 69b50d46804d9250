"""The small pieces that numbers are made of: words below one hundred, and fractions."""

from decimal import Decimal

from claimsdash.domain.wording.numerals_en import DENOMINATORS, GLYPHS, PLURAL_DENOMINATORS, TENS, UNITS
from claimsdash.domain.wording.tokens import Token, TokenKind

_SLASHED = frozenset((*range(2, 11), 12, 16, 20, 25, 32, 50, 64, 100))
"""Denominators behind a slash: 9/11 is no fraction."""
_BEFORE_A_THIRD = frozenset({"good", "full", "mere", "whole"})


def skip_hyphen(tokens: list[Token], place: int) -> int:
    """Step over a hyphen that ties two words together."""
    token = tokens[place]
    return place + 1 if token.text == "-" and token.glued and tokens[place + 1].glued else place


def read_small(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    """Read words for a number below one hundred: the number and where it ends.

    >>> from claimsdash.domain.wording.tokens import tokenise
    >>> read_small(tokenise("forty-two boats"), 0)
    (Decimal('42'), 3)
    """
    text = tokens[place].text
    if text in UNITS:
        return Decimal(UNITS[text]), place + 1
    if text not in TENS:
        return None
    after = skip_hyphen(tokens, place + 1)
    unit = UNITS.get(tokens[after].text, 0)
    if 1 <= unit <= 9:
        return Decimal(TENS[text] + unit), after + 1
    return Decimal(TENS[text]), place + 1


def read_slashed(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    """Read 3/4; None where it is no fraction below one."""
    over, slash, under = tokens[place], tokens[min(place + 1, len(tokens) - 1)], tokens[min(place + 2, len(tokens) - 1)]
    if slash.text not in ("/", "⁄") or not slash.glued or under.kind is not TokenKind.NUMBER or not under.glued:
        return None
    if not (over.text.isdigit() and under.text.isdigit() and len(over.text) < 4 and len(under.text) < 4):
        return None
    parts = int(over.text), int(under.text)
    return (Decimal(parts[0]) / parts[1], place + 3) if 0 < parts[0] < parts[1] in _SLASHED else None


def read_fraction(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    """Read `a half`, `two thirds`, `three-quarters`, `½`, `3/4`: the ratio and where it ends."""
    text = tokens[place].text
    if text in GLYPHS:
        over, under = GLYPHS[text]
        return Decimal(over) / under, place + 1
    if tokens[place].kind is TokenKind.NUMBER and (slashed := read_slashed(tokens, place)):
        return slashed
    if text in ("half", "quarter"):
        return Decimal(1) / DENOMINATORS[text], place + 1
    if text in DENOMINATORS and place and tokens[place - 1].text in _BEFORE_A_THIRD:
        return Decimal(1) / DENOMINATORS[text], place + 1
    over_read = (Decimal(1), place + 1) if text in ("a", "an") else read_small(tokens, place)
    if over_read is None or not 1 <= over_read[0] <= 99:
        return None
    over_value, after = over_read
    under_at = skip_hyphen(tokens, after)
    single = DENOMINATORS.get(tokens[under_at].text)
    if single and (over_value == 1 or (single > 2 and tokens[after].text == "-")):
        return over_value / single, under_at + 1
    several = PLURAL_DENOMINATORS.get(tokens[under_at].text)
    return (over_value / several, under_at + 1) if several and over_value > 1 else None
