"""What a phrase of dates denotes before its place in time is settled: days that recur each year, month or week."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from claimsdash.domain.dates.spans import Span

At = Callable[[int], Span]
"""Gives the days in the year, month or week of a number; raises ValueError where it has none (29 February)."""

_CYCLES: dict[str, Callable[[date], int]] = {
    "year": lambda day: day.year,
    "month": lambda day: day.year * 12 + day.month - 1,
    "week": lambda day: (day.toordinal() - 1) // 7,
    "": lambda day: 0,
}
_TRIES = 9
"""Cycles to go through for one that has the day: 29 February can be eight years away."""


@dataclass(frozen=True, slots=True)
class Node:
    """Days named by a phrase.

    `cycle` is the unit in which they recur, empty for days fixed in time. `unit` is the unit that they make up, empty
    for none. `ended`: of several the latest one that is over is meant, not the latest begun. `edge` gives the days
    where the phrase stands at an end of a stretch ("since the end of May"), `base` the whole of which these days are a
    part, `judged` the days by which the occurrence is chosen, if not these themselves. `cut`: said of a unit in
    progress, which ends with the day of reading. `dated`: its year is given in figures.
    """

    at: At
    cycle: str = ""
    unit: str = ""
    ended: bool = False
    edge: At | None = None
    base: At | None = None
    judged: At | None = None
    cut: bool = False
    dated: bool = False
    approximate: bool = False

    def as_end_point(self) -> "Node":
        """Return the node as it is meant at an end of a stretch."""
        return replace(self, at=self.edge, edge=None) if self.edge else self

    def part(
        self, take: Callable[[Span], Span], unit: str = "", *, edge: Callable[[Span], Span] | None = None
    ) -> "Node":
        """Return a part of these days."""
        at = self.at
        return replace(
            self,
            at=lambda index: take(at(index)),
            unit=unit,
            edge=(lambda index: edge(at(index))) if edge else None,
            base=self.base or at,
            cut=False,
        )

    def within(self, container: "Node") -> "Node":
        """Return the occurrence in the container, which is one cycle of this node."""
        place = _CYCLES[self.cycle]
        at, edge, base, around = self.at, self.edge, self.base, container.at
        return replace(
            container,
            at=lambda index: at(place(around(index).start)),
            edge=(lambda index: edge(place(around(index).start))) if edge else None,
            base=(lambda index: base(place(around(index).start))) if base else None,
            judged=None,
            unit=self.unit,
            cut=False,
            approximate=self.approximate or container.approximate,
        )


def fixed(span: Span, unit: str = "", *, cut: bool = False, dated: bool = False) -> Node:
    """Return days fixed in time."""
    return Node(lambda _: span, unit=unit, cut=cut, dated=dated)


def latest(node: Node, until: date, *, by_base: bool = False) -> Span:
    """Return the latest occurrence that has begun by a day, or, where that is meant, has ended before it.

    `by_base` goes by the beginning of the whole of which the days are a part. Raises ValueError if there is none.
    """
    if not node.cycle:
        return node.at(0)
    judged = node.base if by_base and node.base else node.judged or node.at
    place = _CYCLES[node.cycle](until)
    for index in range(place, place - _TRIES, -1):
        whole = _or_none(judged, index)
        if whole and (whole.end < until if node.ended else whole.start <= until):
            found = _or_none(node.at, index)
            if found:
                return found
    raise ValueError("there is no such day")


def following(node: Node, since: date) -> Span:
    """Return the first occurrence that begins on a day or later. Raises ValueError if there is none."""
    if not node.cycle:
        return node.at(0)
    place = _CYCLES[node.cycle](since)
    for index in range(place, place + _TRIES):
        found = _or_none(node.at, index)
        if found and found.start >= since:
            return found
    raise ValueError("there is no such day")


def current(node: Node, reference: date) -> Span:
    """Return the occurrence in the year, month or week of a day; a winter in progress began the year before."""
    place = _CYCLES[node.cycle](reference)
    before = _or_none(node.at, place - 1)
    return before if before and before.start <= reference <= before.end else node.at(place)


def _or_none(at: At, index: int) -> Span | None:
    """Return the days in a cycle, or None where it has none."""
    try:
        return at(index)
    except (ValueError, OverflowError):
        return None
