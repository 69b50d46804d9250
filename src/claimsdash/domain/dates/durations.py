"""Lengths of time: three months, a year and a half, 24 hours, the past few weeks."""

from dataclasses import dataclass
from datetime import date

from claimsdash.domain.dates.cursor import Cursor, rule
from claimsdash.domain.dates.nodes import Node, fixed
from claimsdash.domain.dates.spans import DAY, Span, month_span, shifted_months, week_span, year_span

_PLAIN = {
    "hour": (1, "hour"),
    "day": (1, "day"),
    "week": (1, "week"),
    "fortnight": (2, "week"),
    "month": (1, "month"),
    "quarter": (3, "month"),
    "half": (6, "month"),
    "year": (1, "year"),
    "decade": (10, "year"),
    "century": (100, "year"),
}
_LONGEST = 100_000


@dataclass(frozen=True)
class Duration:
    """So many units. `counted` tells "three months" from a bare "month", `vague` marks "a few"."""

    count: int
    unit: str
    counted: bool = True
    vague: bool = False

    def back(self, day: date) -> date:
        """Return the same day so much earlier; 24 hours are a day. Raises ValueError for part of a day."""
        return self._moved(day, -self.count)

    def on(self, day: date) -> date:
        """Return the same day so much later."""
        return self._moved(day, self.count)

    def _moved(self, day: date, count: int) -> date:
        if self.unit == "hour":
            if count % 24:
                raise ValueError("part of a day is no date")
            return day + count // 24 * DAY
        if self.unit in ("day", "week"):
            return day + count * (1 if self.unit == "day" else 7) * DAY
        return shifted_months(day, count * (1 if self.unit == "month" else 12))


@rule
def read_count(cursor: Cursor) -> int | None:
    """Read a whole number in figures or words: 18, eighteen, twenty-four, one hundred and twenty, a."""
    token = cursor.take("number", "a")
    if not token or token.number > _LONGEST:
        return None
    if token.kind == "a":
        return 1
    total = token.number
    while token.name != "digits" and cursor.next.kind in ("number", "dash", "and"):
        more = _more(cursor, total)
        if more is None:
            break
        total += more
    return total


@rule
def _more(cursor: Cursor, total: int = 0) -> int | None:
    """Read what is added to a number word: the four of twenty-four, the twenty of a hundred and twenty."""
    cursor.take("dash", "and")
    token = cursor.take("number")
    return token.number if token and token.name != "digits" and token.number < 20 else None


@rule
def read_duration(cursor: Cursor) -> Duration | None:
    """Read a length of time, its count in front: three months, 12-month period, half a year, a year and a half."""
    halved = _half_of_one(cursor)
    if halved:
        return halved
    if cursor.next.kind == "a" and cursor.peek().kind == "number":
        cursor.take("a")
    vague = cursor.take("few") is not None
    count = None if vague else read_count(cursor)
    halves = count is not None and _and_a_half(cursor) is not None
    cursor.skip("dash", "of")
    unit = cursor.take("unit")
    if not unit or unit.name not in _PLAIN:
        return None
    halves = halves or (not vague and _and_a_half(cursor) is not None)
    cursor.skip("dash")
    cursor.skip("period")
    return _duration(1 if count is None else count, unit.name, halves, count is not None, vague)


def _duration(count: int, unit: str, halves: bool, counted: bool, vague: bool) -> Duration | None:
    """Return so many units, in months where there is a half year over."""
    times, plain = _PLAIN[unit]
    if not halves:
        return Duration(count * times, plain, counted or vague, vague)
    if plain != "year":
        return None
    return Duration((2 * count + 1) * times * 6, "month")


@rule
def _half_of_one(cursor: Cursor) -> Duration | None:
    """Read half a year, or half a decade."""
    cursor.take("a")
    if not cursor.take("half"):
        return None
    cursor.take("a")
    cursor.take("dash")
    unit = cursor.take("unit")
    months = {"year": 6, "decade": 60, "century": 600}.get(unit.name) if unit else None
    return Duration(months, "month") if months else None


@rule
def _and_a_half(cursor: Cursor) -> bool | None:
    """Read "and a half"."""
    return (cursor.take("and") and cursor.take("a") and cursor.take("half") and True) or None


def ago(duration: Duration, reference: date) -> Node:
    """Return the day, week, month or year so long ago: the grain is that of the unit, as in TIMEX3."""
    day = duration.back(reference)
    if duration.unit == "week":
        return fixed(week_span(day), "week")
    if duration.unit == "month":
        return fixed(month_span(day.year, day.month), "month")
    if duration.unit == "year":
        return fixed(year_span(day.year), "year")
    return fixed(Span(day, day), "day")


def ending_with(duration: Duration, end: date) -> Span:
    """Return the stretch of that length whose last day is `end`."""
    return Span(duration.back(end + DAY), end)


def beginning_with(duration: Duration, start: date) -> Span:
    """Return the stretch of that length whose first day is `start`."""
    return Span(start, duration.on(start) - DAY)


_RECENT = {
    "day": Duration(7, "day"),
    "week": Duration(42, "day"),
    "month": Duration(6, "month"),
    "year": Duration(5, "year"),
}


def recent(unit: str) -> Duration | None:
    """Return how far "recent days", weeks, months, years reach back: a choice of the conventions."""
    return _RECENT.get(unit)
