"""Each topic at a glance: how much was claimed, by whom, and between which latest claims it lies."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from claimsdash.analysis.latest import Like, standing_of
from claimsdash.analysis.origins import claims_of
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

    `modality` is that of the claims compared; `last_reported` the last day of publication known, missing for none.
    """

    topic: str
    n_claims: int
    n_reports: int
    n_claimants: int
    last_reported: pd.Timestamp | None
    modality: str
    lowest: Extreme | None
    highest: Extreme | None
    claims: pd.DataFrame


def glances(reports: pd.DataFrame, like: Mapping[str, Like]) -> list[Glance]:
    """Sum up each topic of a claims table, in the order of their keys.

    `like` says for a topic which claims are compared; in a topic that it lacks, or of which no claim has that base
    unit, those of the commonest base unit are.
    """
    return [_glance(str(topic), rows, like.get(str(topic))) for topic, rows in reports.groupby("topic", sort=True)]


def _glance(topic: str, reports: pd.DataFrame, like: Like | None) -> Glance:
    claims = claims_of(reports)
    if like is None or like.base_unit not in set(claims["base_unit"]):
        like = Like(str(claims["base_unit"].mode().iat[0]))
    standing = standing_of(claims, like)
    last = reports["reported_end"].max()
    return Glance(
        topic,
        len(claims),
        len(reports),
        claims["claimant"].nunique(),
        None if pd.isna(last) else last,
        standing.modality if standing else "asserted",
        _extreme(standing.lowest) if standing else None,
        _extreme(standing.highest) if standing and standing.n > 1 else None,
        claims[claims["base_unit"].eq(like.base_unit) | claims["qualifier"].eq("none")],
    )


def _extreme(claim: pd.Series) -> Extreme:
    said = say_claims(claim.to_frame().T.astype({"low": "float64", "best": "float64", "high": "float64"})).iat[0]
    as_of = claim["as_of"]
    return Extreme(str(said), str(claim["claimant_name"]), "" if pd.isna(as_of) else str(as_of))
