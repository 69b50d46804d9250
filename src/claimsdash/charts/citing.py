"""Who cites whom: the outlets behind one claim as an indented tree, the claimant at the top."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.look import GREY, base_layout, blank_figure, chart_text, colour, figure, plain, see_through
from claimsdash.charts.pen import Pen, Trace

ROW_PX = 26
"""Height of a row: one line of text."""

_FRAME_PX = 24
_WIDTH = 11.5
"""Width of the chart in steps of indentation: on a phone a step is about a thumb wide, and the names have room."""

_CIRCLE, _OPEN, _CROSS, _DOT = 0, 100, 134, 142
_LABEL = 44


@dataclass(frozen=True)
class CitingView:
    """How the tree is to be shown; `slot` is the colour of the claimant."""

    slot: int | None = None
    uirevision: str = "citing"


def citing(nodes: pd.DataFrame, edges: pd.DataFrame, view: CitingView) -> go.Figure:
    """Return the tree of `analysis.citing.Citing`: a row for each claimant or outlet, below the one that it cites.

    Filled: printed as the claim was made; open: printed with a change, which is named; a bar: cited, no report of it is
    here; a cross: outlets that cite each other. Dotted lines are further citations. Without nodes a figure says so.
    """
    if nodes.empty:
        return blank_figure("No report to show.")
    pen = Pen(key="citing", group="citing", colour=colour(view.slot), upright=False)
    places = {name: (float(row), float(depth)) for row, (name, depth) in enumerate(_cells(nodes, "name", "depth"))}
    traces = [*_branches(nodes, places, pen), *_others(nodes, edges, places, pen), *_marks(nodes, pen), _labels(nodes)]
    return figure([trace for trace in traces if trace is not None], _layout(nodes, view))


def _cells(nodes: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(nodes[name].tolist() for name in names), strict=True)


def _branches(nodes: pd.DataFrame, places: dict[str, tuple[float, float]], pen: Pen) -> Iterator[Trace | None]:
    """Draw from each parent down, then across to the child."""
    children = nodes[nodes["parent"].ne("")]
    to = np.array([places[name] for name in children["name"]]).reshape(-1, 2)
    start = np.array([places[name] for name in children["parent"]]).reshape(-1, 2)
    faint = see_through(GREY, 0.6)
    down = start[:, 0], start[:, 1], to[:, 0], start[:, 1]
    across = to[:, 0], start[:, 1], to[:, 0], to[:, 1]
    at, value, to_at, to_value = (np.concatenate(pair) for pair in zip(down, across, strict=True))
    yield pen.segments("extent", (at, value, to_at, to_value), color=faint, width=1)


def _others(
    nodes: pd.DataFrame, edges: pd.DataFrame, places: dict[str, tuple[float, float]], pen: Pen
) -> Iterator[Trace | None]:
    """Draw the citations beside the tree."""
    of_tree = set(_cells(nodes, "parent", "name"))
    beside = [edge for edge in _cells(edges, "cited", "citing") if edge not in of_tree and edge[0] != edge[1]]
    ends = np.array([(*places[cited], *places[other]) for cited, other in beside]).reshape(-1, 4)
    yield pen.segments("leader", (ends[:, 0], ends[:, 1], ends[:, 2], ends[:, 3]), width=1, dash="dot")


def _marks(nodes: pd.DataFrame, pen: Pen) -> Iterator[Trace | None]:
    numbered = nodes.assign(row=range(len(nodes)))
    printed = numbered[numbered["mark_id"].ge(0)]
    named = numbered[numbered["mark_id"].lt(0)]
    if len(printed):
        changed = np.where(printed["differs"].ne(""), _OPEN, _CIRCLE)
        symbol = np.where(printed["in_cycle"], _CROSS, changed)
        clicked = {"customdata": printed["mark_id"].to_numpy("int32")} | pen.says(_texts(printed))
        yield pen.trace("marks", *_at(printed), mode="markers", marker=_marker(symbol, pen.colour), **clicked)
    if len(named):
        claimant = np.where(named["kind"].eq("claimant"), _CIRCLE, _DOT)
        symbol = np.where(named["in_cycle"], _CROSS, claimant)
        yield pen.trace("strokes", *_at(named), mode="markers", marker=_marker(symbol, pen.colour))


def _marker(symbol: np.ndarray, drawn_in: str) -> dict[str, Any]:
    look = {"color": drawn_in, "line": {"color": drawn_in, "width": 1.75}}
    return {"symbol": symbol.astype("uint8"), "size": 9} | look


def _at(nodes: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    return nodes["row"].to_numpy("float32"), nodes["depth"].to_numpy("float32")


def _labels(nodes: pd.DataFrame) -> Trace:
    return {
        "uid": "citing-figures",
        "meta": "figures",
        "showlegend": False,
        "hoverinfo": "skip",
        "mode": "markers+text",
        "marker": {"size": 12, "opacity": 0},
        "x": nodes["depth"].to_numpy("float32"),
        "y": np.arange(len(nodes), dtype="float32"),
        "text": [_label(*cells) for cells in _cells(nodes, "name", "kind", "differs", "in_cycle")],
        "textposition": "middle right",
        "textfont": {"size": 12},
        "cliponaxis": False,
    }


def _label(name: str, kind: str, differs: str, in_cycle: bool) -> str:
    shown = chart_text(name, limit=34)
    if kind == "claimant":
        return f"<b>{shown}</b>"
    note = "in a circle" if in_cycle else differs or ("cited only" if kind == "cited" else "")
    room = _LABEL - min(len(plain(name)), 34)
    return f"{shown} <i>{chart_text(note, limit=max(room, 12))}</i>" if note else shown


def _texts(nodes: pd.DataFrame) -> list[str]:
    columns = _cells(nodes, "name", "reported_on", "differs", "n_reports")
    return [
        " · ".join(
            part
            for part in (
                chart_text(name),
                chart_text(day) or "undated",
                f"{n} reports" if n > 1 else "",
                chart_text(differs, limit=90) or "as it was said",
            )
            if part
        )
        for name, day, differs, n in columns
    ]


def _layout(nodes: pd.DataFrame, view: CitingView) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    layout = base_layout(height_px=_FRAME_PX + ROW_PX * len(nodes), uirevision=view.uirevision)
    layout["showlegend"] = False
    layout["xaxis"] = hidden | {"range": [-0.4, _WIDTH]}
    layout["yaxis"] = hidden | {"range": [len(nodes) - 0.4, -0.6]}
    return layout
