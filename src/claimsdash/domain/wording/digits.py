"""Numbers in digits: groups, decimal marks, and where they are in doubt."""

import re
from dataclasses import dataclass
from decimal import Decimal

from claimsdash.domain.wording.figure import WordingError
from claimsdash.domain.wording.tokens import MOST_DIGITS, Token, TokenKind

_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN_GROUPS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_APOSTROPHE_GROUPS = re.compile(r"\d{1,3}(?:'\d{3})+(?:[.,]\d+)?")
_DOT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}|0,\d+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_DOUBTFUL = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")

_CALIBRES = frozenset({"mm", "cm", "millimetre", "millimeter", "millimetres", "millimeters", "caliber", "calibre"})
_AFTER_GROUPED_HYPHEN = frozenset({"strong", "odd", "plus", "some", "something", "ish", "fold"})


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits and where it ends; `is_doubtful`: the mark may group thousands or begin decimals (3.000)."""

    value: Decimal
    end: int
    is_doubtful: bool = False
    groups_of_zeros: int = 0

    @property
    def is_whole(self) -> bool:
        """Tell whether there are no decimals."""
        return self.value == self.value.to_integral_value()

    def doubt(self, token: Token) -> WordingError:
        """Return the refusal of a number that can be read in two ways."""
        reason = "The mark may group thousands or begin decimals; write 3,000 or 3.0"
        return WordingError(reason, token.text, start=token.start, end=token.end)


def read_digits(tokens: list[Token], place: int, *, dot_groups: bool = False) -> Digits | None:
    """Read the digits at a place, with commas, apostrophes, dots or spaces between groups.

    `dot_groups` reads 3.000 as three thousand and 3,25 as a decimal, as in German or Italian. None where the marks
    make no number (a date, a version). Raises WordingError for more than 30 digits.

    >>> from claimsdash.domain.wording.tokens import tokenise
    >>> read_digits(tokenise("1 200 tonnes"), 0)
    Digits(value=Decimal('1200'), end=2, is_doubtful=False, groups_of_zeros=0)
    """
    token = tokens[place]
    if len(token.text) > MOST_DIGITS:
        raise WordingError("The number is too long", token.text[:40] + "…", start=token.start, end=token.end)
    text, end = _with_spaced_groups(tokens, place)
    plain = _plain_digits(text, dot_groups=dot_groups)
    if plain is None:
        return None
    doubtful = not dot_groups and _DOUBTFUL.fullmatch(text) is not None
    zeros = len(re.search(r"(?:[, ]000)*$", text).group()) // 4  # type: ignore[union-attr]  # matches the empty end
    return Digits(Decimal(plain), end, doubtful, zeros)


def _plain_digits(text: str, *, dot_groups: bool) -> str | None:
    """Return digits with a decimal point at most, None where the marks make no number."""
    text = text.replace(" ", "")
    if dot_groups and re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return text.replace(".", "").replace(",", ".")
    if _PLAIN.fullmatch(text):
        return text
    if _COMMA_GROUPS.fullmatch(text) or _INDIAN_GROUPS.fullmatch(text):
        return text.replace(",", "")
    if _APOSTROPHE_GROUPS.fullmatch(text):
        return text.replace("'", "").replace(",", ".")
    if _DOT_GROUPS.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text) or (dot_groups and text.count(",") == 1) else None


def _with_spaced_groups(tokens: list[Token], place: int) -> tuple[str, int]:
    """Return the digits with the groups that a single space adds (350 000), and where they end."""
    text, end = tokens[place].text, place + 1
    if not (text.isdigit() and len(text) <= 3 and text[0] != "0"):
        return text, end
    while _is_next_group(tokens, end) and len(text) < MOST_DIGITS and text[-3:].isdigit():
        text, end = f"{text} {tokens[end].text}", end + 1
    return text, end


def _is_next_group(tokens: list[Token], place: int) -> bool:
    """Tell whether three digits after a space go on with the number, rather than being a calibre (12 240 mm)."""
    token, after = tokens[place], tokens[min(place + 1, len(tokens) - 1)]
    if token.kind is not TokenKind.NUMBER or not _GROUP.fullmatch(token.text):
        return False
    if token.start - tokens[place - 1].end != 1 or _is_calibre(tokens, place + 1):
        return False
    compound = (
        after.text == "-" and after.glued and tokens[place + 2].kind is TokenKind.WORD and tokens[place + 2].glued
    )
    return not compound or tokens[place + 2].text in _AFTER_GROUPED_HYPHEN


def _is_calibre(tokens: list[Token], place: int) -> bool:
    unit = place + 1 if tokens[place].text == "-" else place
    return tokens[min(unit, len(tokens) - 1)].text in _CALIBRES and tokens[min(unit + 1, len(tokens) - 1)].text != "of"
