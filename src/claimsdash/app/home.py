"""What the home page shows: a card for each topic, those of one group together."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from claimsdash.analysis.overview import Extreme, Glance
from claimsdash.app import session, shelf
from claimsdash.app.pages import TOPIC
from claimsdash.app.plain import plain
from claimsdash.domain.dates import DateError, read_edtf, say_period
from claimsdash.domain.view import write_view
from claimsdash.intake.package import Topic

PER_ROW = 3
_SAID_AS = {"capacity": "as what could be", "planned": "as a plan", "forecast": "as a forecast", "denied": "denied"}


def show() -> None:
    """Draw the page for the current view."""
    st.markdown("### Contested numbers, with every hedge kept")
    found = {glance.topic: glance for glance in shelf.overview(session.current().selection)}
    shown = [topic for key, topic in shelf.topics().items() if key in found]
    st.caption(_counts(list(found.values())))
    if not shown:
        st.info("No report passes all filters together. Reset them in the bar at the side.")
    for group, members in groupby(shown, key=lambda topic: topic.group):
        st.markdown(f"##### {plain(group or 'Other topics')}")
        _rows([(topic, found[topic.key]) for topic in members])


def _counts(found: Sequence[Glance]) -> str:
    claims, reports = sum(glance.n_claims for glance in found), sum(glance.n_reports for glance in found)
    counted = f"{len(found)} topics · {claims:,} claims from {reports:,} reports."
    return f"{counted} Ten outlets repeating one minister count once."


def _rows(cards: Sequence[tuple[Topic, Glance]]) -> None:
    for start in range(0, len(cards), PER_ROW):
        columns = st.columns(PER_ROW, gap="small")
        for column, (topic, glance) in zip(columns, cards[start : start + PER_ROW], strict=False):
            with column.container(border=True, key=f"topic_{topic.key}", height="stretch"):
                _card(topic, glance)


def _card(topic: Topic, glance: Glance) -> None:
    address = write_view(session.current().of_topic(topic.key))
    st.page_link(TOPIC, label=f"**{plain(topic.title or topic.key)}**", query_params=address)
    st.caption(plain(topic.question))
    st.markdown(range_in_words(glance))
    st.image(shelf.sparkline(topic.key, session.current().selection), width="stretch")
    last = (
        f" · last reported {glance.last_reported.day} {glance.last_reported:%b %Y}"
        if glance.last_reported is not None
        else ""
    )
    st.caption(
        f"{_of(glance.n_claims, 'claim')} / {_of(glance.n_reports, 'report')} / "
        f"{_of(glance.n_claimants, 'claimant')}{last}"
    )


def range_in_words(glance: Glance) -> str:
    """Say in Markdown between which latest claims a topic lies, each with its hedge, claimant and date."""
    if glance.lowest is None:
        return "No claim with a number."
    if glance.highest is None:
        return f"{_extreme(glance.lowest)}{_modality(glance)}"
    return f"from {_extreme(glance.lowest)}  \nto {_extreme(glance.highest)}{_modality(glance)}"


def _extreme(extreme: Extreme) -> str:
    return f"**{plain(extreme.said)}** :small[{plain(extreme.claimant)}{_date(extreme.as_of)}]"


def _date(as_of: str) -> str:
    if not as_of:
        return ""
    try:
        return f", {plain(say_period(read_edtf(as_of)))}"
    except DateError:
        return f", {plain(as_of)}"


def _modality(glance: Glance) -> str:
    return f" :small[({_SAID_AS[glance.modality]})]" if glance.modality in _SAID_AS else ""


def _of(n: int, word: str) -> str:
    return f"{n:,} {word}{'' if n == 1 else 's'}"
