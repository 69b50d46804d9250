"""The topic page where its claims are too many to be drawn one by one: bins of time, and how to come to the claims."""

from typing import Any

import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.analysis.bins import is_crowded
from claimsdash.app import crowds, graph, shelf, zooming
from claimsdash.app.crowds import Crowd
from claimsdash.charts.bands import BandsView, bands
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.store import queries

HEIGHT_PX = 540
ONE_MARK = (
    "For each span of time and claimant: the lowest, the middle and the highest figure stated, nothing smoothed. A "
    "dotted edge has claims beyond it that name no end. Zoom in, choose less time or fewer claimants to see the claims."
)


def crowd_of(view: View) -> Crowd | None:
    """Return the bins of a view, or None where its claims are few enough to be drawn."""
    if not _is_possible(shelf.at()):
        return None
    topic = str(view.selection.topic)
    choice = chosen_axis(view, shelf.axes(topic))[0]
    return _crowd(shelf.at(), view.selection, choice.key, choice)


def show(crowd: Crowd, view: View) -> None:
    """Draw the bins with their counts."""
    topic = shelf.topics()[str(view.selection.topic)]
    st.caption(crowd.counted)
    choice = chosen_axis(view, shelf.axes(topic.key))[0]
    figure = _figure((shelf.at(), view.selection, choice.key, view.log), crowd, choice, view)
    caption = graph.Caption(
        alt=f"{crowd.counted}.", title=topic.question, subtitle=crowd.counted, file_name=f"{topic.key}-pooled"
    )
    zooming.show(is_pooled=True)
    pointing = zooming.pointing(may_zoom_in=True)
    graph.draw(figure, key="pooled", caption=caption, height_px=HEIGHT_PX, pointing=pointing)
    st.caption(ONE_MARK)


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
