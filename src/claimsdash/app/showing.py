"""A view drawn anywhere but on the page of its topic: inside another page, in a story, beside another view."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from claimsdash.analysis.axes import AxisChoice, chosen_axis
from claimsdash.analysis.looking import claim_of_mark, mark_of_claim
from claimsdash.app import drawing, graph, pages, pooled, session, shelf
from claimsdash.app.plain import plain
from claimsdash.app.tabs import agreement, band, panels, rates, revisions
from claimsdash.charts.scene import Scene
from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.view import View, read_view, write_view
from claimsdash.export.scenes.drawn import Drawn
from claimsdash.intake.package import Topic

SET_BESIDE = {"revisions": ("ladder", revisions), "rates": ("rates", rates), "agreement": ("agreement", agreement)}
"""Tabs that set claims beside each other: the kind of their chart, and what draws it."""
LONGEST_FOOT = 4_000
"""Characters of a line under a chart: all claimants or events of any topic by far."""
Choose = Callable[[View], None]
_GO_TO = "view_to_go_to"


@dataclass(frozen=True)
class Shown:
    """A view as a figure, with the words that belong to it; `scene` is None where its claims are pooled into bins."""

    view: View
    topic: Topic
    axis: AxisChoice
    kind: str
    figure: Any
    caption: graph.Caption
    counted: str
    scene: Scene | None = None


def read(parameters: Mapping[str, Sequence[str]]) -> tuple[View, list[Problem]]:
    """Read an address; what it names and this workspace does not hold is told, and left aside."""
    with shelf.reading(_version_in(parameters)):
        view, problems = read_view(parameters, shelf.known())
        choices = shelf.axes(view.selection.topic) if view.selection.topic is not None else []
    if choices and not chosen_axis(view, choices)[1]:
        named = " ".join(str(part) for part in (view.scale, view.unit, view.assume) if part)
        remedy = "The topic’s own axis is shown."
        problems.append(Problem(None, "axis", named, "is not one of this topic", remedy, Severity.WARNING))
        view = replace(view, unit=None, scale=None, assume=None)
    return view, problems


def _version_in(parameters: Mapping[str, Sequence[str]]) -> int | None:
    """Return the version that an address names, where there is such a one."""
    told = next(iter(parameters.get("load", ())), "")
    return int(told) if told.isdecimal() and len(told) < 10 and int(told) <= shelf.latest() else None


def say_problems(problems: Sequence[Problem]) -> str:
    """Say in Markdown what of an address was not used."""
    named = "; ".join(f"{plain(each.column)} “{plain(each.value)}” {plain(each.reason)}" for each in problems)
    return f"Part of the address was not used: {named}."


def shown_of(view: View) -> Shown | None:
    """Return what a view of a topic shows, at the version that it names; None where the topic holds no claims."""
    with shelf.reading(view.load):
        topic = shelf.topics().get(str(view.selection.topic))
        if topic is None:
            return None
        axis = chosen_axis(view, shelf.axes(topic.key))[0]
        if crowd := pooled.crowd_of(view):
            figure, caption = pooled.drawn(crowd, view)
            return Shown(view, topic, axis, "pooled", figure, caption, crowd.counted)
        scene = drawing.scene_of(view, topic)
        return _of_scene(scene)


def _of_scene(scene: Scene) -> Shown:
    kind, drawn, whole = _drawn(scene)
    caption = drawing.caption_of(whole, kind, drawn)
    return Shown(scene.view, scene.topic, scene.axis, kind, drawn.figure, caption, scene.look.counted, whole)


def _drawn(scene: Scene) -> tuple[str, Drawn, Scene]:
    """Return the kind of chart of the open tab, the chart, and the scene of its marks.

    A table, and a tab that has nothing to set side by side, give the claims over time.
    """
    view = scene.view
    if view.tab == "source":
        return "sources", Drawn(drawing.sources_of(scene)), scene
    if view.tab in SET_BESIDE:
        kind, tab = SET_BESIDE[view.tab]
        found = tab.drawn_alone(scene) if scene.look.n_reports else None
        if found is not None:
            return kind, found, scene
    if view.tab == "time" and view.panels is not None and scene.look.n_reports:
        return "panels", *panels.drawn_alone(scene)
    if view.tab == "time" and view.band:
        return "timeline", band.pooled_of(scene).drawn(scene), scene
    return "timeline", Drawn(drawing.timeline_of(scene)), scene


def draw(shown: Shown, *, key: str, figure: Any = None, on_choose: Choose | None = None) -> None:
    """Draw a view under a key of its own; `on_choose` gets the view with the claim of the mark that is clicked.

    Without it the click leads to the evidence on the page of the topic, see `follow`.
    """
    drawn = shown.figure if figure is None else figure
    if shown.scene is None:
        pointing = graph.Pointing()
    else:
        chosen = mark_of_claim(shown.scene.look.marks, shown.view.claim)
        pointing = graph.Pointing(chosen, on_choose=partial(_choose, shown.scene, on_choose or _go_to))
    graph.draw(drawn, key=key, caption=shown.caption, height_px=int(drawn.layout.height), pointing=pointing)


def words_under(shown: Shown) -> None:
    """Write beneath a chart what must stay with it: filters, claimants, counts, the rule, the edition."""
    st.caption(" ".join(plain(line, longest=LONGEST_FOOT) for line in shown.caption.footer))


def link_to(view: View, words: str) -> None:
    """Link to a view on the page of its topic."""
    st.page_link(pages.TOPIC, label=words, icon=":material/open_in_full:", query_params=write_view(view))


def follow() -> None:
    """Turn to the page of a topic where a mark was clicked in the run before."""
    view = st.session_state.pop(_GO_TO, None)
    if view is not None:
        session.keep(view)
        st.switch_page(pages.TOPIC, query_params=write_view(view))


def _choose(scene: Scene, answer: Choose, mark_id: int | None) -> None:
    key = None if mark_id is None else claim_of_mark(scene.look.marks, mark_id)
    answer(replace(scene.view, claim=key))


def _go_to(view: View) -> None:
    if view.claim is not None:
        st.session_state[_GO_TO] = view
