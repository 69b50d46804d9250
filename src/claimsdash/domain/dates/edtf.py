"""ISO 8601 dates of reduced precision and EDTF level 1, read as days and written from them.

The forms are those of the Extended Date/Time Format (Library of Congress, 2019; part of ISO 8601-2:2019), level 1,
without years beyond four digits, and with the codes 25 to 41 of level 2 (seasons of a hemisphere, quarters, thirds and
halves of a year). ISO weeks (2023-W35) and a time of day after a day are read as well; the time is dropped.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, date

from claimsdash.domain.dates.period import DateError, Period, shortened
from claimsdash.domain.dates.spans import Span, month_span, week_span, year_span

_FORM = "write it as 2023, 2023-08, 2023-08-15, 2023-08~ (about), 2023-09/2024-02-26, ../2024-02 or 2023-09/.."
_LONGEST = 64
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX)(?:[T ]\d{2}:\d{2}[\d:.,+\-Z ]{0,24})?)?"
    r"|-W(?P<week>\d{2})(?:-(?P<weekday>[1-7]))?)?",
    re.ASCII,
)
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_UNPADDED = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", re.ASCII)
_NORTH = [(3, 3), (6, 3), (9, 3), (12, 3)]
_SOUTH = _NORTH[2:] + _NORTH[:2]
_PARTS = [(1, 3), (4, 3), (7, 3), (10, 3), (1, 4), (5, 4), (9, 4), (1, 6), (7, 6)]
_GROUPS = dict(enumerate(_NORTH + _NORTH + _SOUTH + _PARTS, start=21))
"""First month and number of months of the EDTF codes that stand in place of a month.

21 to 24 are spring, summer, autumn, winter, taken as on the northern hemisphere (25 to 28); a winter is named by the
year in which it begins. 29 to 32 are those of the southern hemisphere, 33 to 36 quarters, 37 to 39 thirds of a year,
40 and 41 its halves.
"""


def read_edtf(text: str) -> Period:
    """Read an ISO 8601 or EDTF level 1 date as the days it spans.

    Raises DateError, which names the fault and what would be right. A `~`, `?` or `%` makes the period approximate and
    leaves its days as they are. `..` is an open end, nothing before or after the slash an unknown one.

    >>> read_edtf("2023-09/2024-02-26")
    Period(start=datetime.date(2023, 9, 1), end=datetime.date(2024, 2, 26), approximate=False, open_start=False, \
open_end=False)
    """
    whole = text.strip()
    if not whole:
        raise DateError(text, "the cell is blank", _FORM)
    if len(whole) > _LONGEST:
        raise DateError(text, f"{len(whole):,} characters are too many for a date", _FORM)
    if "/" not in whole:
        span, approximate = _read_end(whole, whole)
        return Period(span.start, span.end, approximate)
    parts = whole.split("/")
    if len(parts) != 2:
        raise _not_edtf(whole, whole)
    return _read_interval(whole, parts[0].strip(), parts[1].strip())


def _read_interval(whole: str, first: str, last: str) -> Period:
    """Read the two sides of a slash."""
    bare = ("", "..")
    if first in bare and last in bare:
        raise DateError(whole, "neither end of the period is a date", "give at least one: ../2024-02 or 2023-09/..")
    start, start_approximate = (None, False) if first in bare else _read_end(whole, first)
    end, end_approximate = (None, False) if last in bare else _read_end(whole, last)
    if start and end and start.start > end.end:
        raise DateError(whole, "the period ends before it begins", f"swap its ends: {last}/{first}")
    return Period(
        start.start if start else None,
        end.end if end else None,
        start_approximate or end_approximate,
        open_start=first == "..",
        open_end=last == "..",
    )


def _read_end(whole: str, part: str) -> tuple[Span, bool]:
    """Read one date, and whether it is marked approximate or uncertain."""
    bare = part[:-1] if part[-1] in "~?%" else part
    found = _DATE.fullmatch(bare)
    if not found:
        raise _not_edtf(whole, part)
    try:
        return _span(found), bare != part
    except ValueError as error:
        raise DateError(whole, f"“{shortened(part)}”: {error}", "give a date of the calendar") from error


def _span(found: re.Match[str]) -> Span:
    """Return the days of a matched date; raise ValueError for one that the calendar lacks."""
    year, month, day, week = found["year"], found["month"], found["day"], found["week"]
    if year in ("0000", "000X", "00XX"):
        raise ValueError("years run from 0001 to 9999")
    if week:
        return _week(int(year), int(week), found["weekday"])
    if "X" in year and (month or day):
        raise ValueError("a year with unspecified digits stands alone")
    if month is None or month == "XX":
        return _years(year, day)
    if day is None or day == "XX":
        return _months(int(year), int(month), day)
    return _day(int(year), int(month), int(day))


def _years(year: str, day: str | None) -> Span:
    """Return the days of a year, decade or century; a day without a month is refused."""
    if day not in (None, "XX"):
        raise ValueError("a day needs its month")
    return Span(year_span(int(year.replace("X", "0"))).start, year_span(int(year.replace("X", "9"))).end)


def _months(year: int, month: int, day: str | None) -> Span:
    """Return the days of a month, or of the season, quarter, third or half that a code stands for."""
    if 1 <= month <= 12:
        return month_span(year, month)
    if day or month not in _GROUPS:
        raise ValueError("months run from 01 to 12")
    first, count = _GROUPS[month]
    if year == MAXYEAR and first + count > 13:
        raise ValueError("years run from 0001 to 9999")
    return month_span(year, first, count)


def _day(year: int, month: int, day: int) -> Span:
    """Return one day."""
    if not 1 <= month <= 12:
        raise ValueError("months run from 01 to 12")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise ValueError(f"that month has {days} days")
    return Span(date(year, month, day), date(year, month, day))


def _week(year: int, week: int, weekday: str | None) -> Span:
    """Return an ISO week, or one day of it."""
    if weekday:
        day = date.fromisocalendar(year, week, int(weekday))
        return Span(day, day)
    return week_span(date.fromisocalendar(year, week, 1))


def _not_edtf(whole: str, part: str) -> DateError:
    """Return the error for a text of no known form, with the right form where it can be told."""
    numeric, unpadded = _NUMERIC.fullmatch(whole), _UNPADDED.fullmatch(part)
    if numeric:
        return _numeric_error(whole, [int(number) for number in numeric.groups()])
    if unpadded:
        padded = "-".join(number.zfill(2) for number in unpadded.groups() if number)
        return DateError(whole, f"“{part}” is not an ISO 8601 date", f"write {padded}")
    return DateError(whole, f"“{shortened(part)}” is not a date as it is written here", _FORM)


def _numeric_error(whole: str, numbers: list[int]) -> DateError:
    """Return the error for a date such as 24/02/2022: its ISO form, or both where the order could be either."""
    first, second, year = numbers
    readings = sorted({text for text in (_iso(year, second, first), _iso(year, first, second)) if text})
    if len(readings) == 2:
        reason = f"day and month could be either way round ({readings[0]} or {readings[1]})"
        return DateError(whole, reason, "write the one that is meant")
    if not readings:
        return DateError(whole, "no such day", _FORM)
    return DateError(whole, "not an ISO 8601 date", f"write {readings[0]}")


def _iso(year: int, month: int, day: int) -> str:
    """Return the day in ISO form, or nothing where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def write_edtf(period: Period) -> str:
    """Write a period in EDTF level 1, the shortest form that read_edtf gives back as the same period.

    >>> write_edtf(Period(date(2023, 8, 1), date(2023, 8, 31), approximate=True))
    '2023-08~'
    """
    mark = "~" if period.approximate else ""
    if period.start and period.end:
        digits = _digits(period.start, period.end)
        first, last = period.start.isoformat()[:digits], period.end.isoformat()[:digits]
        return first + mark if first == last else f"{first}{mark}/{last}{mark}"
    if period.start:
        text = period.start.isoformat()[: _digits(period.start, None)]
        return f"{text}{mark}/{'..' if period.open_end else ''}"
    assert period.end is not None  # noqa: S101 - a Period has at least one end
    text = period.end.isoformat()[: _digits(None, period.end)]
    return f"{'..' if period.open_start else ''}/{text}{mark}"


def _digits(start: date | None, end: date | None) -> int:
    """Return how many characters of both ISO dates say enough: 4 for whole years, 7 for whole months, else 10."""
    if (start and start.day > 1) or (end and end.day < monthrange(end.year, end.month)[1]):
        return 10
    return 7 if (start and start.month > 1) or (end and end.month < 12) else 4
