"""The newest claim of each claimant, and between which claims a topic now lies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

WITHOUT_NUMBER = ("none",)
_BY_DATE = ["as_of_end", "reported_end", "report_id"]


@dataclass(frozen=True)
class Standing:
    """Between which of the latest claims a topic lies: rows of a claims table, `n` of them compared.

    `modality` is that of all compared claims: only like is compared with like.
    """

    lowest: pd.Series
    highest: pd.Series
    n: int
    modality: str


def latest_claims(claims: pd.DataFrame) -> pd.DataFrame:
    """Keep the newest claim of each claimant within each basis, modality and unit dimension.

    Newest by the end of its as-of period, then by publication. Takes a table of claims (one row each); returns the
    same columns, newest first; claims without any date come last, so they stay only where a claimant has no other.
    """
    ordered = claims.sort_values(_BY_DATE, ascending=[False, False, True], na_position="last", kind="stable")
    return ordered.drop_duplicates(["claimant", "basis", "modality", "base_unit"]).reset_index(drop=True)


def latest_of_each(claims: pd.DataFrame, *, basis: str) -> pd.DataFrame:
    """Keep one claim of each claimant: its newest, of those that answer the question most nearly.

    What is asserted goes before plans, capacities and denials, then the `basis` of the topic before others. Takes a
    table of claims of one topic; returns the same columns, one row a claimant.
    """
    latest = latest_claims(claims)
    ranked = latest.assign(_modality=latest["modality"].ne("asserted"), _basis=latest["basis"].ne(basis))
    nearest = ranked.sort_values(["_modality", "_basis"], kind="stable").drop_duplicates("claimant")
    return nearest.drop(columns=["_modality", "_basis"]).reset_index(drop=True)


@dataclass(frozen=True)
class Like:
    """What makes claims of a topic comparable: base unit and basis, and the scope where the topic names one."""

    base_unit: str
    basis: str | None = None
    scope: str | None = None


def standing_of(claims: pd.DataFrame, like: Like) -> Standing | None:
    """Say between which latest claims one topic lies, as `standings_of` does; None where no claim holds a number."""
    [topic] = set(claims["topic"]) or {""}
    return standings_of(claims, {topic: like}).get(topic)


def standings_of(claims: pd.DataFrame, likes: Mapping[str, Like]) -> dict[str, Standing]:
    """Say between which latest claims each topic lies; topics without a claim that holds a number are left out.

    Takes claims of any topics, and n_alike: int, for how many claims a row stands, where it stands for more than
    itself; `likes` says for each topic which of its claims are alike. Compared are the latest claims that are alike,
    hold a number and are of normal status: those asserted, or where there are none, those of the commonest other
    modality, of equally common ones the first by name.
    """
    has_number = ~claims["qualifier"].isin(WITHOUT_NUMBER) & claims["base_at"].notna()
    alike = claims[has_number & claims["status"].eq("normal") & _are_like(claims, claims["topic"], likes)]
    modality = _modalities(alike)
    compared = alike[alike["modality"].eq(alike["topic"].map(modality))]
    newest = compared.sort_values(_BY_DATE, ascending=[False, False, True], na_position="last", kind="stable")
    latest = newest.drop_duplicates(["topic", "claimant"]).sort_values(["topic", "base_at", "report_id"], kind="stable")
    return {
        str(topic): Standing(claims.loc[rows[0]], claims.loc[rows[-1]], len(rows), modality[topic])
        for topic, rows in latest.groupby("topic").groups.items()
    }


def _modalities(claims: pd.DataFrame) -> dict[Any, str]:
    """Return for each topic the modality of which its claims are compared."""
    weights = claims["n_alike"] if "n_alike" in claims else pd.Series(1, index=claims.index)
    counts = weights.groupby([claims["topic"], claims["modality"]]).sum()
    return {
        topic: "asserted" if (topic, "asserted") in counts.index else str(of_topic.droplevel(0).idxmax())
        for topic, of_topic in counts.groupby(level=0)
    }


def is_like(claims: pd.DataFrame, like: Like) -> pd.Series:
    """Tell which claims of a topic are alike; basis and scope count only where some claim has the wanted one."""
    return _are_like(claims, pd.Series("", index=claims.index), {"": like})


def _are_like(claims: pd.DataFrame, topic: pd.Series, likes: Mapping[str, Like]) -> pd.Series:
    are_like = claims["base_unit"].eq(topic.map({key: like.base_unit for key, like in likes.items()}))
    for column in ("basis", "scope"):
        wanted = {key: getattr(like, column) for key, like in likes.items() if getattr(like, column)}
        has_wanted = are_like & claims[column].eq(topic.map(wanted))
        are_like &= has_wanted | ~topic.isin(set(topic[has_wanted]))
    return are_like
