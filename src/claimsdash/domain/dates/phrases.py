"""A date as a person writes it, read from the day of its publication."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import lru_cache

from claimsdash.domain.dates.cursor import Cursor
from claimsdash.domain.dates.edtf import read_edtf
from claimsdash.domain.dates.period import DateError, Period
from claimsdash.domain.dates.sentences import read_sentence
from claimsdash.domain.dates.tokens import Token, tokenise

_LONGEST = 200
_REMEDY = "write a date such as 2024-02-26, August 2023, since August last year or between May and July 2024"
_FIGURES = re.compile(r"[\dX./~?%\-:TWZ ]+", re.ASCII)
_TWO_YEARS = re.compile(r"(\d\d)(\d\d)-(2[1-9]|3\d|4[01])", re.ASCII)
_UNKNOWN_END = re.compile(r", (start|end) unknown$")
_WITHOUT_MEANING = "the words are known, but not in this order"


def read_period(text: str, reference: date) -> Period:
    """Read a date phrase as first and last day, as seen from `reference`, the day of publication.

    ISO 8601, EDTF and the phrases of news reports, by the conventions of docs/method.md. Raises DateError for what is
    not understood, with the words that could not be placed, and for what could mean two things.

    >>> read_period("since August last year", date(2024, 11, 5))
    Period(start=datetime.date(2023, 8, 1), end=datetime.date(2024, 11, 5), approximate=False, open_start=False, \
open_end=False)
    """
    if len(text) > _LONGEST:
        raise DateError(text, f"{len(text):,} characters are too many for a date", f"keep to {_LONGEST}")
    return _read(text, reference)


@lru_cache(maxsize=4096)
def _read(text: str, reference: date) -> Period:
    """Read a phrase of bearable length; equal phrases are read once."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        raise DateError(text, "the cell is blank", _REMEDY)
    in_figures = _in_figures(plain)
    if in_figures:
        return in_figures
    unknown_end = _UNKNOWN_END.search(plain)
    if not unknown_end:
        return _in_words(plain, reference)
    period = _in_words(plain[: unknown_end.start()], reference)
    if unknown_end[1] == "end":
        return replace(period, end=None)
    return replace(period, start=None, open_start=False)


def _in_figures(text: str) -> Period | None:
    """Read ISO 8601 and EDTF; None where the text is neither. Refuses 2022-23, which is two years or an autumn."""
    if not _FIGURES.fullmatch(text):
        return None
    two_years = _TWO_YEARS.fullmatch(text)
    if two_years and int(two_years[3]) > int(two_years[2]):
        century, first, last = two_years.groups()
        reason = (
            f"it could be the years {century}{first} to {century}{last} or the part of a year that EDTF numbers {last}"
        )
        raise DateError(text, reason, f"write {century}{first}/{century}{last}, or the part of the year in words")
    try:
        return read_edtf(text)
    except DateError:
        return None


def _in_words(text: str, reference: date) -> Period:
    """Read a phrase by the grammar."""
    tokens = tokenise(text, reference)
    _refuse_unknown(text, tokens)
    cursor = Cursor(tokens, text, reference, reference)
    try:
        period = read_sentence(cursor)
    except (ValueError, OverflowError) as error:
        raise DateError(text, f"the calendar has no such days ({error})", _REMEDY) from error
    if period is None:
        raise _unread(text, tokens, cursor.furthest)
    return period


def _refuse_unknown(text: str, tokens: list[Token]) -> None:
    """Raise DateError if there are words that are no words of dates."""
    words = [text[token.start : token.end] for token in tokens if token.kind == "unknown"]
    if words or not tokens:
        told = " ".join(words) or text
        raise DateError(text, f"“{told[:60]}” could not be placed", _REMEDY, unread=told)


def _unread(text: str, tokens: list[Token], furthest: int) -> DateError:
    """Return the error for words that make no date, from the first that does not fit."""
    if furthest >= len(tokens):
        return DateError(text, _WITHOUT_MEANING, _REMEDY, unread=text)
    told = text[tokens[furthest].start :]
    return DateError(text, f"“{told[:60]}” could not be placed", _REMEDY, unread=told)
