"""The topic page where its claims are too many to be drawn one by one: bins of time, and how to come to the claims."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.analysis.bins import is_crowded
from claimsdash.app import graph, shelf, zooming
from claimsdash.charts.scene import Scene
from claimsdash.domain.selection import Selection
from claimsdash.domain.units import Units
from claimsdash.domain.view import View
from claimsdash.export.collection import NOTHING_SEEN
from claimsdash.export.notes import Held, address_of
from claimsdash.export.scenes import bins
from claimsdash.export.scenes.bins import HEIGHT_PX, SPANS, Crowd, bins_drawn, notes_of_bins, subtitle_of
from claimsdash.store import queries
from claimsdash.store.engine import Engine

MOST_TAKEN = 100_000
"""Reports that a page hands over as a file: some 60 MB."""
ONE_MARK = f"{SPANS} Zoom in, choose less time or fewer claimants to see the claims."


def crowd_of(view: View) -> Crowd | None:
    """Return the bins of a view, or None where its claims are few enough to be drawn."""
    if not may_be_crowded():
        return None
    topic = str(view.selection.topic)
    choice = chosen_axis(view, shelf.axes(topic))[0]
    return _crowd(shelf.at(), shelf.settled(view.selection), choice.key, choice)


def may_be_crowded() -> bool:
    """Say whether the workspace holds so many claims that a topic of it may have to be pooled."""
    return _is_possible(shelf.at())


def show(crowd: Crowd, view: View) -> None:
    """Draw the bins, in the place of the claims: a browser that has drawn either need not draw the other anew."""
    figure, caption = drawn(crowd, view)
    pointing = replace(zooming.pointing(may_zoom_in=True), view=address_of(view))
    graph.draw(figure, key="timeline", caption=caption, height_px=HEIGHT_PX, pointing=pointing)
    st.caption(ONE_MARK)
    _offer_table(crowd, view)


def counted(crowd: Crowd) -> str:
    """Say how much is pooled, and how to see it apart."""
    return f"{crowd.counted}: zoom in or filter to see each"


def written(crowd: Crowd, view: View) -> bytes:
    """Return the chart of the bins as the browser is to show it ahead of the run, which brings the words under it."""
    scene = _scene(view)
    figure, caption = _figure(_key(view, scene), crowd, scene), replace(_words(crowd, scene), is_whole=False)
    pointing = graph.Pointing(view=address_of(view), on_zoom=lambda *_: None)
    return graph.write(figure, caption=caption, height_px=HEIGHT_PX, pointing=pointing)


def _offer_table(crowd: Crowd, view: View) -> None:
    """Draw the button for the reports behind the bins, or say where to get very many of them."""
    if crowd.n_reports > MOST_TAKEN:
        st.caption(f"More than {MOST_TAKEN:,} reports: claimsdash export writes them all.")
        return
    st.download_button(
        "Table (CSV)",
        data=partial(as_csv, _scene(view), shelf.engine(), shelf.shelf().package.units),
        file_name=f"{view.selection.topic}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key="take_crowd",
    )


def _scene(view: View) -> Scene:
    topic = shelf.topics()[str(view.selection.topic)]
    axis = chosen_axis(view, shelf.axes(topic.key))[0]
    return Scene(topic, view, axis, NOTHING_SEEN, shelf.colours(topic.key))


def as_csv(scene: Scene, engine: Engine, units: Units) -> bytes:
    """Return the reports behind the bins as CSV, the numbers on the axis beside those of the source.

    It is asked for where Streamlit knows of no visitor, and so takes all that it needs.
    """
    from claimsdash.export.tables import write_csv
    from claimsdash.export.view_table import VIEW_FIELDS, Display, view_table

    reports = queries.reports_of(engine, scene.view.selection)
    return write_csv(view_table(reports, Display(scene, units)), VIEW_FIELDS)


def drawn(crowd: Crowd, view: View) -> tuple[Any, graph.Caption]:
    """Return the chart of the bins, and the words that go with it and under a picture of it."""
    scene = _scene(view)
    key = _key(view, scene)
    return _figure(key, crowd, scene), replace(_words(crowd, scene), footer=_footer(key, crowd, scene))


def _key(view: View, scene: Scene) -> tuple[Any, ...]:
    return shelf.at(), view.selection, scene.axis.key, view.log


def _words(crowd: Crowd, scene: Scene) -> graph.Caption:
    return graph.Caption(
        alt=f"{crowd.counted}.",
        title=scene.topic.question,
        subtitle=f"{subtitle_of(scene)}, {crowd.counted}",
        file_name=f"{scene.topic.key}-pooled",
    )


@st.cache_resource(max_entries=30, show_spinner=False)
def _figure(key: Any, _crowd: Crowd, _scene: Scene) -> Any:
    return bins_drawn(_crowd, _scene)


@st.cache_resource(max_entries=30, show_spinner=False)
def _footer(key: Any, _crowd: Crowd, _scene: Scene) -> tuple[str, ...]:
    return notes_of_bins(_crowd, _scene, Held(shelf.shelf().package, shelf.at()[1])).footer


@st.cache_resource(max_entries=5, show_spinner=False)
def _is_possible(at: shelf.At) -> bool:
    """Say whether the whole workspace holds so many claims: where it does not, no selection is counted."""
    return is_crowded(queries.tally(shelf.engine(), Selection()).n_claims)


@st.cache_resource(max_entries=30, show_spinner=False)
def _crowd(at: shelf.At, selection: Selection, axis: tuple[str, int, str | None], _choice: AxisChoice) -> Crowd | None:
    extent = shelf.extent(selection)
    return bins.binned(shelf.engine(), selection, _choice.axis, extent) if is_crowded(extent.n_claims) else None
