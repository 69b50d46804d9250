"""Two charts with the same range on their axes, so that heights and dates can be compared by eye."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from claimsdash.charts.look import figure

_ROOM = 0.04
"""Share of the range that is left free beyond the outermost marks."""


def with_equal_axes(figures: Sequence[go.Figure], axes: Sequence[str]) -> list[go.Figure]:
    """Return the figures with one range for each of the axes ("x", "y"), wide enough for the marks of all of them.

    An axis of values that begins at zero goes on doing so. A figure without marks on the axis takes the range of the
    others; the figures handed in stay as they are.
    """
    ranges = {axis: _range([drawn.to_plotly_json() for drawn in figures], axis) for axis in axes}
    return [_ranged(drawn, {axis: found for axis, found in ranges.items() if found is not None}) for drawn in figures]


def _ranged(drawn: go.Figure, ranges: Mapping[str, list[float]]) -> go.Figure:
    spec = drawn.to_plotly_json()
    layout = dict(spec["layout"])
    for axis, found in ranges.items():
        name = f"{axis}axis"
        layout[name] = {**layout.get(name, {}), "range": found, "autorange": False}
    layout["uirevision"] = f"{layout.get('uirevision')} on equal axes {sorted(ranges.items())}"
    return figure(spec["data"], layout)


def _range(specs: Sequence[Mapping[str, Any]], axis: str) -> list[float] | None:
    values = np.concatenate([*_values(specs, axis), np.array([])])
    kept: Mapping[str, Any] = next((spec["layout"].get(f"{axis}axis", {}) for spec in specs if spec["data"]), {})
    if kept.get("type") == "log":
        values = np.log10(values[values > 0])
    if not len(values):
        return None
    low, high = float(values.min()), float(values.max())
    if kept.get("rangemode") == "tozero":
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low or abs(high) or 1.0) * _ROOM
    return [low if low == 0 and kept.get("rangemode") == "tozero" else low - room, high + room]


def _values(specs: Sequence[Mapping[str, Any]], axis: str) -> Iterator[np.ndarray]:
    """Yield the finite numbers that traces put on the axis; those on a second axis, such as the rail, are left out."""
    for spec in specs:
        for trace in spec["data"]:
            if trace.get(f"{axis}axis", axis) == axis and trace.get(axis) is not None:
                numbers = _numbers(trace[axis])
                yield numbers[np.isfinite(numbers)]


def _numbers(told: Any) -> np.ndarray:
    if isinstance(told, Mapping):
        content = base64.b64decode(told["bdata"])
        return np.frombuffer(content, dtype=np.dtype(told["dtype"])).astype("float64")
    column = np.asarray(told)
    if np.issubdtype(column.dtype, np.datetime64):
        return column.astype("datetime64[ms]").astype("float64")
    try:
        return column.astype("float64")
    except (TypeError, ValueError):
        return np.array([])
