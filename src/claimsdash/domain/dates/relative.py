"""The grammar of dates told from the day of reading: last week, this year, the past three months, two weeks ago."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from claimsdash.domain.dates.cursor import Cursor, first_of, rule
from claimsdash.domain.dates.durations import Duration, ago, read_duration, recent
from claimsdash.domain.dates.nodes import Node, current, fixed, following, latest
from claimsdash.domain.dates.parts import half, weekend_of
from claimsdash.domain.dates.plain import read_plain
from claimsdash.domain.dates.spans import DAY, WEEK, Span, month_span, quarter_span, week_span, year_span


def read_relative(cursor: Cursor) -> Node | None:
    """Read a date told from the day of reading."""
    found: Node | None = first_of(cursor, _RULES)
    return found


def unit_around(unit: str, day: date, steps: int = 0) -> Span | None:
    """Return the calendar unit that a day lies in, or the one so many steps from it."""
    if unit in ("week", "weekend"):
        week = week_span(day + steps * WEEK)
        return week if unit == "week" else weekend_of(week)
    by_month: dict[str, Callable[[int], Span]] = {
        "month": lambda number: month_span(day.year, day.month + number),
        "quarter": lambda number: _quarter(day.year * 4 + (day.month - 1) // 3 + number),
        "half": lambda number: _half(day.year * 2 + (day.month - 1) // 6 + number),
        "year": lambda number: year_span(day.year + number),
        "decade": lambda number: year_span(day.year // 10 * 10 + 10 * number, 10),
    }
    return by_month[unit](steps) if unit in by_month else None


def _quarter(index: int) -> Span:
    return quarter_span(index // 4, index % 4 + 1)


def _half(index: int) -> Span:
    take = half(index % 2 + 1, "year")
    assert take is not None  # noqa: S101 - a year has halves
    return take(year_span(index // 2))


@rule
def _today(cursor: Cursor) -> Node | None:
    """Read today, yesterday, tomorrow."""
    token = cursor.take("today")
    if not token:
        return None
    day = cursor.reference + token.number * DAY
    return fixed(Span(day, day), "day")


@rule
def _before_last(cursor: Cursor) -> Node | None:
    """Read the week before last."""
    cursor.take("the")
    unit = cursor.take("unit")
    if not unit or not cursor.take("before") or not cursor.take("last"):
        return None
    span = unit_around(unit.name, cursor.reference, -2)
    return fixed(span, unit.name) if span else None


@rule
def _unit(cursor: Cursor) -> Node | None:
    """Read last week, the previous month, this year, the year, that year, next quarter."""
    the = cursor.take("the") is not None
    told = cursor.take("last", "previous", "next", "this", "that")
    unit = cursor.take("unit")
    if not unit or not (the or told) or cursor.is_plural(unit):
        return None
    if unit.name == "weekend":
        return _weekend(cursor, told.kind if told else "")
    if told and told.kind == "last" and (told.name != "last" or (the and unit.name not in ("quarter", "half"))):
        return None
    kind = told.kind if told else "this"
    if kind == "that" and cursor.frame == cursor.reference:
        return None
    around = cursor.frame if kind == "that" or not told else cursor.reference
    span = unit_around(unit.name, around, {"last": -1, "previous": -1, "next": 1}.get(kind, 0))
    return fixed(span, unit.name, cut=kind == "this" and around == cursor.reference) if span else None


def _weekend(cursor: Cursor, told: str) -> Node:
    """Return this, the next or the latest weekend that is over or ends today."""
    this = weekend_of(week_span(cursor.reference))
    steps = 0 if told == "this" or this.end <= cursor.reference else -1
    if told == "next":
        steps = 1
    return fixed(Span(this.start + steps * WEEK, this.end + steps * WEEK), "weekend")


@rule
def _latest_weekend(cursor: Cursor) -> Node | None:
    """Read the past weekend, or weekend with no word before it."""
    cursor.take("the")
    cursor.take("past")
    unit = cursor.take("unit")
    return _weekend(cursor, "") if unit and unit.name == "weekend" and cursor.next.kind != "of" else None


@rule
def _recurring(cursor: Cursor) -> Node | None:
    """Read last December, this Tuesday, next summer, this past winter."""
    cursor.take("the")
    told = cursor.take("last", "previous", "past", "next", "this")
    node = read_plain(cursor) if told and told.name != "final" else None
    if not told or node is None or not node.cycle:
        return None
    if told.kind == "next":
        return fixed(following(node, cursor.reference + DAY), node.unit)
    if told.kind == "this":
        return fixed(current(node, cursor.reference), node.unit)
    return fixed(latest(replace(node, ended=True), cursor.reference), node.unit)


@rule
def _rolling(cursor: Cursor) -> Node | None:
    """Read the past three months, the last year, the next two weeks: up to, or from, the day of reading."""
    the = cursor.take("the") is not None
    told = cursor.take("past", "last", "previous", "next")
    duration = read_duration(cursor) if told and told.name != "final" else None
    if not told or not duration:
        return None
    if not duration.counted and (told.kind in ("previous", "next") or (told.kind == "last" and not the)):
        return None
    if duration.vague:
        return _vague(duration, cursor.reference) if told.kind != "next" else None
    if told.kind == "next":
        return fixed(Span(cursor.reference, duration.on(cursor.reference)))
    return fixed(Span(duration.back(cursor.reference), cursor.reference))


def _vague(duration: Duration, reference: date) -> Node | None:
    """Return the past few days or weeks: as far back as recent ones, approximately."""
    length = recent(duration.unit)
    return replace(fixed(Span(length.back(reference), reference)), approximate=True) if length else None


@rule
def _recent(cursor: Cursor) -> Node | None:
    """Read recent weeks."""
    cursor.take("the")
    unit = cursor.take("unit") if cursor.take("recent") else None
    length = recent(unit.name) if unit and cursor.is_plural(unit) else None
    return fixed(Span(length.back(cursor.reference), cursor.reference)) if length else None


@rule
def _ago(cursor: Cursor) -> Node | None:
    """Read two weeks ago, a year ago today; not "over two weeks ago", which is a bound."""
    if cursor.at and cursor.tokens[cursor.at - 1].name == "over":
        return None
    duration = read_duration(cursor)
    if not duration or not duration.counted or duration.vague or not cursor.take("ago", "earlier"):
        return None
    if cursor.next.kind == "today" and cursor.next.number == 0:
        cursor.take("today")
        day = duration.back(cursor.reference)
        return fixed(Span(day, day), "day")
    return ago(duration, cursor.reference)


@rule
def _overnight(cursor: Cursor) -> Node | None:
    """Read overnight: from the day before to the day of reading."""
    if not cursor.take("overnight"):
        return None
    return fixed(Span(cursor.reference - DAY, cursor.reference))


_RULES = (_today, _before_last, _unit, _latest_weekend, _recurring, _rolling, _recent, _ago, _overnight)
