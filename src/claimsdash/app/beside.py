"""What stands beside a chart of claims in words: what it cannot hold, and on what it rests."""

import streamlit as st

from claimsdash.app import drawing, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import link, plain
from claimsdash.charts.scene import Scene


def notes(scene: Scene) -> None:
    """Say in words what the chart cannot hold, and on what it rests."""
    said = []
    elsewhere = scene.look.elsewhere
    if len(elsewhere) and scene.axis.assumption is None:
        units = ", ".join(sorted(set(elsewhere["unit"].map(str))))
        further = count(len(elsewhere), "further claim")
        said.append(f"In other units ({units}): {further}, to be chosen under Axis.")
    if scene.look.n_boundless:
        lost = count(scene.look.n_boundless, "claim")
        said.append(f"Left without any bound by this assumption, and not drawn: {lost}.")
    missing = shelf.undated(scene.view.selection)
    if missing:
        said.append(
            f"Left out by the filter on the day of publication, which they do not tell: {count(missing, 'report')}."
        )
    undated = int(scene.look.marks["as_of_end"].isna().sum())
    if undated and scene.view.tab == "time":
        said.append(f"In the table only, being without any date: {count(undated, 'claim')}.")
    if said:
        st.caption("  \n".join(map(plain, said)))
    if scene.axis.assumption is not None:
        url = scene.axis.assumption.url
        source = f" ({link(url, 'source')})" if url else ""
        st.caption(f"Derived, not claimed: {plain(drawing.assumption_in_words(scene))}{source}")
