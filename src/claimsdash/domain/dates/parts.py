"""Parts of a stretch of days: early, mid and late, halves, the third week, the last ten days.

The bounds are those of the conventions in docs/method.md: thirds of a month at days 10 and 20 (as Duckling has them),
of a year by EDTF's codes 37 to 39, of a decade at years 3 and 6, of a week before Wednesday and before Friday. A
season or a quarter is parted by its three months, a half year by two months each: a choice.
"""

from collections.abc import Callable
from datetime import date

from claimsdash.domain.dates.spans import DAY, Span, month_span, week_span, year_span

Take = Callable[[Span], Span]
_FIRST_DAYS = {"month": (0, 10, 20), "week": (0, 2, 4)}
_FIRST_MONTHS = {"year": (0, 4, 8), "season": (0, 1, 2), "quarter": (0, 1, 2), "half": (0, 2, 4)}
_FIRST_YEARS = {"decade": (0, 4, 7)}
_NAMES = ("early", "mid", "late")


def third(name: str, unit: str) -> Take | None:
    """Return what takes the early, mid or late part of a unit, or None where the unit has none."""
    which = _NAMES.index(name)
    if unit in _FIRST_DAYS:
        return lambda span: _between(span, _FIRST_DAYS[unit], which, _plus_days)
    if unit in _FIRST_MONTHS:
        return lambda span: _between(span, _FIRST_MONTHS[unit], which, _plus_months)
    if unit in _FIRST_YEARS:
        return lambda span: _between(span, _FIRST_YEARS[unit], which, _plus_years)
    return None


def _plus_days(day: date, count: int) -> date:
    return day + count * DAY


def _plus_months(day: date, count: int) -> date:
    return month_span(day.year, day.month + count).start


def _plus_years(day: date, count: int) -> date:
    return year_span(day.year + count).start


def _between(span: Span, firsts: tuple[int, ...], which: int, plus: Callable[[date, int], date]) -> Span:
    """Return the part from its own first day to the day before the next part."""
    end = span.end if which == 2 else plus(span.start, firsts[which + 1]) - DAY
    return Span(plus(span.start, firsts[which]), end)


def extreme(name: str, unit: str) -> Take | None:
    """Return what takes the start or end of a unit where it stands alone: a month of a year, else a third."""
    if unit == "year":
        return (lambda span: month_span(span.start.year, 1)) if name == "start" else month_of_end
    if unit == "day":
        return lambda span: span
    return third("early" if name == "start" else "late", unit)


def month_of_end(span: Span) -> Span:
    """Return the last month of a stretch."""
    return month_span(span.end.year, span.end.month)


def edge(name: str) -> Take:
    """Return what takes the first or last day."""
    return (lambda span: Span(span.start, span.start)) if name == "start" else lambda span: Span(span.end, span.end)


def half(number: int, unit: str) -> Take | None:
    """Return what takes the first or second half of a unit."""
    if number not in (1, 2):
        return None
    if unit == "month":
        return lambda span: Span(span.start, span.start + 14 * DAY) if number == 1 else _from_day_16(span)
    if unit == "year":
        return lambda span: month_span(span.start.year, 6 * number - 5, 6)
    if unit == "decade":
        return lambda span: year_span(span.start.year + 5 * number - 5, 5)
    return None


def _from_day_16(span: Span) -> Span:
    return Span(span.start + 15 * DAY, span.end)


def counted(first: int, count: int, unit: str) -> Take | None:
    """Return what takes `count` units from the unit number `first` on; from the end if `first` is 0 or less.

    0 stands for the last units, ending with the last day.
    """
    if unit in ("day", "week"):
        length = 1 if unit == "day" else 7
        return lambda span: _inside(span, _days(span, first, count, length))
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if months is None:
        return None
    return lambda span: _inside(span, _months(span, first, count, months))


def _days(span: Span, first: int, count: int, length: int) -> Span:
    """Return so many days from the beginning, or up to the end."""
    if first <= 0:
        return Span(span.end - (count * length - 1) * DAY, span.end)
    start = span.start + (first - 1) * length * DAY
    return Span(start, start + (count * length - 1) * DAY)


def _months(span: Span, first: int, count: int, length: int) -> Span:
    """Return so many months from the beginning, or up to the end; the stretch has to consist of months."""
    if span.start.day > 1 or (span.end + DAY).day > 1:
        raise ValueError("the whole does not consist of months")
    if first <= 0:
        return month_span(span.end.year, span.end.month + 1 - count * length, count * length)
    return month_span(span.start.year, span.start.month + (first - 1) * length, count * length)


def _inside(whole: Span, part: Span) -> Span:
    """Return the part, or raise ValueError if it reaches beyond the whole."""
    if part.start < whole.start or part.end > whole.end:
        raise ValueError("the part is longer than the whole")
    return part


def weekday_of(weekday: int, number: int) -> Take:
    """Return what takes the first, second ... Tuesday of a stretch, the last one for 0."""

    def take(span: Span) -> Span:
        if number:
            day = span.start + ((weekday - span.start.weekday()) % 7 + 7 * (number - 1)) * DAY
        else:
            day = span.end - (span.end.weekday() - weekday) % 7 * DAY
        return _inside(span, Span(day, day))

    return take


def weekend_of(span: Span) -> Span:
    """Return the Saturday and Sunday of the week in which a stretch begins."""
    sunday = week_span(span.start).end
    return Span(sunday - DAY, sunday)


def widened(span: Span, unit: str) -> Span:
    """Return a stretch with one unit more on each side; as it is where the unit is none of the calendar."""
    months = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12}.get(unit)
    days = {"day": 1, "week": 7}.get(unit)
    if days:
        return Span(span.start - days * DAY, span.end + days * DAY)
    if not months:
        return span
    after = month_span(span.end.year, span.end.month + months)
    return Span(month_span(span.start.year, span.start.month - months).start, after.end)
