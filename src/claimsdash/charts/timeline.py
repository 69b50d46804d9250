"""The timeline: what each claimant said, at the dates their figures refer to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.events import Event, places
from claimsdash.charts.glyphs import Family, Rows, on_rail, place
from claimsdash.charts.groups import View, groups, noted
from claimsdash.charts.key import claimant_key, glyph_key, key_layout
from claimsdash.charts.labels import label_traces
from claimsdash.charts.lines import steps
from claimsdash.charts.look import (
    GREY,
    base_layout,
    blank_figure,
    date_axis,
    figure,
    see_through,
    value_axis,
)
from claimsdash.charts.marks import in_layers, mark_traces
from claimsdash.charts.pen import Trace

_RAIL_TOP = 0.07
"""Share of the plot's height that the rail of denials takes."""

_NUMBER = 0.035
"""Share of the plot's width that the number of an event takes on a phone."""


@dataclass(frozen=True)
class TimelineView(View):
    """How a timeline is to be shown; x_range: the days shown at first."""

    events: tuple[Event, ...] = ()
    x_range: tuple[date, date] | None = None
    height_px: int = 480


def timeline(marks: pd.DataFrame, view: TimelineView) -> go.Figure:
    """Return the timeline of a marks table.

    `layout.meta["left_out"]` lists the marks without a place, each with its reason. An empty table, or one without any
    date, gives a figure that says so.
    """
    placed = place(marks, log=view.log)
    if not len(placed.rows):
        drawn = blank_figure("No claim to show." if marks.empty else "No claim here has a date to stand at.")
    else:
        drawn = figure([*_traces(placed.rows, view)], _layout(placed.rows, view))
    drawn.layout.meta = noted(placed)
    return drawn


def _traces(rows: Rows, view: TimelineView) -> Iterator[Trace]:
    parts = list(groups(rows, view, upright=True))
    drawn: list[Trace] = []
    entries: dict[str, tuple[str, str]] = {}
    for part, pen in reversed(parts):
        drawn += mark_traces(part, rows, pen)
        drawn += steps(part, pen)
        entries[pen.key.removesuffix("-derived")] = pen.name or f"{len(set(part['claimant']))} others", pen.colour
    yield from in_layers([*drawn, *label_traces(parts, rows)])
    yield from claimant_key([(group, *entry) for group, entry in reversed(entries.items())])
    if any(pen.group == Family.DERIVED.value for _, pen in parts):
        yield from claimant_key([(Family.DERIVED.value, "derived, on an assumption", GREY)])
    yield from glyph_key(rows)


def _layout(rows: Rows, view: TimelineView) -> dict[str, Any]:
    layout = base_layout(height_px=view.height_px, uirevision=view.uirevision) | key_layout()
    layout["xaxis"] = date_axis(float(rows["start"].min()), float(rows["end"].max()))
    layout["yaxis"] = value_axis(view.value_title, log=view.log)
    if view.x_range:
        layout["xaxis"]["range"] = [str(day) for day in view.x_range]
    if on_rail(rows).any():
        layout["yaxis"]["domain"] = [_RAIL_TOP + 0.03, 1]
        layout["yaxis2"] = _rail_axis()
        layout["xaxis"]["anchor"] = "y2"
    return layout | _flags(view.events, float(rows["end"].max() - rows["start"].min()))


def _rail_axis() -> dict[str, Any]:
    line = {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True}
    return line | {"domain": [0, _RAIL_TOP], "range": [0, 2], "tickvals": [1], "ticktext": ["no figure"]}


def _flags(events: tuple[Event, ...], span_ms: float) -> dict[str, Any]:
    """Draw a thin line for each event and its number; those too near for two numbers share a place."""
    at_top = {"y": 1, "yref": "paper", "yanchor": "top", "xanchor": "left", "xshift": 1}
    look = {"showarrow": False, "font": {"size": 10}}
    numbers = [
        {"text": one.numbers, "hovertext": one.words, "x": str(one.on)} | at_top | look
        for one in places(events, _NUMBER * span_ms)
    ]
    return {"shapes": [_flag_line(str(event.on)) for event in events], "annotations": numbers} if events else {}


def _flag_line(day: str) -> dict[str, Any]:
    line = {"width": 1, "dash": "dot", "color": see_through(GREY, 0.7)}
    return {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper", "line": line, "layer": "below"}
