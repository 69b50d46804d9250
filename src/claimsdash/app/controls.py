"""How a topic is drawn: the axis, the scale, claims or every report, the open tab and the order of sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.app import menus, session
from claimsdash.app.menus import Menu
from claimsdash.app.own import mount
from claimsdash.charts.scene import Scene
from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.view import TABS, View
from claimsdash.export.notes import address_of

TAB_LABELS = dict(zip(TABS, ("Over time", "By source", "Revisions", "Rates", "Agreement", "Table"), strict=True))
SWITCHES = ("log", "every_report", "band", "free")
FREE_AXES = "Give each panel an axis of its own; sizes can then not be compared."


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
    """All that the bar above a chart shows, with what is said below its tabs, which are given by key.

    Of the axes it has the names, and the place of the one chosen. `view` is the address of what is shown.
    """

    said: str
    axes: Sequence[str]
    axis: int
    is_assumed: bool
    menus: Sequence[Menu]
    switches: Sequence[Switch]
    tabs: Sequence[tuple[str, str]]
    tab: str
    view: str


def show(choices: Sequence[AxisChoice], said: str = "", of_tab: Sequence[Menu] = ()) -> None:
    """Draw what can be set about the chart, the tabs, and what is said of the view; below it stands the open tab.

    `of_tab` are the menus that the open tab has by its claims.
    """
    mount("bar", bar_of(session.current(), choices, said, of_tab), on_set=partial(_take, choices))


def counted(scene: Scene) -> str:
    """Say how many claims from how many reports are shown, and when the last of them was published."""
    words = scene.look.counted
    last = scene.look.marks["reported_end"].max()
    return words if pd.isna(last) else f"{words} · last reported {last.day} {last:%b %Y}"


def bar_of(view: View, choices: Sequence[AxisChoice], said: str, of_tab: Sequence[Menu] = ()) -> Bar:
    """Return what the bar shows for a view."""
    chosen, _ = chosen_axis(view, choices)
    labels = [choice.label for choice in choices]
    tabs = list(TAB_LABELS.items())
    place, is_assumed = choices.index(chosen), chosen.assumption is not None
    shown = [*menus.menus_of(view), *of_tab]
    return Bar(said, labels, place, is_assumed, shown, _switches(view), tabs, view.tab, address_of(view))


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
    given |= {"tab": told["tab"]} if told.get("tab") in TABS else {}
    return menus.after(replace(view, **given), told)
