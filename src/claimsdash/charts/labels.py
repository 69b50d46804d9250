"""Words beside marks: vague words, and names where a claimant's line ends. Only where they cover nothing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from claimsdash.charts.glyphs import Glyph, Rows, on_rail
from claimsdash.charts.look import chart_text
from claimsdash.charts.pen import Pen, Trace

_CANVASES = ((560, 250), (1050, 380))
"""Widths and heights, in pixels, of plots on which a label must find room: a tablet's and a desktop's. Narrower than
the first, whoever shows the figure hides the traces whose `meta` is "words" or "names"."""

_FONT_PX = 10
_LETTER_PX = 5.9
_MARK_PX = 8
_ARROW_PX = 20
_MOST = 24
_SIDES = ("middle right", "top center", "bottom center", "middle left")


@dataclass(frozen=True)
class _Wanted:
    """A label and where it belongs; coordinates are shares of the plot."""

    pen: Pen
    role: str
    text: str
    at: float
    value: float
    spot: tuple[float, float]


class _Page:
    """Two canvases of different size on which boxes are marked as taken."""

    def __init__(self, boxes: Sequence[np.ndarray]) -> None:
        """Begin with the boxes (left, top, right, bottom, in pixels) that marks take on each canvas."""
        self._taken = list(boxes)

    def put(self, wanted: _Wanted) -> str | None:
        """Take room for the label on the first side of its mark where it covers nothing, on every canvas."""
        for side in _SIDES:
            boxes = [_label_box(wanted, side, canvas) for canvas in _CANVASES]
            if all(self._is_free(place, box) for place, box in enumerate(boxes)):
                self._taken = [np.vstack([taken, box]) for taken, box in zip(self._taken, boxes, strict=True)]
                return side
        return None

    def _is_free(self, place: int, box: np.ndarray) -> bool:
        width, height = _CANVASES[place]
        left, top, right, bottom = box
        taken = self._taken[place]
        meets = (taken[:, 0] < right) & (taken[:, 2] > left) & (taken[:, 1] < bottom) & (taken[:, 3] > top)
        return bool(left >= 0 and top >= 0 and right <= width and bottom <= height and not meets.any())


def label_traces(parts: Sequence[tuple[Rows, Pen]], everything: Rows) -> list[Trace]:
    """Return text traces for the groups of an upright chart: vague words first, then the names of claimants."""
    plotted = everything.where(~on_rail(everything))
    if not len(plotted):
        return []
    scale = _Scale.of(plotted, log=parts[0][1].log)
    page = _Page([_mark_boxes(plotted, scale, canvas) for canvas in _CANVASES])
    placed: dict[tuple[Pen, str], list[tuple[_Wanted, str]]] = defaultdict(list)
    wanted = [*_vague_words(parts, scale), *_names(parts, scale)]
    for label in wanted[: 4 * _MOST]:
        if sum(map(len, placed.values())) < _MOST and (side := page.put(label)):
            placed[label.pen, label.role].append((label, side))
    return [_text_trace(pen, role, labels) for (pen, role), labels in placed.items()]


def _vague_words(parts: Sequence[tuple[Rows, Pen]], scale: "_Scale") -> Iterator[_Wanted]:
    for rows, pen in parts:
        vague = rows.where(rows.drawn_as(Glyph.VAGUE) & ~rows["is_relay"])
        cells = zip(vague["words"].tolist(), vague["at"].tolist(), vague["y"].tolist(), strict=True)
        for words, at, value in cells:
            yield _Wanted(pen, "words", words, at, value, scale.spot(at, value))


def _names(parts: Sequence[tuple[Rows, Pen]], scale: "_Scale") -> Iterator[_Wanted]:
    """Want the name of every claimant at its last mark; those with most marks come first in each group."""
    for rows, pen in parts:
        plotted = rows.where(~on_rail(rows) & ~rows["is_relay"])
        claimants, counts = np.unique(plotted["claimant"], return_counts=True)
        for claimant in claimants[np.argsort(-counts, kind="stable")]:
            own = plotted.where(plotted["claimant"] == claimant)
            last = int(np.argmax(own["at"]))
            at, value = float(own["at"][last]), float(own["y"][last])
            name = chart_text(own["claimant_name"][last], limit=34)
            yield _Wanted(pen, "names", name, at, value, scale.spot(at, value))


def _text_trace(pen: Pen, role: str, labels: list[tuple[_Wanted, str]]) -> Trace:
    at, value = (np.array([getattr(label, name) for label, _ in labels], "float32") for name in ("at", "value"))
    texts = [label.text for label, _ in labels]
    style = "italic" if role == "words" else "normal"
    font = {"size": _FONT_PX, "style": style}
    sides = [side for _, side in labels]
    unseen = {"size": 2 * _MARK_PX - 4, "opacity": 0}  # plotly keeps a text off the markers of its own trace alone
    text = {"mode": "markers+text", "marker": unseen, "text": texts, "textposition": sides, "textfont": font}
    return pen.trace(role, at, value, **text)


@dataclass(frozen=True)
class _Scale:
    """Turns dates and values into shares of the plot, as plotly will choose its axes, or nearly so."""

    first: float
    last: float
    least: float
    most: float
    log: bool

    @classmethod
    def of(cls, rows: Rows, *, log: bool) -> "_Scale":
        values = np.concatenate([rows[name] for name in ("y_low", "y_best", "y_high")])
        values = values[np.isfinite(values)]
        first, last = float(rows["start"].min()), float(rows["end"].max())
        margin = 0.05 * (last - first)
        if log:
            least, most = np.log10(values.min()), np.log10(values.max())
            return cls(first - margin, last + margin, least - 0.06 * (most - least), most + 0.06 * (most - least), log)
        return cls(first - margin, last + margin, min(0.0, values.min()), 1.07 * max(values.max(), 1e-300), log)

    def spot(self, at: float, value: float) -> tuple[float, float]:
        """Return the share from the left and the share from the top."""
        across, down = self.spots(np.array([at]), np.array([value]))
        return float(across[0]), float(down[0])

    def spots(self, at: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the shares of many marks."""
        height = np.log10(value) if self.log else value
        across = (at - self.first) / max(self.last - self.first, 1.0)
        return across, 1 - (height - self.least) / max(self.most - self.least, 1e-300)


def _mark_boxes(rows: Rows, scale: _Scale, canvas: tuple[int, int]) -> np.ndarray:
    """Return the pixels that each mark takes: its bar or rounding and its arrow; and its period."""
    width, height = canvas
    low = np.where(np.isfinite(rows["y_low"]), rows["y_low"], rows["y"])
    high = np.where(np.isfinite(rows["y_high"]), rows["y_high"], rows["y"])
    across, bottom = scale.spots(rows["at"], low)
    _, top = scale.spots(rows["at"], high)
    up = np.where(rows.drawn_as(Glyph.AT_LEAST, Glyph.VAGUE), _ARROW_PX, _MARK_PX)
    down = np.where(rows.drawn_as(Glyph.AT_MOST), _ARROW_PX, _MARK_PX)
    left, right = across * width - _MARK_PX, across * width + _MARK_PX
    marks = np.column_stack([left, top * height - up, right, bottom * height + down])
    start, middle = scale.spots(rows["start"], rows["y"])
    end, _ = scale.spots(rows["end"], rows["y"])
    periods = np.column_stack([start * width, middle * height - 2, end * width, middle * height + 2])
    return np.vstack([marks, periods])


def _label_box(wanted: _Wanted, side: str, canvas: tuple[int, int]) -> np.ndarray:
    width, height = canvas
    left, top = wanted.spot[0] * width, wanted.spot[1] * height
    wide = _LETTER_PX * len(wanted.text) + 4
    beside = _MARK_PX + 1
    box = {
        "middle right": (left + beside, top - 7, left + beside + wide, top + 7),
        "middle left": (left - beside - wide, top - 7, left - beside, top + 7),
        "top center": (left - wide / 2, top - 22, left + wide / 2, top - beside),
        "bottom center": (left - wide / 2, top + beside, left + wide / 2, top + 22),
    }[side]
    return np.array(box)
