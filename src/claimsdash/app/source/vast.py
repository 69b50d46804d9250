"""The source page where the reports on its topics are too many to be set side by side: what the engine tells of it."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import streamlit as st

from claimsdash.analysis.saying import say_claims
from claimsdash.app import pages, shelf
from claimsdash.app.names import count, say_short_day
from claimsdash.app.plain import plain
from claimsdash.app.source.known import title_of
from claimsdash.app.tabs.claims import list_rows
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View, write_view
from claimsdash.store import queries

MOST_LISTED = 100
"""Topics and outlets that are listed, those with the most claims."""

OUTLETS = {"label": "Outlet", "n_claims": "Claims", "n_reports": "Reports"}


@dataclass(frozen=True)
class Summary:
    """What the engine tells of a claimant: its latest claim on each topic with counts, its outlets, and how much."""

    topics: pd.DataFrame
    outlets: pd.DataFrame
    n_claims: int
    n_reports: int
    n_topics: int


def summary(claimant: str, known_on: date | None) -> Summary:
    """Return what a claimant said, as known on a day."""
    return _summary(shelf.at(), Selection(claimants=(claimant,), known_on=known_on))


@st.cache_resource(max_entries=50, show_spinner="Gathering what it said …")
def _summary(at: shelf.At, selection: Selection) -> Summary:
    engine = shelf.engine()
    totals = queries.topics_overview(engine, selection)[["topic", "n_claims", "n_reports"]]
    latest = queries.latest_per_claimant(engine, selection).rename(columns={"n_claims": "n_alike"})
    latest = latest.sort_values("n_alike", ascending=False, kind="stable").drop_duplicates("topic")
    topics = latest.drop(columns="n_reports").merge(totals, on="topic")
    topics = topics.sort_values(["n_claims", "topic"], ascending=[False, True], ignore_index=True).head(MOST_LISTED)
    offered = shelf.facets(selection)
    outlets = offered[offered["facet"].eq("outlet")].head(MOST_LISTED)
    n_claims, n_reports = (int(totals[name].sum()) for name in ("n_claims", "n_reports"))
    return Summary(topics.assign(say=say_claims(topics)), outlets, n_claims, n_reports, len(totals))


def show(claimant: str, known: Summary) -> None:
    """Draw the sections; of each topic the page that has the rest is linked."""
    st.info(
        f"Its topics hold more than {shelf.MOST_COMPARED:,} reports: too many to set each of its claims beside the "
        "others here. Its revisions, rates and agreement with others are on the page of each topic, with this source "
        "chosen."
    )
    st.markdown("## Its latest claim on each topic")
    for row in known.topics.to_dict("records"):
        topic = str(row["topic"])
        view = View(replace(Selection(), topic=topic, claimants=(claimant,)), claim=str(row["report_id"]))
        as_of = "" if pd.isna(row["as_of"]) else f", as of {say_short_day(row['as_of'])}"
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(pages.TOPIC, label=plain(title_of(topic)), query_params=write_view(view), width=230)
            told = f"**{plain(row['say'])}**{plain(as_of)} :small[{row['n_claims']:,} / {row['n_reports']:,}]"
            st.markdown(told, width="stretch")
    if known.n_topics > len(known.topics):
        st.caption(f"The {len(known.topics)} with the most claims of {count(known.n_topics, 'topic')}.")
    st.markdown("## Who printed it")
    list_rows(known.outlets, OUTLETS, key="relayers")
