"""Dates as typed in cells and headers, to EDTF: the column shows the order of day and month, or a person says it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claimsdash.intake.mapping.vocabulary import MONTHS

DAY_FIRST, MONTH_FIRST = "day first", "month first"
LONGEST_DAY = 40
CENTURY_TURN = 69
"""Two-digit years from here on are of the 20th century, as POSIX has it (strptime, %y)."""

_ISO = re.compile(r"([12][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ][0-9:.+Z-]{1,20})?")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])")
_NUMERIC = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?: [0-9:]{1,8}(?: ?[AaPp][Mm])?)?")
_SHORT = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})\.?")
_YEAR = re.compile(r"(?:FY ?)?((?:1[5-9]|20|21)[0-9]{2})(?:\.0)?")
_YEAR_MONTH = re.compile(r"([12][0-9]{3})[-/.M]([0-9]{1,2})")
_FISCAL = re.compile(r"(?:FY ?)?((?:19|20)[0-9]{2})[-/–]((?:19|20)?[0-9]{2})")
_QUARTER = re.compile(r"(?:Q([1-4])[ /-]?([12][0-9]{3})|([12][0-9]{3})[ /-]?Q([1-4]))", re.IGNORECASE)
_WEEK = re.compile(
    r"(?:([12][0-9]{3})[ -]?W(?:eek ?)?([0-9]{1,2})|W(?:eek ?)?([0-9]{1,2})[ ,/-]{1,2}([12][0-9]{3}))", re.IGNORECASE
)
_WORD = r"([^\W\d_]{3,10})\.?"
_DAY_MONTH = re.compile(
    rf"(?:[^\W\d_]{{3,9}},? )?([0-9]{{1,2}})(?:st|nd|rd|th|\.)?[ -]{_WORD}(?:,?[ -]([0-9]{{4}}|'?[0-9]{{2}}))?"
)
_MONTH_DAY = re.compile(rf"{_WORD} ([0-9]{{1,2}})(?:st|nd|rd|th)?(?:,? ([0-9]{{4}}))?")
_MONTH_YEAR = re.compile(rf"{_WORD}[ -]([0-9]{{4}}|'?[0-9]{{2}})")


@dataclass(frozen=True)
class DayStyle:
    """How the dates of a table are to be read; None is not known."""

    order: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Seen:
    """What the dates of a table show: the orders that they rule in, years of two digits, and dates without a year."""

    day_first: str = ""
    month_first: str = ""
    either: str = ""
    short_year: str = ""
    no_year: str = ""


def read_day(text: str, style: DayStyle) -> str | None:
    """Return the date in EDTF; None for what is no date, or is none without knowing more.

    >>> read_day("6/9/17", DayStyle(MONTH_FIRST)), read_day("3 Jan 2020", DayStyle()), read_day("2015/16", DayStyle())
    ('2017-06-09', '2020-01-03', '2015/2016')
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_DAY:
        return None
    return _full(text) or _numeric(text, style) or _worded(text, style) or _period(text)


def look_at_days(texts: Iterable[str]) -> Seen:
    """Return what the dates show, each with an example."""
    seen: dict[str, str] = {}
    for text in texts:
        found = _NUMERIC.fullmatch(text.strip())
        short = _SHORT.fullmatch(text.strip())
        if found or short:
            first, second = (int(found[1]), int(found[3])) if found else (int(short[1]), int(short[2]))  # type: ignore[index]
            kind = "day_first" if first > 12 >= second else "month_first" if second > 12 >= first else "either"
            if first != second or kind != "either":
                seen.setdefault(kind, text)
        if found and len(found[4]) == 2:
            seen.setdefault("short_year", text)
        worded = _DAY_MONTH.fullmatch(text.strip()) or _MONTH_DAY.fullmatch(text.strip())
        if short or (worded and worded[3] is None and read_day(text, DayStyle(DAY_FIRST, 2000))):
            seen.setdefault("no_year", text)
    return Seen(**seen)


def looks_like_day(text: str) -> bool:
    """Return whether a cell is a date in one of the orders.

    >>> looks_like_day("31/01/2011"), looks_like_day("2011"), looks_like_day("5,100"), looks_like_day("3.5")
    (True, True, False, False)
    """
    if _SHORT.fullmatch(text.strip()) and "/" not in text:
        return False
    return any(read_day(text, DayStyle(order, 2000)) for order in (DAY_FIRST, MONTH_FIRST))


def full_year(text: str) -> int:
    """Return the year that two or four digits stand for.

    >>> full_year("17"), full_year("'84"), full_year("2017")
    (2017, 1984, 2017)
    """
    digits = text.strip("'")
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= CENTURY_TURN else 2000)


def _full(text: str) -> str | None:
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _numeric(text: str, style: DayStyle) -> str | None:
    found = _NUMERIC.fullmatch(text)
    short = None if found else _SHORT.fullmatch(text)
    if style.order is None or not (found or (short and style.year)):
        return None
    first, second = (int(found[1]), int(found[3])) if found else (int(short[1]), int(short[2]))  # type: ignore[index]
    year = full_year(found[4]) if found else int(style.year or 0)
    day, month = (first, second) if style.order == DAY_FIRST else (second, first)
    return _day(year, month, day)


def _worded(text: str, style: DayStyle) -> str | None:
    day_month, month_day = _DAY_MONTH.fullmatch(text), _MONTH_DAY.fullmatch(text)
    month_year = _MONTH_YEAR.fullmatch(text)
    if day_month and day_month[2].lower() in MONTHS:
        year = full_year(day_month[3]) if day_month[3] else style.year
        return _day(year, MONTHS[day_month[2].lower()], int(day_month[1])) if year else None
    if month_year and month_year[1].lower() in MONTHS and (len(month_year[2]) == 4 or "-" in text or "'" in text):
        return f"{full_year(month_year[2])}-{MONTHS[month_year[1].lower()]:02}"
    if month_day and month_day[1].lower() in MONTHS:
        year = int(month_day[3]) if month_day[3] else style.year
        return _day(year, MONTHS[month_day[1].lower()], int(month_day[2])) if year else None
    return None


def _period(text: str) -> str | None:
    """Read years, months of years, quarters, weeks and fiscal years."""
    year, month, quarter, week = (p.fullmatch(text) for p in (_YEAR, _YEAR_MONTH, _QUARTER, _WEEK))
    fiscal = _FISCAL.fullmatch(text)
    if year:
        return year[1]
    if month and 1 <= int(month[2]) <= 12:
        return f"{month[1]}-{int(month[2]):02}"
    if quarter:
        number, of = int(quarter[1] or quarter[4]), quarter[2] or quarter[3]
        return f"{of}-{3 * number - 2:02}/{of}-{3 * number:02}"
    if week:
        return _week(int(week[1] or week[4]), int(week[2] or week[3]))
    if fiscal and full_year(fiscal[2]) == int(fiscal[1]) + 1:
        return f"{fiscal[1]}/{int(fiscal[1]) + 1}"
    return None


def _week(year: int, number: int) -> str | None:
    try:
        return f"{date.fromisocalendar(year, number, 1)}/{date.fromisocalendar(year, number, 7)}"
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
