"""Where one claimant stands: against each other source, and how far from the pooled level of each topic."""

import pandas as pd
import streamlit as st

from claimsdash.analysis.consensus.sentences import HOUSE
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.app.source.known import title_of
from claimsdash.app.tabs.claims import list_rows
from claimsdash.export.names import is_known

OTHERS = {
    "other_name": "Other source",
    "compared": "In conflict",
    "factor": "By up to",
    "n_different": "About different things",
    "on": "On",
}
LEANS = {"title": "Topic", "words": "Factor", "interval": "80 % interval", "n": "Own claims", "pooled": "Pooled"}
COMPARED = (
    "Pairs of claims of the two, and how many of those that can be compared are in conflict: no number fits both. "
    "Where topic, scope, kind of amount, unit or window differ there is nothing to compare."
)


def show_others(others: pd.DataFrame) -> None:
    """List the other sources on the same topics, with what each pair of claims is to the other."""
    st.markdown("## Against the other sources")
    if others.empty:
        st.caption("No other source speaks of the same topics.")
        return
    n_pairs, n_conflicts = int(others["n_pairs"].sum()), int(others["n_conflicts"].sum())
    st.caption(f"{n_conflicts} of {count(n_pairs, 'pair')} that can be compared in conflict. {COMPARED}")
    list_rows(other_rows(others), OTHERS, key="others")


def other_rows(others: pd.DataFrame) -> pd.DataFrame:
    """Return the other sources for reading, topics by their titles."""
    pairs = zip(others["n_conflicts"], others["n_pairs"], strict=True)
    return others.assign(
        compared=[f"{conflicts} of {n}" if n else "none to compare" for conflicts, n in pairs],
        factor=[f"× {factor:.{3 if factor < 10 else 2}g}" if is_known(factor) else "" for factor in others["greatest"]],
        on=["; ".join(map(title_of, topics.split(", "))) for topics in others["topics"]],
    )


def show_leans(leans: pd.DataFrame) -> None:
    """List the house effects, and for the topics without one why there is none."""
    st.markdown("## House effect")
    known = leans[leans["why"].eq("")]
    if len(known):
        st.caption(f"A model, not a claim. {HOUSE}")
        list_rows(lean_rows(known), LEANS, key="leans")
    else:
        st.caption("On no topic do its claims allow one.")
    rest = leans[leans["why"].ne("")]
    if len(rest):
        with st.expander(f"No house effect: {count(len(rest), 'topic')}"):
            told = zip(rest["topic"], rest["why"], strict=True)
            words = (f"- {plain(title_of(topic))}: {plain(why)}" for topic, why in told)
            st.markdown("\n".join(words))


def lean_rows(leans: pd.DataFrame) -> pd.DataFrame:
    """Return house effects for reading."""
    ends = zip(leans["low"], leans["high"], strict=True)
    pooled = zip(leans["n_claims"], leans["n_sources"], strict=True)
    return leans.assign(
        title=[title_of(topic) for topic in leans["topic"]],
        words=[f"× {factor:.2f}" for factor in leans["factor"]],
        interval=[f"{low:.2f} to {high:.2f}" for low, high in ends],
        pooled=[f"{count(claims, 'claim')} of {count(sources, 'source')}" for claims, sources in pooled],
    )
