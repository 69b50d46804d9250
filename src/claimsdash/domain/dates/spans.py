"""The first and last day of calendar units, and steps from one to another: arithmetic, no words."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    start: date
    end: date


def month_span(year: int, month: int, count: int = 1) -> Span:
    """Return the days of `count` months; months below 1 or above 12 lie in the years around.

    >>> month_span(2023, 14)
    Span(start=datetime.date(2024, 2, 1), end=datetime.date(2024, 2, 29))
    """
    first, last = year * 12 + month - 1, year * 12 + month - 1 + count
    if last // 12 > MAXYEAR:
        return Span(date(first // 12, first % 12 + 1, 1), _last_day_of_all(last))
    return Span(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, 1) - DAY)


def _last_day_of_all(last: int) -> date:
    """Return 31 December 9999 for the month that follows it; raise ValueError beyond."""
    if last > (MAXYEAR + 1) * 12:
        raise ValueError("after the year 9999")
    return date.max


def year_span(year: int, count: int = 1) -> Span:
    """Return the days of `count` years from `year` on."""
    return Span(date(year, 1, 1), date(year + count - 1, 12, 31))


def week_span(day: date) -> Span:
    """Return the Monday and the Sunday around a day (ISO 8601 weeks)."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + 6 * DAY)


def quarter_span(year: int, quarter: int) -> Span:
    """Return the days of quarter 1 to 4."""
    return month_span(year, 3 * quarter - 2, 3)


def shifted_months(day: date, months: int) -> date:
    """Return the same day so many months later (earlier if negative); the month's last where it is too short.

    >>> shifted_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    at = day.year * 12 + day.month - 1 + months
    if not MINYEAR * 12 <= at < (MAXYEAR + 1) * 12:
        raise ValueError("outside the years 1 to 9999")
    month = month_span(at // 12, at % 12 + 1)
    return min(month.end, month.start + (day.day - 1) * DAY)
