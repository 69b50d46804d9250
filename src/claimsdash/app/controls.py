"""How a topic is drawn: the axis, the scale, claims or every report, the open tab and the order of sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.app import session
from claimsdash.app.own import mount
from claimsdash.app.tabs import choices as tab_choices
from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.view import SORTS, TABS, View

SORT = "control_sort"
TAB_LABELS = dict(zip(TABS, ("Over time", "By source", "Revisions", "Rates", "Agreement", "Table"), strict=True))
SORT_LABELS = dict(zip(SORTS, ("Value", "Date", "Interest"), strict=True))


def gathered(view: View) -> View:
    """Return the view with what was just chosen beneath the open tab; what is not on the page stays as it is."""
    return replace(tab_choices.gathered(view), sort=st.session_state.get(SORT, view.sort) or view.sort)


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


@dataclass(frozen=True)
class Switch:
    """Something to be switched on or off: the field it sets, its title, and what it does, in words."""

    name: str
    title: str
    help: str
    is_on: bool


@dataclass(frozen=True)
class Bar:
    """All that the bar above a chart shows: axes by name and the place of the chosen one, switches, tabs by key."""

    axes: Sequence[str]
    axis: int
    is_assumed: bool
    switches: Sequence[Switch]
    tabs: Sequence[tuple[str, str]]
    tab: str


def show(choices: Sequence[AxisChoice]) -> None:
    """Draw what can be set about the chart, and the tabs; what the open one holds stands below them."""
    view = session.current()
    chosen, _ = chosen_axis(view, choices)
    labels = [choice.label for choice in choices]
    tabs = list(TAB_LABELS.items())
    bar = Bar(labels, choices.index(chosen), chosen.assumption is not None, _switches(view), tabs, view.tab)
    mount("bar", bar, on_set=partial(_take, choices))


def _switches(view: View) -> list[Switch]:
    every = "Draw each report that was printed, and not each claim once."
    band = "Pool all claims into a level with its uncertainty."
    switches = [
        Switch("log", "Log scale", "Equal factors lie equally far apart.", view.log),
        Switch("every_report", "Every report", every, view.every_report),
    ]
    return [*switches, Switch("band", "Pooled band (a model)", band, view.band)] if view.tab == "time" else switches


def _take(choices: Sequence[AxisChoice], told: Mapping[str, Any]) -> None:
    """Take over what was changed in the bar, by field: the place of an axis, switches, the tab."""
    view = session.current()
    if "axis" in told:
        place = int(told["axis"])
        view = with_axis(view, choices[place], is_own=place == 0)
    switched: dict[str, Any] = {name: bool(told[name]) for name in ("log", "every_report", "band") if name in told}
    tab = told.get("tab", view.tab)
    session.keep(replace(view, tab=tab if tab in TABS else view.tab, **switched))


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
