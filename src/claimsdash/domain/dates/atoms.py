"""The grammar of one date, with the unit that it lies in and what is dropped or widened around it."""

from dataclasses import replace

from claimsdash.domain.dates.cursor import Cursor, first_of, rule
from claimsdash.domain.dates.nodes import Node
from claimsdash.domain.dates.partitives import day_before, read_partitive
from claimsdash.domain.dates.parts import widened
from claimsdash.domain.dates.plain import read_plain
from claimsdash.domain.dates.relative import read_relative
from claimsdash.domain.dates.windows import read_window

_WIDENED = ("day", "week", "month", "season", "quarter", "half", "year")


def read_atom(cursor: Cursor) -> Node | None:
    """Read one date with all that belongs to it; what was found at a place is kept for the next time."""
    place = cursor.at, cursor.windows
    if place not in cursor.known:
        cursor.known[place] = (None, cursor.at)
        found = _read_atom(cursor)
        cursor.known[place] = (found, cursor.at)
    node, cursor.at = cursor.known[place]
    return node


@rule
def _read_atom(cursor: Cursor) -> Node | None:
    """Read a date, the unit it lies in, and a time of day after it."""
    cursor.skip("in", "filler")
    node: Node | None = first_of(cursor, _RULES)
    if node is None:
        return None
    node = _in_container(cursor, node)
    if node.unit == "day":
        _time_of_day(cursor)
    return node


def _in_container(cursor: Cursor, node: Node) -> Node:
    """Put a date into the unit named after it (August last year), or before it (last year's August)."""
    while node.cycle:
        container = _container(cursor, node.cycle)
        if container is None:
            break
        node = node.within(container)
    while not node.cycle and node.unit in ("year", "month", "week"):
        inner = _inner(cursor, node.unit)
        if inner is None:
            break
        node = inner.within(node)
    return node


@rule
def _container(cursor: Cursor, cycle: str) -> Node | None:
    """Read the year, month or week that a date lies in."""
    dashed = cursor.take("comma", "of", "in", "dash", "slash")
    if dashed and dashed.kind in ("dash", "slash") and cursor.next.kind != "year":
        return None
    cursor.take("the") if cursor.peek().kind == "year" else None
    node = read_atom(cursor)
    return node if node is not None and node.unit == cycle else None


@rule
def _inner(cursor: Cursor, unit: str) -> Node | None:
    """Read a date that recurs in each of the units."""
    cursor.take("dash") if cursor.peek().kind == "quarter" else None
    node = read_plain(cursor)
    return node if node is not None and node.cycle == unit else None


@rule
def _about(cursor: Cursor) -> Node | None:
    """Read around 10 May: one unit more on each side, where there is one."""
    if not cursor.take("about"):
        return None
    node = read_atom(cursor)
    if node is None:
        return None
    if node.unit in _WIDENED and not node.edge:
        unit = node.unit
        node = replace(node.part(lambda span: widened(span, unit)), judged=node.judged or node.at)
    return replace(node, approximate=True)


@rule
def _hedged(cursor: Cursor) -> Node | None:
    """Read probably in May: May, but not for certain."""
    if not cursor.take("hedge"):
        return None
    node = read_atom(cursor)
    return replace(node, approximate=True) if node else None


@rule
def _part_of_day(cursor: Cursor) -> Node | None:
    """Read the early hours of 3 May, 6 p.m. on Tuesday, later on Tuesday, overnight into Tuesday, as the day."""
    overnight = cursor.take("overnight") is not None
    found = overnight or _words_of_a_time(cursor) or cursor.take("earlier", "later")
    if not found:
        return None
    into = cursor.take("to") is not None
    if into and not overnight:
        return None
    cursor.skip("of", "in", "comma")
    node = read_atom(cursor)
    if node is None or node.unit != "day":
        return None
    return node.part(day_before) if into else node


@rule
def _words_of_a_time(cursor: Cursor) -> bool | None:
    """Take a time of day: 6 p.m. local time, the early hours, late evening."""
    before = cursor.at
    cursor.skip("about", "in", "the", "a", "part")
    while cursor.take("clock", "zone", "daypart"):
        before = -1
    return True if before == -1 else None


@rule
def _time_of_day(cursor: Cursor) -> bool | None:
    """Take the time of day after a date: Tuesday morning, 3 May at 6 p.m."""
    cursor.skip("in", "comma", "about")
    return _words_of_a_time(cursor)


def _partitive(cursor: Cursor) -> Node | None:
    return read_partitive(cursor, read_atom)


def _window(cursor: Cursor) -> Node | None:
    return read_window(cursor, read_atom)


_RULES = (_part_of_day, _about, _hedged, _partitive, _window, read_relative, read_plain)
