"""The chart that every peer app draws, in plain plotly: the marks of a topic over time, with bounds and periods.

The marks are a CSV of what the dashboard draws of the topic (`peer_apps.py` writes it), so that no peer has to read
wordings or units: mark_id: int; claimant, colour, glyph, family, said: str; at, start, end: day and hour; y, low, high,
opacity: float, y missing for a denial.
"""

import os
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

FILE = "PEER_MARKS"
CONFIG = {"displayModeBar": False, "responsive": True}
HEIGHT_PX = 540
SHAPES = {"said": "circle", "possible": "diamond", "derived": "square"}
ARROWS = {"at_least": "triangle-up", "at_most": "triangle-down"}


def read_marks() -> pd.DataFrame:
    """Read the marks of the file that the environment names."""
    return pd.read_csv(os.environ[FILE], parse_dates=["at", "start", "end"])


def claimants_of(marks: pd.DataFrame) -> list[str]:
    """List the claimants, those with most marks first."""
    return marks["claimant"].value_counts().index.tolist()


def draw(marks: pd.DataFrame, claimants: Sequence[str] = ()) -> go.Figure:
    """Draw the marks of these claimants; of all where none is named."""
    shown = marks[marks["claimant"].isin(claimants)] if claimants else marks
    drawn = go.Figure()
    for colour, group in shown.groupby("colour", sort=False):
        plotted = group[group["y"].notna()]
        drawn.add_trace(lines(plotted, "start", "end", "y", "y", colour, width=1))
        drawn.add_trace(lines(plotted[plotted["glyph"].eq("range")], "at", "at", "low", "high", colour, width=4))
        drawn.add_trace(arrows(plotted, colour))
        drawn.add_trace(points(plotted, colour))
        drawn.add_trace(denials(group[group["y"].isna()], colour))
    drawn.update_layout(
        height=HEIGHT_PX,
        hovermode="closest",
        margin={"l": 8, "r": 12, "t": 8, "b": 8},
        xaxis={"type": "date"},
        yaxis={"rangemode": "tozero", "domain": [0.1, 1], "separatethousands": True},
        yaxis2={"domain": [0, 0.07], "range": [0, 2], "tickvals": [1], "ticktext": ["no figure"], "showgrid": False},
    )
    return drawn


def lines(rows: pd.DataFrame, start: str, end: str, low: str, high: str, colour: str, *, width: int) -> go.Scatter:
    """Return one trace of separate lines, from place and value to place and value."""
    gaps = pd.Series(pd.NaT, rows.index), pd.Series(np.nan, rows.index)
    x = pd.concat([rows[start], rows[end], gaps[0]], axis=1).to_numpy().ravel()
    y = pd.concat([rows[low], rows[high], gaps[1]], axis=1).to_numpy().ravel()
    line = {"color": colour, "width": width}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def arrows(rows: pd.DataFrame, colour: str) -> go.Scatter:
    """Return the arrows of the bounds."""
    bounds = rows[rows["glyph"].isin(ARROWS)]
    marker = {"symbol": bounds["glyph"].map(ARROWS), "size": 7, "color": colour, "standoff": 10}
    return go.Scatter(x=bounds["at"], y=bounds["y"], mode="markers", marker=marker, hoverinfo="skip", showlegend=False)


def points(rows: pd.DataFrame, colour: str) -> go.Scatter:
    """Return what is pointed at: a marker for each claim that stands at a number, hollow for an approximate one."""
    symbols = rows["family"].map(SHAPES) + np.where(rows["glyph"].eq("approximate"), "-open", "")
    return _told(rows, rows["y"], colour, symbol=symbols, size=8, opacity=rows["opacity"])


def denials(rows: pd.DataFrame, colour: str) -> go.Scatter:
    """Return the denials, on the rail below the plot."""
    return _told(rows, pd.Series(1.0, rows.index), colour, symbol="x-thin-open", size=8, opacity=1).update(yaxis="y2")


def _told(rows: pd.DataFrame, y: pd.Series, colour: str, **marker: Any) -> go.Scatter:
    names = rows["claimant"].unique()
    told = {"hovertext": rows["said"], "hoverinfo": "text", "customdata": rows["mark_id"]}
    name = names[0] if len(names) == 1 else f"{len(names)} others"
    return go.Scatter(x=rows["at"], y=y, mode="markers", marker={"color": colour} | marker, name=name, **told)
