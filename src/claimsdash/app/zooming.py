"""Zooming in on a chart of bins: less time is chosen, which gives finer bins and in the end the claims themselves.

The time zoomed in to is that of the filters, so that counts, address, files and pictures follow. Zooming out brings
back the days that were chosen before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from claimsdash.app import graph, session
from claimsdash.app.own import mount
from claimsdash.export.names import say_day

NAME = "zoomed"
_ZOOM = "zoom"
Days = tuple[date | None, date | None]


@dataclass(frozen=True)
class Zoom:
    """A topic zoomed in to some days, and those chosen before."""

    topic: str | None
    days: Days
    before: Days


@dataclass(frozen=True)
class Zoomed:
    """What is said beside the way back out of a zoom, and the days that it leads to, by field of the selection."""

    said: str
    before: Mapping[str, date | None]


def current() -> Zoom | None:
    """Return the zoom that the view shows, None where there is none or the visitor has chosen other days since."""
    zoom: Zoom | None = st.session_state.get(_ZOOM)
    selection = session.current().selection
    is_shown = zoom is not None and (zoom.topic, zoom.days) == (selection.topic, _days())
    return zoom if is_shown else None


def pointing(*, may_zoom_in: bool) -> graph.Pointing:
    """Return what follows when someone zooms in or out on a chart."""
    zoom = current()
    return graph.Pointing(
        on_zoom=_zoom_in if may_zoom_in else None,
        on_unzoom=_zoom_out if zoom else None,
        before=_fields(zoom.before) if zoom else None,
    )


def choose_period(first: str, last: str) -> None:
    """Take the days of a period that was drawn across a chart into the filters."""
    _choose((date.fromisoformat(first), date.fromisoformat(last)))


def show(*, is_pooled: bool) -> None:
    """Say what is zoomed in to and what of it is drawn, with the way back; draw nothing where nothing is."""
    if (zoom := current()) is None:
        return
    first, last = (say_day(day) for day in zoom.days)
    drawn = "still too many claims to draw each" if is_pooled else "each claim is drawn"
    said = f"Zoomed in to {first} – {last}: {drawn}."
    mount(NAME, Zoomed(said, _fields(zoom.before)), on_set=lambda _: _zoom_out())


def _days() -> Days:
    selection = session.current().selection
    return selection.as_of_from, selection.as_of_to


def _fields(days: Days) -> dict[str, date | None]:
    return dict(zip(("as_of_from", "as_of_to"), days, strict=True))


def _zoom_in(first: str, last: str) -> None:
    zoom = current()
    days = (date.fromisoformat(first), date.fromisoformat(last))
    topic = session.current().selection.topic
    st.session_state[_ZOOM] = Zoom(topic, days, zoom.before if zoom else _days())
    _choose(days)


def _zoom_out() -> None:
    if zoom := current():
        _choose(zoom.before)
    st.session_state.pop(_ZOOM, None)


def _choose(days: Days) -> None:
    view = session.current()
    selection = replace(view.selection, as_of_from=days[0], as_of_to=days[1])
    session.keep(replace(view, selection=selection))
