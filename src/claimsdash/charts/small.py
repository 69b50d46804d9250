"""The small timeline of a topic card: plain SVG text, far lighter than a figure, in the same language of marks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

import numpy as np
import pandas as pd

from claimsdash.charts.glyphs import Family, Glyph, Rows, on_rail, place
from claimsdash.charts.look import GREY, QUIET, QUIET_ON_DARK, THIN_SPACE, colour, plain
from claimsdash.domain.claim import Status

WIDTH_PX, HEIGHT_PX = 280, 76
_LEFT, _RIGHT, _TOP, _BOTTOM = 6, 274, 16, 54
_ARROW_PX = 7
_MOST = 80
"""Marks drawn; of more, the newest."""


@dataclass(frozen=True)
class _Paper:
    """Turns dates and values into pixels."""

    first: float
    last: float
    most: float

    def across(self, at: np.ndarray) -> np.ndarray:
        share = (at - self.first) / (self.last - self.first) if self.last > self.first else 0.5 + 0 * at
        return np.round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def down(self, value: np.ndarray) -> np.ndarray:
        return np.round(_BOTTOM - np.clip(value / self.most, 0, 1) * (_BOTTOM - _TOP), 1)


_BOX = f'viewBox="0 0 {WIDTH_PX} {HEIGHT_PX}" width="{WIDTH_PX}" height="{HEIGHT_PX}"'
BLANK = f'<svg xmlns="http://www.w3.org/2000/svg" {_BOX}></svg>'
"""Keeps the place of a small timeline that is still to come."""


def small_timeline(marks: pd.DataFrame, *, colours: Mapping[str, int] | None = None, alt: str = "") -> str:
    """Return the marks of a table over time as SVG text: linear from zero, the greatest number and both years named.

    Dots are numbers, rings approximate ones, ticks with an arrow bounds, bars ranges, crosses under the line denials.
    Takes a marks table; of n_reports, parent_mark, say, derived, is_relay any may be missing. An empty table gives a
    line without marks.
    """
    rows = place(_completed(marks)).rows
    return _svg(rows.where(~rows["is_relay"]), colours or {}, alt)


def small_timelines(marks: pd.DataFrame, colours: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Return the small timeline of each topic of a marks table, as `small_timeline` draws it, in far less time.

    `colours` gives the slots of the claimants of each topic that is to be drawn.
    """
    rows = place(_completed(marks[_may_be_drawn(marks)])).rows
    rows = rows.where(~rows["is_relay"])
    return {topic: _svg(rows.where(rows["topic"] == topic), slots, "") for topic, slots in colours.items()}


def _may_be_drawn(marks: pd.DataFrame) -> pd.Series:
    """Tell which marks may be among the newest of their topic; what may stand on the rail is drawn at other days."""
    start, end = marks["as_of_start"], marks["as_of_end"]
    first, last = (days.to_numpy("datetime64[s]").astype("int64") for days in (start.fillna(end), end.fillna(start)))
    newest = pd.Series(first + last, index=marks.index).groupby(marks["topic"]).rank(ascending=False, method="min")
    on_rail = marks["qualifier"].eq("none") | marks["modality"].eq("denied") | marks["y_at"].isna()
    return newest.le(_MOST) | on_rail


def _svg(rows: Rows, colours: Mapping[str, int], alt: str) -> str:
    rows = rows.where(np.sort(np.argsort(rows["at"], kind="stable")[-_MOST:]))
    line = f'<path d="M{_LEFT} {_BOTTOM}H{_RIGHT}" stroke="{GREY}" stroke-opacity=".5"/>'
    drawn = [line, *_drawn(rows, colours)] if len(rows) else [line]
    title = f"<title>{escape(plain(alt, limit=300))}</title>" if alt else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {_BOX} fill="none" role="img">{title}{_STYLE}{"".join(drawn)}</svg>'
    )


def _completed(marks: pd.DataFrame) -> pd.DataFrame:
    """Add what a mark need not have here."""
    lacking = {"n_reports": 1, "parent_mark": -1, "say": "", "derived": False, "is_relay": False}
    columns = {name: pd.Series(value, index=marks.index) for name, value in lacking.items() if name not in marks}
    return marks.assign(**columns)


def _drawn(rows: Rows, colours: Mapping[str, int]) -> Iterator[str]:
    plotted = rows.where(~on_rail(rows))
    ends = np.concatenate([plotted[name] for name in ("y_low", "y_best", "y_high")])
    ends = ends[np.isfinite(ends)]
    most = float(ends.max()) if len(ends) else 0.0
    paper = _Paper(float(rows["at"].min()), float(rows["at"].max()), most if most > 0 else 1.0)
    paths: dict[tuple[str, str], list[str]] = defaultdict(list)
    in_turn = {claimant: place_ for place_, claimant in enumerate(dict.fromkeys(rows["claimant"].tolist()))}
    rows = rows.where(np.argsort([in_turn[claimant] for claimant in rows["claimant"].tolist()], kind="stable"))
    inks = {claimant: colour(colours.get(claimant)) for claimant in in_turn}
    for claimant, strokes in zip(rows["claimant"].tolist(), _strokes(rows, paper), strict=True):
        for style, path in strokes:
            paths[style, inks[claimant]].append(path)
    for (style, ink), pieces in sorted(paths.items(), key=lambda item: (list(_STYLES).index(item[0][0]), item[0][1])):
        yield f'<path d="{"".join(pieces)}" stroke="{ink}" {_STYLES[style].replace("INK", ink)}/>'
    yield from _words(rows, _greatest_stated(plotted))


def _greatest_stated(rows: Rows) -> float:
    """Return the greatest number that was said: not the end of a rounding or of a vague word; 0 where none was."""
    firm = rows.where(~rows.drawn_as(Glyph.VAGUE))
    far_ends = firm["y_high"][firm.drawn_as(Glyph.RANGE)]
    return float(max([0.0, *firm["y"].tolist(), *far_ends.tolist()]))


_STYLE = (
    f"<style>.small-words{{fill:{QUIET}}}"
    f"@media(prefers-color-scheme:dark){{.small-words{{fill:{QUIET_ON_DARK}}}}}</style>"
)
"""In a picture the words take the colour of the theme around it, which a page says by its color-scheme."""

_STYLES = {
    "vague": 'stroke-width="4" stroke-opacity=".35"',
    "range": 'stroke-width="3.5"',
    "faint": 'stroke-width="1.3" stroke-opacity=".35"',
    "line": 'stroke-width="1.3"',
    "shape": 'stroke-width="1.3" fill="INK"',
    "dot": 'stroke-width="5" stroke-linecap="round"',
}
"""Looks of the paths, from the lowest layer to the highest."""

_RING = "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0"
_DIAMOND = "m-3 0l3-3 3 3-3 3z"
_SQUARE = "m-2.5-2.5h5v5h-5z"
_SHAPES = {Family.SAID.value: _RING, Family.POSSIBLE.value: _DIAMOND, Family.DERIVED.value: _SQUARE}
_AT_LEAST = f"m-4 0h8m-4 0v-{_ARROW_PX}m-2 2l2-2 2 2"
_AT_MOST = f"m-4 0h8m-4 0v{_ARROW_PX}m-2-2l2 2 2-2"
_CROSS = "m-2.5-2.5l5 5m0-5l-5 5"


def _strokes(rows: Rows, paper: _Paper) -> Iterator[list[tuple[str, str]]]:
    """Yield for each mark the styles and paths that it is drawn with."""
    x = paper.across(rows["at"])
    y, high = (paper.down(rows[name]) for name in ("y", "y_high"))
    whole = rows.both_ends()
    names = zip(rows["glyph"].tolist(), rows["family"].tolist(), rows["status"].tolist(), strict=True)
    for place_, (glyph, family, status) in enumerate(names):
        end = f"V{high[place_]:g}" if whole[place_] else f"v-{_ARROW_PX}"
        at = f"M{x[place_]:g} {_BOTTOM + 5 if np.isnan(y[place_]) else y[place_]:g}"
        is_faint = status == Status.WITHDRAWN
        yield [("faint" if is_faint else style, at + path) for style, path in _glyph(Glyph(glyph), family, end)]


def _glyph(glyph: Glyph, family: str, end: str) -> Iterator[tuple[str, str]]:
    """Yield style and path of a mark from where it stands; `end` leads to the end of a bar."""
    said = family == Family.SAID.value
    match glyph:
        case Glyph.EXACT if said:
            yield "dot", "h0"
        case Glyph.EXACT:
            yield "shape", _SHAPES[family]
        case Glyph.APPROXIMATE:
            yield "line", _SHAPES[family]
        case Glyph.AT_LEAST | Glyph.AT_MOST:
            yield "line", _AT_LEAST if glyph == Glyph.AT_LEAST else _AT_MOST
        case Glyph.RANGE | Glyph.VAGUE:
            yield glyph.value, end
        case _:
            yield "line", _CROSS
    if not said and glyph in (Glyph.AT_LEAST, Glyph.AT_MOST, Glyph.RANGE):
        yield "shape", _SHAPES[family]


def _words(rows: Rows, most: float) -> Iterator[str]:
    """Yield the greatest number above, the first and last year below."""
    first, last = (datetime.fromtimestamp(at / 1000, UTC).year for at in (rows["at"].min(), rows["at"].max()))
    style = 'class="small-words" font-size="10" font-family="sans-serif"'
    if most > 0:
        yield f'<text x="{_LEFT}" y="10" {style}>{short_number(most)}</text>'
    yield f'<text x="{_LEFT}" y="{HEIGHT_PX - 2}" {style}>{first}</text>'
    if last != first:
        yield f'<text x="{_RIGHT}" y="{HEIGHT_PX - 2}" text-anchor="end" {style}>{last}</text>'


def short_number(value: float) -> str:
    """Return a number short enough for a small chart: at most three digits and a unit, or digits in threes.

    >>> [short_number(number) for number in (0.25, 30, 6700, 3_200_000, 12e9)]
    ['0.25', '30', '6\u2009700', '3.2\u2009M', '12\u2009B']
    """
    for size, letter in ((1e12, "T"), (1e9, "B"), (1e6, "M")):
        if value >= size:
            return f"{value / size:.3g}{THIN_SPACE}{letter}"
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}".replace(",", THIN_SPACE)
