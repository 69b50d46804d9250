"""Small multiples: the claims of a view in one panel for each claimant, or beside the other topics of the dimension."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.looking import Look
from claimsdash.analysis.panels import MOST_PANELS, panels_by_claimant
from claimsdash.charts.alt import alt_text
from claimsdash.charts.events import Event
from claimsdash.charts.multiples import MultiplesView, Panel, multiples
from claimsdash.charts.scene import Scene, events_shown
from claimsdash.domain.dates import read_edtf
from claimsdash.domain.selection import Selection
from claimsdash.domain.units import Units
from claimsdash.export.names import count
from claimsdash.export.scenes.drawn import Drawn
from claimsdash.intake.package import Topic

LookAt = Callable[[Selection, AxisChoice], Look]


@dataclass(frozen=True)
class Panels:
    """Panels drawn side by side, of `n_panels` that there would be, and the scene of all their marks."""

    n_panels: int
    scene: Scene
    titles: tuple[str, ...]
    figure: Any

    @property
    def left_out(self) -> str:
        """Say how many panels are not drawn; nothing where all are."""
        if self.n_panels <= MOST_PANELS:
            return ""
        return f"The {MOST_PANELS} with the most claims of {count(self.n_panels, 'panel')}."

    def drawn(self) -> Drawn:
        """Return the chart with what must be said of it."""
        said = (self.left_out, f"Panels: {'; '.join(self.titles)}.")
        return Drawn(self.figure, tuple(line for line in said if line), alt_text(self.scene.look.marks))


def by_claimant(scene: Scene) -> list[Panel]:
    """Return a panel for each claimant of a scene."""
    return [Panel(name, marks, scene.axis_title) for name, marks in panels_by_claimant(scene.look.marks)]


def topics_alike(scene: Scene, axis: AxisChoice, topics: Mapping[str, Topic], units: Units) -> list[str]:
    """Return the keys of the topics in the dimension of an axis, that of the scene first."""
    alike = [key for key, topic in topics.items() if units.base(topic.unit)[1] == axis.axis.base_unit]
    return sorted(alike, key=lambda key: key != scene.topic.key)


def by_topic(scene: Scene, axis: AxisChoice, topics: Mapping[str, Topic], look: LookAt) -> list[Panel]:
    """Return a panel for each of some topics that has claims, that of the scene first, then those with the most.

    `axis` is one that rests on no assumption; `look` gives the marks of a selection on it.
    """
    panels = []
    for key, topic in topics.items():
        marks = look(replace(scene.view.selection, topic=key), axis).marks
        panels += [Panel(topic.title or key, marks, axis.axis.title)] if len(marks) else []
    return sorted(panels, key=lambda panel: (panel.title != (scene.topic.title or scene.topic.key), -len(panel.marks)))


def panels_of(scene: Scene, panels: Sequence[Panel]) -> Panels:
    """Draw the panels of a scene, as many as can be told apart."""
    shown = panels[:MOST_PANELS]
    marks = pd.concat([panel.marks for panel in shown]) if shown else scene.look.marks
    whole = replace(scene, look=replace(scene.look, marks=marks))
    return Panels(len(panels), whole, tuple(panel.title for panel in shown), multiples(list(shown), _view(whole)))


def counted_by(scene: Scene, reports: pd.DataFrame) -> Scene:
    """Return the scene of some panels with the counts of all the reports behind them."""
    claims, claimants = (int(reports[name].nunique()) for name in ("claim_id", "claimant"))
    return replace(scene, look=replace(scene.look, n_claims=claims, n_reports=len(reports), n_claimants=claimants))


def topics_of(scene: Scene) -> tuple[str, ...]:
    """Return the keys of the topics whose marks a scene holds."""
    return tuple(map(str, scene.look.marks["topic"].unique())) or (scene.topic.key,)


def _view(whole: Scene) -> MultiplesView:
    view = whole.view
    starts = ((read_edtf(event.date).start, event.label) for event in events_shown(whole))
    return MultiplesView(
        value_title=whole.axis_title,
        colours=whole.colours,
        log=view.log,
        free=view.free,
        named=view.panels == "topic",
        events=tuple(Event(start, label) for start, label in starts if start),
        uirevision=f"{whole.topic.key} {whole.axis.key} {view.log} {view.panels} {view.free}",
    )
