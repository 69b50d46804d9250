"""Implied rates over time: boxes as wide as the two dates and as high as the rate may be."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.analysis.saying import say_counts
from claimsdash.charts.glyphs import Rows, place
from claimsdash.charts.groups import View, groups, noted
from claimsdash.charts.key import claimant_key, glyph_key, key_layout
from claimsdash.charts.look import base_layout, blank_figure, chart_text, figure, value_axis
from claimsdash.charts.marks import in_layers, mark_traces
from claimsdash.charts.pen import Pen, Trace
from claimsdash.charts.saying import say_ends


@dataclass(frozen=True)
class RatesView(View):
    """How rates are to be shown; `holds`: base units in one unit of the axis, as shells in a thousand shells."""

    holds: float = 1.0
    height_px: int = 440


def rates(table: pd.DataFrame, view: RatesView) -> go.Figure:
    """Return the rates of `analysis.rates.implied_rates`, given by the length of time that the axis names.

    A box is an interval of rates from the first date to the second; a tick with an arrow a rate that is open on one
    side, its line the time between the dates. All are derived: squares. What is refused is not drawn. Without a rate
    the figure says so.
    """
    return _drawn(rate_marks(table, view), view, "No rate follows from these claims.")


def ratios(table: pd.DataFrame, view: RatesView) -> go.Figure:
    """Return the ratios of `analysis.ratios.implied_ratios` at the date of the claims; without any it says so."""
    return _drawn(ratio_marks(table, view), view, "No ratio follows from these claims.")


def rate_marks(table: pd.DataFrame, view: RatesView) -> pd.DataFrame:
    """Turn rates into marks: those that follow, from the first day to the last."""
    found = table[table["refused"].eq("")]
    found = found.assign(as_of_start=found["start_first"], as_of_end=found["end_last"])
    return _marks(found, found["rate_low"] / view.holds, found["rate_high"] / view.holds)


def ratio_marks(table: pd.DataFrame, view: RatesView) -> pd.DataFrame:
    """Turn ratios into marks: those that follow."""
    found = table[table["refused"].eq("")]
    return _marks(found, found["ratio_low"] / view.holds, found["ratio_high"] / view.holds)


def _marks(found: pd.DataFrame, low: pd.Series, high: pd.Series) -> pd.DataFrame:
    low = low.mask(low.eq(0) & high.notna())
    kinds = np.select([low.isna(), high.isna()], ["upper_bound", "lower_bound"], "range")
    kinds = np.where(low.eq(high), "exact", kinds)
    counted = [say_counts(n, m) for n, m in zip(found["n_claims"], found["n_reports"], strict=True)]
    said = [f"{say_ends(*ends)} · {note}" for *ends, note in zip(low, high, counted, strict=True)]
    marks = found.assign(y_low=low, y_high=high, y_best=low.where(low.eq(high)), qualifier=kinds)
    marks = marks.assign(topic="", basis="rate", scope="", status="normal", modality="asserted", n_reports=1)
    unknown = pd.Series(None, index=found.index, dtype="datetime64[s]")
    marks = marks.assign(derived=True, is_relay=False, parent_mark=-1, reported_start=unknown, reported_end=unknown)
    return marks.assign(say=pd.Series(said, index=found.index, dtype="str"))


def _drawn(marks: pd.DataFrame, view: RatesView, nothing: str) -> go.Figure:
    placed = place(marks, log=view.log)
    drawn = figure([*_traces(placed.rows, view)], _layout(view)) if len(placed.rows) else blank_figure(nothing)
    drawn.layout.meta = noted(placed)
    return drawn


def _traces(rows: Rows, view: RatesView) -> Iterator[Trace]:
    drawn: list[Trace] = []
    entries = []
    for part, pen in _parts(rows, view):
        drawn += mark_traces(part, rows, pen)
        entries.append((pen.group, pen.name or f"{len(set(part['claimant']))} others", pen.colour))
    yield from in_layers(drawn)
    yield from claimant_key(entries)
    yield from glyph_key(rows)


def _parts(rows: Rows, view: RatesView) -> Iterator[tuple[Rows, Pen]]:
    """Part by colour; all marks here are derived, so each claimant keeps a legend group of its own."""
    for part, pen in groups(rows, view, upright=True):
        yield part, replace(pen, group=pen.key)


def _layout(view: RatesView) -> dict[str, Any]:
    layout = base_layout(height_px=view.height_px, uirevision=view.uirevision) | key_layout()
    layout["xaxis"] = {"type": "date", "automargin": True, "showgrid": False, "ticklabelstandoff": 6}
    layout["yaxis"] = value_axis(chart_text(view.value_title), log=view.log)
    return layout
