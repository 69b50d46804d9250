"""Dates written in figures: ISO ones, and those whose order of day and month has to be told."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from claimsdash.domain.dates.edtf import read_edtf
from claimsdash.domain.dates.period import DateError
from claimsdash.domain.dates.saying import MONTHS
from claimsdash.domain.dates.spans import Span, month_span, year_span


class DayMonth(NamedTuple):
    """A day of a year that is not given."""

    day: int
    month: int


def read_iso(text: str) -> tuple[str, Span]:
    """Return the unit and the days of an ISO day or month; 2022-23 are two years, for there is no month 23.

    >>> read_iso("2022-23")[0]
    'years'
    """
    year, second = int(text[:4]), int(text[5:7])
    if len(text) == 7 and second > 12 and second > year % 100:
        return "years", year_span(year, second - year % 100 + 1)
    period = read_edtf(text.upper())
    start, end = period.start or date.min, period.end or date.max
    return "day" if start == end else "month", Span(start, end)


def read_numeric(text: str, full_year: Callable[[int], int]) -> tuple[str, Span] | DayMonth:
    """Read a date such as 24/02/2022, 24.02.22, 2022/02/24, 02/2024, 2022/23 or 24/02.

    Between dots the day comes first, as wherever dots are used. Between slashes or hyphens a number above 12 tells the
    order; without one DateError names both readings. `full_year` turns two digits into a year.
    """
    parts = re.split(r"[-./]", text.rstrip("."))
    numbers = [int(part) for part in parts]
    if len(parts) == 2:
        return _two(text, numbers[0], numbers[1])
    if len(parts[0]) == 4 or len(parts[2]) == 4 or (len(parts[0]) < 3 and len(parts[2]) == 2):
        return "day", _three(text, parts, full_year)
    raise DateError(text, "a year has four digits, or two", "write the date as 2024-02-26 or 26 February 2024")


def _three(text: str, parts: list[str], full_year: Callable[[int], int]) -> Span:
    """Read year, month and day, or day, month and year."""
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return _day(text, first, second, third)
    year = third if len(parts[2]) == 4 else full_year(third)
    day, month = _day_and_month(text, first, second, year)
    return _day(text, year, month, day)


def _two(text: str, first: int, second: int) -> tuple[str, Span] | DayMonth:
    """Read two numbers: month and year, a pair of years, or day and month."""
    if second > 99:
        return "month", _month(text, second, first)
    if first > 99:
        return _year_first(text, first, second)
    day, month = _day_and_month(text, first, second, None)
    if month > 12 or not 1 <= day <= monthrange(2024, month)[1]:
        raise DateError(text, "there is no such day", "write the date as 2024-02-26 or 26 February 2024")
    return DayMonth(day, month)


def _year_first(text: str, year: int, second: int) -> tuple[str, Span]:
    """Read 2022/23 as two years and 2024/02 as a month, and refuse what could be either."""
    follows = second > year % 100
    if follows and second <= 12:
        raise DateError(
            text, f"it could be {year} to {year // 100}{second:02d} or month {second}", "write which is meant"
        )
    if follows:
        return "years", year_span(year, second - year % 100 + 1)
    return "month", _month(text, year, second)


def _day_and_month(text: str, first: int, second: int, year: int | None) -> tuple[int, int]:
    """Tell day from month, or raise DateError with both readings."""
    if "." in text or first > 12:
        return first, second
    if second > 12:
        return second, first
    if first == second:
        return first, second
    readings = sorted(_told(year, *order) for order in ((first, second), (second, first)))
    reason = f"day and month could be either way round ({readings[0]} or {readings[1]})"
    raise DateError(text, reason, "write the one that is meant, the month as a word")


def _told(year: int | None, month: int, day: int) -> str:
    """Return a day for a message: in ISO form, or in words where it has no year."""
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"{day} {MONTHS[month - 1]}"


def _day(text: str, year: int, month: int, day: int) -> Span:
    """Return one day, or raise DateError."""
    try:
        return Span(date(year, month, day), date(year, month, day))
    except ValueError as error:
        raise DateError(text, f"there is no such day ({error})", "give a day of the calendar") from error


def _month(text: str, year: int, month: int) -> Span:
    """Return one month, or raise DateError."""
    if not 1 <= month <= 12 or not year:
        raise DateError(text, "months run from 1 to 12", "write the month as a word, or as 2024-02")
    return month_span(year, month)
