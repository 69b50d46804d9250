"""What the source page shows: one claimant, its latest claims, all it said, its revisions, its place, its relayers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.app import pages, session, shelf, tables
from claimsdash.app.names import say_short_day
from claimsdash.app.plain import plain
from claimsdash.app.source import ladder, standing, vast
from claimsdash.app.source.known import Profile, is_comparable, leans, profile, title_of
from claimsdash.app.tabs.claims import list_rows
from claimsdash.app.topic import CARD, UNSEEN, card, hold
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View, write_view
from claimsdash.export.names import INTERESTS, say_country

CHOICE = "source_choice"
RELAYERS = {"outlet_name": "Outlet", "n_claims": "Claims", "n_reports": "Reports", "n_changed": "Of these changed it"}
COLUMNS = {"topic": "Topic"} | {name: label for name, label in tables.COLUMNS.items() if name != "claimant_name"}
_PLACES = {
    "lowest": "the lowest of {} sources",
    "highest": "the highest of {} sources",
    "between": "neither the lowest nor the highest of {} sources",
    "alone": "no other source",
}


def gathered(view: View) -> View:
    """Return the view with the claimant and the topic of its revisions as the visitor just chose them."""
    chosen = st.session_state.get(CHOICE)
    if chosen is None or chosen == _claimant(view):
        return ladder.gathered(view)
    return replace(view, selection=replace(view.selection, claimants=(chosen,)), claim=None)


def of_source(view: View) -> View:
    """Return the view of its first claimant alone, by default the one with the most claims; "known on" stays.

    An open card stays open, and so does the topic whose revisions are shown.
    """
    claimant = _claimant(view) or next(iter(_names()), None)
    chosen = (claimant,) if claimant else ()
    selection = Selection(claimants=chosen, known_on=view.selection.known_on)
    return View(selection, claim=view.claim, about=view.about, load=view.load, free=view.free)


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
    left, right = st.columns([7, 3], gap="medium")
    with left:
        _everything(claimant)
    with right:
        card()


def _everything(claimant: str) -> None:
    """Draw all sections; the house effects, whose fits may take seconds, are filled in last."""
    known_on = session.current().selection.known_on
    if not is_comparable(claimant, known_on):
        _of_many(claimant, vast.summary(claimant, known_on))
        return
    known = profile(claimant, known_on)
    claims = known.claims.assign(topic_key=known.claims["topic"], topic=known.claims["topic"].map(title_of))
    _about(claimant, known)
    _topics(known.topics, claimant)
    st.markdown("## Everything it said")
    answer = tables.Answer(session.current().claim, on_choose=_open)
    tables.show(claims, answer, of=(shelf.at(), claimant, known_on), columns=COLUMNS)
    with_figures = ladder.topics_with_figures(claims)
    whole = ladder.show_panels(claimant, with_figures, bell=CARD)
    ladder_scene = ladder.show(claimant, with_figures, bell=CARD)
    hold(whole or ladder_scene)
    standing.show_others(known.others)
    house = st.container()
    _relayers(known.relayers)
    with house:
        standing.show_leans(leans(claimant, known_on))


def _of_many(claimant: str, known: vast.Summary) -> None:
    """Draw what the engine tells of a claimant."""
    hold(None)
    _head(claimant, f"{known.n_claims:,} claims from {known.n_reports:,} reports, on {known.n_topics} topics")
    vast.show(claimant, known)


def _claimant(view: View) -> str | None:
    return view.selection.claimants[0] if view.selection.claimants else None


def _names() -> dict[str, str]:
    facets = shelf.facets(Selection())
    rows = facets[facets["facet"].eq("claimant")].sort_values(["n_claims", "label"], ascending=[False, True])
    listed = zip(rows["value"], rows["label"], rows["n_claims"], rows["n_reports"], strict=True)
    return {str(key): f"{label} · {claims} / {reports}" for key, label, claims, reports in listed}


def _about(claimant: str, known: Profile) -> None:
    _head(claimant, f"{known.n_claims:,} claims from {known.n_reports:,} reports, on {len(known.topics)} topics")
    if len(known.grades):
        graded = (f"{row.grade} ({row.n_claims} / {row.n_reports})" for row in known.grades.itertuples())
        st.caption(plain(f"Admiralty codes given by the editors, with claims / reports: {', '.join(graded)}."))


def _head(claimant: str, counted: str) -> None:
    """Say who it is, and how much it said."""
    source = shelf.shelf().package.sources.get(claimant)
    name = source.name if source else claimant
    st.title(f"What {plain(name)} said", anchor=False)
    told = [counted]
    if source is not None:
        about = (
            source.kind.value,
            say_country(source.country or ""),
            INTERESTS.get(source.interest.value, ""),
            source.note,
        )
        told += [part.replace("_", " ") for part in about if part]
    st.caption(plain(" · ".join(told)))


def _topics(rows: pd.DataFrame, claimant: str) -> None:
    st.markdown("## Its latest claim on each topic")
    for row in rows.to_dict("records"):
        title = title_of(str(row["topic"]))
        view = View(replace(Selection(), topic=str(row["topic"]), claimants=(claimant,)), claim=str(row["report_id"]))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(pages.TOPIC, label=plain(title), query_params=write_view(view), width=230)
            st.markdown(_latest(row), width="stretch")


def _latest(row: Mapping[Any, Any]) -> str:
    place = _PLACES.get(str(row["position"]), "").format(int(row["n_others"]) + 1)
    as_of = "" if pd.isna(row["as_of"]) else f", as of {say_short_day(row['as_of'])}"
    counted = f"{row['n_claims']} / {row['n_reports']}"
    return f"**{plain(row['latest'])}**{plain(as_of)} :small[{plain(f'{place} · {counted}' if place else counted)}]"


def _relayers(rows: pd.DataFrame) -> None:
    st.markdown("## Who printed it")
    if rows.empty:
        st.caption("No report names its outlet.")
        return
    list_rows(rows, RELAYERS, key="relayers")


def _open(key: str | None) -> None:
    session.keep(replace(session.current(), claim=key))
    st.rerun(CARD)
