"""What became of a claim on its way: its reports side by side with what each changed, and who cites whom."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from claimsdash.analysis.attributes import ATTRIBUTES, attributes_of, say_drift
from claimsdash.analysis.citing import citing_of, echo_of
from claimsdash.app import graph, tables
from claimsdash.app.plain import plain
from claimsdash.charts.citing import CitingView, citing

DRIFT, TREE = "card_drift", "card_tree"
CHANGED = "background-color: rgba(217, 140, 0, 0.28)"
"""A shade that lets the text of both themes through."""
_ORDER = ("outlet", *(name for name in ATTRIBUTES if name != "outlet"))
KEY = (
    "Filled: printed as it was said. Open: with a change, which is named. A bar: cited only, no report of it is here. "
    "A cross: outlets that cite each other. Dotted: a further citation."
)


def show(reports: pd.DataFrame, *, slot: int | None, on_choose: Callable[[str], None]) -> None:
    """Draw both panels, each in an expander that computes nothing while it is closed.

    `reports` are all reports of one claim, `slot` is the colour of its claimant; `on_choose` gets the report_id of a
    mark that is clicked in the tree. A claim of one report has neither panel.
    """
    if len(reports) < 2:
        return
    panel = st.expander("What the relays changed", key=DRIFT, on_change="rerun")
    if panel.open:
        with panel:
            _drift(reports)
    panel = st.expander("Who cites whom", key=TREE, on_change="rerun")
    if panel.open:
        with panel:
            _tree(reports, slot, on_choose)


def cells_of(reports: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the panel as text, each change named in its cell, and which cells changed.

    Rows are reports in order of publication, columns the attributes that differ, and always day, outlet and wording.
    """
    table = attributes_of(reports)
    changes = table[[f"{name}_change" for name in ATTRIBUTES]].set_axis(list(ATTRIBUTES), axis=1)
    always = ("reported", "outlet", "printed")
    kept = [name for name in _ORDER if name in always or table[name].nunique() > 1 or changes[name].ne("").any()]
    texts = {
        ATTRIBUTES[name]: [f"{text} · {change}" if change else text for text, change in _pairs(table, changes, name)]
        for name in kept
    }
    return pd.DataFrame(texts), changes[kept].map(bool).set_axis(list(texts), axis=1)


def _pairs(table: pd.DataFrame, changes: pd.DataFrame, name: str) -> list[tuple[str, str]]:
    return list(zip(table[name].tolist(), changes[name].tolist(), strict=True))


def _drift(reports: pd.DataFrame) -> None:
    said = say_drift(reports)
    st.caption(plain(said))
    texts, changed = cells_of(reports)
    shades = changed.replace({True: CHANGED, False: ""}).astype("str")
    shaded = texts.style.apply(lambda _: shades, axis=None)
    st.dataframe(shaded, hide_index=True, height=tables.height_of(len(texts)), alt=said)


def _tree(reports: pd.DataFrame, slot: int | None, on_choose: Callable[[str], None]) -> None:
    found = citing_of(reports)
    keys = dict(zip(found.nodes["mark_id"].tolist(), found.nodes["report_id"].tolist(), strict=True))
    said = f"{echo_of(reports)}. Effective number of sources: {echo_of(reports).sources:.1f}."
    drawn = citing(found.nodes, found.edges, CitingView(slot, uirevision=str(reports["claim_id"].iat[0])))
    pointing = graph.Pointing(on_choose=lambda mark: on_choose(keys[mark]) if mark in keys else None)
    caption = graph.Caption(alt=said, title="Who cites whom", subtitle=said, file_name="citing")
    graph.draw(drawn, key="citing", caption=caption, height_px=int(drawn.layout.height), pointing=pointing)
    st.caption(f"{plain(said)} {KEY}")
