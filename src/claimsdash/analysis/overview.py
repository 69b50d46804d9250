"""Each topic at a glance: how much was claimed, by whom, and between which latest claims it lies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from claimsdash.analysis.latest import Like, standing_of
from claimsdash.analysis.saying import say_claims


@dataclass(frozen=True)
class Extreme:
    """The lowest or highest of the latest claims: the figure in words, who claims it, and as of when (EDTF text)."""

    said: str
    claimant: str
    as_of: str


@dataclass(frozen=True)
class Glance:
    """What a topic card says. `lowest` and `highest` are None where no claim holds a number.

    `modality` is that of the claims compared, `base_unit` their unit; `last_reported` is the last day of publication
    known, missing for none. `claims` are those that can be drawn beside each other, denials among them.
    """

    topic: str
    n_claims: int
    n_reports: int
    n_claimants: int
    last_reported: pd.Timestamp | None
    modality: str
    lowest: Extreme | None
    highest: Extreme | None
    base_unit: str
    claims: pd.DataFrame


def glances(totals: pd.DataFrame, claims: pd.DataFrame, like: Mapping[str, Like]) -> list[Glance]:
    """Sum up each topic, in the order of the totals.

    Takes one row a topic (topic: str; n_claims, n_reports, n_claimants: int; last_reported: datetime), and of its
    claims (one row each) at least the latest of each claimant, like with like, with n_alike and n_of_unit: int, the
    claims among which a row is the latest and those of its base unit. `like` says for a topic which claims are
    compared; in a topic that it lacks, or of which no claim has that base unit, those of the commonest base unit are.
    """
    by_topic = dict(tuple(claims.groupby("topic")))
    return [_glance(row, by_topic[row["topic"]], like.get(row["topic"])) for row in totals.to_dict("records")]


def _glance(total: Mapping[Any, Any], claims: pd.DataFrame, like: Like | None) -> Glance:
    if like is None or like.base_unit not in set(claims["base_unit"]):
        like = Like(str(claims.groupby("base_unit")["n_of_unit"].first().idxmax()))
    standing = standing_of(claims, like)
    last = total["last_reported"]
    return Glance(
        str(total["topic"]),
        int(total["n_claims"]),
        int(total["n_reports"]),
        int(total["n_claimants"]),
        None if pd.isna(last) else last,
        standing.modality if standing else "asserted",
        _extreme(standing.lowest) if standing else None,
        _extreme(standing.highest) if standing and standing.n > 1 else None,
        like.base_unit,
        claims[claims["base_unit"].eq(like.base_unit) | claims["qualifier"].eq("none")],
    )


def _extreme(claim: pd.Series) -> Extreme:
    said = say_claims(claim.to_frame().T.astype({"low": "float64", "best": "float64", "high": "float64"})).iat[0]
    as_of = claim["as_of"]
    return Extreme(str(said), str(claim["claimant_name"]), "" if pd.isna(as_of) else str(as_of))
