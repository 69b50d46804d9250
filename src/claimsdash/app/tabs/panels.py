"""Small multiples: the claims of a view in one panel for each claimant, or beside the other topics of the dimension."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.panels import MOST_PANELS, panels_by_claimant
from claimsdash.app import drawing, shelf
from claimsdash.app.names import count
from claimsdash.charts.multiples import MultiplesView, Panel, multiples
from claimsdash.charts.scene import Scene, events_shown
from claimsdash.charts.timeline import Event
from claimsdash.domain.dates import read_edtf


def show(scene: Scene, *, bell: str) -> Scene:
    """Draw the panels of a scene; return the scene of all their marks, in which a clicked one is looked up."""
    made = by_topic if scene.view.panels == "topic" else by_claimant
    return draw(scene, partial(made, scene), bell=bell)


def draw(scene: Scene, make: Callable[[], list[Panel]], *, bell: str, of: tuple[str, ...] = ()) -> Scene:
    """Draw the panels that `make` gives; return the scene with all their marks.

    `of` tells panels of other topics apart from those that follow from the scene alone.
    """
    key = (*drawing.key_of(scene), scene.view.panels, scene.view.free, of)
    n_panels, marks, drawn = _panels(key, make, scene)
    if n_panels > MOST_PANELS:
        st.caption(f"The {MOST_PANELS} with the most claims of {count(n_panels, 'panel')}.")
    whole = replace(scene, look=replace(scene.look, marks=marks))
    drawing.draw(drawn, whole, kind="panels", bell=bell)
    return whole


def by_claimant(scene: Scene) -> list[Panel]:
    """Return a panel for each claimant of a scene."""
    return [Panel(name, marks, scene.axis_title) for name, marks in panels_by_claimant(scene.look.marks)]


def by_topic(scene: Scene) -> list[Panel]:
    """Return a panel for the topic of a scene and for each other topic of the same dimension that has claims."""
    axis = scene.axis if scene.axis.assumption is None else shelf.axes(scene.topic.key)[0]
    units, topics = shelf.shelf().package.units, shelf.topics()
    alike = [key for key, topic in topics.items() if units.base(topic.unit)[1] == axis.axis.base_unit]
    panels = []
    for key in sorted(alike, key=lambda key: key != scene.topic.key):
        selection = replace(scene.view.selection, topic=key)
        marks = shelf.look(selection, axis, every=scene.view.every_report).marks
        panels += [Panel(topics[key].title or key, marks, axis.axis.title)] if len(marks) else []
    return sorted(panels, key=lambda panel: (panel.title != (scene.topic.title or scene.topic.key), -len(panel.marks)))


@st.cache_resource(max_entries=50, show_spinner="Drawing the panels …")
def _panels(key: Any, _make: Callable[[], list[Panel]], _scene: Scene) -> tuple[int, pd.DataFrame, Any]:
    """Return how many panels there would be, the marks of those drawn, and their figure."""
    panels = _make()
    shown = panels[:MOST_PANELS]
    marks = pd.concat([panel.marks for panel in shown]) if shown else _scene.look.marks
    whole = replace(_scene, look=replace(_scene.look, marks=marks), events=shelf.shelf().package.events)
    return len(panels), marks, multiples(shown, _view(whole))


def _view(whole: Scene) -> MultiplesView:
    view = whole.view
    starts = ((read_edtf(event.date).start, event.label) for event in events_shown(whole))
    return MultiplesView(
        value_title=whole.axis_title,
        colours=shelf.colours(whole.topic.key),
        log=view.log,
        free=view.free,
        named=view.panels == "topic",
        events=tuple(Event(start, label) for start, label in starts if start),
        uirevision=f"{whole.topic.key} {whole.axis.key} {view.log} {view.panels} {view.free}",
    )
