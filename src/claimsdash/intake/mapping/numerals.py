"""Figures as typed in cells: the number in digits and point, and what stood around it; marks settled by the column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimsdash.intake.layout import BLANK_WORDS
from claimsdash.intake.mapping.vocabulary import QUALIFIER_WORDS

LONGEST_FIGURE = 60

_SIGNS = "$€£¥₩₽₴"
_SPACES = " \u00a0\u2009\u202f"
_CORE = rf"[0-9](?:[0-9.,'’{_SPACES}]*[0-9])?(?:[eE][+-]?[0-9]{{1,3}})?"
_CELL = re.compile(
    rf"(?P<open>\()?[{_SPACES}]*(?P<minus>[-−+])?[{_SPACES}]*(?P<before>[{_SIGNS}]|[A-Z]{{3}})?[{_SPACES}]*(?P<minus2>[-−])?"
    rf"(?P<core>{_CORE})[{_SPACES}]*(?P<percent>%)?[{_SPACES}]*(?P<after>[{_SIGNS}]|[A-Z]{{3}})?[{_SPACES}]*(?P<close>\))?"
    rf"[{_SPACES}]*(?P<marks>[*†‡§#¹²³⁴⁵⁶⁷⁸⁹⁰]{{1,3}}|\[[a-z0-9]{{1,2}}\]|\([a-z]{{1,2}}\)|[a-z])?"
)
_HEDGES = "|".join(sorted(map(re.escape, QUALIFIER_WORDS), key=len, reverse=True))
_PHRASE = re.compile(
    rf"(?:(?:{_HEDGES}|between|from|no more than|no less than|est\.?)\s*)?[{_SIGNS}]?\s*{_CORE}"
    rf"(?:\s*(?:-|–|—|to|and|or|bis)\s*[{_SIGNS}]?{_CORE})?"
    r"\s*(?:\+|%|plus|or more|or fewer|or less|thousand|million|billion|mn|bn|k|m)?",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_DIGITS = re.compile(r"[0-9]+")
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:['’{_SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")

POINT, COMMA = ".", ","


@dataclass(frozen=True)
class Figure:
    """A cell taken apart: digits as typed, whether below zero, and what stood around them."""

    core: str
    is_negative: bool = False
    in_parentheses: bool = False
    currency: str = ""
    is_percent: bool = False
    marks: str = ""


def is_blank(text: str) -> bool:
    """Return whether a cell of figures says that there is none.

    >>> is_blank(" n/a "), is_blank("–"), is_blank("0")
    (True, True, False)
    """
    return text.strip().lower() in BLANK_WORDS


def take_apart(text: str) -> Figure | None:
    """Take a cell apart that holds one plain number; None for anything else.

    >>> take_apart("(£1,234.50)*")
    Figure(core='1,234.50', is_negative=False, in_parentheses=True, currency='£', is_percent=False, marks='*')
    """
    found = _CELL.fullmatch(text.strip()) if len(text) <= LONGEST_FIGURE else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    negative = "-" in (found["minus"] or "", found["minus2"] or "") or "−" in (
        found["minus"] or "",
        found["minus2"] or "",
    )
    currency = found["before"] or found["after"] or ""
    return Figure(found["core"], negative, bool(found["open"]), currency, bool(found["percent"]), found["marks"] or "")


def is_phrase(text: str) -> bool:
    """Return whether a cell holds a number in words or with words: "about 500", ">1,000", "10-20".

    >>> is_phrase("about 500"), is_phrase("10-20"), is_phrase("3.2 million"), is_phrase("Zone 2")
    (True, True, True, False)
    """
    return len(text) <= LONGEST_FIGURE and bool(_PHRASE.fullmatch(text.strip()))


def mark_of(core: str) -> str | None:
    """Return the decimal mark that a number shows; "" where it shows none, None where both are possible.

    >>> mark_of("1,234.5"), mark_of("12,5"), mark_of("1,234"), mark_of("1234"), mark_of("1.234.567")
    ('.', ',', None, '', ',')
    """
    marks = [letter for letter in core if letter in ".,"]
    if not marks:
        return ""
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else ""
    mark = marks[0]
    other = COMMA if mark == POINT else POINT
    if len(marks) > 1:
        return other
    before, after = (part for part in core.split(mark))
    if any(letter in "'’" + _SPACES for letter in before):
        return mark
    digits = len(re.match("[0-9]*", after)[0])  # type: ignore[index]  # the pattern matches any text
    return mark if digits != 3 or len(before) > 3 or before.startswith("0") or digits != len(after) else None


def marks_of(figures: Iterable[Figure]) -> tuple[set[str], list[str]]:
    """Return the decimal marks that the figures of a column show, and those that show none but could hold either."""
    shown: set[str] = set()
    unclear = []
    for figure in figures:
        mark = mark_of(figure.core)
        if mark is None:
            unclear.append(figure.core)
        elif mark:
            shown.add(mark)
    return shown, unclear


def digits_of(core: str, mark: str) -> str | None:
    """Return the number in digits and point, its decimal mark given; None where it is no number then.

    >>> digits_of("1.234,5", ","), digits_of("1,234", "."), digits_of("1,234", ","), digits_of("12,34,567", ".")
    ('1234.5', '1234', '1.234', '1234567')
    """
    groups = COMMA if mark == POINT else POINT
    whole, _, rest = core.partition(mark)
    rest, sign, power = rest.replace("E", "e").partition("e") if mark in core else (rest, "", "")
    exponent = f"{sign}{power}"
    if rest and not _DIGITS.fullmatch(rest):
        return None
    if not (_DIGITS.fullmatch(whole) or _GROUPED.fullmatch(whole) or _is_grouped(whole, groups) or _is_powered(whole)):
        return None
    plain = re.sub(rf"['’{_SPACES}{re.escape(groups)}]", "", whole)
    return f"{plain}.{rest}{exponent}" if rest else plain + exponent


def _is_grouped(whole: str, groups: str) -> bool:
    first, *others = whole.split(groups)
    if groups == COMMA and _INDIAN.fullmatch(whole):
        return True
    return 1 <= len(first) <= 3 and first.isdecimal() and all(len(part) == 3 and part.isdecimal() for part in others)


def _is_powered(whole: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,20}[eE][+-]?[0-9]{1,3}", whole))


def with_points(phrase: str, mark: str) -> str:
    """Write the numbers in a phrase with points before decimals.

    >>> with_points("über 1.234,5", ","), with_points("about 1,200", ".")
    ('über 1234.5', 'about 1,200')
    """
    if mark == POINT:
        return phrase
    return _NUMERAL.sub(lambda found: digits_of(found[0], mark) or found[0], phrase)
