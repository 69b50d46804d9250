"""A period in short plain English."""

from calendar import monthrange
from datetime import date

from claimsdash.domain.dates.period import Period
from claimsdash.domain.dates.spans import DAY

_FIRST_HALF = ("January", "February", "March", "April", "May", "June")
MONTHS = (*_FIRST_HALF, "July", "August", "September", "October", "November", "December")


def say_period(period: Period) -> str:
    """Say a period in a few words, for a label, a card or an export.

    The words read back: `read_period` of them gives the period again. Three forms say more than a phrase can commit to:
    what has no end is read up to the day of reading, "about" before a single day, month or year is read one unit wider
    on each side, and an unknown end is read as an open one.

    >>> say_period(Period(date(2023, 8, 1), date(2024, 2, 26)))
    '1 Aug 2023 – 26 Feb 2024'
    """
    about = "about " if period.approximate else ""
    if period.start and period.end:
        return about + _closed(period.start, period.end)
    if period.start:
        unknown = "" if period.open_end else ", end unknown"
        return f"since {about}{_unit(period.start, _first_unit(period.start))}{unknown}"
    assert period.end is not None  # noqa: S101 - a Period has at least one end
    if not period.open_start:
        return f"until {about}{_unit(period.end, _last_unit(period.end))}, start unknown"
    return _until(period.end, about)


def _until(end: date, about: str) -> str:
    """Say an open start: before the unit that follows, which is the usual wording, or until the last day of all."""
    if end == date.max:
        return f"until {about}{_unit(end, 'year')}"
    following = end + DAY
    return f"before {about}{_unit(following, _first_unit(following))}"


def _closed(start: date, end: date) -> str:
    """Say a period with both ends, in the largest units that both of them fill."""
    unit = max(_first_unit(start), _last_unit(end), key=("year", "month", "day").index)
    first, last = _unit(start, unit), _unit(end, unit)
    if first == last:
        return first
    if unit == "day":
        return _days(start, end)
    if unit == "month" and start.year == end.year:
        first = first.rsplit(" ", 1)[0]
    return f"{first} – {last}"


def _first_unit(day: date) -> str:
    """Name the largest unit that begins on a day."""
    if day.day > 1:
        return "day"
    return "month" if day.month > 1 else "year"


def _last_unit(day: date) -> str:
    """Name the largest unit that ends on a day."""
    if day.day < monthrange(day.year, day.month)[1]:
        return "day"
    return "month" if day.month < 12 else "year"


def _unit(day: date, unit: str) -> str:
    """Say the day, month or year that a day lies in."""
    if unit == "day":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}"
    return f"{MONTHS[day.month - 1]} {day.year:04d}" if unit == "month" else f"{day.year:04d}"


def _days(start: date, end: date) -> str:
    """Say a range of days, months shortened, without repeating the month or the year that both have."""
    first, last = (f"{day.day} {MONTHS[day.month - 1][:3]}" for day in (start, end))
    if start.year != end.year:
        first = f"{first} {start.year:04d}"
    elif start.month == end.month:
        first = str(start.day)
    return f"{first} – {last} {end.year:04d}"
