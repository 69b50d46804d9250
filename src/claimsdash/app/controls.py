"""How a topic is drawn: the axis, the scale, claims or every report, the open tab and the order of sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.app import session
from claimsdash.app.own import mount
from claimsdash.app.tabs import choices as tab_choices
from claimsdash.charts.scene import Scene
from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.view import PANELS, SORTS, TABS, View

SORT = "control_sort"
TAB_LABELS = dict(zip(TABS, ("Over time", "By source", "Revisions", "Rates", "Agreement", "Table"), strict=True))
ONE_CHART = "one"
PANEL_LABELS = {ONE_CHART: "One chart", "claimant": "By claimant", "topic": "By topic"}
SWITCHES = ("log", "every_report", "band", "free")
FREE_AXES = "Give each panel an axis of its own; sizes can then not be compared."
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
class Menu:
    """Something to choose one of: the field it sets, its title, the choices by value, and the one chosen."""

    name: str
    title: str
    choices: Sequence[tuple[str, str]]
    chosen: str


@dataclass(frozen=True)
class Bar:
    """All that the bar above a chart shows, with what is said below its tabs, which are given by key.

    Of the axes it has the names, and the place of the one chosen.
    """

    said: str
    axes: Sequence[str]
    axis: int
    is_assumed: bool
    menus: Sequence[Menu]
    switches: Sequence[Switch]
    tabs: Sequence[tuple[str, str]]
    tab: str


def show(choices: Sequence[AxisChoice], said: str = "") -> None:
    """Draw what can be set about the chart, the tabs, and what is said of the view; below it stands the open tab."""
    mount("bar", bar_of(session.current(), choices, said), on_set=partial(_take, choices))


def counted(scene: Scene) -> str:
    """Say how many claims from how many reports are shown, and when the last of them was published."""
    words = scene.look.counted
    last = scene.look.marks["reported_end"].max()
    return words if pd.isna(last) else f"{words} · last reported {last.day} {last:%b %Y}"


def bar_of(view: View, choices: Sequence[AxisChoice], said: str) -> Bar:
    """Return what the bar shows for a view."""
    chosen, _ = chosen_axis(view, choices)
    labels = [choice.label for choice in choices]
    tabs = list(TAB_LABELS.items())
    place, is_assumed = choices.index(chosen), chosen.assumption is not None
    return Bar(said, labels, place, is_assumed, _menus(view), _switches(view), tabs, view.tab)


def _menus(view: View) -> list[Menu]:
    if view.tab != "time":
        return []
    return [Menu("panels", "Panels", list(PANEL_LABELS.items()), view.panels or ONE_CHART)]


def _switches(view: View) -> list[Switch]:
    every = "Draw each report that was printed, and not each claim once."
    band = "Pool all claims into a level with its uncertainty."
    switches = [
        Switch("log", "Log scale", "Equal factors lie equally far apart.", view.log),
        Switch("every_report", "Every report", every, view.every_report),
    ]
    if view.tab != "time":
        return switches
    if view.panels is not None:
        return [*switches, Switch("free", "Free axes", FREE_AXES, view.free)]
    return [*switches, Switch("band", "Pooled band (a model)", band, view.band)]


def _take(choices: Sequence[AxisChoice], told: Mapping[str, Any]) -> None:
    """Take over what was changed in the bar, by field: the place of an axis, menus, switches, the tab."""
    session.keep(after(session.current(), choices, told))


def after(view: View, choices: Sequence[AxisChoice], told: Mapping[str, Any]) -> View:
    """Return the view with what was changed in the bar, by field."""
    if "axis" in told:
        place = int(told["axis"])
        view = with_axis(view, choices[place], is_own=place == 0)
    given: dict[str, Any] = {name: bool(told[name]) for name in SWITCHES if name in told}
    given |= {"panels": told["panels"] if told["panels"] in PANELS else None} if "panels" in told else {}
    given |= {"tab": told["tab"]} if told.get("tab") in TABS else {}
    return replace(view, **given)


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
