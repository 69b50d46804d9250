"""What the checks page shows: what named rules found, why it matters, where to look, and what was acknowledged."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.checks import Findings, find, known_of
from claimsdash.analysis.checks.acknowledging import Acknowledgement, acknowledge
from claimsdash.app import pages, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View, write_view
from claimsdash.store.acknowledged import Note, in_force, keep_note, read_notes

WHO = "acknowledged_by"
INTRODUCTION = (
    "Named rules judge the reports of this workspace. A finding is no error of the table: it says what cannot all be "
    "true, or what a relay made of a figure. Acknowledge one with a reason where it is right as it is."
)
Row = Mapping[Any, Any]


def show() -> None:
    """Draw the page: open findings by rule, then those acknowledged, then what was judged."""
    st.title("Checks", anchor=False)
    st.caption(INTRODUCTION)
    selection = _choose_table()
    if selection is None:
        return
    found = _found(shelf.at(), selection)
    table = acknowledge(found.table, _acknowledgements())
    is_open = ~table["acknowledged"]
    judged = int(found.tally["n_checked"].sum())
    st.markdown(f"**{count(int(is_open.sum()), 'open finding')}** · {int((~is_open).sum())} acknowledged")
    st.caption(f"{count(judged, 'judgement')} by {count(len(found.tally), 'rule')}.")
    for title, rows in table[is_open].groupby("title", sort=False):
        st.markdown(f"## {plain(title)} ({len(rows)})")
        st.caption(plain(rows["why"].iat[0]))
        for row in rows.to_dict("records"):
            _finding(row)
    if not is_open.all():
        st.markdown("## Acknowledged")
        for row in table[~is_open].to_dict("records"):
            _acknowledged(row)
    _tally(found.tally)


def _choose_table() -> Selection | None:
    """Return what is judged: all reports, or where they are too many, a table that is chosen; None without any.

    Rules compare each report with others: what is found in the table alone is found, and nothing across tables.
    """
    facets = shelf.facets(Selection())
    tables = facets[facets["facet"].eq("table")].set_index("value")["n_reports"]
    if tables.sum() <= shelf.MOST_COMPARED:
        return Selection()
    few = [str(table) for table in tables[tables <= shelf.MOST_COMPARED].index]
    words = f"{tables.sum():,} reports are too many to judge together: tables are judged one by one, those of at most "
    st.info(f"{words}{shelf.MOST_COMPARED:,} reports. claimsdash findings FILE judges a file or a folder of any size.")
    return Selection(tables=(st.selectbox("Table", few, key="checked_table"),)) if few else None


@st.cache_resource(max_entries=5, show_spinner="Applying the rules …")
def _found(at: Any, selection: Selection) -> Findings:
    return find(shelf.reports(selection), known_of(shelf.shelf().package))


def _acknowledgements() -> list[Acknowledgement]:
    notes = in_force(read_notes(shelf.shelf().workspace.place)).values()
    return [Acknowledgement(note.finding_id, note.reason, note.who, note.when) for note in notes]


def _finding(row: Row) -> None:
    key = row["finding_id"]
    with st.container(border=True, key=f"finding_{key}"):
        st.markdown(plain(row["words"]))
        with st.container(horizontal=True, vertical_alignment="center"):
            _links(row)
            with st.popover("Acknowledge", key=f"popover_{key}"), st.form(f"form_{key}", border=False):
                st.text_input("Why it is right as it is", key=f"reason_{key}")
                st.text_input("Your name", key=f"who_{key}", value=st.session_state.get(WHO, ""))
                st.form_submit_button("Acknowledge", key=f"submit_{key}", on_click=_keep, args=(key,))


def _links(row: Row) -> None:
    """Link each report of a finding to its card, on the page of its topic."""
    for report_id in str(row["report_ids"]).split("; "):
        view = View(Selection(topic=str(row["topic"])), claim=report_id)
        st.page_link(pages.TOPIC, label=plain(report_id), query_params=write_view(view), width="content")


def _keep(key: str) -> None:
    state = st.session_state
    reason, who = str(state[f"reason_{key}"]).strip(), str(state[f"who_{key}"]).strip()
    state[WHO] = who
    if not reason:
        st.toast("A finding is acknowledged with a reason: say why it is right as it is.")
        return
    keep_note(shelf.shelf().workspace.place, Note(key, reason, who, datetime.now(UTC)))


def _acknowledged(row: Row) -> None:
    key = row["finding_id"]
    with st.container(border=True, key=f"finding_{key}"):
        st.markdown(f"{plain(row['title'])}: {plain(row['words'])}")
        by = plain(row["acknowledged_by"] or "somebody unnamed")
        st.caption(f"“{plain(row['reason'])}” {by}, {row['acknowledged_on']:%Y-%m-%d}")
        with st.container(horizontal=True, vertical_alignment="center"):
            _links(row)
            st.button("Take back", key=f"back_{key}", on_click=_take_back, args=(key,))


def _take_back(key: str) -> None:
    who = str(st.session_state.get(WHO, ""))
    keep_note(shelf.shelf().workspace.place, Note(key, "", who, datetime.now(UTC)))


def _tally(tally: pd.DataFrame) -> None:
    headings = {"title": "Rule", "n_checked": "Judged", "n_conflicts": "Found", "n_unclear": "Cannot tell"}
    with st.expander("What each rule judged"):
        shown = tally[list(headings)].set_axis(list(headings.values()), axis=1)
        st.dataframe(shown, hide_index=True, key="tally", alt=f"{len(tally)} rules")
