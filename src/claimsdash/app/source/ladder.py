"""The revisions of one claimant on a topic that the reader chooses."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from claimsdash.app import session, shelf
from claimsdash.app.source.known import title_of
from claimsdash.app.tabs import panels, revisions
from claimsdash.app.tabs.choices import FREE, choose_free
from claimsdash.charts.multiples import Panel
from claimsdash.charts.scene import Scene
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View

CHOICE = "source_about"


def gathered(view: View) -> View:
    """Return the view with the topic and the axes as the visitor just chose them."""
    state = st.session_state
    return replace(view, about=state.get(CHOICE, view.about), free=state.get(FREE, view.free))


def show(claimant: str, topics: Mapping[str, int], *, bell: str) -> Scene | None:
    """Draw the ladder and the two clocks of the chosen topic; return its scene, None where no topic has figures."""
    st.markdown("## Revisions")
    if not topics:
        st.caption("No topic on which it gave a figure.")
        return None
    view = session.current()
    chosen = view.about if view.about in topics else next(iter(topics))
    st.session_state[CHOICE] = chosen
    titles = {key: f"{title_of(key)} · {n}" for key, n in topics.items()}
    st.selectbox("Topic", list(topics), key=CHOICE, format_func=lambda key: titles[key])
    scene = scene_of(str(chosen), claimant)
    revisions.draw(scene, claimant, bell=bell)
    return scene


def topics_with_figures(claims: pd.DataFrame) -> dict[str, int]:
    """Return the topics with a figure in the topic's own dimension and how many, those with the most first."""
    units, topics = shelf.shelf().package.units, shelf.topics()
    base_units = {key: units.base(topic.unit)[1] for key, topic in topics.items()}
    fits = claims["base_unit"].eq(claims["topic_key"].map(base_units)) & ~claims["is_relay"] & claims["base_at"].notna()
    counts = claims.loc[fits, "topic_key"].value_counts()
    return {str(key): int(n) for key, n in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))}


def show_panels(claimant: str, topics: Mapping[str, int], *, bell: str) -> Scene | None:
    """Draw a panel for each topic with figures; return the scene of all their marks, None without two topics."""
    if len(topics) < 2:
        return None
    st.markdown("## Its topics over time")
    choose_free()
    first = scene_of(next(iter(topics)), claimant)
    first = replace(first, view=replace(first.view, panels="topic"))
    return panels.draw(first, partial(_panels, tuple(topics), claimant), bell=bell, of=tuple(topics))


def _panels(topics: tuple[str, ...], claimant: str) -> list[Panel]:
    scenes = (scene_of(topic, claimant) for topic in topics)
    return [Panel(title_of(one.topic.key), one.look.marks, one.axis_title) for one in scenes]


def scene_of(topic: str, claimant: str) -> Scene:
    """Return the scene of what a claimant said on a topic."""
    view = session.current()
    selection = Selection(topic=topic, claimants=(claimant,), known_on=view.selection.known_on)
    axis = shelf.axes(topic)[0]
    return Scene(
        shelf.topics()[topic], replace(view, selection=selection), axis, shelf.look(selection, axis, every=False)
    )
