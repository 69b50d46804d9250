"""Figures as typed in cells: the number in digits and point, and what stood around it; marks settled by the column."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from claimsdash.intake.layout import BLANK_WORDS
from claimsdash.intake.mapping.currencies import CURRENCY_CODES, CURRENCY_SIGNS, OTHER_SIGNS
from claimsdash.intake.mapping.vocabulary import CELL_SCALES, QUALIFIER_WORDS

LONGEST_FIGURE = 60

_SIGNS = "$€£¥₩₽₴₹₺₪₦₱₫฿"
_CURRENCY = "|".join(sorted(map(re.escape, {*CURRENCY_SIGNS, *OTHER_SIGNS, *CURRENCY_CODES}), key=len, reverse=True))
_SPACES = " \u00a0\u2009\u202f"
_CORE = rf"[0-9](?:[0-9.,'’{_SPACES}]*[0-9])?(?:[eE][+-]?[0-9]{{1,3}})?"
_SCALES = "|".join(sorted(map(re.escape, CELL_SCALES), key=len, reverse=True))
_FLAGS = "b|c|d|e|f|n|p|r|s|u|z|bu|bp|be|bd|de|du|ep|ps|pu|rp"
"""Flags that statistics offices put behind a number, with a space before: Eurostat's list of observation flags."""
_CELL = re.compile(
    rf"(?P<open>\()?[{_SPACES}]*(?P<minus>[-−+▲▼△▽])?[{_SPACES}]*(?P<before>{_CURRENCY}|R(?=[{_SPACES}]?[0-9]))?[{_SPACES}]*(?P<minus2>[-−])?"
    rf"(?P<core>{_CORE})(?P<minus3>-(?!.))?(?:[{_SPACES}]*(?P<scale>{_SCALES})(?![a-z]))?"
    rf"[{_SPACES}]*(?P<percent>%)?[{_SPACES}]*(?P<after>{_CURRENCY})?[{_SPACES}]*(?P<close>\))?"
    rf"(?:[{_SPACES}]*(?P<marks>[*†‡§#¹²³⁴⁵⁶⁷⁸⁹⁰]{{1,3}}|\[[a-z0-9]{{1,2}}\]|\([a-z]{{1,2}}\)|[a-z])|[{_SPACES}](?P<flags>{_FLAGS}))?"
)
_INTERVAL = re.compile(
    rf"(?P<best>{_CORE})(?P<percent>[{_SPACES}]*%)?[{_SPACES}]*[(\[](?:95[{_SPACES}]*%[{_SPACES}]*(?:CI|UI|CrI)?[:,]?[{_SPACES}]*)?"
    rf"(?P<low>{_CORE})[{_SPACES}]*%?[{_SPACES}]*(?:-|–|—|,[{_SPACES}]|;|to)[{_SPACES}]*(?P<high>{_CORE})[{_SPACES}]*%?[)\]]",
    re.IGNORECASE,
)
_HEDGES = "|".join(sorted(map(re.escape, QUALIFIER_WORDS), key=len, reverse=True))
_PHRASE = re.compile(
    rf"(?:(?:{_HEDGES}|between|from|no more than|no less than|est\.?)\s*)?[{_SIGNS}]?\s*{_CORE}"
    rf"(?:\s*(?:-|–|—|±|\+/-|to|and|or|bis)\s*[{_SIGNS}]?{_CORE})?"
    r"\s*(?:\+|%|plus|or more|or fewer|or less|thousand|million|billion|mn|bn|k|m)?",
    re.IGNORECASE,
)
_BLANK = re.compile(rf":[{_SPACES}](?:{_FLAGS})|[{_SIGNS}][{_SPACES}]*[-–—−]|[-–—−][{_SPACES}]*[{_SIGNS}]")
_NUMERAL = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_DIGITS = re.compile(r"[0-9]+")
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:['’{_SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")

POINT, COMMA = ".", ","
RISING, FALLING = ("▲", "△"), ("▼", "▽")
"""Triangles before a number. Japanese and Korean tables write △ and ▲ for minus, others ▲ for a rise beside ▼."""


@dataclass(frozen=True)
class Figure:
    """A cell taken apart: digits as typed, whether below zero, and what stood around them."""

    core: str
    is_negative: bool = False
    in_parentheses: bool = False
    currency: str = ""
    is_percent: bool = False
    marks: str = ""
    scale: str = ""
    arrow: str = ""


def ascii_digits(text: str) -> str:
    """Write digits of other scripts, and their marks, as those of English.

    >>> ascii_digits("١٬٢٣٤٫٥"), ascii_digits("１２３"), ascii_digits("Q1")
    ('1,234.5', '123', 'Q1')
    """
    if text.isascii() or not any(letter.isdecimal() and letter > "9" for letter in text):
        return text
    plain = "".join(str(unicodedata.decimal(letter, letter)) for letter in text)
    return plain.translate({0x066B: ".", 0x066C: ",", 0xFF0C: ",", 0xFF0E: "."})


def is_blank(text: str) -> bool:
    """Return whether a cell of figures says that there is none.

    >>> is_blank(" n/a "), is_blank("–"), is_blank(": c"), is_blank("£ -"), is_blank("0")
    (True, True, True, True, False)
    """
    plain = text.strip().lower()
    return plain in BLANK_WORDS or bool(_BLANK.fullmatch(plain))


def take_apart(text: str) -> Figure | None:
    """Take a cell apart that holds one plain number; None for anything else.

    >>> figure = take_apart("(£1,234.50)*")
    >>> figure.core, figure.in_parentheses, figure.currency, figure.marks
    ('1,234.50', True, '£', '*')
    >>> take_apart("INV-77") is None, take_apart("EUR 77").currency
    (True, 'EUR')
    >>> take_apart("$1.2bn").scale, take_apart("1.234,50-").is_negative, take_apart("▼ 3").is_negative
    ('billion', True, True)
    >>> take_apart("31.12.2019") is None
    True
    """
    text = ascii_digits(text.strip())
    if text.isdecimal() and len(text) <= LONGEST_FIGURE:
        return Figure(text)
    found = _CELL.fullmatch(text) if len(text) <= LONGEST_FIGURE else None
    if found is None or bool(found["open"]) != bool(found["close"]) or not _is_number(found["core"]):
        return None
    signs = (found["minus"], found["minus2"], found["minus3"])
    return Figure(
        found["core"],
        any(sign in ("-", "−", *FALLING) for sign in signs),
        bool(found["open"]),
        {"R": "ZAR"}.get(found["before"], found["before"]) or found["after"] or "",
        bool(found["percent"]),
        found["marks"] or found["flags"] or "",
        CELL_SCALES.get(found["scale"] or "", ""),
        found["minus"] if found["minus"] in (*RISING, *FALLING) else "",
    )


def _is_number(core: str) -> bool:
    return core.isdecimal() or digits_of(core, POINT) is not None or digits_of(core, COMMA) is not None


def take_interval(text: str, mark: str) -> tuple[str, str, str] | None:
    """Return the number, the lower and the upper end of a cell that gives all three, in digits and point.

    >>> take_interval("1,200 (900–1,500)", "."), take_interval("12 (8)", ".")
    (('1200', '900', '1500'), None)
    """
    found = _INTERVAL.fullmatch(ascii_digits(text.strip())) if len(text) <= LONGEST_FIGURE else None
    if found is None:
        return None
    best, low, high = (digits_of(found[name], mark) for name in ("best", "low", "high"))
    if best is None or low is None or high is None or not float(low) <= float(best) <= float(high):
        return None
    return best, low, high


def is_phrase(text: str) -> bool:
    """Return whether a cell holds a number in words or with words: "about 500", ">1,000", "10-20".

    >>> is_phrase("about 500"), is_phrase("10-20"), is_phrase("3.2 million"), is_phrase("Zone 2")
    (True, True, True, False)
    """
    text = text.strip()
    return len(text) <= LONGEST_FIGURE and bool(_PHRASE.fullmatch(text) or _INTERVAL.fullmatch(text))


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
