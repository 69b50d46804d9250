"""The button by which the present view is saved under a name; all that it needs is imported when it is pressed."""

import streamlit as st


def offer() -> None:
    """Draw the button."""
    if st.button("Save this view", icon=":material/bookmark_add:", key="save_view"):
        from claimsdash.app.saving_dialog import ask

        ask()
