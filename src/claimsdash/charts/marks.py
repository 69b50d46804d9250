"""The marks of one group of claims, as a few plotly traces.

Lengths that mean nothing (ticks, stems, arrows) are markers: pixels on any axis, at any zoom. Lengths that mean
something (intervals, periods) are lines between values.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

from claimsdash.charts.bars import bars, extents, leaders, reach
from claimsdash.charts.glyphs import Family, Glyph, Rows, on_rail
from claimsdash.charts.look import chart_text
from claimsdash.charts.pen import LAYERS, Pen, Trace, opacity_of
from claimsdash.charts.strokes import EAST_WEST, NORTH_SOUTH, SHAPES, TICK_SIZE, strokes

_OPEN, _CROSS, _ASTERISK = 100, 134, 135
_END_SIZE = 4
"""The end of a bar is a tick no wider than the bar."""


def mark_traces(rows: Rows, everything: Rows, pen: Pen, *, dated: bool = True) -> list[Trace]:
    """Return the traces of one group of placed marks: the lines and strokes, and one trace that is clicked.

    `everything` holds all placed marks of the chart, among them what the group's marks were computed from. Without
    `dated`, no periods and leaders are drawn. Every mark's id is in one trace whose `meta` is "marks" or "rail".
    """
    below = on_rail(rows)
    plotted = rows.where(~below)
    traces = [rail(rows.where(below), pen), *extents(plotted, pen, dated=dated), *bars(plotted, pen)]
    traces += [strokes(plotted, pen), _reach(plotted, pen), points(plotted, pen)]
    if dated:
        traces.append(leaders(plotted, everything, pen))
    return [trace for trace in traces if trace is not None]


def in_layers(traces: Iterable[Trace]) -> list[Trace]:
    """Return the traces from the lowest layer to the highest, otherwise in the order given."""
    return sorted(traces, key=lambda trace: LAYERS.index(trace["meta"]))


def points(rows: Rows, pen: Pen) -> Trace | None:
    """Return the trace that is clicked: a marker for each mark, with its id. Without rows, nothing."""
    if not len(rows):
        return None
    marker = {
        "symbol": _symbols(rows, pen),
        "size": _sizes(rows),
        "color": pen.colour,
        "line": {"color": pen.colour, "width": 1.75},
    }
    return pen.trace("marks", rows["at"].astype("float32"), rows["y"].astype("float32"), **_clicked(rows, marker, pen))


def rail(rows: Rows, pen: Pen) -> Trace | None:
    """Return the denials, and wordings without a number, on the axis beside the plot. Without rows, nothing."""
    if not len(rows):
        return None
    symbol = np.where(rows["glyph"] == Glyph.DENIED.value, _CROSS, _ASTERISK).astype("uint8")
    marker = {"symbol": symbol, "size": 8, "color": pen.colour, "line": {"color": pen.colour, "width": 2}}
    beside = np.ones(len(rows), "float32")
    axis = {"yaxis": "y2"} if pen.upright else {"xaxis": "x2"}
    return pen.trace("rail", rows["at"].astype("float32"), beside, **axis, **_clicked(rows, marker, pen))


def _clicked(rows: Rows, marker: dict[str, Any], pen: Pen) -> dict[str, Any]:
    marker = marker | {"opacity": opacity_of(rows["opacity"])}
    clicked = {"mode": "markers", "marker": marker, "customdata": rows["mark_id"], "cliponaxis": False}
    return clicked | pen.says(hover_texts(rows, named=pen.name is None))


def _reach(rows: Rows, pen: Pen) -> Trace | None:
    bar = rows.where(rows.drawn_as(Glyph.RANGE, Glyph.VAGUE) & rows.both_ends())
    return reach(bar, hover_texts(bar, named=pen.name is None), pen)


def hover_texts(rows: Rows, *, named: bool) -> list[str]:
    """Return what hovering over each mark says: the figure, who if `named`, of when, and the reports behind it."""
    texts = []
    columns = ("words", "claimant_name", "when", "n_reports")
    for words, name, when, n_reports in zip(*(rows[column].tolist() for column in columns), strict=True):
        parts = [words, chart_text(name, limit=40), when] if named else [words, when]
        texts.append(" · ".join([*parts, f"{n_reports} reports"] if n_reports > 1 else parts))
    return texts


def _symbols(rows: Rows, pen: Pen) -> np.ndarray:
    """Shape of the family, open where approximate; a bare tick for a bound or a bar that is simply said."""
    said = rows["family"] == Family.SAID.value
    shape = np.select([rows["family"] == family.value for family in SHAPES], list(SHAPES.values()))
    shape = shape + np.where(rows.drawn_as(Glyph.APPROXIMATE), _OPEN, 0)
    tick = said & rows.drawn_as(Glyph.AT_LEAST, Glyph.AT_MOST, Glyph.RANGE, Glyph.VAGUE)
    return np.where(tick, EAST_WEST if pen.upright else NORTH_SOUTH, shape).astype("uint8")


def _sizes(rows: Rows) -> np.ndarray:
    bound, bar = rows.drawn_as(Glyph.AT_LEAST, Glyph.AT_MOST), rows.drawn_as(Glyph.RANGE, Glyph.VAGUE)
    said = rows["family"] == Family.SAID.value
    size = np.select([said & bound, said & bar, bound | bar], [TICK_SIZE, _END_SIZE, 6], 8)
    return np.where(rows["is_relay"], np.ceil(size * 0.65), size).astype("uint8")
