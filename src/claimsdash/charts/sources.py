"""The sources side by side: one row each, with the claim given for it as an interval or an open bound."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.glyphs import Rows, on_rail, place
from claimsdash.charts.groups import View, groups, noted
from claimsdash.charts.key import glyph_key, key_layout
from claimsdash.charts.look import base_layout, blank_figure, chart_text, figure, plain, value_axis
from claimsdash.charts.marks import in_layers, mark_traces
from claimsdash.charts.pen import Trace

ROW_PX = 54
"""Height of a row: a name of two lines, with date and reports under it."""

_FRAME_PX = 110
_COLUMN = 0.08
"""Share of the plot's width that the column of denials takes."""

_LINE = 24
"""Characters of a line of a name."""


@dataclass(frozen=True)
class SourcesView(View):
    """How the sources are to be shown."""


def by_source(marks: pd.DataFrame, view: SourcesView) -> go.Figure:
    """Return one row for each row of the marks table, from the top in the order given.

    Beside each mark stands its figure in words, beside the row the claimant, the date and the reports behind it.
    Denials stand in a column of their own. An empty table gives a figure that says so.
    """
    placed = place(marks, log=view.log, dated=False)
    if len(placed.rows):
        rows = Rows({**placed.rows.columns, "at": np.arange(len(placed.rows), dtype="float64")})
        drawn = figure([*_traces(rows, view)], _layout(rows, view))
    else:
        drawn = blank_figure("No claim to show.")
    drawn.layout.meta = noted(placed)
    return drawn


def _traces(rows: Rows, view: SourcesView) -> Iterator[Trace]:
    drawn: list[Trace] = []
    for part, pen in groups(rows, view, upright=False):
        drawn += mark_traces(part, rows, pen, dated=False)
    yield from in_layers([*drawn, *_words(rows, view)])
    yield from glyph_key(rows)


def _words(rows: Rows, view: SourcesView) -> Iterator[Trace]:
    """Yield the figures in words, each above its mark, leaning to where there is room on a narrow plot."""
    part = rows.where(~on_rail(rows))
    if not len(part):
        return
    ends = np.concatenate([part[name] for name in ("y_low", "y_best", "y_high")])
    ends, y = (np.log(ends), np.log(part["y"])) if view.log else (np.append(ends, 0.0), part["y"])
    share = (y - np.nanmin(ends)) / max(np.nanmax(ends) - np.nanmin(ends), 1e-300)
    yield {
        "uid": "figures",
        "meta": "figures",
        "showlegend": False,
        "hoverinfo": "skip",
        "mode": "markers+text",
        "marker": {"size": 5, "opacity": 0},
        "x": part["y"].astype("float32"),
        "y": part["at"].astype("float32"),
        "text": part["words"].tolist(),
        "textposition": np.select([share > 0.67, share > 0.33], ["top left", "top center"], "top right").tolist(),
        "textfont": {"size": 11},
        "cliponaxis": False,
    }


def _layout(rows: Rows, view: SourcesView) -> dict[str, Any]:
    height_px = _FRAME_PX + ROW_PX * len(rows)
    layout = base_layout(height_px=height_px, uirevision=view.uirevision) | key_layout()
    layout["xaxis"] = value_axis(view.value_title, log=view.log) | {"side": "bottom", "nticks": 6}
    layout["yaxis"] = {
        "range": [len(rows) - 0.5, -0.7],
        "tickvals": list(range(len(rows))),
        "ticktext": _row_names(rows),
        "automargin": True,
        "zeroline": False,
        "fixedrange": True,
        "griddash": "dot",
    }
    if on_rail(rows).any():
        layout["xaxis"]["domain"] = [_COLUMN + 0.03, 1]
        column = {
            "domain": [0, _COLUMN],
            "range": [0, 2],
            "tickvals": [1],
            "ticktext": ["no figure"],
            "side": "top",
            "automargin": True,
        }
        layout["xaxis2"] = column | {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True}
        layout["yaxis"]["anchor"] = "x2"
    return layout


def _row_names(rows: Rows) -> list[str]:
    columns = (rows[name].tolist() for name in ("claimant_name", "when", "n_reports"))
    return [_row_name(*cells) for cells in zip(*columns, strict=True)]


def _row_name(name: str, when: str, n_reports: int) -> str:
    lines = wrap(plain(name), _LINE, max_lines=2, placeholder="…")
    said = f"{when} · {n_reports} reports" if n_reports > 1 else when
    return "<br>".join([*(chart_text(line) for line in lines), f'<span style="font-size:10px">{said}</span>'])
