"""Claims too many to draw one by one: for each bin of time and claimant the lowest, the median and the highest figure.

Nothing is smoothed and nothing is joined: a bin without claims is a gap, a side that nobody states has no edge, and an
edge beyond which some claims are open is dotted. How many claims each bin holds stands beneath and in its words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.groups import View
from claimsdash.charts.key import bins_key, claimant_key, key_layout
from claimsdash.charts.look import (
    GREY,
    PALETTE,
    base_layout,
    blank_figure,
    chart_text,
    colour,
    date_axis,
    figure,
    see_through,
    value_axis,
)
from claimsdash.charts.pen import Pen, Trace

_COUNTS_TOP = 0.18
"""Share of the plot's height that the counts take."""

_OTHERS = len(PALETTE)

_MARGIN_PX = {"l": 58, "r": 26, "t": 20, "b": 54}
"""Room for the labels of any bins: plotly draws all of them twice where it has to find out how much they need."""

_USED = [
    *("bin", "claimant", "claimant_name", "basis", "modality"),
    *("y_low", "y_best", "y_high", "n_claims", "n_open", "n_none"),
]


@dataclass(frozen=True)
class BandsView(View):
    """How bins are to be shown; grain: the length of a bin, a word such as "month".

    A zoom is kept while the bins span the same time, whatever `uirevision` says: other bins are the answer to it.
    """

    grain: str = "month"
    height_px: int = 540


def bands(bins: pd.DataFrame, view: BandsView) -> go.Figure:
    """Return the chart of bins.

    Takes bin: datetime, the first day; claimant, claimant_name, basis, modality: str; y_low, y_best, y_high: float, NaN
    where no claim states one; n_claims, n_open, n_none: int. Claimants without a colour are pooled to one band without
    a median. An empty table gives a figure that says so.
    """
    if bins.empty:
        return blank_figure("No claim to show.")
    traces: list[Trace] = []
    entries = []
    ordered = bins[_USED].sort_values(["basis", "modality", "bin"], kind="stable")
    for slot, part in _by_slot(ordered, view):
        pen = _pen(part, slot, view)
        traces += _drawn(_pooled(part) if slot == _OTHERS else part, pen, view)
        entries.append((pen.group, pen.name or f"{part['claimant'].nunique()} others", pen.colour))
    keys = [*claimant_key(entries), *bins_key(str(trace["meta"]) for trace in traces)]
    return figure([*traces, *keys], _layout(bins, view))


def _by_slot(bins: pd.DataFrame, view: BandsView) -> Iterator[tuple[int, pd.DataFrame]]:
    """Part the bins by colour, the grey ones first and so beneath the others."""
    slots = np.array([view.colours.get(claimant, _OTHERS) for claimant in bins["claimant"].tolist()])
    for slot in sorted(set(slots.tolist()), reverse=True):
        yield slot, bins.iloc[np.flatnonzero(slots == slot)]


def _pen(part: pd.DataFrame, slot: int, view: BandsView) -> Pen:
    names = sorted(map(str, part["claimant_name"].fillna(part["claimant"]).unique()))
    grey = slot == _OTHERS
    name = chart_text(names[0], limit=40) if len(names) == 1 else None
    group = "others" if grey else f"c{slot}"
    return Pen(key=f"bins-{group}", group=group, colour=GREY if grey else colour(slot), name=name, log=view.log)


def _pooled(part: pd.DataFrame) -> pd.DataFrame:
    """Pool the claimants without a colour: outer ends and counts; a median of medians would be none."""
    ends = part.groupby("bin").agg(
        y_low=("y_low", "min"),
        y_high=("y_high", "max"),
        n_claims=("n_claims", "sum"),
        n_open=("n_open", "sum"),
        n_none=("n_none", "sum"),
    )
    return ends.reset_index().assign(y_best=np.nan, basis="", modality="")


def _drawn(rows: pd.DataFrame, pen: Pen, view: BandsView) -> list[Trace]:
    """Return the areas, edges, medians and counts of one colour."""
    start, end = _ends(rows["bin"], view.grain)
    low, best, high = (_on_axis(rows[name].to_numpy(float), log=view.log) for name in ("y_low", "y_best", "y_high"))
    is_open = rows["n_open"].to_numpy() > 0
    traces = [_areas(pen, start, end, low, high)]
    spans = (np.concatenate([start, start]), np.concatenate([end, end]))
    edges, are_open = np.concatenate([low, high]), np.concatenate([is_open, is_open])
    traces += [_edges(pen, "edges-open", spans, _where(edges, are_open), dash="dot", width=1.2)]
    traces += [_edges(pen, "edges", spans, _where(edges, ~are_open), width=1.2)]
    traces += [_edges(pen, "median", (start, end), best, width=2.4)]
    words = pen.says([_say(row, view.grain) for row in _listed(rows)])
    return [*(trace for trace in traces if trace is not None), _counts(pen, start, end, rows, words)]


def _ends(first_days: pd.Series, grain: str) -> tuple[np.ndarray, np.ndarray]:
    """Return where each bin begins and ends, in milliseconds."""
    starts = pd.DatetimeIndex(first_days)
    following = {
        "day": pd.DateOffset(days=1),
        "week": pd.DateOffset(weeks=1),
        "month": pd.DateOffset(months=1),
        "quarter": pd.DateOffset(months=3),
        "year": pd.DateOffset(years=1),
    }
    return _milliseconds(starts), _milliseconds(starts + following[grain])


def _milliseconds(days: pd.DatetimeIndex) -> np.ndarray:
    return days.as_unit("ms").asi8.astype("float64")


def _on_axis(values: np.ndarray, *, log: bool) -> np.ndarray:
    """Return the values that the axis can hold: a logarithmic one has no place for zero."""
    return np.where(values > 0, values, np.nan) if log else values


def _areas(pen: Pen, start: np.ndarray, end: np.ndarray, low: np.ndarray, high: np.ndarray) -> Trace | None:
    """Fill the bins that are stated on both sides, each by itself."""
    closed = np.isfinite(low) & np.isfinite(high)
    if not closed.any():
        return None
    left, right, bottom, top = (values[closed] for values in (start, end, low, high))
    gap = np.full(len(left), np.nan)
    around = np.column_stack([left, right, right, left, left, gap]).ravel()[:-1]
    values = np.column_stack([bottom, bottom, top, top, bottom, gap]).ravel()[:-1]
    area = pen.lines("bins", around, values, width=0)
    return area | {"fill": "toself", "fillcolor": see_through(pen.colour, 0.22)}


def _where(edge: np.ndarray, which: np.ndarray) -> np.ndarray:
    return np.where(which, edge, np.nan)


def _edges(pen: Pen, role: str, spans: tuple[np.ndarray, np.ndarray], edge: np.ndarray, **line: Any) -> Trace | None:
    """Draw one edge of the bins that have it, from where each begins to where it ends."""
    drawn = np.isfinite(edge)
    start, end = (side[drawn] for side in spans)
    return pen.segments(role, (start, edge[drawn], end, edge[drawn]), **line)


def _counts(pen: Pen, start: np.ndarray, end: np.ndarray, rows: pd.DataFrame, words: dict[str, Any]) -> Trace:
    """Draw how many claims each bin holds, one colour upon the other; its bar says all about the bin."""
    bars = {"type": "bar", "uid": f"{pen.key}-counts", "legendgroup": pen.group, "showlegend": False, "meta": "counts"}
    counted = rows["n_claims"].to_numpy("int32")
    sizes = {"x": (start + end) / 2, "y": counted, "width": end - start}
    look = {"marker": {"color": pen.colour, "line": {"width": 0}}, "yaxis": "y2"}
    return bars | sizes | look | words


def _listed(rows: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield each row with plain values: `to_dict("records")` takes three times as long."""
    columns = {str(name): rows[name].tolist() for name in rows.columns}
    return (dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True))


def _say(row: dict[str, Any], grain: str) -> str:
    """Say all that a bin holds."""
    said = [f"{grain} of {row['bin']:%d %b %Y}", " · ".join(filter(None, (row["modality"], row["basis"])))]
    stated = " stated" if row["n_open"] else ""
    ends = ((f"lowest{stated}", "y_low"), ("median", "y_best"), (f"highest{stated}", "y_high"))
    figures = [f"{word} {row[name]:,.6g}" for word, name in ends if isfinite(row[name])]
    said += [", ".join(figures) or "no figure", f"{row['n_claims']:,} claims"]
    said += [f"{row['n_open']:,} with an open end"] if row["n_open"] else []
    said += [f"{row['n_none']:,} without a figure"] if row["n_none"] else []
    return "<br>".join(filter(None, said))


def _layout(bins: pd.DataFrame, view: BandsView) -> dict[str, Any]:
    start, end = _ends(bins["bin"], view.grain)
    layout = base_layout(height_px=view.height_px, uirevision=view.uirevision) | key_layout()
    first, last = float(start.min()), float(end.max())
    layout["xaxis"] = date_axis(first, last) | {"anchor": "y2", "uirevision": f"{first:.0f} {last:.0f}"}
    layout["yaxis"] = value_axis(view.value_title, log=view.log) | {"domain": [_COUNTS_TOP + 0.04, 1]}
    counts = {"title": {"text": "claims"}, "domain": [0, _COUNTS_TOP], "rangemode": "tozero", "nticks": 3}
    layout["yaxis2"] = counts | {"fixedrange": True, "automargin": True}
    return layout | {"barmode": "stack", "bargap": 0, "hoverdistance": -1, "margin": _MARGIN_PX}
