"""The two keys of a chart: which colour is whom, and what each glyph says. Both are part of the figure."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from claimsdash.charts.bars import BAR_PX
from claimsdash.charts.glyphs import Family, Glyph, Rows
from claimsdash.charts.look import GREY
from claimsdash.charts.pen import Trace
from claimsdash.domain.claim import Status

_LINE = {"color": GREY, "width": 1.75}


def _marker(symbol: str, **rest: Any) -> dict[str, Any]:
    return {"mode": "markers", "marker": {"symbol": symbol, "size": 8, "color": GREY, "line": _LINE} | rest}


def _bound(angle: int) -> dict[str, Any]:
    """Draw a tick with an arrow; in a legend plotly moves a symbol the other way than in the plot."""
    marker = {"symbol": "triangle-up", "size": 8, "angle": angle, "standoff": 6, "color": GREY}
    return {"mode": "lines+markers", "line": _LINE, "marker": marker}


_GLYPHS: dict[str, tuple[str, dict[str, Any]]] = {
    Glyph.EXACT.value: ("number", _marker("circle")),
    Glyph.APPROXIMATE.value: ("about", _marker("circle-open")),
    Glyph.AT_LEAST.value: ("at least", _bound(0)),
    Glyph.AT_MOST.value: ("at most", _bound(180)),
    Glyph.RANGE.value: ("range", _marker("line-ns-open", line={"color": GREY, "width": BAR_PX})),
    Glyph.VAGUE.value: ("vague word", _marker("line-ns-open", opacity=0.5, line={"color": GREY, "width": BAR_PX})),
    Glyph.DENIED.value: ("denied", _marker("x-thin-open", line={"color": GREY, "width": 2})),
    Glyph.UNREAD.value: ("no number", _marker("asterisk-open")),
    Family.POSSIBLE.value: ("capacity, plan", _marker("diamond")),
    Family.DERIVED.value: ("derived", _marker("square")),
    Status.DISPUTED.value: ("disputed", _marker("circle-open", size=14)),
    Status.WITHDRAWN.value: ("withdrawn", _marker("line-ne-open", size=12)),
}
"""Value of the column glyph, family or status to its words and its looks, in the order of the key."""


def _edge(width: float, dash: str = "solid") -> dict[str, Any]:
    return {"mode": "lines", "line": {"color": GREY, "width": width, "dash": dash}}


_OF_BINS: dict[str, tuple[str, dict[str, Any]]] = {
    "bins": ("lowest to highest", _marker("square", size=12, opacity=0.4, line={"width": 0})),
    "median": ("middle", _edge(3)),
    "edges": ("lowest, highest", _edge(1.5)),
    "edges-open": ("some name no end", _edge(1.5, "dot")),
    "counts": ("number of claims", _marker("line-ns-open", line={"color": GREY, "width": BAR_PX})),
}
"""What is drawn of bins to its words and its looks, in the order of the key."""


def glyph_key(rows: Rows) -> list[Trace]:
    """Return an entry of the second legend for each glyph, family and status that occurs among the placed marks."""
    occur = {*rows["glyph"], *rows["family"], *rows["status"]}
    return _entries(_GLYPHS, occur)


def bins_key(roles: Iterable[str]) -> list[Trace]:
    """Return an entry of the second legend for each role of a trace that occurs in a chart of bins."""
    return _entries(_OF_BINS, set(roles))


def _entries(looks_by_value: Mapping[str, tuple[str, dict[str, Any]]], occur: set[str]) -> list[Trace]:
    found = {value: entry for value, entry in looks_by_value.items() if value in occur}
    return [_entry(f"key-{value}", words, "legend2", looks) for value, (words, looks) in found.items()]


def claimant_key(entries: Iterable[tuple[str, str, str]]) -> list[Trace]:
    """Return an entry of the legend for each legend group: group, name (safe to draw), colour."""
    return [
        _entry(f"{group}-legend", name, "legend", _swatch(colour)) | {"legendgroup": group}
        for group, name, colour in entries
    ]


def _swatch(colour: str) -> dict[str, Any]:
    return {"mode": "markers", "marker": {"symbol": "circle", "size": 9, "color": colour}}


def _entry(uid: str, name: str, legend: str, looks: dict[str, Any]) -> Trace:
    nowhere = np.full(1, np.nan, "float32")
    shown = {"showlegend": True, "legend": legend, "hoverinfo": "skip", "meta": "key"}
    return {"uid": uid, "name": name, "x": nowhere, "y": nowhere} | shown | looks


def key_layout() -> dict[str, Any]:
    """Return the places of the keys: glyphs above the plot, claimants below it, both wrapping at any width."""
    shared = {"orientation": "h", "yref": "container", "x": 0, "xref": "container", "bgcolor": "rgba(0,0,0,0)"}
    small = {"font": {"size": 11}, "itemwidth": 30, "tracegroupgap": 0}
    fixed = {"itemclick": False, "itemdoubleclick": False}
    return {
        "legend": shared | small | {"y": 0, "yanchor": "bottom", "groupclick": "togglegroup"},
        "legend2": shared | small | fixed | {"y": 1, "yanchor": "top"},
    }
