"""All that the pages read: the package, the workspace, and the answers to queries, each kept until its input changes.

Results are cached by workspace, version of its ledger and selection, so an import shows up in every open session on
its next rerun, and only then is anything queried again. What comes out of here is shared by all visitors: read only.
"""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.looking import Look, look_at
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import Known
from claimsdash.export.collection import Collection, axes_of, colours_of, known_of, topics_held
from claimsdash.intake.package import Package, Topic
from claimsdash.store import queries
from claimsdash.store.engine import Engine, engine_of
from claimsdash.store.queries import Extent, Spans
from claimsdash.store.seeding import seed
from claimsdash.store.workspace import Workspace, open_workspace

_VERSION, _LATEST = "ledger_version", "ledger_latest"
MOST_REPORTS = 200_000
"""So many reports are handed over at once: some 300 MB. A page that needs more says so."""

MOST_COMPARED = 20_000
"""So many reports are set each beside the others: by the rules of the checks page, on the page of a source."""

_reading: ContextVar[int | None] = ContextVar("reading", default=None)
At = tuple[str, int]
"""Address of a workspace and version of its ledger: on these every answer depends."""


class CrowdError(ClaimsdashError):
    """More reports than can be handed over at once."""


@dataclass(frozen=True)
class Shelf:
    """What one running app has open."""

    package: Package
    workspace: Workspace


@st.cache_resource(show_spinner="Opening the workspace …")
def shelf() -> Shelf:
    """Open the workspace once for all visitors, with the curated table in it."""
    workspace = open_workspace()
    return Shelf(seed(workspace, datetime.now(UTC)), workspace)


def look_up(asked: int | None = None) -> None:
    """Take a version of the ledger for this run, the latest unless another is asked for that is there.

    What one run shows is of one state.
    """
    st.session_state[_LATEST] = newest()
    st.session_state[_VERSION] = asked if asked is not None and asked <= latest() else latest()


def newest() -> int:
    """Return the latest version of the ledger as it is now."""
    return shelf().workspace.ledger.version()


def latest() -> int:
    """Return the latest version of the ledger, as this run found it."""
    return int(st.session_state[_LATEST])


def engine() -> Engine:
    """Return the engine over the version that this run reads."""
    return engine_of(shelf().workspace, at()[1])


def collection() -> Collection:
    """Return all that exports draw on, at the latest version of the ledger."""
    return _collection(at())


@st.cache_resource(max_entries=2, show_spinner=False)
def _collection(at: At) -> Collection:
    return Collection(shelf().package, engine())


@contextmanager
def reading(version: int | None) -> Iterator[None]:
    """Read another version within the block; None reads on as before.

    A view may name a version, and a file is made where Streamlit knows of no run, and so of no version.
    """
    token = _reading.set(_reading.get() if version is None else version)
    try:
        yield
    finally:
        _reading.reset(token)


def at() -> At:
    """Return on what every answer depends: the workspace and the version of its ledger."""
    if (version := _reading.get()) is not None:
        return shelf().workspace.address, version
    if _VERSION not in st.session_state:
        look_up()
    return shelf().workspace.address, st.session_state[_VERSION]


def reports(selection: Selection) -> pd.DataFrame:
    """Return the reports of a selection as a claims table; raises CrowdError for more than MOST_REPORTS."""
    if is_vast() and (n_reports := extent(selection).n_reports) > MOST_REPORTS:
        raise CrowdError(
            f"Here {n_reports:,} reports would have to be read at once, and at most {MOST_REPORTS:,} can be. "
            "Open a topic, or filter by claimant or time."
        )
    return _reports(at(), settled(selection))


def is_vast() -> bool:
    """Say whether the workspace holds more reports than can be handed over at once."""
    return int(collection().measures["n_reports"].sum()) > MOST_REPORTS


def extent(selection: Selection) -> Extent:
    """Return how much a selection holds, and between which days."""
    return _extent(at(), settled(selection))


@st.cache_resource(max_entries=100, show_spinner=False)
def _extent(at: At, selection: Selection) -> Extent:
    return queries.extent(engine(), selection)


@st.cache_resource(max_entries=100, show_spinner=False)
def _reports(at: At, selection: Selection) -> pd.DataFrame:
    return queries.reports_of(engine(), selection)


@st.cache_resource(max_entries=100, show_spinner=False)
def _facets(at: At, selection: Selection) -> pd.DataFrame:
    return queries.facets(engine(), selection)


def facets(selection: Selection) -> pd.DataFrame:
    """Return what can be chosen under a selection, with counts: facet, value, label, n_claims, n_reports."""
    return _facets(at(), settled(selection))


def settled(selection: Selection) -> Selection:
    """Return the selection with the first day known on that shows the same: what is shown changes on few days.

    Answers are kept for that day, and found again for each day until something else is published.
    """
    day, topic = selection.known_on, selection.topic
    if day is None or topic is None:
        return selection
    days = _days_of_publication(at(), topic)
    place = bisect_right(days, day)
    return replace(selection, known_on=days[place - 1]) if place else selection


@st.cache_resource(max_entries=100, show_spinner=False)
def _days_of_publication(at: At, topic: str) -> list[date]:
    return queries.days_of_publication(engine(), topic)


def spans(topic: str | None) -> Spans:
    """Return the first and last days of a topic, unfiltered; of all topics for None."""
    return _spans(at(), topic)


@st.cache_resource(max_entries=100, show_spinner=False)
def _spans(at: At, topic: str | None) -> Spans:
    return queries.spans(engine(), Selection(topic=topic))


def undated(selection: Selection) -> int:
    """Count the reports left out only because their day of publication is unknown."""
    return _undated(at(), settled(selection))


@st.cache_resource(max_entries=100, show_spinner=False)
def _undated(at: At, selection: Selection) -> int:
    return queries.undated(engine(), selection)


def relaxations(selection: Selection) -> pd.DataFrame:
    """Count what there would be without each filter: field, n_claims, n_reports."""
    return queries.relaxations(engine(), selection)


def claim(key: str) -> pd.DataFrame:
    """Return all reports of the claim with that claim_id, or with a report of that report_id."""
    return _claim(at(), key)


@st.cache_resource(max_entries=100, show_spinner=False)
def _claim(at: At, key: str) -> pd.DataFrame:
    return queries.report_or_claim(engine(), key)


def topics() -> dict[str, Topic]:
    """Return the topics that hold claims, those of the package in its order, then those that tables brought."""
    return _topics(at())


@st.cache_resource(max_entries=5, show_spinner=False)
def _topics(at: At) -> dict[str, Topic]:
    return topics_held(collection())


def known(latest_version: int | None = None) -> Known:
    """Return the keys that an address may name; the latest version is that of this run, unless it is told."""
    last = latest() if latest_version is None else latest_version
    return Known({**_known(at()).keys, "load": [str(version) for version in range(last + 1)]})


@st.cache_resource(max_entries=5, show_spinner=False)
def _known(at: At) -> Known:
    return known_of(collection())


def axes(topic: str) -> list[AxisChoice]:
    """List the axes of a topic."""
    return _axes(at(), topic)


@st.cache_resource(max_entries=100, show_spinner=False)
def _axes(at: At, topic: str) -> list[AxisChoice]:
    return axes_of(collection(), topics()[topic])


def look(selection: Selection, choice: AxisChoice, *, every: bool) -> Look:
    """Return the marks of a selection on an axis."""
    return _look(at(), settled(selection), choice.key, choice, every=every)


@st.cache_resource(max_entries=100, show_spinner=False)
def _look(at: At, selection: Selection, axis: tuple[str, int, str | None], _choice: AxisChoice, *, every: bool) -> Look:
    return look_at(_reports(at, selection), _choice, every=every, units=shelf().package.units)


def colours(topic: str | None) -> dict[str, int]:
    """Give each claimant its slot of the palette: one in the whole app, at most seven in a topic."""
    return _colours(at(), topic)


@st.cache_resource(max_entries=100, show_spinner=False)
def _colours(at: At, topic: str | None) -> dict[str, int]:
    return colours_of(collection(), topic)


def loaded_on() -> dict[str, str]:
    """Tell for each table on which day it was loaded."""
    return _loaded_on(at())


@st.cache_resource(max_entries=5, show_spinner=False)
def _loaded_on(at: At) -> dict[str, str]:
    return {held.table_id: held.entry.when.date().isoformat() for held in shelf().workspace.ledger.tables()}


def known_ids() -> frozenset[str]:
    """Return the keys of all reports and claims in the workspace: those at which rows of a new table may point."""
    return _known_ids(at())


@st.cache_resource(max_entries=2, show_spinner=False)
def _known_ids(at: At) -> frozenset[str]:
    return queries.keys_at_which_rows_may_point(engine())
