"""Small multiples: one panel for each claimant or topic, in one time, on a shared axis of values or a free one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.events import Event, places
from claimsdash.charts.glyphs import Rows, on_rail, place
from claimsdash.charts.groups import View, groups
from claimsdash.charts.key import claimant_key, glyph_key, key_layout
from claimsdash.charts.lines import steps
from claimsdash.charts.look import (
    GREY,
    base_layout,
    blank_figure,
    chart_text,
    date_axis,
    figure,
    see_through,
    value_axis,
)
from claimsdash.charts.marks import in_layers, mark_traces
from claimsdash.charts.pen import Trace

COLUMNS = 2
"""Panels beside each other: as many as a phone can hold."""
PANEL_PX = 158
_HEAD_PX, _FRAME_PX, _NAMES_PX = 42, 100, 90
_RAIL = 0.14
"""Share of a panel's height that the rail of denials takes."""
_TITLE, _UNIT = 22, 14
"""Characters that a title and its unit may have: two panels stand beside each other on a phone too."""


_NUMBER = 0.07
"""Share of a panel's width that the number of an event takes on a phone."""


@dataclass(frozen=True)
class Panel:
    """One panel: its title, its marks table, and the unit of its values in words."""

    title: str
    marks: pd.DataFrame
    value_title: str


@dataclass(frozen=True)
class MultiplesView(View):
    """How panels are to be shown.

    `free` gives each panel an axis of its own; else those of one unit share theirs. Events are numbered in the topmost
    panels. With `named`, a key says which colour is whom: panels of a single claimant need none.
    """

    free: bool = False
    events: tuple[Event, ...] = ()
    named: bool = False


@dataclass(frozen=True)
class _Drawn:
    """A panel with its number, from 1, and the places of its marks."""

    number: int
    panel: Panel
    rows: Rows

    @property
    def end(self) -> str:
        """What follows x and y in the names of the panel's axes."""
        return "" if self.number == 1 else str(self.number)

    @property
    def rail(self) -> str:
        """The number of the axis of denials."""
        return str(100 + self.number)


def multiples(panels: Sequence[Panel], view: MultiplesView) -> go.Figure:
    """Return the panels two beside each other, in the order given, all over the same time.

    A panel without a dated claim is left out. `layout.meta["left_out"]` lists the marks without a place. Without any
    panel the figure says so.
    """
    placed = [(panel, place(panel.marks, log=view.log)) for panel in panels]
    shown = [(panel, found) for panel, found in placed if len(found.rows)]
    drawn = [_Drawn(number, panel, found.rows) for number, (panel, found) in enumerate(shown, start=1)]
    if not drawn:
        return blank_figure("No claim here has a date to stand at.")
    made = figure(
        [*chain.from_iterable(_traces(one, view) for one in drawn), *_keys(drawn, view)], _layout(drawn, view)
    )
    left_out = chain.from_iterable(found.left_out for _, found in placed)
    made.layout.meta = {"left_out": [{"mark_id": out.mark_id, "why": out.why} for out in left_out]}
    return made


def _traces(one: _Drawn, view: MultiplesView) -> Iterator[Trace]:
    drawn: list[Trace] = []
    for part, pen in groups(one.rows, view, upright=True):
        drawn += [*mark_traces(part, one.rows, pen), *steps(part, pen)]
    if on_rail(one.rows).all():
        yield _unseen(one)
    for trace in in_layers(drawn):
        up = one.rail if trace.get("yaxis") == "y2" else one.end
        yield trace | {"uid": f"{one.number}-{trace['uid']}", "xaxis": f"x{one.end}", "yaxis": f"y{up}"}


def _unseen(one: _Drawn) -> Trace:
    """Return what makes plotly draw the axes of a panel that holds denials alone: a mark that nobody sees."""
    look = {"mode": "markers", "marker": {"opacity": 0}, "hoverinfo": "skip", "showlegend": False, "meta": "extent"}
    ends = {"x": one.rows["at"][:1].astype("float32"), "y": np.ones(1, "float32")}
    return {"uid": f"{one.number}-axes", "xaxis": f"x{one.end}", "yaxis": f"y{one.end}"} | ends | look


def _keys(drawn: Sequence[_Drawn], view: MultiplesView) -> list[Trace]:
    everything = Rows({name: np.concatenate([one.rows[name] for one in drawn]) for name in drawn[0].rows.columns})
    entries = {
        pen.group: (pen.name or f"{len(set(part['claimant']))} others", pen.colour)
        for part, pen in groups(everything, view, upright=True)
    }
    named = claimant_key([(group, *entry) for group, entry in entries.items()]) if view.named else []
    return [*named, *glyph_key(everything)]


def _layout(drawn: Sequence[_Drawn], view: MultiplesView) -> dict[str, Any]:
    n_rows = -(-len(drawn) // COLUMNS)
    height_px = n_rows * PANEL_PX + _FRAME_PX + _NAMES_PX * view.named
    layout = base_layout(height_px=height_px, uirevision=view.uirevision) | key_layout()
    first = min(float(one.rows["start"].min()) for one in drawn)
    last = max(float(one.rows["end"].max()) for one in drawn)
    dates = date_axis(first, last) | {"nticks": 4}
    shared: dict[str, str] = {}
    for one in drawn:
        is_last = one.number + COLUMNS > len(drawn)
        layout |= _axes(one, dates | {"showticklabels": is_last, "automargin": is_last}, view, n_rows)
        axis = layout[f"yaxis{one.end}"]
        if not view.free:
            matched = shared.setdefault(one.panel.value_title, f"y{one.end}")
            axis |= {"matches": matched} if matched != f"y{one.end}" else {}
            axis["showticklabels"] = one.number % COLUMNS == 1 or len(set(_titles(drawn))) > 1
            axis["automargin"] = axis["showticklabels"]
    layout["annotations"] = [*(_title(one, drawn) for one in drawn), *_numbers(drawn, view.events, last - first)]
    layout["shapes"] = [_flag(one, event) for one in drawn for event in view.events]
    return layout


def _titles(drawn: Sequence[_Drawn]) -> list[str]:
    return [one.panel.value_title for one in drawn]


def _axes(one: _Drawn, dates: dict[str, Any], view: MultiplesView, n_rows: int) -> dict[str, Any]:
    """Lay one panel out: its place in the grid, its axis of days and its axis of values, with a rail for denials."""
    row, column = divmod(one.number - 1, COLUMNS)
    gap = 0.07 if view.free else 0.05
    wide = (1 - gap * (COLUMNS - 1)) / COLUMNS
    left = column * (wide + gap)
    top = 1 - (row + _HEAD_PX / PANEL_PX / 2) / n_rows
    bottom = 1 - (row + 1 - _HEAD_PX / PANEL_PX / 2) / n_rows
    has_rail = bool(on_rail(one.rows).any())
    low = bottom + (top - bottom) * _RAIL * has_rail
    across = dates | {"domain": [left, left + wide], "anchor": f"y{one.rail if has_rail else one.end}"}
    up = value_axis("", log=view.log) | {"domain": [low, top], "anchor": f"x{one.end}", "nticks": 4, "title": {}}
    axes = {f"xaxis{one.end}": across | ({"matches": "x"} if one.number > 1 else {}), f"yaxis{one.end}": up}
    if has_rail:
        line = {"showgrid": False, "zeroline": False, "fixedrange": True, "showticklabels": False}
        axes[f"yaxis{one.rail}"] = line | {"domain": [bottom, low], "range": [0, 2], "anchor": f"x{one.end}"}
    return axes


def _title(one: _Drawn, drawn: Sequence[_Drawn]) -> dict[str, Any]:
    n = len(set(one.rows["mark_id"][~one.rows["is_relay"]].tolist()))
    unit = f" · {chart_text(one.panel.value_title, limit=_UNIT)}" if len(set(_titles(drawn))) > 1 else ""
    whole = chart_text(f"{one.panel.title}: {one.panel.value_title}", limit=120)
    text = f"<b>{chart_text(one.panel.title, limit=_TITLE)}</b>{unit} · {n}"
    return _at(
        one, text, y=1, yshift=2, yanchor="bottom", x=0, xref=f"x{one.end} domain", hovertext=whole, font={"size": 11}
    )


def _numbers(drawn: Sequence[_Drawn], events: Sequence[Event], span_ms: float) -> Iterator[dict[str, Any]]:
    """Write the numbers of events beside their flags; those too near for two numbers share a place."""
    for one in drawn[:COLUMNS]:
        for together in places(events, _NUMBER * span_ms):
            place_ = {"x": str(together.on), "xref": f"x{one.end}", "y": 1, "yanchor": "top", "xshift": 1}
            yield _at(one, together.numbers, **place_, hovertext=together.words, font={"size": 9})


def _at(one: _Drawn, text: str, **given: Any) -> dict[str, Any]:
    return {"text": text, "yref": f"y{one.end} domain", "xanchor": "left", "showarrow": False} | given


def _flag(one: _Drawn, event: Event) -> dict[str, Any]:
    line = {"width": 1, "dash": "dot", "color": see_through(GREY, 0.6)}
    ends = {"x0": str(event.on), "x1": str(event.on), "y0": 0, "y1": 1}
    return {"type": "line", "xref": f"x{one.end}", "yref": f"y{one.end} domain", "line": line, "layer": "below"} | ends
