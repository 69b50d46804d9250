"""Two charts that say what is done to them."""

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from claimsdash.app import evidence, launch
from claimsdash.app.evidence import Card
from claimsdash.app.graph import Caption, Pointing, draw

SOURCES = ("ROK Ministry of National Defense", "Kremlin", "Ukrainian Military Intelligence")
DAY_MS = 86_400_000.0
CAPTION = Caption(
    alt="Marks by three sources over time",
    title="How many artillery shells has North Korea sent to Russia, counted since the first shipment was seen, "
    "and who says so in which words?",
    subtitle="Claims known on 23 November 2026 & <all> of their sources",
    footer=("Filters: none", "Claims by " + "; ".join(SOURCES * 6)),
    file_name="shells",
)


def a_figure(count: int) -> go.Figure:
    """Return a figure of marks 0 to `count` - 1, from left to right, in turns by three sources."""
    figure = go.Figure()
    for place, source in enumerate(SOURCES):
        ids = np.arange(place, count, len(SOURCES), dtype="int32")
        text = [f"mark {i} &lt;b&gt;as typed&lt;/b&gt;" for i in ids]
        figure.add_scatter(
            x=1.7e12 + 30 * DAY_MS * ids,
            y=1000.0 + (ids * 37 % 11) * count,
            mode="markers",
            marker={"size": 12},
            name=source,
            legendgroup=f"source {place}",
            customdata=ids,
            hovertext=text,
            hoverinfo="text",
        )
    return figure.update_layout(xaxis_type="date", uirevision="shells", legend={"orientation": "h", "y": 1.15})


def take(mark: int | None) -> None:
    """Remember the mark chosen."""
    st.session_state["chosen"] = mark


def period(first: str, last: str) -> None:
    """Remember the period brushed."""
    st.session_state["period"] = f"{first} to {last}"


def box(marks: list[int]) -> None:
    """Remember the marks inside a box."""
    st.session_state["box"] = sorted(marks)


@st.fragment
def card() -> None:
    """Say which mark is chosen; a click runs this alone."""
    chosen = st.session_state.get("chosen")
    asked = Card(bell="card", chosen=chosen, said=f"chosen: {chosen}")
    evidence.draw(asked, on_set=lambda told: take(told["mark"]))
    st.button("Close", on_click=take, args=(None,))


def show() -> None:
    """Draw the page."""
    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    count = 12 if st.toggle("Fewer", key="fewer") else 24
    chosen = st.session_state.get("chosen")
    pointing = Pointing(chosen, bell="card", on_range=period, on_select=box)
    draw(a_figure(count), key="main", caption=CAPTION, pointing=pointing)
    card()
    st.text(f"runs: {st.session_state['runs']}")
    st.text(f"period: {st.session_state.get('period')}, box: {st.session_state.get('box')}")
    draw(a_figure(6), key="other", caption=CAPTION, height_px=200, pointing=Pointing(on_choose=take))


if __name__ == "__main__":
    show()
else:
    app = st.App(__file__, lifespan=launch.lifespan, middleware=launch.MIDDLEWARE)
