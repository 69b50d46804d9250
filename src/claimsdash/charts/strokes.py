"""What is drawn in pixels around a mark: ticks, stems and arrows of bounds, slashes and rings of status."""

from dataclasses import dataclass

import numpy as np

from claimsdash.charts.glyphs import Family, Glyph, Rows
from claimsdash.charts.pen import Pen, Trace, opacity_of
from claimsdash.domain.claim import Status

EAST_WEST, NORTH_SOUTH, SLASH, RING, HEAD = 141, 142, 143, 100, 6
"""Numbers of plotly's symbols line-ew-open, line-ns-open, line-ne-open, circle-open and triangle-down."""

SHAPES = {Family.SAID: 0, Family.DERIVED: 1, Family.POSSIBLE: 2}
"""Family to the number of plotly's symbol: circle, square, diamond."""

TICK_SIZE = 10
"""Plotly's line symbols are 1.4 times as long as their size: the tick of a bound is 14 pixels wide."""


@dataclass(frozen=True)
class _Stroke:
    which: np.ndarray
    symbol: int
    size: int
    standoff: int = 0
    column: str = "y"
    faint: bool = True


def strokes(rows: Rows, pen: Pen) -> Trace | None:
    """Return one trace with every stroke of the group, or nothing."""
    drawn = [stroke for stroke in _strokes(rows, pen) if stroke.which.any()]
    if not drawn:
        return None
    many = [int(stroke.which.sum()) for stroke in drawn]
    marker = {
        name: np.repeat([getattr(stroke, name) for stroke in drawn], many).astype("uint8")
        for name in ("symbol", "size", "standoff")
    }
    marker["angle"] = np.concatenate([_angles(rows, stroke, pen) for stroke in drawn]).astype("int16")
    opacity = np.concatenate([rows["opacity"][stroke.which] if stroke.faint else _ones(stroke) for stroke in drawn])
    at = np.concatenate([rows["at"][stroke.which] for stroke in drawn]).astype("float32")
    value = np.concatenate([rows[stroke.column][stroke.which] for stroke in drawn]).astype("float32")
    look = {"opacity": opacity_of(opacity), "color": pen.colour, "line": {"color": pen.colour, "width": 1.5}}
    return pen.trace("strokes", at, value, mode="markers", marker=marker | look, cliponaxis=False)


def _strokes(rows: Rows, pen: Pen) -> list[_Stroke]:
    bound = rows.drawn_as(Glyph.AT_LEAST, Glyph.AT_MOST)
    bar = rows.drawn_as(Glyph.RANGE)
    across = EAST_WEST if pen.upright else NORTH_SOUTH
    return [
        _Stroke(bound, NORTH_SOUTH, 8, standoff=6),
        _Stroke(bound, HEAD, 7, standoff=14),
        _Stroke(bound & (rows["family"] != Family.SAID.value), across, TICK_SIZE),
        _Stroke(bar & np.isfinite(rows["y_best"]), across, TICK_SIZE, column="y_best"),
        _Stroke(bar & (rows["family"] == Family.DERIVED.value), SHAPES[Family.DERIVED], 6, column="y_high"),
        _Stroke(bar & (rows["family"] == Family.POSSIBLE.value), SHAPES[Family.POSSIBLE], 6, column="y_high"),
        _Stroke(rows["status"] == Status.WITHDRAWN.value, SLASH, 12, faint=False),
        _Stroke(rows["status"] == Status.DISPUTED.value, RING, 16, faint=False),
    ]


def _ones(stroke: _Stroke) -> np.ndarray:
    return np.ones(int(stroke.which.sum()))


def _angles(rows: Rows, stroke: _Stroke, pen: Pen) -> np.ndarray:
    """Turn what stands off its mark towards the open side."""
    if not stroke.standoff:
        return 0 * _ones(stroke)
    open_above = rows.drawn_as(Glyph.AT_LEAST)[stroke.which]
    return np.where(open_above, pen.turned(greater=True), pen.turned(greater=False))
