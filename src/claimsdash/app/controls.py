"""How a topic is drawn: the axis, the scale, claims or every report, the open tab and the order of sources."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.app import session
from claimsdash.app.tabs import choices as tab_choices
from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.view import SORTS, TABS, View

TOPIC, AXIS, LOG, EVERY, TAB, SORT = (f"control_{name}" for name in ("topic", "axis", "log", "every", "tab", "sort"))
OWN_AXIS = "own_axis"
"""Where the axis of the topic's own unit is kept, which an address leaves out."""
TAB_LABELS = dict(zip(TABS, ("Over time", "By source", "Revisions", "Rates", "Agreement", "Table"), strict=True))
SORT_LABELS = dict(zip(SORTS, ("Value", "Date", "Interest"), strict=True))


def gathered(view: View) -> View:
    """Return the view with the controls as the visitor just set them; those not on the page stay as they are."""
    state = st.session_state
    if state.get(TOPIC) not in (None, view.selection.topic):
        return view.of_topic(state[TOPIC])
    if isinstance(state.get(AXIS), AxisChoice):
        view = with_axis(view, state[AXIS], is_own=state[AXIS].key == state.get(OWN_AXIS))
    tabs = {label: key for key, label in TAB_LABELS.items()}
    return replace(
        tab_choices.gathered(view),
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


def with_axis(view: View, choice: AxisChoice, *, is_own: bool) -> View:
    """Return the view on that axis; the topic's own is the default, which an address leaves out."""
    unit, scale, assume = choice.key
    if is_own:
        return replace(view, unit=None, scale=None, assume=None)
    return replace(view, unit=unit, scale=scale if scale != 1 else None, assume=assume)


def settle_axis(choices: Sequence[AxisChoice]) -> None:
    """Go to the topic's own axis where the view names one that the topic does not have, and tell so."""
    view = session.current()
    if chosen_axis(view, choices)[1]:
        return
    named = " ".join(str(part) for part in (view.scale, view.unit, view.assume) if part)
    remedy = "The topic’s own axis is shown."
    session.add_problem(Problem(None, "axis", named, "is not one of this topic", remedy, Severity.WARNING))
    session.keep(replace(view, unit=None, scale=None, assume=None))
    st.session_state.pop(AXIS, None)


def show(choices: Sequence[AxisChoice], *, on_change: Callable[[], None]) -> None:
    """Draw what can be set about the chart; `on_change` runs after a change."""
    view = session.current()
    chosen, _ = chosen_axis(view, choices)
    st.session_state[OWN_AXIS] = choices[0].key
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="controls"):
        st.session_state[AXIS] = chosen
        st.caption("Axis", width="content")
        st.selectbox(
            "Axis",
            list(choices),
            key=AXIS,
            format_func=lambda choice: choice.label,
            width=215 if chosen.assumption is None else 400,
            label_visibility="collapsed",
            on_change=on_change,
        )
        if chosen.assumption is not None:
            st.button("Switch assumption off", on_click=_drop_assumption, args=(on_change,), key="assumption_off")
        st.session_state[LOG] = view.log
        st.toggle("Log scale", key=LOG, on_change=on_change)
        st.session_state[EVERY] = view.every_report
        words = "Draw each report that was printed, and not each claim once."
        st.toggle("Every report", key=EVERY, help=words, on_change=on_change)


def choose_sort() -> None:
    """Draw the choice of the order of sources."""
    st.session_state[SORT] = session.current().sort
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="sorting"):
        st.caption("Sort by", width="content")
        st.segmented_control(
            "Sort by",
            SORTS,
            key=SORT,
            format_func=lambda key: SORT_LABELS[key],
            required=True,
            label_visibility="collapsed",
        )


def _drop_assumption(on_change: Callable[[], None]) -> None:
    session.keep(replace(session.current(), unit=None, scale=None, assume=None))
    st.session_state.pop(AXIS, None)
    on_change()
