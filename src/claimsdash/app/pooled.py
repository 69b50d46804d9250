"""The topic page where its claims are too many to be drawn one by one: bins of time, and how to come to the claims."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.analysis.bins import is_crowded
from claimsdash.analysis.looking import Look
from claimsdash.app import crowds, graph, shelf, zooming
from claimsdash.app.crowds import Crowd
from claimsdash.charts.bands import BandsView, bands
from claimsdash.charts.scene import Scene
from claimsdash.domain.selection import Selection
from claimsdash.domain.units import Units
from claimsdash.domain.view import View
from claimsdash.export.notes import Held, address_of, say_edition, say_filters
from claimsdash.store import queries
from claimsdash.store.engine import Engine

HEIGHT_PX = 540
MOST_TAKEN = 100_000
"""Reports that a page hands over as a file: some 60 MB."""
MOST_NAMED = 12
"""Claimants named under a picture, those with the most claims."""
SPANS = (
    "For each span of time and claimant: the lowest, the middle and the highest figure stated, nothing smoothed. A "
    "dotted edge has claims beyond it that name no end."
)
ONE_MARK = f"{SPANS} Zoom in, choose less time or fewer claimants to see the claims."


def crowd_of(view: View) -> Crowd | None:
    """Return the bins of a view, or None where its claims are few enough to be drawn."""
    if not _is_possible(shelf.at()):
        return None
    topic = str(view.selection.topic)
    choice = chosen_axis(view, shelf.axes(topic))[0]
    return _crowd(shelf.at(), view.selection, choice.key, choice)


def show(crowd: Crowd, view: View) -> None:
    """Draw the bins with their counts."""
    st.caption(crowd.counted)
    figure, caption = drawn(crowd, view)
    zooming.show(is_pooled=True)
    pointing = replace(zooming.pointing(may_zoom_in=True), view=address_of(view))
    graph.draw(figure, key="pooled", caption=caption, height_px=HEIGHT_PX, pointing=pointing)
    st.caption(ONE_MARK)
    _offer_table(crowd, view)


def packed(crowd: Crowd, view: View) -> bytes:
    """Return the chart of the bins as it travels to the browser."""
    figure, caption = drawn(crowd, view)
    pointing = graph.Pointing(view=address_of(view), on_zoom=lambda *_: None)
    return graph.pack(figure, caption=caption, height_px=HEIGHT_PX, pointing=pointing)


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
    none = pd.DataFrame()
    return Scene(topic, view, chosen_axis(view, shelf.axes(topic.key))[0], Look(none, none, 0, 0, 0))


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
    topic = shelf.topics()[str(view.selection.topic)]
    package = shelf.shelf().package
    names = list(crowd.bins.groupby("claimant_name")["n_claims"].sum().sort_values(ascending=False).index)
    others = f"; and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
    filters = say_filters(view.selection, package.sources)
    footer = (
        f"Filters: {filters}." if filters else "No filters.",
        f"Claims by {'; '.join(map(str, names[:MOST_NAMED]))}{others}." if names else "",
        f"{crowd.counted}. {SPANS}",
        f"{say_edition(Held(package, shelf.at()[1]))}.",
    )
    caption = graph.Caption(
        alt=f"{crowd.counted}.",
        title=topic.question,
        subtitle=f"{topic.title or topic.key}, {crowd.counted}",
        footer=tuple(line for line in footer if line),
        file_name=f"{topic.key}-pooled",
    )
    choice = chosen_axis(view, shelf.axes(topic.key))[0]
    return _figure((shelf.at(), view.selection, choice.key, view.log), crowd, choice, view), caption


@st.cache_resource(max_entries=30, show_spinner=False)
def _figure(key: Any, _crowd: Crowd, _choice: AxisChoice, _view: View) -> Any:
    choice, view, topic = _choice, _view, str(_view.selection.topic)
    looks = BandsView(
        choice.axis.title or "number",
        colours=shelf.colours(topic),
        log=view.log,
        uirevision=f"{topic} {choice.key} {view.log} {view.selection.as_of_from} {view.selection.as_of_to}",
        grain=_crowd.grain,
        height_px=HEIGHT_PX,
    )
    return bands(_crowd.bins, looks)


@st.cache_resource(max_entries=5, show_spinner=False)
def _is_possible(at: shelf.At) -> bool:
    """Say whether the whole workspace holds so many claims: where it does not, no selection is counted."""
    return is_crowded(queries.tally(shelf.engine(), Selection()).n_claims)


@st.cache_resource(max_entries=30, show_spinner=False)
def _crowd(at: shelf.At, selection: Selection, axis: tuple[str, int, str | None], _choice: AxisChoice) -> Crowd | None:
    return crowds.crowd_of(shelf.engine(), selection, _choice.axis)
