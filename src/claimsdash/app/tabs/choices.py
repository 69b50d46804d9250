"""What can be chosen inside the tabs, and how it gets into the view."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from claimsdash.app import session
from claimsdash.domain.view import LENGTHS, RULES, View

OF, OVER, PER, RULE, ON, FREE = (f"choice_{name}" for name in ("of", "over", "per", "rule", "on", "free"))
LENGTH_LABELS = {length: f"a {length}" for length in LENGTHS}
RULE_LABELS = dict(zip(RULES, ("Shared interval", "Lowest stated", "Best", "Highest stated"), strict=True))


def gathered(view: View) -> View:
    """Return the view with what was just chosen in a tab; what is not on the page stays as it is."""
    state = st.session_state
    return replace(
        view,
        of=state.get(OF, view.of),
        over=state.get(OVER, view.over),
        per=state.get(PER, view.per) or view.per,
        rule=state.get(RULE, view.rule) or view.rule,
        on=state.get(ON, view.on),
    )


def choose_claimant(names: Mapping[str, str], chosen: str) -> None:
    """Draw the menu of claimants: key to name."""
    st.session_state[OF] = chosen
    st.selectbox("Source", list(names), key=OF, format_func=lambda key: names[key])


def choose_divisor(titles: Mapping[str, str]) -> None:
    """Draw the menu of topics by which this one can be divided: key to title."""
    over = session.current().over
    st.session_state[OVER] = over if over in titles else None
    words = "Choose another topic"
    st.selectbox("Divided by", list(titles), key=OVER, format_func=lambda key: titles[key], placeholder=words)


def choose_length() -> None:
    """Draw the choice of the length of time of a rate."""
    st.session_state[PER] = session.current().per
    _one_of("Rate", LENGTH_LABELS, PER)


def choose_rule() -> None:
    """Draw the choice of the rule by which many claims become one figure."""
    st.session_state[RULE] = session.current().rule
    _one_of("One figure by", RULE_LABELS, RULE)


def choose_day(days: Mapping[date, str], chosen: date) -> None:
    """Draw the menu of days on which claims are set side by side: day to words."""
    st.session_state[ON] = chosen
    st.selectbox("As of", list(days), key=ON, format_func=lambda day: days[day], width=300)


def choose_free() -> None:
    """Draw the switch between one axis of values for all panels and one for each."""
    st.session_state[FREE] = session.current().free
    st.toggle("Free axes", key=FREE, help="Give each panel an axis of its own; sizes can then not be compared.")


def _one_of(words: str, labels: Mapping[str, str], key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"row_{key}"):
        st.caption(words, width="content")
        st.segmented_control(
            words,
            list(labels),
            key=key,
            format_func=lambda choice: labels[choice],
            required=True,
            label_visibility="collapsed",
        )
