"""The two sides of a range, where one may leave out what the other says: 3 to 17 March, early to mid-April, May 3-5."""

from dataclasses import dataclass

from claimsdash.domain.dates.atoms import read_atom
from claimsdash.domain.dates.cursor import Cursor, rule
from claimsdash.domain.dates.nodes import Node, fixed
from claimsdash.domain.dates.spans import Span
from claimsdash.domain.dates.tokens import Token

_HEADS = {"number": "day", "ordinal": "day", "part": "part"}
_JOINTS = ("to", "until", "and", "dash", "slash", "comma")


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it denotes, None while it waits for the other, and where its tokens are."""

    node: Node | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sides:
    """The first and the last date of a range; `before` says that the last one is itself left out."""

    first: Node
    last: Node
    before: bool = False


@rule
def read_sides(cursor: Cursor) -> Sides | None:
    """Read two or more dates joined by to, and, a dash, a comma."""
    sides, before = _read_all(cursor)
    if len(sides) < 2:
        return None
    nodes: list[Node] = []
    model = sides[-1]
    for side in reversed(sides):
        model = side if side.node else model
        node = side.node or _completed(cursor, side, model)
        if node is None:
            return None
        nodes.append(node)
    return Sides(nodes[-1], nodes[0], before)


def _read_all(cursor: Cursor) -> tuple[list[Side], bool]:
    """Read the sides from left to right, and whether the last stands after "before"."""
    sides: list[Side] = []
    before = False
    while True:
        side = _side(cursor, sides)
        if side is None:
            return [], False
        sides.append(side)
        if before or not _joint(cursor):
            return sides, before
        before = cursor.take("before") is not None


@rule
def _joint(cursor: Cursor) -> bool | None:
    """Take what joins two sides, hyphens around it included."""
    found = False
    while cursor.take(*_JOINTS):
        found = True
    return True if found and not cursor.done else _to_now(cursor)


def _to_now(cursor: Cursor) -> bool | None:
    """Tell whether "to date" follows, which is joint and side in one."""
    return True if cursor.next.kind in ("tonow", "sofar") else None


def _side(cursor: Cursor, sides: list[Side]) -> Side | None:
    """Read one side; the first one in figures gives the frame for "that year" on the others."""
    start = cursor.at
    if sides and cursor.take("tonow", "sofar"):
        return Side(fixed(Span(cursor.reference, cursor.reference), "day"), start, cursor.at)
    node = read_atom(cursor) or (_with_month(cursor, sides[0]) if sides else None)
    if node is not None:
        if node.dated and not sides:
            cursor.frame = node.at(0).start
            cursor.known.clear()
        return Side(node, start, cursor.at)
    return Side(None, start, cursor.at) if _head(cursor) else None


@rule
def _head(cursor: Cursor) -> Token | None:
    """Take what is left of a side without its tail: a number, an ordinal, early."""
    cursor.skip("the", "in", "filler", "daypart", "clock", "zone", "of")
    return cursor.take(*_HEADS)


def _completed(cursor: Cursor, side: Side, model: Side) -> Node | None:
    """Read a side that is only a head, with the tail of the next whole side."""
    inner = cursor.over(cursor.tokens[model.start : model.end])
    taken, missing = _head(inner), cursor.tokens[side.end - 1]
    if taken is None or _HEADS[taken.kind] != _HEADS[missing.kind]:
        return None
    whole = cursor.over([missing, *inner.tokens[inner.at :]])
    node = read_atom(whole)
    return node if whole.done else None


@rule
def _with_month(cursor: Cursor, first: Side) -> Node | None:
    """Read the 5 of May 3-5, or of May 3 and 5, 2024, as a day of the month named first."""
    tokens = cursor.tokens[first.start : first.end]
    months = [index for index, token in enumerate(tokens[:-1]) if token.kind == "month"]
    if not months or tokens[months[0] + 1].kind not in ("number", "ordinal") or cursor.next.kind not in _HEADS:
        return None
    rest = cursor.over([tokens[months[0]], *cursor.tokens[cursor.at :]])
    node = read_atom(rest)
    if node is None or node.unit != "day":
        return None
    cursor.at += rest.at - 1
    return node
