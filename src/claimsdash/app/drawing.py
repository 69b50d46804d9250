"""The charts of a view: figures kept until their input changes, each with its words and its picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.latest import latest_of_each
from claimsdash.analysis.looking import Look, mark_of_claim
from claimsdash.app import graph, shelf
from claimsdash.charts.alt import alt_text
from claimsdash.charts.sources import SourcesView, by_source
from claimsdash.charts.timeline import Event, TimelineView, timeline
from claimsdash.domain.dates import read_edtf
from claimsdash.domain.view import View
from claimsdash.intake.package import Topic

HEIGHT_PX = 540
"""Height of the timeline: the marks and both keys."""

INTEREST_ORDER = ("party", "ally", "adversary", "third_party", "analyst", "unknown")

Choose = Callable[[int | None], None]


@dataclass(frozen=True)
class Scene:
    """What is drawn: a topic, the view of it, the axis chosen and the marks that follow from them."""

    topic: Topic
    view: View
    axis: AxisChoice
    look: Look

    @property
    def key(self) -> tuple[Any, ...]:
        """All that a figure depends on."""
        view = self.view
        return shelf.at(), view.selection, self.axis.key, view.every_report, view.log, view.sort

    @property
    def axis_title(self) -> str:
        """Title of the value axis."""
        title = self.axis.axis.title or "number"
        return f"{title} (derived)" if self.axis.assumption else title


def draw_timeline(scene: Scene, on_choose: Choose) -> None:
    """Draw the claims of a scene over time."""
    _draw(_timeline(scene.key, scene), scene, kind="timeline", on_choose=on_choose)


def draw_sources(scene: Scene, on_choose: Choose) -> None:
    """Draw the latest claim of each claimant, one row each."""
    _draw(_sources(scene.key, scene), scene, kind="sources", on_choose=on_choose)


def events_of(scene: Scene) -> list[tuple[int, str, str, str]]:
    """List the events within the time shown: number of the flag, date, label, address."""
    return [(number, event.date, event.label, event.url) for number, event in enumerate(_events(scene), start=1)]


def latest_marks(look: Look, *, basis: str, sort: str) -> pd.DataFrame:
    """Keep the mark of each claimant's latest claim, in the order of the rows: by value, by date or by interest."""
    latest = latest_of_each(look.marks[~look.marks["is_relay"]], basis=basis)
    if sort == "date":
        return latest.sort_values(["as_of_end", "claimant"], ascending=[False, True], na_position="last")
    by_value = latest.sort_values(["y_at", "claimant"], ascending=[False, True], na_position="last")
    if sort == "interest":
        rank = by_value["claimant_interest"].map({name: place for place, name in enumerate(INTEREST_ORDER)})
        return by_value.iloc[rank.fillna(len(INTEREST_ORDER)).argsort(kind="stable")]
    return by_value


def _draw(figure: Any, scene: Scene, *, kind: str, on_choose: Choose) -> None:
    marks = scene.look.marks
    graph.draw(
        figure,
        key=kind,
        caption=_caption(scene, kind),
        height_px=int(figure.layout.height),
        pointing=graph.Pointing(chosen=mark_of_claim(marks, scene.view.claim), on_choose=on_choose),
    )


@st.cache_resource(max_entries=100, show_spinner=False)
def _timeline(key: Any, _scene: Scene) -> Any:
    return timeline(
        _scene.look.marks,
        TimelineView(
            value_title=_scene.axis_title,
            colours=shelf.colours(_scene.topic.key),
            log=_scene.view.log,
            events=tuple(
                Event(start, event.label) for event in _events(_scene) if (start := read_edtf(event.date).start)
            ),
            uirevision=f"{_scene.topic.key} {_scene.axis.key} {_scene.view.log}",
            height_px=HEIGHT_PX,
        ),
    )


@st.cache_resource(max_entries=100, show_spinner=False)
def _sources(key: Any, _scene: Scene) -> Any:
    return by_source(
        latest_marks(_scene.look, basis=_scene.topic.basis.value, sort=_scene.view.sort),
        SourcesView(
            value_title=_scene.axis_title,
            colours=shelf.colours(_scene.topic.key),
            log=_scene.view.log,
            uirevision=f"{_scene.topic.key} {_scene.axis.key} {_scene.view.log}",
        ),
    )


def _events(scene: Scene) -> list[Any]:
    first, last = scene.look.marks["as_of_start"].min(), scene.look.marks["as_of_end"].max()
    if pd.isna(first) or pd.isna(last):
        return []
    shown = []
    for event in shelf.shelf().package.events:
        start = read_edtf(event.date).start
        if start is not None and first.date() <= start <= last.date():
            shown.append(event)
    return sorted(shown, key=lambda event: str(event.date))


def _caption(scene: Scene, kind: str) -> graph.Caption:
    what = {"timeline": "over time", "sources": "latest claim of each source"}[kind]
    return graph.Caption(
        alt=alt_text(scene.look.marks),
        title=scene.topic.question,
        subtitle=f"{scene.topic.title}, {what} · {scene.look.counted}",
        footer=footer(scene),
        file_name=f"{scene.topic.key}-{kind}",
    )


def footer(scene: Scene) -> tuple[str, ...]:
    """Say what a picture shows: filters, the assumption in force, and the sources of its marks."""
    chosen = filters_in_words(scene.view)
    claimants = scene.look.marks["claimant_name"].value_counts().index
    lines = [f"Filters: {chosen}" if chosen else "No filters.", "Claims by " + "; ".join(map(str, claimants))]
    if scene.axis.assumption:
        lines.insert(1, f"Derived, not claimed: {assumption_in_words(scene)}")
    return (*lines, f"claimsdash, table version {shelf.at()[1]}. One mark is one claim; relays are not counted again.")


def assumption_in_words(scene: Scene) -> str:
    """Say which assumption the axis rests on, and who says so."""
    assumption = scene.axis.assumption
    if assumption is None:
        return ""
    source = shelf.shelf().package.sources.get(assumption.said_by)
    said = f"{source.name if source else assumption.said_by}, {assumption.said_on}"
    return f"{scene.axis.label}; said by {said}" + (f"; {assumption.note}" if assumption.note else "")


def filters_in_words(view: View) -> str:
    """Say which filters are set, as the address names them."""
    from claimsdash.domain.selection import write_address

    parameters = {name: values for name, values in write_address(view.selection).items() if name != "topic"}
    return "; ".join(f"{name.replace('_', ' ')} {', '.join(values)}" for name, values in parameters.items())
