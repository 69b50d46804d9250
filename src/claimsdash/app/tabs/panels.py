"""Small multiples: the claims of a view in one panel for each claimant, or beside the other topics of the dimension."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from claimsdash.app import drawing, shelf
from claimsdash.charts.multiples import Panel
from claimsdash.charts.scene import Scene
from claimsdash.export.scenes import panels
from claimsdash.export.scenes.drawn import Drawn


def show(scene: Scene, *, bell: str) -> Scene:
    """Draw the panels of a scene; return the scene of all their marks, in which a clicked one is looked up."""
    return draw(scene, _making(scene), bell=bell)


def draw(scene: Scene, make: Callable[[], list[Panel]], *, bell: str, of: tuple[str, ...] = ()) -> Scene:
    """Draw the panels that `make` gives; return the scene with all their marks.

    `of` tells panels of other topics apart from those that follow from the scene alone.
    """
    made = _panels(_key(scene, of), make, scene)
    if made.left_out:
        st.caption(made.left_out)
    with st.container(key="panels"):
        drawing.draw(made.drawn(), made.scene, kind="panels", bell=bell)
    return made.scene


def drawn_alone(scene: Scene) -> tuple[Drawn, Scene]:
    """Return the panels of a scene, and the scene of all their marks."""
    made = _panels(_key(scene, ()), _making(scene), scene)
    return made.drawn(), made.scene


def _making(scene: Scene) -> Callable[[], list[Panel]]:
    made = _by_topic if scene.view.panels == "topic" else panels.by_claimant
    return partial(made, scene)


def _key(scene: Scene, of: tuple[str, ...]) -> tuple[Any, ...]:
    return (*drawing.key_of(scene), scene.view.panels, scene.view.free, of)


def _by_topic(scene: Scene) -> list[Panel]:
    axis = scene.axis if scene.axis.assumption is None else shelf.axes(scene.topic.key)[0]
    topics = shelf.topics()
    alike = panels.topics_alike(scene, axis, topics, shelf.shelf().package.units)
    look = partial(shelf.look, every=scene.view.every_report)
    return panels.by_topic(scene, axis, {key: topics[key] for key in alike}, look)


@st.cache_resource(max_entries=50, show_spinner="Drawing the panels …")
def _panels(key: Any, _make: Callable[[], list[Panel]], _scene: Scene) -> panels.Panels:
    return panels.panels_of(drawing.full(_scene), _make())
