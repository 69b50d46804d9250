"""How a topic is drawn: the axis, the scale, claims or every report, the open tab and the order of sources."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.app import session
from claimsdash.domain.view import SORTS, TABS, View

TOPIC, AXIS, LOG, EVERY, TAB, SORT = (f"control_{name}" for name in ("topic", "axis", "log", "every", "tab", "sort"))
TAB_LABELS = dict(zip(TABS, ("Over time", "By source", "Table"), strict=True))
SORT_LABELS = dict(zip(SORTS, ("Value", "Date", "Interest"), strict=True))


def gathered(view: View) -> View:
    """Return the view with the controls as the visitor just set them; those not on the page stay as they are."""
    state = st.session_state
    if state.get(TOPIC) not in (None, view.selection.topic):
        return view.of_topic(state[TOPIC])
    if isinstance(state.get(AXIS), AxisChoice):
        unit, scale, assume = state[AXIS].key
        view = replace(view, unit=unit, scale=scale if scale != 1 else None, assume=assume)
    tabs = {label: key for key, label in TAB_LABELS.items()}
    return replace(
        view,
        log=state.get(LOG, view.log),
        every_report=state.get(EVERY, view.every_report),
        tab=tabs.get(state.get(TAB, ""), view.tab),
        sort=state.get(SORT, view.sort) or view.sort,
    )


def choose_topic(topics: Sequence[tuple[str, str]]) -> None:
    """Draw the menu of topics, given as (key, title)."""
    titles = dict(topics)
    st.session_state[TOPIC] = session.current().selection.topic
    st.selectbox("Topic", list(titles), key=TOPIC, format_func=lambda key: titles[key])


def choose_axis(choices: Sequence[AxisChoice]) -> AxisChoice:
    """Draw what can be set about the chart, and return the axis; an axis that the address misnames is told."""
    view = session.current()
    chosen, found = chosen_axis(view, choices)
    if not found:
        st.warning("The address names an axis that this topic does not have. The topic’s own is shown.")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.session_state[AXIS] = chosen
        st.selectbox("Axis", list(choices), key=AXIS, format_func=lambda choice: choice.label, width=330)
        st.session_state[LOG] = view.log
        st.toggle("Log scale", key=LOG)
        st.session_state[EVERY] = view.every_report
        st.toggle("Every report", key=EVERY, help="Draw each report that was printed, and not each claim once.")
        if chosen.assumption is not None:
            st.button("Switch assumption off", on_click=_drop_assumption, key="assumption_off")
    return chosen


def choose_sort() -> None:
    """Draw the choice of the order of sources."""
    st.session_state[SORT] = session.current().sort
    st.segmented_control("Sort by", SORTS, key=SORT, format_func=lambda key: SORT_LABELS[key], required=True)


def _drop_assumption() -> None:
    session.keep(replace(session.current(), unit=None, scale=None, assume=None))
    st.session_state.pop(AXIS, None)
