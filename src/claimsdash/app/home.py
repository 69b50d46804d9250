"""What the home page shows: a card for each topic, those of one group together."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from claimsdash.analysis.overview import Extreme, Glance
from claimsdash.app import filters, session, shelf
from claimsdash.app.names import count, say_short_day
from claimsdash.app.pages import TOPIC
from claimsdash.app.plain import plain
from claimsdash.domain.view import write_view
from claimsdash.intake.package import Topic

_SAID_AS = {"capacity": "as what could be", "planned": "as a plan", "forecast": "as a forecast", "denied": "denied"}


def show() -> None:
    """Draw the page for the current view."""
    st.title("Contested numbers, with every hedge kept", anchor=False)
    found = {glance.topic: glance for glance in shelf.overview(session.current().selection)}
    shown = [topic for key, topic in shelf.topics().items() if key in found]
    st.caption(_counts(list(found.values())))
    if not shown:
        _nothing()
    for number, (group, members) in enumerate(groupby(shown, key=lambda topic: topic.group)):
        st.header(plain(group or "Other topics"), anchor=False)
        with st.container(key=f"cards_{number}"):
            for topic in members:
                with st.container(border=True, key=f"topic_{topic.key}", gap="xsmall"):
                    _card(topic, found[topic.key])
    with st.sidebar:
        filters.show()


def _counts(found: Sequence[Glance]) -> str:
    claims, reports = sum(glance.n_claims for glance in found), sum(glance.n_reports for glance in found)
    counted = f"{count(len(found), 'topic')} · {count(claims, 'claim')} from {count(reports, 'report')}."
    return (
        f"{counted} Ten outlets that repeat one minister count as one claim. Open a topic to see who said what, when."
    )


def _nothing() -> None:
    if shelf.topics():
        st.info("No report passes all filters together. Reset them in the bar at the side.")
    else:
        st.info("This workspace holds no claims. Add a table, or bring one back, under Add data.")


def _card(topic: Topic, glance: Glance) -> None:
    """Draw a topic: title, question, between which claims it lies, how much there is, and a small timeline."""
    address = write_view(session.current().of_topic(topic.key))
    st.page_link(TOPIC, label=f"**{plain(topic.title or topic.key)}**", query_params=address, width="stretch")
    st.markdown(f":gray[:small[{plain(topic.question)}]]\n\n{range_in_words(glance)}\n\n{_amount(glance)}")
    svg = shelf.sparkline(topic.key, session.current().selection)
    st.image(svg, width="stretch", alt=f"Small timeline of {topic.title or topic.key}: {_amount_in_words(glance)}")


def _amount(glance: Glance) -> str:
    last = f", last {glance.last_reported.day} {glance.last_reported:%b %Y}" if glance.last_reported is not None else ""
    return f":gray[:small[{_amount_in_words(glance)}{last}]]"


def _amount_in_words(glance: Glance) -> str:
    parts = ((glance.n_claims, "claim"), (glance.n_reports, "report"), (glance.n_claimants, "claimant"))
    return " / ".join(count(n, word) for n, word in parts)


def range_in_words(glance: Glance) -> str:
    """Say in Markdown between which latest claims a topic lies, each with its hedge, claimant and date."""
    if glance.lowest is None:
        return "**no figure**"
    if glance.highest is None:
        return f"**{plain(glance.lowest.said)}**{_modality(glance)}  \n:small[{_who(glance.lowest)}]"
    lowest, highest = glance.lowest, glance.highest
    span = f"**{plain(lowest.said)}** to **{plain(highest.said)}**{_modality(glance)}"
    return f"{span}  \n:small[lowest: {_who(lowest)}]  \n:small[highest: {_who(highest)}]"


def _who(extreme: Extreme) -> str:
    return plain(extreme.claimant) + (f", {plain(say_short_day(extreme.as_of))}" if extreme.as_of else "")


def _modality(glance: Glance) -> str:
    return f" ({_SAID_AS[glance.modality]})" if glance.modality in _SAID_AS else ""
