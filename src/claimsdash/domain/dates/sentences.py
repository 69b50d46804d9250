"""The grammar of a whole phrase: since, until, between and so far, around one date or two."""

from collections.abc import Callable
from datetime import date

from claimsdash.domain.dates.atoms import read_atom
from claimsdash.domain.dates.cursor import Cursor, rule
from claimsdash.domain.dates.durations import read_duration
from claimsdash.domain.dates.ellipsis import Sides, read_sides
from claimsdash.domain.dates.nodes import Node, following, latest
from claimsdash.domain.dates.period import DateError, Period
from claimsdash.domain.dates.relative import unit_around
from claimsdash.domain.dates.spans import DAY, WEEK, Span

Reading = Callable[[Cursor], Period | None]
_UNITS_IN_PROGRESS = ("week", "month", "season", "quarter", "half", "year", "decade")


def read_sentence(cursor: Cursor) -> Period | None:
    """Read a phrase to its end, or return None."""
    for read in _RULES:
        cursor.at = 0
        found = read(cursor)
        if found is not None and _at_end(cursor):
            return found
    return None


def _at_end(cursor: Cursor) -> bool:
    """Tell whether only words without a meaning are left."""
    cursor.skip("filler", "comma")
    return cursor.done


def _lead(cursor: Cursor) -> None:
    """Pass over the words before a phrase: in, during, the period."""
    cursor.skip("in", "filler", "comma")


def _resolved(node: Node, cursor: Cursor, *, limit: bool = False) -> Span:
    """Return the days meant on the day of reading."""
    return _cut(node, latest(node, cursor.reference, by_base=limit), cursor.reference)


def _cut(node: Node, span: Span, reference: date) -> Span:
    """Return the days of a unit in progress up to the day of reading, of any other unit all of them."""
    return Span(span.start, min(span.end, reference)) if node.cut and span.start <= reference else span


@rule
def _between(cursor: Cursor) -> Period | None:
    """Read from X to Y, X-Y, X, Y and Z: the start of the first to the end of the last."""
    _lead(cursor)
    about = cursor.take("about", "hedge") is not None
    cursor.skip("asof", "in", "filler", "overnight")
    cursor.take("stretch")
    _week_of(cursor)
    _measure(cursor, "from", "each", "since")
    opener = cursor.take("each", "from", "since", "after")
    sides = cursor.without_windows(read_sides) if opener else read_sides(cursor)
    if sides is None:
        return None
    first, last = _ends(sides, cursor)
    start = first.end + DAY if opener and opener.kind == "after" else first.start
    end = last.start - DAY if sides.before else last.end
    if start > end:
        raise DateError(cursor.text, "the period ends before it begins", "swap its ends, or give their years")
    return Period(start, end, about or sides.first.approximate or sides.last.approximate)


@rule
def _measure(cursor: Cursor, *joints: str) -> bool | None:
    """Pass over a length that the ends make plain: the 12 months from, the two years since, the weeks since."""
    if cursor.take("stretch"):
        return True if cursor.next.kind in joints else None
    cursor.take("the")
    return True if read_duration(cursor) and cursor.next.kind in joints else None


@rule
def _week_of(cursor: Cursor) -> bool | None:
    """Pass over the unit that days make up: the weekend of 3-4 May, the week of May 6-12."""
    cursor.take("the")
    unit = cursor.take("unit")
    if not unit or unit.name not in ("week", "weekend") or not cursor.take("of"):
        return None
    kinds = [cursor.peek(ahead).kind for ahead in range(4)]
    days_to_day = kinds[:3] == ["number", "dash", "number"] or kinds == ["month", "number", "dash", "number"]
    return True if days_to_day else None


def _ends(sides: Sides, cursor: Cursor) -> tuple[Span, Span]:
    """Settle both sides: the last as seen from the day of reading, the first as seen from the last.

    Where the first is fixed and the last is not, the last is the next one after it if the first has its year in
    figures, or if the latest would come before it. DateError is raised if that leads from the past far into the future.
    """
    first, last = sides.first.as_end_point(), sides.last.as_end_point()
    by_base = sides.last.edge is not None
    if first.cycle:
        right = latest(last, cursor.reference, by_base=by_base)
        return latest(first, right.end), _cut(last, right, cursor.reference)
    left = first.at(0)
    if not last.cycle:
        return left, _cut(last, last.at(0), cursor.reference)
    right = latest(last, cursor.reference, by_base=by_base)
    if right.end >= left.start and not first.dated:
        return left, right
    right = following(last, left.start)
    if left.start <= cursor.reference < right.start - WEEK and not first.dated:
        raise DateError(cursor.text, f"its end would be {right.end}, after the day of publication", "give both years")
    return left, right


@rule
def _since(cursor: Cursor) -> Period | None:
    """Read since X, from X onward, after X, X to date: up to the day of reading."""
    _lead(cursor)
    _measure(cursor, "since")
    opener = cursor.take("since", "from", "after")
    cursor.skip("dash")
    node = read_atom(cursor)
    if node is None:
        return None
    closer = cursor.take("onward", "sofar", "tonow") or _on(cursor)
    if not opener and not closer:
        return None
    span = _resolved(node.as_end_point(), cursor)
    after = opener is not None and opener.kind == "after"
    fuzzy = opener is not None and opener.name == "fuzzy"
    return _until_reading(cursor, span.end + DAY if after else span.start, node.approximate or fuzzy)


@rule
def _on(cursor: Cursor) -> bool | None:
    """Take the "on" of "from 3 May on"."""
    token = cursor.take("in")
    return True if token and cursor.done and cursor.text[token.start : token.end].lower() == "on" else None


def _until_reading(cursor: Cursor, start: date, approximate: bool = False) -> Period:
    """Return the days from one to the day of reading."""
    if start > cursor.reference:
        reason = f"{start} is after the day of publication, {cursor.reference}"
        raise DateError(cursor.text, reason, "correct one of the two")
    return Period(start, cursor.reference, approximate)


@rule
def _so_far(cursor: Cursor) -> Period | None:
    """Read so far this year, year to date, earlier this month: from the start of the unit."""
    _lead(cursor)
    unit = cursor.take("todate")
    if unit:
        span = unit_around(unit.name, cursor.reference)
        return _until_reading(cursor, span.start) if span else None
    opener = cursor.take("sofar", "earlier")
    node = read_atom(cursor) if opener else None
    if opener is None or node is None:
        return None
    span = latest(node, cursor.reference)
    in_progress = node.unit in _UNITS_IN_PROGRESS and span.start <= cursor.reference <= span.end
    if opener.kind == "earlier" and not in_progress:
        return None
    return _until_reading(cursor, span.start, node.approximate)


@rule
def _limit(cursor: Cursor) -> Period | None:
    """Read by X, until X, before X, X or earlier: open to the end of X, or to the day before it."""
    _lead(cursor)
    opener = cursor.take("until", "before")
    cursor.skip("dash")
    node = read_atom(cursor)
    if node is None:
        return None
    closer = cursor.take("back")
    if not opener and not closer:
        return None
    span = _resolved(node.as_end_point(), cursor, limit=True)
    before = opener is not None and opener.kind == "before"
    return Period(None, span.start - DAY if before else span.end, node.approximate, open_start=True)


@rule
def _as_of(cursor: Cursor) -> Period | None:
    """Read as of X: X, and one day if X is the start or the end of a unit."""
    _lead(cursor)
    if not cursor.take("asof"):
        return None
    node = read_atom(cursor)
    return Period(*_resolved(node.as_end_point(), cursor), node.approximate) if node else None


@rule
def _single(cursor: Cursor) -> Period | None:
    """Read one date."""
    _lead(cursor)
    node = read_atom(cursor)
    return Period(*_resolved(node, cursor), node.approximate) if node else None


_RULES: tuple[Reading, ...] = (_between, _so_far, _since, _limit, _as_of, _single)
