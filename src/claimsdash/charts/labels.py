"""Words beside marks: vague words, steps, names where a claimant's line ends. Only where they cover nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from claimsdash.charts.glyphs import Glyph, Rows, on_rail
from claimsdash.charts.lines import steps
from claimsdash.charts.look import HALF_YEAR_MS, chart_text
from claimsdash.charts.pen import Pen, Trace

Canvas = tuple[int, int]
_CANVASES: tuple[Canvas, ...] = ((560, 250), (1050, 380))
"""Widths and heights, in pixels, of plots on which a label must find room: a tablet's and a desktop's. Narrower than
the first, whoever shows the figure hides the traces whose `meta` is "words" or "names"."""

_PHONE: Canvas = (285, 250)
"""Width and height of the plot on a phone, on which what belongs to the marks must find room too."""

_FONT_PX = 10
_LETTER_PX = 5.9
_MARK_PX = 8
_ARROW_PX = 20
_MOST = 24
_SIDES = ("middle right", "top center", "bottom center", "middle left")
_CORNERS = ("top left", "top right", "bottom left", "bottom right")


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
    """Canvases of different size on which boxes are marked as taken."""

    def __init__(self, canvases: Sequence[Canvas], boxes: Sequence[np.ndarray]) -> None:
        """Begin with the boxes (left, top, right, bottom, in pixels) that marks take on each canvas."""
        self._canvases = canvases
        self._taken = [np.asfortranarray(taken) for taken in boxes]

    def put(self, wanted: _Wanted, sides: Sequence[str]) -> str | None:
        """Take room for the label on the first side of its mark where it covers nothing, on every canvas."""
        for side in sides:
            boxes = [_label_box(wanted, side, canvas) for canvas in self._canvases]
            if all(self._is_free(place, box) for place, box in enumerate(boxes)):
                both = zip(self._taken, boxes, strict=True)
                self._taken = [np.asfortranarray(np.vstack([taken, box])) for taken, box in both]
                return side
        return None

    def _is_free(self, place: int, box: np.ndarray) -> bool:
        width, height = self._canvases[place]
        left, top, right, bottom = box.tolist()
        if left < 0 or top < 0 or right > width or bottom > height:
            return False
        taken = self._taken[place]
        meets = (taken[:, 0] < right) & (taken[:, 2] > left) & (taken[:, 1] < bottom) & (taken[:, 3] > top)
        return not meets.any()


def label_traces(parts: Sequence[tuple[Rows, Pen]], everything: Rows) -> list[Trace]:
    """Return text traces for the groups of an upright chart: vague words first, then the names of claimants."""
    plotted = everything.where(~on_rail(everything))
    if not len(plotted):
        return []
    scale = _Scale.of(plotted, log=parts[0][1].log)
    page = _Page(_CANVASES, [_mark_boxes(plotted, scale, canvas) for canvas in _CANVASES])
    return _put(page, [*_vague_words(parts, scale), *_names(parts, scale)], _SIDES)


def word_traces(parts: Sequence[tuple[Rows, Pen]], everything: Rows, words: Mapping[int, str]) -> list[Trace]:
    """Return text traces with words beside the marks that have some, by mark_id; on a phone as well.

    The stepped lines between the marks are kept free too.
    """
    plotted = everything.where(~on_rail(everything))
    if not len(plotted):
        return []
    scale = _Scale.of(plotted, log=parts[0][1].log)
    canvases = (_PHONE, *_CANVASES)
    lines = [trace for part, pen in parts for trace in steps(part, pen)]
    boxes = [
        np.vstack([_mark_boxes(plotted, scale, size), *(_line_boxes(line, scale, size) for line in lines)])
        for size in canvases
    ]
    return _put(_Page(canvases, boxes), [*_given_words(parts, scale, words)], (*_SIDES, *_CORNERS))


def _put(page: _Page, wanted: Sequence[_Wanted], sides: Sequence[str]) -> list[Trace]:
    """Place labels in their order, as many as are wanted and find room."""
    placed: dict[tuple[Pen, str], list[tuple[_Wanted, str]]] = defaultdict(list)
    for label in wanted[: 4 * _MOST]:
        if sum(map(len, placed.values())) < _MOST and (side := page.put(label, sides)):
            placed[label.pen, label.role].append((label, side))
    return [_text_trace(pen, role, labels) for (pen, role), labels in placed.items()]


def _given_words(parts: Sequence[tuple[Rows, Pen]], scale: "_Scale", words: Mapping[int, str]) -> Iterator[_Wanted]:
    for rows, pen in parts:
        plotted = rows.where(~on_rail(rows))
        for mark, at, value in zip(*(plotted[name].tolist() for name in ("mark_id", "at", "y")), strict=True):
            if mark in words:
                yield _Wanted(pen, "words", chart_text(words[mark]), at, value, scale.spot(at, value))


def _vague_words(parts: Sequence[tuple[Rows, Pen]], scale: "_Scale") -> Iterator[_Wanted]:
    for rows, pen in parts:
        vague = rows.where(rows.drawn_as(Glyph.VAGUE) & ~rows["is_relay"])
        cells = zip(vague["words"].tolist(), vague["at"].tolist(), vague["y"].tolist(), strict=True)
        for words, at, value in cells:
            yield _Wanted(pen, "words", words, at, value, scale.spot(at, value))


def _names(parts: Sequence[tuple[Rows, Pen]], scale: "_Scale") -> Iterator[_Wanted]:
    """Want the name of every claimant at its last mark; those with most marks come first in each group."""
    for rows, pen in parts:
        chosen = np.flatnonzero(~on_rail(rows) & ~rows["is_relay"])
        _, claimant, counts = np.unique(rows["claimant"][chosen], return_inverse=True, return_counts=True)
        in_turn = chosen[np.lexsort((-chosen, rows["at"][chosen], claimant))]
        for last in in_turn[counts.cumsum() - 1][np.argsort(-counts, kind="stable")]:
            at, value = float(rows["at"][last]), float(rows["y"][last])
            name = chart_text(rows["claimant_name"][last], limit=34)
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
        margin = max(0.05 * (last - first), (HALF_YEAR_MS - (last - first)) / 2)
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


def _mark_boxes(rows: Rows, scale: _Scale, canvas: Canvas) -> np.ndarray:
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


def _line_boxes(line: Trace, scale: _Scale, canvas: Canvas) -> np.ndarray:
    """Return the pixels that a stepped line takes: along, then up or down, from each point to the next."""
    at, value = (np.asarray(line[name], "float64") for name in ("x", "y"))
    across, down = scale.spots(at, value)
    across, down = across * canvas[0], down * canvas[1]
    along = np.column_stack([across[:-1], down[:-1], across[1:], down[:-1]])
    upright = np.column_stack(
        [across[1:], np.minimum(down[:-1], down[1:]), across[1:], np.maximum(down[:-1], down[1:])]
    )
    drawn = np.isfinite(at[:-1]) & np.isfinite(at[1:])
    boxes: np.ndarray = np.vstack([along[drawn], upright[drawn]]) + np.array([-1, -1, 1, 1])
    return boxes


def _label_box(wanted: _Wanted, side: str, canvas: Canvas) -> np.ndarray:
    width, height = canvas
    left, top = wanted.spot[0] * width, wanted.spot[1] * height
    wide = _LETTER_PX * len(wanted.text) + 4
    beside = _MARK_PX + 1
    level, flank = side.split()
    across = {
        "right": (left + beside, left + beside + wide),
        "left": (left - beside - wide, left - beside),
        "center": (left - wide / 2, left + wide / 2),
    }[flank]
    down = {"middle": (top - 7, top + 7), "top": (top - 22, top - beside), "bottom": (top + beside, top + 22)}[level]
    return np.array([across[0], down[0], across[1], down[1]])
