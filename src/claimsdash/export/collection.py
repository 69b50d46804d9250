"""All that exports draw on: reports that can be queried, and the package that says what their keys mean."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from claimsdash.analysis.axes import AxisChoice, axis_choices, chosen_axis
from claimsdash.analysis.latest import Like
from claimsdash.analysis.looking import Look, look_at
from claimsdash.analysis.overview import Glance, glances
from claimsdash.charts.colours import assign_colours, colours_of_topic
from claimsdash.charts.scene import Scene
from claimsdash.domain.claim import Basis
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import Known, View
from claimsdash.intake.package import Package, Topic
from claimsdash.store import queries
from claimsdash.store.engine import Engine

NOTHING_SEEN = Look(pd.DataFrame(), pd.DataFrame(), 0, 0, 0)


class ViewError(ClaimsdashError):
    """A view that cannot be drawn: its topic or its axis is not there."""


@dataclass(frozen=True)
class Collection:
    """The reports that an engine answers for, read by a package.

    `counts` are the claims of each claimant in each topic (topic, claimant: str; n_claims: int) on which the colours
    depend, where those are not to be counted in the engine; `loaded_on` tells for each table the day it was loaded.
    """

    package: Package
    engine: Engine
    counts: pd.DataFrame | None = None
    loaded_on: dict[str, str] = field(default_factory=dict)

    @cached_property
    def measures(self) -> pd.DataFrame:
        """The units and bases of each topic with their reports, as `store.queries.measures` counts them."""
        return queries.measures(self.engine)

    @cached_property
    def claimants(self) -> pd.DataFrame:
        """The claims of each claimant in each topic, whatever is selected."""
        return queries.claimants_of_topics(self.engine) if self.counts is None else self.counts

    @cached_property
    def slots(self) -> dict[str, int]:
        """The slot of the palette of each claimant."""
        return assign_colours(self.claimants[["topic", "claimant", "n_claims"]])

    def reports(self, selection: Selection) -> pd.DataFrame:
        """Return the selected reports as a claims table, in reading order."""
        return queries.reports_of(self.engine, selection)

    def scene(self, view: View, reports: pd.DataFrame | None = None) -> Scene:
        """Return what a view of one topic draws; `reports` are its own, where they are at hand.

        Raises ViewError for a topic or an axis that is not there.
        """
        bare = self.bare_scene(view)
        rows = self.reports(view.selection) if reports is None else reports
        look = look_at(rows, bare.axis, every=view.every_report, units=self.package.units)
        return replace(bare, look=look)

    def bare_scene(self, view: View) -> Scene:
        """Return the scene of a view of one topic before any claim is read: its topic, axis, colours and events.

        Raises ViewError for a topic or an axis that is not there.
        """
        topic = topic_of(self, view.selection.topic)
        choices = axes_of(self, topic)
        choice, found = chosen_axis(view, choices)
        if not found:
            raise ViewError(f"{topic.key} has no such axis. It has: {'; '.join(axis.label for axis in choices)}.")
        return Scene(topic, view, choice, NOTHING_SEEN, colours_of(self, topic.key), self.package.events)


def topics_held(collection: Collection) -> dict[str, Topic]:
    """Return the topics that hold claims: those of the package in its order, then those that tables brought."""
    held = [str(key) for key in collection.measures["topic"].unique()]
    known = collection.package.topics
    ours = sorted((known[key] for key in held if key in known), key=lambda topic: topic.order)
    others = [_topic_of_table(collection, key) for key in held if key not in known]
    return {topic.key: topic for topic in [*ours, *others]}


def known_of(collection: Collection) -> Known:
    """Return the keys that the address of a view may name."""
    keys = queries.keys(collection.engine)
    held = {"topic": set(topics_held(collection)), "assume": set(collection.package.assumptions)}
    return Known({**keys, **held})


def topic_of(collection: Collection, key: str | None) -> Topic:
    """Return a topic by its key; raises ViewError, naming those that are there, for any other."""
    if key is not None and key in collection.package.topics:
        return collection.package.topics[key]
    topics = topics_held(collection)
    if key is None or key not in topics:
        what = "No topic is chosen." if key is None else f"There is no topic {key!r}."
        raise ViewError(f"{what} The topics are: {', '.join(topics) or 'none'}.")
    return topics[key]


def axes_of(collection: Collection, topic: Topic) -> list[AxisChoice]:
    """List the axes of a topic, whatever is selected of it."""
    package = collection.package
    uses = collection.measures[collection.measures["topic"].eq(topic.key)]
    names = {key: source.name for key, source in package.sources.items()}
    return axis_choices(uses, topic.unit, package.units, list(package.assumptions.values()), names)


def glances_of(collection: Collection, selection: Selection, totals: pd.DataFrame | None = None) -> list[Glance]:
    """Sum up each topic under a selection; `totals` are its counts, where they are at hand."""
    package = collection.package
    like = {
        key: Like(package.units.base(topic.unit)[1], topic.basis.value, topic.scope)
        for key, topic in package.topics.items()
    }
    scopes = {key: alike.scope for key, alike in like.items() if alike.scope}
    claims = queries.claims_at_a_glance(collection.engine, selection, scopes)
    return glances(queries.topics_overview(collection.engine, selection) if totals is None else totals, claims, like)


def colours_of(collection: Collection, topic: str | None) -> dict[str, int]:
    """Give each claimant its slot of the palette: one in the whole collection, at most seven in a topic."""
    counts = collection.claimants
    rows = counts if topic is None else counts[counts["topic"].eq(topic)]
    return colours_of_topic(
        collection.slots, list(rows.sort_values("n_claims", ascending=False, kind="stable")["claimant"])
    )


def _topic_of_table(collection: Collection, key: str) -> Topic:
    """Describe a topic that came with a table: in the unit and on the basis that most of its reports use."""
    uses = collection.measures[collection.measures["topic"].eq(key)]
    title = key.replace("_", " ").strip().capitalize()
    unit, basis = (str(uses.groupby(name)["n_reports"].sum().idxmax()) for name in ("unit", "basis"))
    return Topic(key, f"{title}?", unit, Basis(basis), title=title, group="From added tables")
