"""What can be chosen inside a page beside the bar of a topic."""

import streamlit as st

from claimsdash.app import session

FREE = "choice_free"


def choose_free() -> None:
    """Draw the switch between one axis of values for all panels and one for each."""
    st.session_state[FREE] = session.current().free
    st.toggle("Free axes", key=FREE, help="Give each panel an axis of its own; sizes can then not be compared.")
