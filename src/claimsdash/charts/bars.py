"""What is drawn to scale: intervals, periods, and the leaders from computed marks to what they were computed from."""

from collections.abc import Iterator, Sequence

import numpy as np

from claimsdash.charts.glyphs import DAY_MS, Family, Glyph, Rows
from claimsdash.charts.look import see_through
from claimsdash.charts.pen import Ends, Pen, Trace

BAR_PX = 6
"""Thickness of the bar of a range."""

_FADES = (0.75, 0.5, 0.3, 0.14)
_REACH = (1 / 3, 2 / 3, 1.0)


def bars(rows: Rows, pen: Pen) -> Iterator[Trace | None]:
    """Yield the intervals: solid for ranges, fading for vague words. None has caps or a middle."""
    ranges = rows.where(rows.drawn_as(Glyph.RANGE))
    for role, opacity, which in (("range", 1, ranges["opacity"] == 1), ("faint", 0.35, ranges["opacity"] < 1)):
        yield pen.segments(role, _across(ranges.where(which)), color=see_through(pen.colour, opacity), width=BAR_PX)
    vague = rows.where(rows.drawn_as(Glyph.VAGUE))
    yield from _fades(vague.where(vague.both_ends()), pen)
    yield _haze(vague.where(~vague.both_ends()), pen)


def _across(rows: Rows) -> Ends:
    return rows["at"], rows["y_low"], rows["at"], rows["y_high"]


def _fades(rows: Rows, pen: Pen) -> Iterator[Trace | None]:
    parts = len(_FADES)
    for part, opacity in enumerate(_FADES):
        start, end = (_between(rows, share, pen) for share in (part / parts, (part + 1) / parts))
        ends = rows["at"], start, rows["at"], end
        yield pen.segments(f"fade{part}", ends, color=see_through(pen.colour, opacity), width=BAR_PX + 2)


def _between(rows: Rows, share: float, pen: Pen) -> np.ndarray:
    """Return the value at a share of the way from low to high, as the axis measures it."""
    low, high = rows["y_low"], rows["y_high"]
    return np.asarray(low * (high / low) ** share if pen.log else low + share * (high - low))


def _haze(rows: Rows, pen: Pen) -> Trace | None:
    """Return the fading bar of vague words with one end only: its length is in pixels and says nothing."""
    if not len(rows):
        return None
    n = len(_FADES)
    upward = np.isfinite(rows["y_low"])
    angle = np.where(upward, pen.turned(greater=True), pen.turned(greater=False))
    marker = {
        "symbol": "line-ns-open",
        "size": 5,
        "standoff": np.tile(np.array([4, 11, 18, 25], "uint8"), len(rows)),
        "angle": np.repeat(angle, n).astype("int16"),
        "opacity": np.outer(rows["opacity"], _FADES).ravel().astype("float32"),
        "color": pen.colour,
        "line": {"width": BAR_PX + 2, "color": pen.colour},
    }
    at, value = (np.repeat(rows[column].astype("float32"), n) for column in ("at", "y"))
    return pen.trace("haze", at, value, mode="markers", marker=marker)


def extents(rows: Rows, pen: Pen, *, dated: bool) -> Iterator[Trace | None]:
    """Yield what a mark may stand for, pale: roundings and as-of periods, and a box of period and range."""
    rounded = _across(rows.where(rows.drawn_as(Glyph.APPROXIMATE) & rows.both_ends()))
    long = (rows["end"] - rows["start"] > DAY_MS) & dated
    is_range = rows.drawn_as(Glyph.RANGE)
    part = rows.where(long & ~is_range)
    along = part["start"], part["y"], part["end"], part["y"]
    at, value, to_at, to_value = (np.concatenate(pair) for pair in zip(along, rounded, strict=True))
    yield pen.segments("extent", (at, value, to_at, to_value), width=3, color=see_through(pen.colour, 0.3))
    yield _boxes(rows.where(long & is_range), pen)


def _boxes(rows: Rows, pen: Pen) -> Trace | None:
    if not len(rows):
        return None
    start, end, low, high = (rows[column] for column in ("start", "end", "y_low", "y_high"))
    gap = np.full(len(rows), np.nan)
    at = np.column_stack([start, end, end, start, start, gap]).ravel()[:-1]
    value = np.column_stack([low, low, high, high, low, gap]).ravel()[:-1]
    box = pen.lines("box", at, value, width=0)
    return box | {"fill": "toself", "fillcolor": see_through(pen.colour, 0.09)}


def leaders(rows: Rows, everything: Rows, pen: Pen) -> Trace | None:
    """Return dotted lines from computed marks to those they were computed from, where both are on this chart."""
    stands = dict(zip(everything["mark_id"], zip(everything["at"], everything["y"], strict=True), strict=True))
    part = rows.where((rows["family"] == Family.DERIVED.value) & np.isin(rows["parent_mark"], list(stands)))
    parents = np.array([stands[mark] for mark in part["parent_mark"]]).reshape(-1, 2)
    shown = np.isfinite(parents).all(axis=1)
    ends = part["at"][shown], part["y"][shown], parents[shown, 0], parents[shown, 1]
    return pen.segments("leader", ends, width=1, dash="dot")


def reach(part: Rows, texts: Sequence[str], pen: Pen) -> Trace | None:
    """Return unseen markers along bars, which have both ends: a bar can be clicked anywhere, as its mark."""
    if not len(part):
        return None
    at, ids = (np.repeat(part[column], len(_REACH)) for column in ("at", "mark_id"))
    value = np.column_stack([_between(part, share, pen) for share in _REACH]).ravel()
    marker = {"size": 10, "opacity": 0, "color": pen.colour}
    rest = {"mode": "markers", "marker": marker, "customdata": ids}
    said = pen.says([text for text in texts for _ in _REACH])
    return pen.trace("reach", at.astype("float32"), value.astype("float32"), **rest, **said)
