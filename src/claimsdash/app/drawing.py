"""The charts of a view: figures kept until their input changes, each with its words and its picture."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.axes import chosen_axis
from claimsdash.analysis.looking import mark_of_claim
from claimsdash.app import graph, shelf, zooming
from claimsdash.charts.alt import alt_text
from claimsdash.charts.scene import Scene, events_shown, scene_by_source, scene_over_time
from claimsdash.domain.view import View
from claimsdash.export.names import say_day
from claimsdash.export.notes import WHAT, Held, ViewNotes, address_of, notes_of_scene, say_assumption, say_events
from claimsdash.export.scenes.drawn import FLAGGED, Drawn
from claimsdash.export.scenes.panels import counted_by, topics_of
from claimsdash.intake.package import Topic

SET_BESIDE = ("revisions", "rates", "agreement")
"""Tabs that set claims beside each other: what was said, never what follows from it on an assumption."""
UNSAID = Drawn(None)
"""A chart of which nothing is to be said but what its marks say."""
ANSWERED_AHEAD = ("timeline", "sources")
"""Kinds of chart that a change of the view reaches ahead of the run, see `ahead.py`."""
HASHED_AHEAD = 1_000
"""Of so many reports a hash is taken ahead of the run, in some 8 ms."""


def scene_of(view: View, topic: Topic) -> Scene:
    """Return what a view of a topic draws; claims are never set side by side on an assumption."""
    choices = shelf.axes(topic.key)
    axis = chosen_axis(view, choices)[0]
    if axis.assumption is not None and view.tab in SET_BESIDE:
        axis = choices[0]
    return Scene(topic, view, axis, shelf.look(view.selection, axis, every=view.every_report))


def key_of(scene: Scene) -> tuple[Any, ...]:
    """Return all that a figure of every tab depends on."""
    view = scene.view
    return shelf.at(), view.selection, scene.axis.key, view.every_report, view.log, view.sort


def _key_of_marks(scene: Scene) -> tuple[Any, ...]:
    """Return all that a chart of the marks alone depends on: the same from one publication to the next."""
    at, selection, *rest = key_of(scene)
    return at, shelf.settled(selection), *rest


def full(scene: Scene) -> Scene:
    """Return a scene with the colours of its claimants and the events."""
    return replace(scene, colours=shelf.colours(scene.topic.key), events=shelf.shelf().package.events)


def draw_timeline(scene: Scene, *, bell: str | None) -> None:
    """Draw the claims of a scene over time; a click on a mark rings the bell."""
    draw(Drawn(timeline_of(scene)), scene, kind="timeline", bell=bell)


def draw_sources(scene: Scene, *, bell: str | None) -> None:
    """Draw the latest claim of each claimant, one row each; a click rings the bell."""
    draw(Drawn(sources_of(scene)), scene, kind="sources", bell=bell)


def draw(drawn: Drawn, scene: Scene, *, kind: str, bell: str | None) -> None:
    """Draw a chart of a scene, with the words of its `kind`."""
    graph.draw(
        drawn.figure,
        key=key_on_page(scene, kind),
        caption=caption_beside(scene, kind, drawn),
        height_px=int(drawn.figure.layout.height),
        pointing=pointing_at(scene, replace(zooming.pointing(may_zoom_in=False), bell=bell), kind=kind),
    )


def key_on_page(scene: Scene, kind: str) -> str:
    """Return under which key a chart stands on a page: each choice of panels has one, and is kept by it."""
    return f"{kind}_by_{scene.view.panels}" if kind == "panels" else kind


def caption_beside(scene: Scene, kind: str, drawn: Drawn = UNSAID) -> graph.Caption:
    """Return the words of a chart on a page, with the events that are listed below it."""
    return replace(caption_of(scene, kind, drawn), events=_events(scene) if kind in FLAGGED else ())


def pointing_at(scene: Scene, pointing: graph.Pointing, *, kind: str) -> graph.Pointing:
    """Return what follows from pointing at a chart of a scene, with the view of those that are answered ahead.

    A period drawn across the timeline becomes that of the filters.
    """
    chosen = mark_of_claim(scene.look.marks, scene.view.claim)
    view = address_of(scene.view) if kind in ANSWERED_AHEAD else ""
    return replace(pointing, chosen=chosen, view=view, on_range=zooming.choose_period if kind == "timeline" else None)


def _events(scene: Scene) -> tuple[tuple[str, str], ...]:
    """List the events within the time shown, in the order of their flags: day and label, address."""
    return tuple((f"{say_day(event.date)} · {event.label}", event.url) for event in events_shown(full(scene)))


def timeline_of(scene: Scene) -> Any:
    """Return the timeline of a scene."""
    return _timeline(_key_of_marks(scene), scene)


def sources_of(scene: Scene) -> Any:
    """Return the sources of a scene side by side."""
    return _sources(_key_of_marks(scene), scene)


@st.cache_resource(max_entries=100, show_spinner=False)
def _timeline(key: Any, _scene: Scene) -> Any:
    return scene_over_time(full(_scene))


@st.cache_resource(max_entries=100, show_spinner=False)
def _sources(key: Any, _scene: Scene) -> Any:
    return scene_by_source(full(_scene))


def caption_of(scene: Scene, kind: str, drawn: Drawn = UNSAID) -> graph.Caption:
    """Return the words that go with a chart; the kinds are the keys of WHAT."""
    caption = _caption((key_of(scene), kind, topics_of(scene) if kind == "panels" else ()), scene, kind)
    return replace(caption, alt=drawn.alt or caption.alt, footer=(*drawn.said, *caption.footer))


def caption_ahead(scene: Scene, kind: str, drawn: Drawn = UNSAID) -> graph.Caption:
    """Return the words beside a chart ahead of the run.

    Those under a picture name a hash of every report: of many it takes longer than to draw them, and the run brings it.
    """
    if scene.look.n_reports <= HASHED_AHEAD:
        return caption_beside(scene, kind, drawn)
    notes = notes_of_scene(scene, None, Held(shelf.shelf().package, shelf.at()[1]), what=WHAT[kind])
    caption = replace(_words(scene, kind, notes), is_whole=False, events=_events(scene) if kind in FLAGGED else ())
    return replace(caption, alt=drawn.alt or caption.alt)


@st.cache_resource(max_entries=100, show_spinner=False)
def _caption(key: Any, _scene: Scene, kind: str) -> graph.Caption:
    scene, reports = _scene, shelf.reports(_scene.view.selection)
    if kind == "panels":
        selections = (replace(scene.view.selection, topic=topic) for topic in topics_of(scene))
        reports = pd.concat([shelf.reports(selection) for selection in selections])
        scene = counted_by(scene, reports)
    held = Held(shelf.shelf().package, shelf.at()[1])
    notes = notes_of_scene(scene, reports, held, what=WHAT[kind])
    footer = (*notes.footer[:-1], *_events_in_words(scene, kind), notes.footer[-1])
    return replace(_words(scene, kind, notes), footer=footer)


def _words(scene: Scene, kind: str, notes: ViewNotes) -> graph.Caption:
    return graph.Caption(
        alt=alt_text(scene.look.marks),
        title=notes.title,
        subtitle=f"{notes.subtitle} · {notes.counted}",
        file_name=f"{scene.topic.key}-{kind}",
    )


def _events_in_words(scene: Scene, kind: str) -> tuple[str, ...]:
    """Say what the numbers on a chart stand for: in a picture the list beside the chart is missing."""
    said = say_events(events_shown(full(scene))) if kind in FLAGGED else ""
    return (said,) if said else ()


def assumption_in_words(scene: Scene) -> str:
    """Say which assumption the axis rests on, and who says so."""
    return say_assumption(scene, shelf.shelf().package.sources)
