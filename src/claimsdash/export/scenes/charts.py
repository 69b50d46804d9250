"""Every chart that the page has of a topic, by name, drawn for whoever has no page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.bins import is_crowded
from claimsdash.analysis.looking import Look, look_at
from claimsdash.analysis.origins import claims_of
from claimsdash.charts.alt import alt_text
from claimsdash.charts.multiples import Panel
from claimsdash.charts.scene import Scene, events_shown, scene_by_source, scene_over_time
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.collection import Collection, ViewError, axes_of, topic_of, topics_held
from claimsdash.export.notes import WHAT, Held, ViewNotes, notes_of_scene, say_events
from claimsdash.export.scenes import agreement, band, bins, panels, rates, revisions
from claimsdash.export.scenes.drawn import FLAGGED, Drawn, on_axis
from claimsdash.store import queries

BY_TAB = {"time": "timeline", "source": "sources", "revisions": "ladder", "rates": "rates", "agreement": "agreement"}
"""The first chart of each tab; a table has none, and gives that over time."""


@dataclass(frozen=True)
class Asked:
    """A view of which a chart is asked."""

    collection: Collection
    view: View

    @cached_property
    def reports(self) -> pd.DataFrame:
        """The reports of the view."""
        return self.collection.reports(self.view.selection)

    @cached_property
    def scene(self) -> Scene:
        """What the view shows."""
        return self.collection.scene(self.view, self.reports)

    @cached_property
    def stated(self) -> Scene:
        """What the view shows, on the axis of the topic where its own rests on an assumption."""
        if self.scene.axis.assumption is None:
            return self.scene
        return self.collection.scene(replace(self.view, unit=None, scale=None, assume=None), self.reports)

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims of the view, one row each."""
        return claims_of(self.reports)


@dataclass(frozen=True)
class Charted:
    """A chart of a view with the words around it."""

    drawn: Drawn
    notes: ViewNotes
    events: str = ""

    @property
    def footer(self) -> tuple[str, ...]:
        """The lines beneath a picture."""
        *lines, edition = self.notes.footer
        return tuple(line for line in (*self.drawn.said, *lines, self.events, edition) if line)


def kind_of(asked: Asked) -> str:
    """Return the kind of chart that a view shows first."""
    view = asked.view
    if is_crowded(queries.tally(asked.collection.engine, view.selection).n_claims):
        return "bins"
    if view.tab == "time" and (view.panels or view.band):
        return "panels" if view.panels else "band"
    return BY_TAB.get(view.tab, "timeline")


def chart_of(asked: Asked, kind: str, held: Held) -> Charted:
    """Draw a kind of chart of a view; raises ViewError, saying why, where it has nothing to show."""
    if kind == "bins":
        return _bins(asked, held)
    if kind == "panels":
        return _panels(asked, held)
    scene = asked.stated if kind in _BESIDE else asked.scene
    drawn = {**_ALONE, **_BESIDE}[kind](asked)
    notes = notes_of_scene(scene, asked.reports, held, what=WHAT[kind])
    return Charted(drawn, notes, say_events(events_shown(scene)) if kind in FLAGGED else "")


def _timeline(asked: Asked) -> Drawn:
    return Drawn(scene_over_time(asked.scene), (), alt_text(asked.scene.look.marks))


def _sources(asked: Asked) -> Drawn:
    return Drawn(scene_by_source(asked.scene), (), alt_text(asked.scene.look.marks))


def _band(asked: Asked) -> Drawn:
    return band.pool(asked.scene, asked.reports, scene_over_time(asked.scene)).drawn(asked.scene)


def _succession(asked: Asked) -> revisions.Succession:
    names = revisions.claimants_of(_on_axis(asked))
    if not names:
        raise ViewError("No claim here has a number on this axis.")
    claimant = asked.view.of if asked.view.of in names else next(iter(names))
    return revisions.succession(asked.stated, asked.claims, claimant)


def _on_axis(asked: Asked) -> pd.DataFrame:
    return on_axis(asked.claims, asked.stated)


def _rates(asked: Asked) -> Drawn:
    found = rates.rates_of(asked.stated, asked.claims)
    if found.follows.empty:
        raise ViewError("No two claims here give a rate.")
    return found.drawn("rate", rates.RULE)


def _ratios(asked: Asked) -> Drawn:
    over = asked.view.over
    if over is None:
        raise ViewError("A ratio needs a topic to divide by: add --over KEY.")
    topic = topic_of(asked.collection, over)
    reports = asked.collection.reports(replace(asked.view.selection, topic=over))
    divisor = rates.Divisor(topic, axes_of(asked.collection, topic)[0], claims_of(reports))
    found = rates.ratios_of(asked.stated, asked.claims, divisor)
    if found.follows.empty:
        raise ViewError(f"No source has totals of both {asked.stated.topic.key} and {over} for one date.")
    return found.drawn("ratio", rates.RATIO_RULE)


def _alike(asked: Asked) -> tuple[pd.DataFrame, agreement.Course]:
    alike = agreement.claims_alike(asked.stated, asked.claims)
    course = agreement.course_of(asked.stated, alike)
    if not course.days:
        raise ViewError("No claims here can be set beside each other: none is asserted, with a number and a date.")
    return alike, course


def _agreement(asked: Asked) -> Drawn:
    alike, course = _alike(asked)
    day = agreement.day_of(asked.stated, course.days)
    return agreement.drawn_on(agreement.agreed_on(asked.stated, alike, day), asked.stated)


def _course(asked: Asked) -> Drawn:
    return _alike(asked)[1].drawn()


def _panels(asked: Asked, held: Held) -> Charted:
    by_topic = asked.view.panels == "topic"
    made = panels.panels_of(asked.scene, _by_topic(asked) if by_topic else panels.by_claimant(asked.scene))
    topics = panels.topics_of(made.scene)
    reports = pd.concat([asked.collection.reports(replace(asked.view.selection, topic=key)) for key in topics])
    scene = panels.counted_by(made.scene, reports)
    notes = notes_of_scene(scene, reports, held, what=WHAT["panels"])
    return Charted(made.drawn(), notes, say_events(events_shown(scene)))


def _by_topic(asked: Asked) -> list[Panel]:
    collection, scene = asked.collection, asked.stated
    topics = topics_held(collection)
    alike = panels.topics_alike(scene, scene.axis, topics, collection.package.units)

    def look(selection: Selection, axis: AxisChoice) -> Look:
        return look_at(
            collection.reports(selection), axis, every=asked.view.every_report, units=collection.package.units
        )

    return panels.by_topic(scene, scene.axis, {key: topics[key] for key in alike}, look)


def _bins(asked: Asked, held: Held) -> Charted:
    collection, view = asked.collection, asked.view
    scene = collection.bare_scene(view)
    crowd = bins.binned(collection.engine, view.selection, scene.axis.axis)
    drawn = Drawn(bins.bins_drawn(crowd, scene), (), f"{crowd.counted}.")
    return Charted(drawn, bins.notes_of_bins(crowd, scene, held))


_ALONE: dict[str, Callable[[Asked], Drawn]] = {"timeline": _timeline, "sources": _sources, "band": _band}
_BESIDE: dict[str, Callable[[Asked], Drawn]] = {
    "ladder": lambda asked: _succession(asked).drawn(),
    "clocks": lambda asked: _succession(asked).drawn(clocks=True),
    "rates": _rates,
    "ratios": _ratios,
    "agreement": _agreement,
    "course": _course,
}
CHARTS = (*_ALONE, "panels", *_BESIDE, "bins")
"""The names of the charts."""
