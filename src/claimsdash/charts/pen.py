"""How one group of marks is drawn: its colour, its legend group, and which way its values run.

Dates travel as milliseconds in float32, half the size of float64: they are exact to 66 seconds until the year 2039,
where the smallest thing drawn is a day.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

Trace = dict[str, Any]
Ends = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Place and value where segments begin, place and value where they end."""

LAYERS: tuple[str, ...] = (
    "box",
    "extent",
    "leader",
    "floor",
    "step",
    *(f"fade{place}" for place in range(4)),
    "haze",
    "faint",
    "range",
    "strokes",
    "rail",
    "marks",
    "reach",
    "words",
    "names",
    "figures",
)
"""What traces are drawn for, from the lowest layer to the highest; the role of a trace stands in its `meta`."""


@dataclass(frozen=True)
class Pen:
    """How one group of marks is drawn.

    `key` names the group in trace ids, `group` in the legend. `name` is its one claimant, safe to draw; None for
    several. `upright` has values on the y axis; lying has them on the x axis. `log` tells how to divide the bar of a
    vague word. `opacity` is from 0 to 1.
    """

    key: str
    group: str
    colour: str
    name: str | None = None
    upright: bool = True
    log: bool = False
    opacity: float = 1.0

    def trace(self, role: str, at: np.ndarray, value: np.ndarray, **rest: Any) -> Trace:
        """Return a trace of this group: where on the axis of dates or rows, at which value."""
        x, y = (at, value) if self.upright else (value, at)
        trace = {
            "uid": f"{self.key}-{role}",
            "legendgroup": self.group,
            "showlegend": False,
            "hoverinfo": "skip",
            "meta": role,
            "x": x,
            "y": y,
        }
        return trace | ({"opacity": self.opacity} if self.opacity < 1 else {}) | rest

    def says(self, texts: list[str]) -> dict[str, Any]:
        """Return what makes the marks of a trace say these texts, and beside them who says so."""
        who = {"hoverinfo": "text"} if self.name is None else {"hoverinfo": "text+name", "name": self.name}
        return {"hovertext": texts} | who

    def lines(self, role: str, at: np.ndarray, value: np.ndarray, **line: Any) -> Trace:
        """Return a trace of lines; a NaN in `at` and `value` lifts the pen."""
        line = {"color": self.colour} | line
        return self.trace(role, at.astype("float32"), value.astype("float32"), mode="lines", line=line)

    def segments(self, role: str, ends: Ends, **line: Any) -> Trace | None:
        """Return a trace of separate segments from the first place and value to the second. Without any, nothing."""
        at, value, to_at, to_value = ends
        if not len(at):
            return None
        gap = np.full(len(at), np.nan)
        places = np.column_stack([at, to_at, gap]).ravel()[:-1]
        values = np.column_stack([value, to_value, gap]).ravel()[:-1]
        return self.lines(role, places, values, **line)

    def turned(self, *, greater: bool) -> int:
        """Return the angle, in degrees, that turns a downward symbol towards greater values or lesser ones."""
        if self.upright:
            return 180 if greater else 0
        return -90 if greater else 90


def opacity_of(opacity: np.ndarray) -> np.ndarray | int:
    """Return the opacities of markers, or 1 for all: plotly would make markers of many sizes see-through."""
    return 1 if (opacity == 1).all() else opacity.astype("float32")
