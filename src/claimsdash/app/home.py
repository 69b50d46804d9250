"""What the home page shows: a card for each topic, those of one group together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.overview import Extreme, Glance
from claimsdash.app import cards, filters, session, shelf
from claimsdash.app.names import count, say_short_day
from claimsdash.app.pages import TOPIC
from claimsdash.app.plain import plain
from claimsdash.charts.small import BLANK
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import write_view
from claimsdash.intake.package import Topic

_SAID_AS = {"capacity": "as what could be", "planned": "as a plan", "forecast": "as a forecast", "denied": "denied"}


_COMING = "**…**  \n:small[ ]  \n:small[ ]"
"""Stands for the range of a topic while it is worked out, as high as most are."""


_Known = tuple[str, str]
"""Between which claims a topic lies, in Markdown, and its small timeline as SVG."""


@dataclass(frozen=True)
class _Card:
    """A card on the page: its topic, how much that holds, the last day, and the places of its words and drawing."""

    topic: Topic
    amount: str
    last: str
    words: Any
    drawing: Any


def show() -> None:
    """Draw the page for the current view: how much each topic holds at once, what is claimed as soon as it is known."""
    st.title("Contested numbers, with every hedge kept", anchor=False)
    selection = session.current().selection
    totals = {str(row["topic"]): row for row in cards.totals(selection).to_dict("records")}
    shown = [topic for key, topic in shelf.topics().items() if key in totals]
    st.caption(_counts(list(totals.values())))
    if not shown:
        _nothing()
    known = _known(selection) if cards.are_ready(selection) else None
    drawn = _cards(shown, totals, known)
    if known is None:
        known = _known(selection)
        for card in drawn:
            _fill(card, *known[card.topic.key])
    with st.sidebar:
        filters.show()


def _known(selection: Selection) -> dict[str, _Known]:
    """Return what each card says and draws of its topic."""
    drawings = cards.drawings(selection)
    return {topic: (range_in_words(glance), drawings[topic]) for topic, glance in cards.overview(selection).items()}


def _cards(
    shown: Sequence[Topic], totals: Mapping[str, Mapping[Any, Any]], known: Mapping[str, _Known] | None
) -> list[_Card]:
    """Draw a card for each topic, those of one group together; what is not known yet has its place."""
    drawn = []
    for number, (group, members) in enumerate(groupby(shown, key=lambda topic: topic.group)):
        st.header(plain(group or "Other topics"), anchor=False)
        with st.container(key=f"cards_{number}"):
            for topic in members:
                with st.container(border=True, key=f"topic_{topic.key}", gap="xsmall"):
                    drawn.append(_card(topic, totals[topic.key], known))
    return drawn


def _counts(found: Sequence[Mapping[Any, Any]]) -> str:
    claims, reports = (sum(int(total[name]) for total in found) for name in ("n_claims", "n_reports"))
    counted = f"{count(len(found), 'topic')} · {count(claims, 'claim')} from {count(reports, 'report')}."
    return (
        f"{counted} Ten outlets that repeat one minister count as one claim. Open a topic to see who said what, when."
    )


def _nothing() -> None:
    if shelf.topics():
        st.info("No report passes all filters together. Reset them in the bar at the side.")
    else:
        st.info("This workspace holds no claims. Add a table, or bring one back, under Add data.")


def _card(topic: Topic, total: Mapping[Any, Any], known: Mapping[str, _Known] | None) -> _Card:
    """Draw the card of a topic: title, with the way to it, and what it says and draws, or the places of these."""
    address = write_view(session.current().of_topic(topic.key))
    st.page_link(TOPIC, label=f"**{plain(topic.title or topic.key)}**", query_params=address, width="stretch")
    last = total["last_reported"]
    said = "" if pd.isna(last) else f", last {last.day} {last:%b %Y}"
    places = (st.empty(), st.empty()) if known is None else (st, st)
    card = _Card(topic, _amount_in_words(total), said, *places)
    _fill(card, *((_COMING, BLANK) if known is None else known[topic.key]))
    return card


def _fill(card: _Card, said: str, svg: str) -> None:
    """Write and draw a card: question, between which claims the topic lies, how much there is, a small timeline."""
    topic, amount = card.topic, f":gray[:small[{card.amount}{card.last}]]"
    card.words.markdown(f":gray[:small[{plain(topic.question)}]]\n\n{said}\n\n{amount}")
    card.drawing.image(svg, width="stretch", alt=f"Small timeline of {topic.title or topic.key}: {card.amount}")


def _amount_in_words(total: Mapping[Any, Any]) -> str:
    parts = (("n_claims", "claim"), ("n_reports", "report"), ("n_claimants", "claimant"))
    return " / ".join(count(int(total[name]), word) for name, word in parts)


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
