"""What the source page shows: one claimant, its latest claim on each topic, all it said, and who printed it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.looking import every_claim
from claimsdash.analysis.profile import relayers_of, topics_of
from claimsdash.app import pages, session, shelf, tables
from claimsdash.app.plain import plain
from claimsdash.app.topic import CARD, UNSEEN, card
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View, write_view
from claimsdash.export.names import INTERESTS

CHOICE = "source_choice"
COLUMNS = {"topic": "Topic"} | {name: label for name, label in tables.COLUMNS.items() if name != "claimant_name"}
_PLACES = {
    "lowest": "the lowest of {} sources",
    "highest": "the highest of {} sources",
    "between": "neither the lowest nor the highest of {} sources",
    "alone": "no other source",
}


def gathered(view: View) -> View:
    """Return the view with the claimant as the visitor just chose it."""
    chosen = st.session_state.get(CHOICE)
    if chosen is None or chosen == _claimant(view):
        return view
    return replace(view, selection=replace(view.selection, claimants=(chosen,)), claim=None)


def of_source(view: View) -> View:
    """Return the view of its first claimant alone, by default the one with the most claims; "known on" stays.

    An open card stays open.
    """
    claimant = _claimant(view) or next(iter(_names()), None)
    chosen = (claimant,) if claimant else ()
    return View(Selection(claimants=chosen, known_on=view.selection.known_on), claim=view.claim)


def show() -> None:
    """Draw the page for the claimant of the current view, by default the one with the most claims."""
    st.session_state.pop(UNSEEN, None)
    names = _names()
    if not names:
        st.info("This workspace holds no claims. Add a table, or bring one back, under Add data.")
        return
    claimant = str(_claimant(session.current()))
    st.session_state[CHOICE] = claimant
    st.selectbox("Source", list(names), key=CHOICE, format_func=lambda key: names[key])
    reports = shelf.reports(Selection(known_on=session.current().selection.known_on))
    left, right = st.columns([7, 3], gap="medium")
    with left:
        _about(claimant, reports)
        _topics(reports, claimant)
        st.markdown("#### Everything it said")
        tables.show(_claims(reports, claimant), on_choose=_open, columns=COLUMNS)
        _relayers(reports, claimant)
    with right:
        card()


def _claims(reports: pd.DataFrame, claimant: str) -> pd.DataFrame:
    titles = {key: topic.title or key for key, topic in shelf.topics().items()}
    own = every_claim(reports[reports["claimant"].eq(claimant)])
    return own.assign(topic=own["topic"].map(titles).fillna(own["topic"]))


def _claimant(view: View) -> str | None:
    return view.selection.claimants[0] if view.selection.claimants else None


def _names() -> dict[str, str]:
    facets = shelf.facets(Selection())
    rows = facets[facets["facet"].eq("claimant")].sort_values(["n_claims", "label"], ascending=[False, True])
    listed = zip(rows["value"], rows["label"], rows["n_claims"], rows["n_reports"], strict=True)
    return {str(key): f"{label} · {claims} / {reports}" for key, label, claims, reports in listed}


def _about(claimant: str, reports: pd.DataFrame) -> None:
    own = reports[reports["claimant"].eq(claimant)]
    source = shelf.shelf().package.sources.get(claimant)
    name = source.name if source else claimant
    st.title(f"What {plain(name)} said", anchor=False)
    told = [f"{own['claim_id'].nunique():,} claims from {len(own):,} reports, on {own['topic'].nunique()} topics"]
    if source is not None:
        about = (source.kind.value, source.country, INTERESTS.get(source.interest.value, ""), source.note)
        told += [part.replace("_", " ") for part in about if part]
    st.caption(plain(" · ".join(told)))


def _topics(reports: pd.DataFrame, claimant: str) -> None:
    st.markdown("#### Its latest claim on each topic")
    known = shelf.topics()
    for row in topics_of(reports, claimant).to_dict("records"):
        topic = known.get(str(row["topic"]))
        title = topic.title if topic and topic.title else str(row["topic"])
        view = View(replace(Selection(), topic=str(row["topic"]), claimants=(claimant,)), claim=str(row["report_id"]))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(pages.TOPIC, label=plain(title), query_params=write_view(view), width=230)
            st.markdown(_latest(row), width="stretch")


def _latest(row: Mapping[Any, Any]) -> str:
    place = _PLACES.get(str(row["position"]), "").format(int(row["n_others"]) + 1)
    as_of = "" if pd.isna(row["as_of"]) else f", as of {row['as_of']}"
    counted = f"{row['n_claims']} / {row['n_reports']}"
    return f"**{plain(row['latest'])}**{plain(as_of)} :small[{plain(f'{place} · {counted}' if place else counted)}]"


def _relayers(reports: pd.DataFrame, claimant: str) -> None:
    st.markdown("#### Who printed it")
    rows = relayers_of(reports, claimant)
    shown = rows[["outlet_name", "n_claims", "n_reports"]].set_axis(["Outlet", "Claims", "Reports"], axis=1)
    st.dataframe(shown, hide_index=True, height=260, key="relayers", alt=f"{len(rows)} outlets")


def _open(key: str | None) -> None:
    session.keep(replace(session.current(), claim=key))
    st.rerun(CARD)
