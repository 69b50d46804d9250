"""What is known of one claimant, worked out once for each state of the workspace."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from claimsdash.analysis.latest import Like
from claimsdash.analysis.leaning import Question, leans_of
from claimsdash.analysis.looking import every_claim
from claimsdash.analysis.profile import against_others, grades_of, relayers_of, topics_of
from claimsdash.app import shelf
from claimsdash.domain.selection import Selection
from claimsdash.store import queries


@dataclass(frozen=True)
class Profile:
    """The tables of `analysis.profile` for one claimant, and all its claims in reading order."""

    claims: pd.DataFrame
    topics: pd.DataFrame
    relayers: pd.DataFrame
    grades: pd.DataFrame
    others: pd.DataFrame
    n_claims: int
    n_reports: int


def is_comparable(claimant: str, known_on: date | None) -> bool:
    """Say whether the reports on its topics are few enough to be read, claimant by claimant."""
    held = shelf.collection().measures
    if int(held["n_reports"].sum()) <= shelf.MOST_COMPARED:
        return True
    topics = _topics(shelf.at(), Selection(claimants=(claimant,), known_on=known_on))
    return int(held.loc[held["topic"].isin(topics), "n_reports"].sum()) <= shelf.MOST_COMPARED


@st.cache_resource(max_entries=50, show_spinner=False)
def _topics(at: shelf.At, selection: Selection) -> list[str]:
    return [str(topic) for topic in queries.topics_overview(shelf.engine(), selection)["topic"]]


def _reports_around(claimant: str, known_on: date | None) -> pd.DataFrame:
    """Return all reports on the topics on which it spoke, of every claimant."""
    topics = _topics(shelf.at(), Selection(claimants=(claimant,), known_on=known_on))
    read = [shelf.reports(Selection(topic=topic, known_on=known_on)) for topic in topics]
    return pd.concat(read, ignore_index=True) if read else shelf.reports(Selection(claimants=(claimant,)))


def profile(claimant: str, known_on: date | None) -> Profile:
    """Return what a claimant said, as known on a day."""
    return _profile(shelf.at(), claimant, known_on)


@st.cache_resource(max_entries=50, show_spinner="Gathering what it said …")
def _profile(at: shelf.At, claimant: str, known_on: date | None) -> Profile:
    reports = _reports_around(claimant, known_on)
    own = reports[reports["claimant"].eq(claimant)]
    return Profile(
        claims=every_claim(own),
        topics=topics_of(reports, claimant),
        relayers=relayers_of(reports, claimant),
        grades=grades_of(reports, claimant),
        others=against_others(reports, claimant),
        n_claims=own["claim_id"].nunique(),
        n_reports=len(own),
    )


def leans(claimant: str, known_on: date | None) -> pd.DataFrame:
    """Return the house effects of a claimant, topic by topic."""
    return _leans(shelf.at(), claimant, known_on)


@st.cache_resource(max_entries=50, show_spinner="Pooling the claims of each topic; this takes a few seconds …")
def _leans(at: shelf.At, claimant: str, known_on: date | None) -> pd.DataFrame:
    units = shelf.shelf().package.units
    questions = {
        key: Question(Like(units.base(topic.unit)[1], topic.basis.value, topic.scope or None), topic.growth.value)
        for key, topic in shelf.topics().items()
    }
    return leans_of(_reports_around(claimant, known_on), claimant, questions)


def title_of(topic: str) -> str:
    """Return what a topic is called."""
    found = shelf.topics().get(topic)
    return found.title if found is not None and found.title else topic
