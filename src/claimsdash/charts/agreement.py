"""How far claims agree: the support curve above the claims themselves, and the shared interval over time."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.glyphs import DAY_MS, Rows, on_rail, place
from claimsdash.charts.groups import View, groups, noted
from claimsdash.charts.key import claimant_key, glyph_key, key_layout
from claimsdash.charts.look import GREY, base_layout, blank_figure, chart_text, figure, plain, see_through, value_axis
from claimsdash.charts.marks import in_layers, mark_traces
from claimsdash.charts.pen import Trace

_ROW_PX, _CURVE_PX, _FRAME_PX = 32, 130, 150
_NAME = 26
_BAND = "#7d848c"


@dataclass(frozen=True)
class AgreementView(View):
    """How agreement is to be shown.

    `rule` are the words of the collapse rule in force, printed on the chart; `holds`: base units in one unit of the
    axis; `shared`, in base units, is shaded on the curve, NaN for an open end.
    """

    rule: str = ""
    holds: float = 1.0
    shared: tuple[float, float] | None = None
    height_px: int = 440


def agreement(marks: pd.DataFrame, curve: pd.DataFrame, view: AgreementView) -> go.Figure:
    """Return the support curve over the claims that it counts, one row each, on one axis of values.

    Takes a marks table of the claims and `analysis.agreement.support_curve` of them. The shared interval is shaded
    through both. A dotted line to the right: the claim is old and counts as a floor (as_floor: bool, where the table
    has it). Without claims the figure says so.
    """
    placed = place(marks, log=view.log, dated=False)
    rows = placed.rows.where(~on_rail(placed.rows))
    if not len(rows):
        drawn = blank_figure("No claims here can be set beside each other.")
    else:
        ordered = rows.where(np.argsort(rows["y"], kind="stable"))
        numbered = Rows({**ordered.columns, "at": np.arange(len(ordered), dtype="float64")})
        floors = marks.loc[marks["as_floor"], "mark_id"].to_numpy() if "as_floor" in marks else np.array([])
        traces = [*_row_traces(numbered, curve, view), *_floors(numbered, floors)]
        drawn = figure(traces, _row_layout(numbered, curve, view))
    drawn.layout.meta = noted(placed)
    return drawn


def agreement_course(marks: pd.DataFrame, course: pd.DataFrame, view: AgreementView) -> go.Figure:
    """Return the shared interval over time, behind the claims.

    Takes a marks table and `analysis.agreement.agreement_over_time`. Each date's interval holds until the next; where
    it is open its one end is a line. Dotted: lowest and highest stated number. Without claims the figure says so.
    """
    placed = place(marks, log=view.log)
    if course.empty or not len(placed.rows):
        return blank_figure("No claims here can be set beside each other.")
    drawn = figure([*_course_traces(placed.rows, course, view)], _course_layout(view, placed.rows))
    drawn.layout.meta = noted(placed)
    return drawn


def _row_traces(rows: Rows, curve: pd.DataFrame, view: AgreementView) -> Iterator[Trace]:
    drawn: list[Trace] = []
    for part, pen in groups(rows, view, upright=False):
        drawn += mark_traces(part, rows, pen, dated=False)
    yield from in_layers(drawn)
    yield _curve(curve, _span(rows), view)
    yield from glyph_key(rows)


def _floors(rows: Rows, floors: np.ndarray) -> Iterator[Trace]:
    """Draw on from the mark of an old claim: the total may have grown since."""
    part = rows.where(np.isin(rows["mark_id"], floors))
    if len(part):
        far = np.full(len(part), _span(rows)[1])
        gap = np.full(len(part), np.nan)
        value = np.column_stack([part["y"], far, gap]).ravel()
        at = np.column_stack([part["at"], part["at"], gap]).ravel()
        yield _trace("leader", value, at, line={"width": 1, "dash": "dot", "color": see_through(GREY, 0.8)})


def _span(rows: Rows) -> tuple[float, float]:
    """Return the least and the greatest value drawn, with room for an open end."""
    ends = np.concatenate([rows[name] for name in ("y_low", "y_best", "y_high")])
    ends = ends[np.isfinite(ends)]
    low, high = float(ends.min()), float(ends.max())
    return low, high + max(0.12 * (high - low), 0.05 * abs(high), 1e-12)


def _curve(curve: pd.DataFrame, span: tuple[float, float], view: AgreementView) -> Trace:
    """Draw the pieces of the curve as a filled staircase, with a spike where a single value has more support."""
    floor = 0.0 if not view.log else span[0] / 2
    at, count = [], []
    for low, high, n in zip(curve["low"], curve["high"], curve["n_claims"], strict=True):
        ends = [low / view.holds if np.isfinite(low) else floor, high / view.holds if np.isfinite(high) else span[1]]
        at += ends
        count += [n, n]
    line = {"color": GREY, "width": 1.5}
    texts = [f"{n} {'claim' if n == 1 else 'claims'}" for n in count]
    return {
        "uid": "support",
        "meta": "extent",
        "showlegend": False,
        "mode": "lines",
        "x": np.array(at, "float64"),
        "y": np.array(count, "float32"),
        "yaxis": "y2",
        "fill": "tozeroy",
        "fillcolor": see_through(GREY, 0.2),
        "line": line,
        "hoverinfo": "text",
        "hovertext": texts,
    }


def _row_layout(rows: Rows, curve: pd.DataFrame, view: AgreementView) -> dict[str, Any]:
    height_px = _FRAME_PX + _CURVE_PX + _ROW_PX * len(rows)
    share = _CURVE_PX / (_CURVE_PX + _ROW_PX * len(rows))
    layout = base_layout(height_px=height_px, uirevision=view.uirevision) | key_layout()
    axis = value_axis(view.value_title, log=view.log)
    layout["xaxis"] = axis | {"anchor": "y", "nticks": 6, "title": _title(axis["title"]["text"], view)}
    names = [_row_name(name) for name in rows["claimant_name"].tolist()]
    layout["yaxis"] = {
        "range": [len(rows) - 0.5, -0.5],
        "domain": [0, 1 - share],
        "tickvals": list(range(len(rows))),
        "ticktext": names,
        "automargin": True,
        "zeroline": False,
        "fixedrange": True,
        "griddash": "dot",
    }
    most = int(curve["n_claims"].max()) if len(curve) else 1
    counts = {"domain": [1 - share + 0.03, 1], "range": [0, most * 1.12], "fixedrange": True, "automargin": True}
    layout["yaxis2"] = counts | {"title": {"text": "claims"}, "dtick": -(-most // 4), "zeroline": False}
    layout["shapes"] = _shade(view, _span(rows))
    return layout


def _row_name(name: str) -> str:
    return "<br>".join(chart_text(line) for line in wrap(plain(name), _NAME, max_lines=2, placeholder="…"))


def _shade(view: AgreementView, span: tuple[float, float]) -> list[dict[str, Any]]:
    """Shade the shared interval through curve and rows."""
    if view.shared is None or (np.isnan(view.shared[0]) and np.isnan(view.shared[1])):
        return []
    low, high = (end / view.holds for end in view.shared)
    floor = span[0] / 2 if view.log else 0.0
    ends = {"x0": floor if np.isnan(low) else low, "x1": span[1] if np.isnan(high) else high}
    line = {"width": 1, "color": see_through(_BAND, 0.7)}
    look = {"fillcolor": see_through(_BAND, 0.16), "line": line, "layer": "below"}
    return [{"type": "rect", "y0": 0, "y1": 1, "yref": "paper", **ends, **look}]


def _title(words: str, view: AgreementView) -> dict[str, Any]:
    """Print the rule in force below an axis title, in lines that a phone can hold."""
    lines = [chart_text(line, limit=60) for line in wrap(plain(view.rule, limit=240), 46)]
    small = f'<span style="font-size:11px">{"<br>".join(lines)}</span>' if lines else ""
    return {"text": "<br>".join(part for part in (words, small) if part), "standoff": 8}


def _course_traces(rows: Rows, course: pd.DataFrame, view: AgreementView) -> Iterator[Trace]:
    drawn = [*_bands(course, view), *_stated(course, view)]
    entries = []
    for part, pen in groups(rows, view, upright=True):
        drawn += mark_traces(part, rows, pen)
        entries.append((pen.group, pen.name or f"{len(set(part['claimant']))} others", pen.colour))
    yield from in_layers(drawn)
    yield from claimant_key(entries)
    yield from glyph_key(rows)


def _bands(course: pd.DataFrame, view: AgreementView) -> Iterator[Trace]:
    """Yield the intervals as boxes from each date to the next, and as lines where one end is open."""
    start, end = _dates(course)
    low, high = (course[name].to_numpy("float64") / view.holds for name in ("shared_low", "shared_high"))
    both = np.isfinite(low) & np.isfinite(high)
    gap = np.full(int(both.sum()), np.nan)
    if both.any():
        at = np.column_stack([start[both], end[both], end[both], start[both], start[both], gap]).ravel()
        value = np.column_stack([low[both], low[both], high[both], high[both], low[both], gap]).ravel()
        outline = {"width": 1, "color": see_through(_BAND, 0.7)}
        box = _trace("box", at, value, line=outline, fill="toself", fillcolor=see_through(_BAND, 0.22))
        yield box
    one = np.where(np.isfinite(low), low, high)
    part = ~both & np.isfinite(one)
    if part.any():
        at = np.column_stack([start[part], end[part], np.full(int(part.sum()), np.nan)]).ravel()
        value = np.column_stack([one[part], one[part], np.full(int(part.sum()), np.nan)]).ravel()
        yield _trace("floor", at, value, line={"width": 2.5, "color": see_through(_BAND, 0.8)})


def _stated(course: pd.DataFrame, view: AgreementView) -> Iterator[Trace]:
    start, end = _dates(course)
    for name in ("lowest", "highest"):
        value = course[name].to_numpy("float64") / view.holds
        at = np.append(start, end[-1:])
        held = np.append(value, value[-1:])
        line = {"width": 1, "dash": "dot", "shape": "hv", "color": see_through(GREY, 0.8)}
        yield _trace("step", at, held, line=line) | {"uid": f"agreement-{name}"}


def _dates(course: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    start = course["on"].to_numpy("datetime64[ms]").astype("int64").astype("float64")
    end = np.append(start[1:], start[-1:] + 14 * DAY_MS)
    return start, end


def _trace(role: str, at: np.ndarray, value: np.ndarray, **look: Any) -> Trace:
    base = {"uid": f"agreement-{role}", "meta": role, "showlegend": False, "hoverinfo": "skip", "mode": "lines"}
    return base | {"x": at.astype("float64"), "y": value.astype("float64")} | look


def _course_layout(view: AgreementView, rows: Rows) -> dict[str, Any]:
    layout = base_layout(height_px=view.height_px, uirevision=view.uirevision) | key_layout()
    dates = {"type": "date", "automargin": True, "showgrid": False, "ticklabelstandoff": 6}
    layout["xaxis"] = dates | {"title": _title("", view)}
    layout["yaxis"] = value_axis(view.value_title, log=view.log)
    if on_rail(rows).any():
        layout["yaxis"]["domain"] = [0.1, 1]
        layout["yaxis2"] = {"domain": [0, 0.07], "range": [0, 2], "tickvals": [1], "ticktext": ["no figure"]}
    return layout
