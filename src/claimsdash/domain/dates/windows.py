"""The grammar of stretches measured from a date: the 12 months to June 2024, the week of 3 May, two days before it."""

from collections.abc import Callable
from dataclasses import replace

from claimsdash.domain.dates.cursor import Cursor, rule
from claimsdash.domain.dates.durations import Duration, beginning_with, ending_with, read_duration
from claimsdash.domain.dates.nodes import Node
from claimsdash.domain.dates.parts import weekend_of
from claimsdash.domain.dates.spans import DAY, Span, week_span

Atom = Callable[[Cursor], Node | None]


def read_window(cursor: Cursor, atom: Atom) -> Node | None:
    """Read a stretch measured from a date that `atom` reads."""
    return _unit_of(cursor, atom) or _measured(cursor, atom)


@rule
def _unit_of(cursor: Cursor, atom: Atom) -> Node | None:
    """Read the week of 3 May, the weekend of 4 May, the month of May."""
    cursor.take("the")
    unit = cursor.take("unit")
    if not unit or not cursor.take("of"):
        return None
    node = atom(cursor)
    if node is None or (cursor.next.kind == "dash" and cursor.peek().kind == "number"):
        return None
    if unit.name == node.unit:
        return node
    around: dict[str, Callable[[Span], Span]] = {"week": lambda span: week_span(span.start), "weekend": weekend_of}
    if node.unit != "day" or unit.name not in around:
        return None
    return _measured_from(node, around[unit.name], unit.name)


@rule
def _measured(cursor: Cursor, atom: Atom) -> Node | None:
    """Read a length of time and the date at which it ends or begins."""
    the = cursor.take("the") is not None
    past = cursor.take("past", "last") is not None
    duration = read_duration(cursor)
    if not duration or duration.vague or duration.unit == "hour" or (past and not (the or duration.counted)):
        return None
    joint = cursor.take("ending", "to", "until", "beginning", "from", "before", "after")
    if not joint or (joint.kind in ("to", "until", "from") and not cursor.windows):
        return None
    cursor.skip("in", "filler")
    node = atom(cursor)
    if node is None or (joint.kind in ("before", "after") and not _has_a_length(duration, the or past)):
        return None
    as_point = joint.kind in ("before", "after") and not (the or past)
    return _measured_from(node.as_end_point(), _stretch(joint.kind, duration, as_point))


def _has_a_length(duration: Duration, the: bool) -> bool:
    """Tell whether "two days before" is a certain day; "two weeks before" is only about some day of a week."""
    return the or duration.unit == "day"


def _stretch(joint: str, duration: Duration, as_point: bool) -> Callable[[Span], Span]:
    """Return what makes the stretch of the days of the date."""
    if joint in ("ending", "to", "until"):
        return lambda span: ending_with(duration, span.end)
    if joint in ("beginning", "from"):
        return lambda span: beginning_with(duration, span.start)
    if joint == "before":
        whole: Callable[[Span], Span] = lambda span: ending_with(duration, span.start - DAY)  # noqa: E731 - one of two
        return (lambda span: Span(whole(span).start, whole(span).start)) if as_point else whole
    after: Callable[[Span], Span] = lambda span: beginning_with(duration, span.end + DAY)  # noqa: E731 - one of two
    return (lambda span: Span(after(span).end, after(span).end)) if as_point else after


def _measured_from(node: Node, take: Callable[[Span], Span], unit: str = "") -> Node:
    """Return the stretch; which occurrence is meant goes by the date itself."""
    judged = node.judged or node.at
    return replace(node.part(take, unit or ("day" if node.unit == "" else "")), judged=judged)
