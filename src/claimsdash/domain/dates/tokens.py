"""A phrase cut into the words of dates: each with its meaning and its place in the text."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from claimsdash.domain.dates.lexicon import LONGEST, MEANINGS
from claimsdash.domain.dates.numeric import DayMonth, read_iso, read_numeric
from claimsdash.domain.dates.spans import Span


class Token(NamedTuple):
    """One word, or several that mean one thing; `span` and `day` are filled in for dates written in figures."""

    kind: str
    start: int
    end: int
    name: str = ""
    number: int = 0
    span: Span | None = None
    day: DayMonth | None = None


_APOSTROPHE = "['’‘ʼ]"
_RAW = re.compile(
    rf"""
    (?P<clock>\d{{1,2}}(?:[:.]\d{{2}}){{0,2}}\s?[ap]\.?\s?m\b\.?|\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?(?:hrs|hours|h|z)\b)?
      |\d{{3,4}}\s?(?:hrs|hours|h|z)\b|\d{{4}}(?=\s(?:gmt|utc|local\stime)\b))
    |(?P<iso>\d{{4}}-\d{{2}}(?:-\d{{2}}(?:t[\d:.]+z?)?)?)(?![\w-])
    |(?P<numeric>\d{{1,4}}([-./])\d{{1,2}}\4\d{{2,4}}(?!\w)|\d{{1,2}}/\d{{4}}(?!\w)|\d{{4}}/\d{{1,2}}(?![/\w])
      |\d{{1,2}}/\d{{1,2}}(?![/\w])|\d{{1,2}}\.\d{{1,2}}\.(?!\w))
    |(?P<part>(?:\d{{4}}[\s/-]?)?\b(?:[qh][1-4]|[1-4][qh]|[369]m)(?:{_APOSTROPHE}?\d{{2}}(?:\d{{2}})?|[-/]\d{{4}})?(?!\w))
    |(?P<decade>(?:{_APOSTROPHE}?\d0|\d{{3}}0){_APOSTROPHE}?s\b)
    |(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)\b)
    |(?P<shortyear>{_APOSTROPHE}\d{{2}}(?!\w))
    |(?P<number>\d{{1,3}}(?:,\d{{3}})+(?![\w,])|\d+)
    |(?P<word>[^\W\d_]+(?:{_APOSTROPHE}[^\W\d_]+)?)
    |(?P<dash>[-‐‑‒–—―−]+)
    |(?P<mark>[,/~≈&+])
    |(?P<skip>[\s.()\[\]"“”„:;…!?]+|{_APOSTROPHE}s\b|{_APOSTROPHE}+)
    |(?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_MARKS = {",": "comma", "/": "slash", "~": "about", "≈": "about", "&": "and", "+": "onward"}


def tokenise(text: str, reference: date) -> list[Token]:
    """Cut a phrase into tokens; what is no word of dates gets the kind `unknown`.

    Raises DateError for a date in figures whose order cannot be told, or that the calendar lacks.
    """
    raw = [token for found in _RAW.finditer(text) for token in _token(found, reference)]
    return list(_merged(raw))


def _token(found: re.Match[str], reference: date) -> Iterator[Token]:
    """Yield the tokens of one match: none for blanks, two for a quarter with its year."""
    kind, text = str(found.lastgroup), found[0]
    start, end = found.span()
    if kind in _READERS:
        yield from _READERS[kind](text, start, end, reference)
    elif kind == "word":
        yield Token("word", start, end, text.lower().replace("’", "'").replace("‘", "'").replace("ʼ", "'"))
    elif kind != "skip":
        yield Token(_MARKS[text] if kind == "mark" else {"other": "unknown"}.get(kind, kind), start, end)


def _number(text: str, start: int, end: int, reference: date) -> Iterator[Token]:
    """Yield a number, or a year where it looks like one."""
    digits = text.replace(",", "")
    if len(digits) > 4:
        yield Token("unknown", start, end)
    elif len(text) == 4:
        yield Token("year", start, end, number=int(text))
    else:
        yield Token("number", start, end, "digits", int(digits))


def _ordinal(text: str, start: int, end: int, reference: date) -> Iterator[Token]:
    """Yield an ordinal written in figures."""
    yield Token("ordinal", start, end, "digits", int(text[:-2]))


def _decade(text: str, start: int, end: int, reference: date) -> Iterator[Token]:
    """Yield a decade; one of the 20th century where only two digits from 30 to 90 are given."""
    digits = "".join(filter(str.isdecimal, text))
    number = int(digits)
    if (len(digits) == 2 and number in (10, 20)) or (len(digits) == 4 and number % 100 == 0 and number != 2000):
        yield Token("unknown", start, end)
    else:
        yield Token("decade", start, end, number=number if number > 99 else number + (1900 if number else 2000))


def _part(text: str, start: int, end: int, reference: date) -> Iterator[Token]:
    """Yield a quarter, half or first so many months in figures (Q3, 2H, 9M), then its year if it has one."""
    found = re.search(r"(\d{4})?\W?(?:([qh])(\d)|(\d)([qhm]))\W?(\d+)?", text, re.IGNORECASE)
    assert found is not None  # noqa: S101 - the caller matched the same form
    letter, number = (found[2] or found[5]).lower(), int(found[3] or found[4])
    if letter == "h" and number > 2:
        yield Token("unknown", start, end)
        return
    yield Token({"q": "quarter", "h": "halfyear", "m": "firstmonths"}[letter], start, end, number=number)
    year = found[1] or found[6]
    if year:
        yield Token("year", start, end, number=_full_year(int(year), reference) if len(year) == 2 else int(year))


def _short_year(text: str, start: int, end: int, reference: date) -> Iterator[Token]:
    """Yield a year of two digits after an apostrophe."""
    yield Token("year", start, end, number=_full_year(int(text[1:]), reference))


def _full_year(two_digits: int, reference: date) -> int:
    """Return the year that two digits stand for: the latest that is at most 20 years ahead of the reference."""
    year = reference.year // 100 * 100 + two_digits
    return year - 100 if year > reference.year + 20 else year


def _iso(text: str, start: int, end: int, reference: date) -> Iterator[Token]:
    """Yield an ISO day or month, or the years of 2022-23."""
    unit, span = read_iso(text)
    yield Token("date", start, end, unit, span.start.year, span)


def _numeric(text: str, start: int, end: int, reference: date) -> Iterator[Token]:
    """Yield a date in figures that is not ISO."""
    found = read_numeric(text, lambda year: _full_year(year, reference))
    if isinstance(found, DayMonth):
        yield Token("daymonth", start, end, day=found)
    else:
        yield Token("date", start, end, found[0], found[1].start.year, found[1])


_READERS: dict[str, Callable[[str, int, int, date], Iterator[Token]]] = {
    "number": _number,
    "ordinal": _ordinal,
    "decade": _decade,
    "part": _part,
    "shortyear": _short_year,
    "iso": _iso,
    "numeric": _numeric,
}


def _merged(raw: list[Token]) -> Iterator[Token]:
    """Yield the tokens with their words replaced by the longest entries of the lexicon."""
    at = 0
    while at < len(raw):
        if raw[at].kind == "word":
            token, at = _longest(raw, at)
            yield token
        else:
            yield raw[at]
            at += 1


def _longest(raw: list[Token], at: int) -> tuple[Token, int]:
    """Return the longest entry of the lexicon that begins at a word, and where to go on."""
    words: list[str] = []
    best = Token("unknown", raw[at].start, raw[at].end), at + 1
    first = _bare(raw[at].name)
    most = max(LONGEST.get(raw[at].name, 0), LONGEST.get(first, 0))
    for index in range(at, len(raw)):
        token = raw[index]
        if token.kind == "dash" and words:
            continue
        if token.kind != "word" or len(words) == most:
            break
        words.append(token.name)
        meaning = MEANINGS.get(tuple(words)) or MEANINGS.get((*words[:-1], _bare(words[-1])))
        if meaning:
            best = Token(meaning.kind, raw[at].start, token.end, meaning.name, meaning.number), index + 1
    return best


def _bare(word: str) -> str:
    """Return a word without the ending of its possessive."""
    return word[:-2] if word.endswith("'s") else word
