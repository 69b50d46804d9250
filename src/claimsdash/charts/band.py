"""The pooled band beneath the marks: two grey areas and a line, or the step of a running floor or ceiling."""

from math import floor, log10

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from claimsdash.charts.look import GREY, THIN_SPACE, figure, see_through
from claimsdash.charts.pen import Pen, Trace

NAME = "Pooled level (model)"
_AREAS = (("95 %", "p2.5", "p97.5", 0.10), ("80 %", "p10", "p90", 0.16))
_OPEN = (("floor", "p2.5", "Running floor"), ("ceiling", "p97.5", "Running ceiling"))
_DIGITS = 3


def with_band(drawn: go.Figure, band: pd.DataFrame, *, thin: bool) -> go.Figure:
    """Return the figure, a timeline, with the band of `band_traces` beneath its marks."""
    spec = drawn.to_plotly_json()
    return figure([*band_traces(band, thin=thin), *spec["data"]], spec["layout"])


def band_traces(band: pd.DataFrame, *, thin: bool) -> list[Trace]:
    """Return the traces of a band, to be drawn before the marks.

    Takes date: datetime; p2.5, p10, p50, p90, p97.5: float in the unit of the axis, NaN where open (see
    `analysis.consensus`). A `thin` band, of few sources, is only outlined, in dashes. Where there is no level, the side
    that is known is a step without an area: what is open is never closed. An empty band gives none.
    """
    if band.empty:
        return []
    pen = Pen(key="band", group="band", colour=GREY)
    at = band["date"].astype("datetime64[ms]").astype("int64").to_numpy().astype("float64")
    if band["p50"].isna().all():
        return _open_ends(band, at, pen)
    areas = [_area(band, at, pen, which, thin=thin) for which in range(len(_AREAS))]
    dash = "dash" if thin else "solid"
    line = pen.lines("level", at, band["p50"].to_numpy(), width=1.6, dash=dash)
    return [*areas, line | pen.says(_said(band)) | {"name": NAME, "showlegend": True}]


def _area(band: pd.DataFrame, at: np.ndarray, pen: Pen, which: int, *, thin: bool) -> Trace:
    name, low, high, opacity = _AREAS[which]
    around = np.concatenate([at, at[::-1], at[:1]])
    values = np.concatenate([band[high], band[low][::-1], band[high][:1]])
    # plotly.js looks for what belongs to a trace by a CSS selector made of its uid: no space or sign may be in it
    named = {"uid": f"band-{which}", "name": f"{name} band"}
    area = pen.lines(name, around, values, width=0.8 if thin else 0, dash="dash") | named
    return area if thin else area | {"fill": "toself", "fillcolor": see_through(pen.colour, opacity)}


def _open_ends(band: pd.DataFrame, at: np.ndarray, pen: Pen) -> list[Trace]:
    traces = []
    for role, column, name in _OPEN:
        values = band[column].to_numpy()
        if not np.isnan(values).all():
            step = pen.lines(role, at, values, width=1.6, shape="hv" if role == "floor" else "vh")
            said = [f"{name}: {_number(value)}" for value in values]
            traces.append(step | pen.says(said) | {"name": name, "showlegend": True})
    return traces


def _said(band: pd.DataFrame) -> list[str]:
    """Say level and both bands of each day."""
    rows = band[["p50", "p10", "p90", "p2.5", "p97.5"]].map(_number).itertuples(index=False)
    return [f"{NAME}: {level}<br>80 %: {a} to {b}<br>95 %: {c} to {d}" for level, a, b, c, d in rows]


def _number(value: float) -> str:
    """Say a number to three digits.

    >>> _number(6743.2).replace(THIN_SPACE, " "), _number(0.03712)
    ('6 740', '0.0371')
    """
    if not np.isfinite(value) or value <= 0:
        return "open"
    places = _DIGITS - 1 - floor(log10(value))
    return f"{round(value, places):,.{max(places, 0)}f}".replace(",", THIN_SPACE)
