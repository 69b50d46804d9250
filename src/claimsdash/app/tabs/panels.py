"""Small multiples: the claims of a view in one panel for each claimant, or beside the other topics of the dimension."""

from collections.abc import Sequence
from dataclasses import replace
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
    panels = by_topic(scene) if scene.view.panels == "topic" else by_claimant(scene)
    return draw(panels, scene, bell=bell)


def draw(panels: Sequence[Panel], scene: Scene, *, bell: str) -> Scene:
    """Draw panels; return the scene with all their marks."""
    view = scene.view
    key = (*drawing.key_of(scene), view.panels, view.free, tuple(panel.title for panel in panels))
    if len(panels) > MOST_PANELS:
        st.caption(f"The {MOST_PANELS} with the most claims of {count(len(panels), 'panel')}.")
        panels = panels[:MOST_PANELS]
    marks = pd.concat([panel.marks for panel in panels]) if panels else scene.look.marks
    whole = replace(scene, look=replace(scene.look, marks=marks))
    drawing.draw(_panels(key, panels, whole), whole, kind="panels", bell=bell)
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
def _panels(key: Any, _panels: Sequence[Panel], _scene: Scene) -> Any:
    view = _scene.view
    everything = replace(_scene, events=shelf.shelf().package.events)
    starts = ((read_edtf(event.date).start, event.label) for event in events_shown(everything))
    return multiples(
        _panels,
        MultiplesView(
            value_title=_scene.axis_title,
            colours=shelf.colours(_scene.topic.key),
            log=view.log,
            free=view.free,
            named=view.panels == "topic",
            events=tuple(Event(start, label) for start, label in starts if start),
            uirevision=f"{_scene.topic.key} {_scene.axis.key} {view.log} {view.panels} {view.free}",
        ),
    )
