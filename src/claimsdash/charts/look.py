"""What every chart shares: colours, number formats, and text made safe to draw."""

import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

PALETTE: tuple[str, ...] = ("#2460cc", "#c05400", "#007860", "#cc0054", "#a89060", "#845484", "#d86cc0")
"""Colours of claimants, by slot.

Each has a contrast of at least 3 : 1 on white and on #0e1117 (WCAG 2.2, success criterion 1.4.11). Any two, and any
one and the grey, differ by at least 12 CIEDE2000 units under simulated protanopia and deuteranopia (Machado, Oliveira
and Fernandes 2009, severity 1) and by more to other eyes. Found by a search over colours that meet these conditions.
"""

GREY = "#7d848c"
"""Colour of every claimant beyond the palette, and of the glyph key."""

QUIET, QUIET_ON_DARK = "#5b6673", "#a3afbb"
"""Colours of small text: no one grey reaches 4.5 : 1 on a light and on a dark ground (WCAG 2.2, 1.4.3)."""

MAX_NAME = 60
"""Longest name that is drawn, in characters; longer ones end in an ellipsis."""

THIN_SPACE = "\u2009"

HALF_YEAR_MS = 183 * 86_400_000.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_JOINERS = "\u200c\u200d"
_BREAKS = ("Cc", "Zl", "Zp")
_HIDDEN = ("Cf", "Cs", "Co", "Cn")


def colour(slot: int | None) -> str:
    """Return the colour of a slot; grey for None.

    >>> colour(0), colour(None)
    ('#2460cc', '#7d848c')
    """
    return GREY if slot is None else PALETTE[slot]


def see_through(colour: str, opacity: float) -> str:
    """Return the hexadecimal colour with an opacity from 0 to 1.

    >>> see_through("#2460cc", 0.25)
    'rgba(36,96,204,0.25)'
    """
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def plain(text: object, *, limit: int = MAX_NAME) -> str:
    """Return the text on one line, cut to `limit` characters, without characters that hide or turn others.

    Line breaks and other control characters become spaces; characters that cannot be seen (zero width, direction
    marks, lone surrogates) become U+FFFD, apart from the two joiners that some scripts need.

    >>> plain("Kim\\nIl\\u202esung")
    'Kim Il�sung'
    """
    seen = str(text)
    if not (seen.isascii() and seen.isprintable()):
        seen = "".join(_seen(character) for character in seen)
    line = " ".join(seen.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category in _BREAKS:
        return " "
    return "\ufffd" if category in _HIDDEN and character not in _JOINERS else character


def chart_text(text: object, *, limit: int = MAX_NAME) -> str:
    """Return the text so that plotly draws it as typed: no markup, no formula, no placeholder.

    Plotly reads a small HTML, LaTeX between dollar signs where MathJax is loaded, and %{...} even in names.

    >>> chart_text("<b>$5</b> & more")
    '&lt;b&gt;&#36;5&lt;/b&gt; &amp; more'
    """
    line = plain(text, limit=limit)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;"), ("%{", "&#37;{")):
        line = line.replace(character, entity)
    return line


def say_days(start: date | None, end: date | None) -> str:
    """Say the days from start to end; a missing one is open or unknown.

    >>> say_days(date(2024, 2, 1), date(2024, 2, 29)), say_days(date(2023, 1, 1), date(2024, 12, 31))
    ('Feb 2024', '2023 – 2024')
    >>> say_days(date(2023, 8, 5), date(2024, 2, 26)), say_days(date(2024, 2, 5), date(2024, 3, 6))
    ('5 Aug 2023 – 26 Feb 2024', '5 Feb – 6 Mar 2024')
    >>> say_days(date(2024, 2, 5), date(2024, 2, 8)), say_days(None, None)
    ('5–8 Feb 2024', 'no date')
    """
    if start is None or end is None:
        return f"until {_say_day(end)}" if end else f"from {_say_day(start)}" if start else "no date"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return _span(str(start.year), str(end.year))
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _span(_say_month(start), _say_month(end), year=start.year)
    if (start.year, start.month) == (end.year, end.month) and start != end:
        return f"{start.day}–{_say_day(end)}"
    return _span(_say_day(start), _say_day(end), year=start.year)


def _span(start: str, end: str, *, year: int | None = None) -> str:
    """Join the ends; the year is said once where both have it."""
    if start == end:
        return start
    once = start.removesuffix(f" {year}") if end.endswith(f" {year}") else start
    return f"{once} – {end}"


def _say_month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _say_day(day: date) -> str:
    return f"{day.day} {_say_month(day)}"


def value_axis(title: str, *, log: bool) -> dict[str, Any]:
    """Return the axis of values: from zero and linear, or logarithmic and saying so; 10 000 and 3.2M as numbers."""
    said = chart_text(title, limit=90) + (" · log scale" if log else "")
    axis = {
        "title": {"text": said},
        "automargin": True,
        "exponentformat": "B",
        "minexponent": 5,
        "separatethousands": True,
        "zeroline": not log,
        "zerolinecolor": see_through(GREY, 0.5),
        "zerolinewidth": 1,
    }
    if log:
        return axis | {"type": "log", "dtick": "D2", "minorloglabels": "complete"}
    return axis | {"type": "linear", "rangemode": "tozero"}


def date_axis(first_ms: float, last_ms: float) -> dict[str, Any]:
    """Return an axis of dates that names days, months and years, never hours; it shows half a year at the least."""
    stops = [([None, "M1"], "%-d %b\n%Y"), (["M1", "M12"], "%b\n%Y"), (["M12", None], "%Y")]
    axis = {
        "type": "date",
        "automargin": True,
        "showgrid": False,
        "ticklabelstandoff": 6,
        "tickformatstops": [{"dtickrange": span, "value": form} for span, form in stops],
    }
    if last_ms - first_ms >= HALF_YEAR_MS:
        return axis
    middle = (first_ms + last_ms) / 2
    return axis | {"range": [middle - HALF_YEAR_MS / 2, middle + HALF_YEAR_MS / 2]}


def base_layout(*, height_px: int, uirevision: str) -> dict[str, Any]:
    """Return what every figure's layout begins with: no title, no template, no backgrounds, hover by nearest mark."""
    return {
        "height": height_px,
        "uirevision": uirevision,
        "hovermode": "closest",
        "hoverlabel": {"namelength": -1, "align": "left"},
        "separators": "." + THIN_SPACE,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
        "showlegend": True,
    }


def figure(traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]) -> go.Figure:
    """Return the figure of these traces, its template left to whoever shows it.

    The traces are written by this package and checked by its tests; checking them again for each drawing would take
    fifteen times as long as all the rest.
    """
    drawn = go.Figure({"data": list(traces), "layout": dict(layout)}, _validate=False)
    drawn.layout.template = None
    return drawn


def blank_figure(words: str, *, height_px: int = 220) -> go.Figure:
    """Return a figure without marks that says why in words."""
    layout = base_layout(height_px=height_px, uirevision="blank") | {
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
        "annotations": [
            {
                "text": chart_text(words, limit=200),
                "showarrow": False,
                "x": 0.5,
                "y": 0.5,
                "xref": "paper",
                "yref": "paper",
            }
        ],
    }
    return figure([], layout)
