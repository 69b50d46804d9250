"""The grammar of parts: early May, the end of last month, the third week of October, the first half of 2024."""

from collections.abc import Callable
from dataclasses import replace

from claimsdash.domain.dates.cursor import Cursor, rule
from claimsdash.domain.dates.durations import read_count
from claimsdash.domain.dates.nodes import Node, fixed
from claimsdash.domain.dates.parts import Take, counted, edge, extreme, half, third, weekday_of, weekend_of
from claimsdash.domain.dates.relative import unit_around
from claimsdash.domain.dates.spans import DAY, Span, month_span

Atom = Callable[[Cursor], Node | None]


def read_partitive(cursor: Cursor, atom: Atom) -> Node | None:
    """Read a part of a date that `atom` reads."""
    for read in (_part, _edge, _year_end, _counted, _half, _first_months):
        found = read(cursor, atom)
        if found is not None:
            return found
    return None


@rule
def _part(cursor: Cursor, atom: Atom) -> Node | None:
    """Read early May, mid-2022, late last week, mid-year; "late on Tuesday" is the day."""
    cursor.take("the")
    part = cursor.take("part")
    if not part:
        return None
    cursor.skip("dash", "in", "of")
    whole = cursor.without_windows(atom) or _bare_unit(cursor, atom)
    if whole is None:
        return None
    if whole.unit == "day":
        return whole
    take = third(part.name, whole.unit)
    return whole.part(take) if take else None


@rule
def _bare_unit(cursor: Cursor, atom: Atom) -> Node | None:
    """Read the unit of mid-year or mid-week: the current one, or the year that follows."""
    unit = cursor.take("unit")
    if not unit:
        return None
    cursor.skip("of", "in")
    told = atom(cursor)
    if told is not None:
        return told if told.unit == unit.name else None
    span = unit_around(unit.name, cursor.frame)
    return fixed(span, unit.name) if span else None


@rule
def _edge(cursor: Cursor, atom: Atom) -> Node | None:
    """Read the end of May, towards the end of last year, end-October."""
    near = cursor.take("near") is not None
    cursor.take("the")
    token = cursor.take("edge")
    if not token:
        return None
    cursor.skip("dash")
    whole = cursor.without_windows(atom)
    return _at_edge(whole, token.name, near) if whole else None


def _at_edge(whole: Node, name: str, near: bool) -> Node | None:
    """Return the beginning or end of a unit: one day where a stretch begins or ends with it."""
    if whole.unit == "day":
        return whole
    take = extreme(name, whole.unit)
    if not take:
        return None
    node = whole.part(take, "month" if whole.unit == "year" else "", edge=edge(name))
    return replace(node, approximate=True) if near else node


@rule
def _year_end(cursor: Cursor, atom: Atom) -> Node | None:
    """Read year-end, year-end 2023."""
    cursor.take("the")
    if not cursor.take("yearend"):
        return None
    cursor.skip("of", "in")
    told = atom(cursor)
    if told is not None and told.unit != "year":
        return None
    span = unit_around("year", cursor.frame)
    whole = told or (fixed(span, "year") if span else None)
    return _at_edge(whole, "end", False) if whole else None


@rule
def _counted(cursor: Cursor, atom: Atom) -> Node | None:
    """Read the third week of October, the last ten days of May, the first Monday of June.

    "The first weeks" are not told how many; "first and second weeks" are, and come here one by one.
    """
    cursor.take("the")
    ordinal = cursor.take("ordinal", "last")
    if not ordinal:
        return None
    cursor.take("dash")
    count = read_count(cursor)
    cursor.take("dash")
    unit = cursor.take("unit", "weekday")
    if not unit or not cursor.take("of", "in"):
        return None
    whole = cursor.without_windows(atom)
    if whole is None or (count and ordinal.number > 1):
        return None
    if not count and ordinal.number < 2 and cursor.is_plural(unit) and not cursor.elliptical:
        return None
    take = _units(unit.kind, unit.name, unit.number, ordinal.number, count)
    return whole.part(take, "day" if unit.kind == "weekday" or unit.name == "day" else unit.name) if take else None


def _units(kind: str, name: str, weekday: int, number: int, count: int | None) -> Take | None:
    """Return what takes the unit of that number, or so many first or last ones; the last for number 0."""
    if kind == "weekday":
        return None if count else weekday_of(weekday, number)
    if name == "weekend":
        saturday = weekday_of(5, number)
        return None if count else lambda span: weekend_of(saturday(span))
    if name == "fortnight":
        return counted(number, 2 * (count or 1), "week")
    return counted(number, count or 1, name)


@rule
def _half(cursor: Cursor, atom: Atom) -> Node | None:
    """Read the first half of March."""
    cursor.take("the")
    ordinal = cursor.take("ordinal", "latter")
    cursor.take("dash")
    unit = cursor.take("half", "unit")
    if not ordinal or not unit or unit.name != "half" or not cursor.take("of", "in"):
        return None
    whole = cursor.without_windows(atom)
    take = half(ordinal.number or 2, whole.unit) if whole else None
    return whole.part(take, "half" if whole.unit == "year" else "") if whole and take else None


@rule
def _first_months(cursor: Cursor, atom: Atom) -> Node | None:
    """Read the first nine months, with no year yet: those of the latest year in which they are over."""
    cursor.take("the")
    ordinal = cursor.take("ordinal")
    count = read_count(cursor) if ordinal and ordinal.number == 1 else None
    cursor.take("dash")
    unit = cursor.take("unit")
    if not count or not unit or unit.name not in ("month", "quarter"):
        return None
    months = count * (1 if unit.name == "month" else 3)
    return Node(lambda year: month_span(year, 1, months), "year", ended=True) if months <= 12 else None


def day_before(span: Span) -> Span:
    """Return the stretch that begins a day earlier, as overnight does."""
    return Span(span.start - DAY, span.end)
