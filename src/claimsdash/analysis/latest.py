"""The newest claim of each claimant, and between which claims a topic now lies."""

from dataclasses import dataclass

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
    """Say between which latest claims a topic lies, or None where no claim holds a number.

    Takes claims of one topic, and n_alike: int, for how many claims a row stands, where it stands for more than itself.
    Compared are the latest claims that are alike, hold a number and are of normal status: those asserted, or where
    there are none, those of the commonest other modality, of equally common ones the first by name.
    """
    has_number = ~claims["qualifier"].isin(WITHOUT_NUMBER) & claims["base_at"].notna()
    alike = claims[has_number & claims["status"].eq("normal") & is_like(claims, like)]
    if alike.empty:
        return None
    weights = alike["n_alike"] if "n_alike" in alike else pd.Series(1, index=alike.index)
    modalities = weights.groupby(alike["modality"]).sum()
    modality = "asserted" if "asserted" in modalities.index else str(modalities.idxmax())
    latest = latest_claims(alike[alike["modality"].eq(modality)]).drop_duplicates("claimant")
    compared = latest.sort_values(["base_at", "report_id"], kind="stable")
    return Standing(compared.iloc[0], compared.iloc[-1], len(compared), modality)


def is_like(claims: pd.DataFrame, like: Like) -> pd.Series:
    """Tell which claims are alike; basis and scope count only where some claim has the wanted one."""
    is_like = claims["base_unit"].eq(like.base_unit)
    for column, wanted in (("basis", like.basis), ("scope", like.scope)):
        if wanted and (is_like & claims[column].eq(wanted)).any():
            is_like &= claims[column].eq(wanted)
    return is_like
