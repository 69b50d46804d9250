"""What one claimant said in succession: the ladder of its figures, and the plane of two clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.glyphs import DAY_MS, Rows, on_rail, place
from claimsdash.charts.groups import View, groups, noted
from claimsdash.charts.key import glyph_key, key_layout
from claimsdash.charts.labels import word_traces
from claimsdash.charts.lines import steps as step_lines
from claimsdash.charts.look import (
    GREY,
    HALF_YEAR_MS,
    base_layout,
    blank_figure,
    date_axis,
    figure,
    see_through,
    value_axis,
)
from claimsdash.charts.marks import in_layers, mark_traces, points
from claimsdash.charts.pen import Trace
from claimsdash.charts.saying import say_change

_WORDS_WIDE, _WORDS_HIGH = 0.4, 0.06
"""Shares of the plane that the words of a mark take."""
_NOT_NAMED = ("first", "update", "looks back", "no number")


@dataclass(frozen=True)
class RevisionsView(View):
    """How successive figures are to be shown; `holds`: base units in one unit of the axis."""

    holds: float = 1.0
    height_px: int = 420


def ladder(marks: pd.DataFrame, steps: pd.DataFrame, view: RevisionsView) -> go.Figure:
    """Return the figures of one claimant by the day on which they were reported, joined as the timeline joins them.

    Takes a marks table of claims and the table of `analysis.revisions.ladder` for them. Revisions are named beside
    their mark; hovering tells the difference from the figure before. Without a claim that has a day of report the
    figure says so.
    """
    placed = place(_by_report(marks), log=view.log)
    if not len(placed.rows):
        drawn = blank_figure("No claim to show." if marks.empty else "No claim here has a day of report.")
    else:
        noted_rows = _with_steps(placed.rows, steps, view)
        drawn = figure([*_ladder_traces(noted_rows, steps, view)], _ladder_layout(noted_rows, view))
    drawn.layout.meta = noted(placed)
    return drawn


def two_clocks(marks: pd.DataFrame, view: RevisionsView) -> go.Figure:
    """Return each claim at the date that it refers to (across) and the day on which it was reported (up).

    On the line both are one day; above it a figure looks back, below it ahead. Takes a marks table of claims; without
    one that has both dates the figure says so.
    """
    placed = place(marks)
    rows = placed.rows.where(np.isfinite(placed.rows["said_at"]))
    if not len(rows):
        return blank_figure("No claim to show." if marks.empty else "No claim here has both dates.")
    return figure([*_clock_traces(rows, view)], _clock_layout(rows, view))


def _by_report(marks: pd.DataFrame) -> pd.DataFrame:
    return marks.assign(as_of_start=marks["reported_start"], as_of_end=marks["reported_end"])


def _with_steps(rows: Rows, steps: pd.DataFrame, view: RevisionsView) -> Rows:
    """Add to the words of each mark what its step was and by how much the figure moved."""
    said = {}
    for mark, step, low, high in zip(
        *(steps[name].tolist() for name in ("mark_id", "step", "change_low", "change_high")), strict=True
    ):
        change = say_change(low / view.holds, high / view.holds)
        said[mark] = "" if step == "first" else f" · {step}: {change}"
    words = [text + said.get(mark, "") for text, mark in zip(rows["words"], rows["mark_id"].tolist(), strict=True)]
    when = [f"reported {day}" for day in rows["when"].tolist()]
    return Rows({**rows.columns, "words": np.array(words, dtype="U"), "when": np.array(when, dtype="U")})


def _ladder_traces(rows: Rows, steps: pd.DataFrame, view: RevisionsView) -> Iterator[Trace]:
    drawn: list[Trace] = []
    parts = list(groups(rows, view, upright=True))
    for part, pen in parts:
        drawn += [*mark_traces(part, rows, pen), *step_lines(part, pen)]
    yield from in_layers([*drawn, *word_traces(parts, rows, _names_of_steps(steps))])
    yield from glyph_key(rows)


def _names_of_steps(steps: pd.DataFrame) -> dict[int, str]:
    """Name the revisions, by mark; where a name finds no room the words of the mark and the table tell it."""
    kinds = zip(steps["mark_id"].tolist(), steps["step"].tolist(), strict=True)
    return {mark: step for mark, step in kinds if step not in _NOT_NAMED}


def _text(uid: str, x: np.ndarray, y: np.ndarray, texts: list[str]) -> Trace:
    return {
        "uid": uid,
        "meta": "words",
        "showlegend": False,
        "hoverinfo": "skip",
        "mode": "markers+text",
        "marker": {"size": 12, "opacity": 0},
        "x": x.astype("float32"),
        "y": y.astype("float32"),
        "text": texts,
        "textfont": {"size": 10, "style": "italic"},
    }


def _ladder_layout(rows: Rows, view: RevisionsView) -> dict[str, Any]:
    layout = base_layout(height_px=view.height_px, uirevision=view.uirevision) | key_layout()
    layout["xaxis"] = _days("reported", rows["start"], rows["end"])
    layout["yaxis"] = value_axis(view.value_title, log=view.log)
    if on_rail(rows).any():
        rail = {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True}
        layout["yaxis"]["domain"] = [0.1, 1]
        layout["yaxis2"] = rail | {"domain": [0, 0.07], "range": [0, 2], "tickvals": [1], "ticktext": ["no figure"]}
        layout["xaxis"]["anchor"] = "y2"
    return layout


def _clock_traces(rows: Rows, view: RevisionsView) -> Iterator[Trace]:
    reported = Rows({**rows.columns, "y": rows["said_at"] + DAY_MS / 2})
    for part, pen in groups(reported, view, upright=True):
        spans = pen.segments(
            "extent", (part["start"], part["y"], part["end"], part["y"]), width=3, color=see_through(pen.colour, 0.35)
        )
        marks = points(part, pen)
        yield from (trace for trace in (spans, marks) if trace is not None)
    yield _diagonal(reported)
    yield _clock_words(reported)
    yield from glyph_key(rows)


def _diagonal(rows: Rows) -> Trace:
    """Draw where both dates are one day, as far as the axes reach: half a year at the least.

    Solid, since a dotted line is held by a floor, as the key says.
    """
    ends = np.array([min(rows["start"].min(), rows["y"].min()), max(rows["end"].max(), rows["y"].max())])
    if ends[1] - ends[0] < HALF_YEAR_MS:
        ends = ends.mean() + np.array([-0.5, 0.5]) * HALF_YEAR_MS
    line = {"color": see_through(GREY, 0.6), "width": 1}
    base = {"uid": "diagonal", "meta": "floor", "showlegend": False, "hoverinfo": "skip", "mode": "lines"}
    return base | {"x": ends.astype("float32"), "y": ends.astype("float32"), "line": line}


def _clock_words(rows: Rows) -> Trace:
    """Write the figures beside their marks, but for those so near to one that has words that both could not be read."""
    middle = (rows["at"].min() + rows["at"].max()) / 2
    at, y = (_share(rows[name]) for name in ("at", "y"))
    told: list[int] = []
    for row in range(len(rows)):
        if all(abs(at[row] - at[one]) > _WORDS_WIDE or abs(y[row] - y[one]) > _WORDS_HIGH for one in told):
            told.append(row)
    part = rows.where(np.array(told, dtype="int64"))
    side = np.where(part["at"] > middle, "bottom left", "top right").tolist()
    return _text("figures", part["at"], part["y"], part["words"].tolist()) | {"textposition": side}


def _share(at: np.ndarray) -> np.ndarray:
    """Return how far each lies from the first towards the last, on an axis of half a year at the least."""
    return np.asarray((at - at.min()) / max(float(at.max() - at.min()), HALF_YEAR_MS))


def _clock_layout(rows: Rows, view: RevisionsView) -> dict[str, Any]:
    layout = base_layout(height_px=view.height_px, uirevision=view.uirevision) | key_layout()
    layout["xaxis"] = _days("the date it refers to", rows["start"], rows["end"])
    layout["yaxis"] = _days("reported", rows["said_at"], rows["said_at"]) | {"ticklabelstandoff": 0}
    return layout


def _days(title: str, first: np.ndarray, last: np.ndarray) -> dict[str, Any]:
    return date_axis(float(first.min()), float(last.max())) | {"title": {"text": title, "standoff": 6}}
