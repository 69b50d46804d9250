"""What a page, a picture and a report draw of a topic: one scene in, the same figure out, whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.latest import latest_of_each
from claimsdash.analysis.looking import Look
from claimsdash.charts.events import Event
from claimsdash.charts.sources import SourcesView, by_source
from claimsdash.charts.timeline import TimelineView, timeline
from claimsdash.domain.dates import read_edtf
from claimsdash.domain.view import View
from claimsdash.intake.package import Event as DatedEvent
from claimsdash.intake.package import Topic

TIMELINE_PX = 540
"""Height of the timeline: the marks and both keys."""

INTEREST_ORDER = ("party", "ally", "adversary", "third_party", "analyst", "unknown")


@dataclass(frozen=True)
class Scene:
    """What is drawn: a topic, the view of it, the axis chosen and the marks that follow from them.

    `colours` gives claimants their slot of the palette; of `events` those within the time shown are drawn.
    """

    topic: Topic
    view: View
    axis: AxisChoice
    look: Look
    colours: Mapping[str, int] = field(default_factory=dict)
    events: tuple[DatedEvent, ...] = ()

    @property
    def axis_title(self) -> str:
        """Title of the value axis."""
        title = self.axis.axis.title or "number"
        return f"{title} (derived)" if self.axis.assumption else title


def scene_over_time(scene: Scene) -> go.Figure:
    """Return the claims of a scene over time."""
    starts = ((read_edtf(event.date).start, event.label) for event in events_shown(scene))
    view = TimelineView(
        value_title=scene.axis_title,
        colours=scene.colours,
        log=scene.view.log,
        events=tuple(Event(start, label) for start, label in starts if start),
        uirevision=_uirevision(scene),
        height_px=TIMELINE_PX,
    )
    return timeline(scene.look.marks, view)


def scene_by_source(scene: Scene) -> go.Figure:
    """Return the latest claim of each claimant of a scene, one row each."""
    marks = latest_marks(scene.look.marks, basis=scene.topic.basis.value, sort=scene.view.sort)
    view = SourcesView(
        value_title=scene.axis_title, colours=scene.colours, log=scene.view.log, uirevision=_uirevision(scene)
    )
    return by_source(marks, view)


def latest_marks(marks: pd.DataFrame, *, basis: str, sort: str) -> pd.DataFrame:
    """Keep the mark of each claimant's latest claim, in the order of the rows: by value, by date or by interest."""
    latest = latest_of_each(marks[~marks["is_relay"]], basis=basis)
    if sort == "date":
        return latest.sort_values(["as_of_end", "claimant"], ascending=[False, True], na_position="last")
    by_value = latest.sort_values(["y_at", "claimant"], ascending=[False, True], na_position="last")
    if sort == "interest":
        rank = by_value["claimant_interest"].map({name: place for place, name in enumerate(INTEREST_ORDER)})
        return by_value.iloc[rank.fillna(len(INTEREST_ORDER)).argsort(kind="stable")]
    return by_value


def events_shown(scene: Scene) -> list[DatedEvent]:
    """List the events within the time that the marks span, by date: the order in which they are numbered."""
    first, last = scene.look.marks["as_of_start"].min(), scene.look.marks["as_of_end"].max()
    if pd.isna(first) or pd.isna(last):
        return []
    starts = ((read_edtf(event.date).start, event) for event in scene.events)
    shown = [event for start, event in starts if start is not None and first.date() <= start <= last.date()]
    return sorted(shown, key=lambda event: event.date)


def _uirevision(scene: Scene) -> str:
    return f"{scene.topic.key} {scene.axis.key} {scene.view.log}"
