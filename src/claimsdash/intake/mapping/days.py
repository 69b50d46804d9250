"""Dates as typed in cells and headers, to EDTF: the column shows the order of day and month, or a person says it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from claimsdash.intake.mapping.eras import BUDDHIST, in_common_era, looks_buddhist
from claimsdash.intake.mapping.numerals import ascii_digits
from claimsdash.intake.mapping.period_words import MONTHS

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
_BARE_QUARTER = re.compile(r"Q([1-4])", re.IGNORECASE)
_WEEK = re.compile(
    r"(?:([12][0-9]{3})[ -]?W(?:eek ?)?([0-9]{1,2})|W(?:eek ?)?([0-9]{1,2})[ ,/-]{1,2}([12][0-9]{3}))", re.IGNORECASE
)
_WORD = r"([^\W\d_]{3,12})\.?"
_DAY_MONTH = re.compile(
    rf"(?:[^\W\d_]{{3,9}},? )?([0-9]{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?(?: de)?[ -]{_WORD}"
    r"(?:[,.]?(?: del? )?[ -]?([0-9]{4}|'?[0-9]{2})(?: ?(?:г|р)\.?)?)?"
)
_MONTH_DAY = re.compile(rf"{_WORD} ([0-9]{{1,2}})(?:st|nd|rd|th)?(?:,? ([0-9]{{4}}))?")
_EASTERN = re.compile(r"([0-9]{4})[年년] ?(?:([0-9]{1,2})[月월] ?(?:([0-9]{1,2})[日일])?)?")
_RANGE = re.compile(r"(.{1,24}?) ?(?:–|—| - |-(?=[0-9]{1,2} ?[^\W\d_])| to | until | bis | au )(.{4,30})")
_RANGE_WITHIN = re.compile(rf"{_WORD} ([0-9]{{1,2}}) ?[-–—] ?(?:{_WORD} )?([0-9]{{1,2}}),? ([0-9]{{4}})")
_EPOCH = re.compile(r"(1[0-9]{9})(?:[0-9]{3})?(?:\.0)?")
_SERIAL = re.compile(r"([2-5][0-9]{4})(?:\.[0-9]{1,10})?")
SERIAL_STARTS = {"1900": date(1899, 12, 30), "1904": date(1904, 1, 1)}
"""Day 0 of the two ways in which spreadsheets count days (ECMA-376, part 1, 18.17.4.1)."""
_MONTH_YEAR = re.compile(rf"{_WORD}[ -]([0-9]{{4}}|'?[0-9]{{2}})")


@dataclass(frozen=True)
class DayStyle:
    """How the dates of a table are to be read; None is not known."""

    order: str | None = None
    year: int | None = None
    serial: str | None = None
    """From where numbers such as 44197 count days, a key of SERIAL_STARTS."""
    bare_months: bool = False
    """Whether months alone are periods, of any year."""
    era: str | None = None
    """From when years such as 2567 count: BUDDHIST, or what is typed."""


@dataclass(frozen=True)
class Seen:
    """What the dates of a table show: the orders that they rule in, years of two digits, and dates without a year."""

    day_first: str = ""
    month_first: str = ""
    either: str = ""
    short_year: str = ""
    no_year: str = ""
    serial: str = ""
    buddhist: str = ""


def read_day(text: str, style: DayStyle) -> str | None:
    """Return the date in EDTF; None for what is no date, or is none without knowing more.

    >>> read_day("6/9/17", DayStyle(MONTH_FIRST)), read_day("3 Jan 2020", DayStyle()), read_day("2015/16", DayStyle())
    ('2017-06-09', '2020-01-03', '2015/2016')
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_DAY:
        return None
    text = in_common_era(ascii_digits(text)) if style.era == BUDDHIST else ascii_digits(text)
    return (
        _full(text)
        or _numeric(text, style)
        or _worded(text, style)
        or _period(text)
        or _range(text, style)
        or _counted(text, style)
    )


def month_of(text: str) -> int | None:
    """Return the number of a month's name.

    >>> month_of("Mar."), month_of("styczeń"), month_of("Mark")
    (3, 1, None)
    """
    return MONTHS.get(text.strip().rstrip(".").lower())


def looks_like_serial(text: str) -> bool:
    """Return whether a text may be a day as a spreadsheet counts it: of the years 1954 to 2064.

    >>> looks_like_serial("44197"), looks_like_serial("1609459200"), looks_like_serial("4419")
    (True, True, False)
    """
    return bool(_SERIAL.fullmatch(text.strip()) or _EPOCH.fullmatch(text.strip()))


def look_at_days(texts: Iterable[str]) -> Seen:
    """Return what the dates show, each with an example."""
    seen: dict[str, str] = {}
    for text in texts:
        numbers = _numbers(text.strip())
        if numbers:
            first, second, _ = numbers
            kind = "day_first" if first > 12 >= second else "month_first" if second > 12 >= first else "either"
            if first != second or kind != "either":
                seen.setdefault(kind, text)
        if numbers and len(numbers[2]) == 2:
            seen.setdefault("short_year", text)
        if _SERIAL.fullmatch(text.strip()):
            seen.setdefault("serial", text)
        if looks_buddhist(ascii_digits(text)):
            seen.setdefault("buddhist", text)
        worded = _DAY_MONTH.fullmatch(text.strip()) or _MONTH_DAY.fullmatch(text.strip())
        if (numbers and not numbers[2]) or (worded and worded[3] is None and read_day(text, DayStyle(DAY_FIRST, 2000))):
            seen.setdefault("no_year", text)
    return Seen(**seen)


def looks_like_day(text: str) -> bool:
    """Return whether a cell is a date in one of the orders.

    >>> looks_like_day("31/01/2011"), looks_like_day("03.04."), looks_like_day("5,100"), looks_like_day("3.5")
    (True, True, False, False)
    """
    if _is_decimal_too(text):
        return False
    return any(read_day(text, DayStyle(order, 2000)) for order in (DAY_FIRST, MONTH_FIRST))


def looks_like_short_day(text: str) -> bool:
    """Return whether a cell may be a day and a month, though it could be a decimal number as well.

    >>> looks_like_short_day("17.04"), looks_like_short_day("17.45"), looks_like_short_day("2011")
    (True, False, False)
    """
    return _is_decimal_too(text) and any(read_day(text, DayStyle(order, 2000)) for order in (DAY_FIRST, MONTH_FIRST))


def _is_decimal_too(text: str) -> bool:
    short = text.strip()
    return bool(_SHORT.fullmatch(short)) and "/" not in short and not short.endswith(".")


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
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    eastern = _EASTERN.fullmatch(text)
    if not eastern or not eastern[2]:
        return eastern[1] if eastern else None
    year, month = int(eastern[1]), int(eastern[2])
    return _day(year, month, int(eastern[3])) if eastern[3] else f"{year}-{month:02}" if 1 <= month <= 12 else None


def _numeric(text: str, style: DayStyle) -> str | None:
    numbers = _numbers(text)
    if style.order is None or numbers is None:
        return None
    first, second, typed = numbers
    year = full_year(typed) if typed else style.year
    day, month = (first, second) if style.order == DAY_FIRST else (second, first)
    return _day(year, month, day) if year else None


def _numbers(text: str) -> tuple[int, int, str] | None:
    """Return the two numbers of a date in digits and its year as typed, blank where it has none."""
    if found := _NUMERIC.fullmatch(text):
        return int(found[1]), int(found[3]), found[4]
    short = _SHORT.fullmatch(text)
    return (int(short[1]), int(short[2]), "") if short else None


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
    return _bare(text, style) if style.bare_months else None


def _bare(text: str, style: DayStyle) -> str | None:
    """Read a month or a quarter alone: of the year of the table, else of any (--03, --Q1)."""
    month, quarter = month_of(text), _BARE_QUARTER.fullmatch(text)
    if month:
        return f"{style.year}-{month:02}" if style.year else f"--{month:02}"
    if quarter:
        return _period(f"{style.year} Q{quarter[1]}") if style.year else f"--Q{quarter[1]}"
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


def _range(text: str, style: DayStyle) -> str | None:
    """Read a span of days, of which the first may leave out the month or the year of the last."""
    within = _RANGE_WITHIN.fullmatch(text)
    if within:
        month, first, other, last, year = within.groups()
        ends = (f"{first} {month} {year}", f"{last} {other or month} {year}")
        return _span(*(_worded(end, style) for end in ends))
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    first, last = found[1].strip(), found[2].strip()
    end = _full(last) or _numeric(last, style) or _worded(last, style)
    if end is None or len(end) != 10:
        return None
    if first.isdecimal():
        return _span(_day(int(end[:4]), int(end[5:7]), int(first)), end)
    own_year = replace(style, year=int(end[:4]))
    return _span(_full(first) or _numeric(first, own_year) or _worded(first, own_year), end)


def _span(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last and first <= last else None


def _counted(text: str, style: DayStyle) -> str | None:
    """Read seconds or milliseconds since 1970, and days as spreadsheets count them where that was settled."""
    epoch, serial = _EPOCH.fullmatch(text), _SERIAL.fullmatch(text)
    if epoch:
        return datetime.fromtimestamp(int(epoch[1]), UTC).date().isoformat()
    if serial and style.serial in SERIAL_STARTS:
        return (SERIAL_STARTS[style.serial] + timedelta(days=int(serial[1]))).isoformat()
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
