"""Each topic at a glance: how much was claimed, by whom, and between which latest claims it lies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from claimsdash.analysis.latest import Like, Standing, standings_of
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
    ordered = claims.sort_values("topic", kind="stable", ignore_index=True)
    likes = _likes(ordered, like)
    unit = ordered["topic"].map({topic: one.base_unit for topic, one in likes.items()})
    drawn = ordered[ordered["base_unit"].eq(unit) | ordered["qualifier"].eq("none")].reset_index(drop=True)
    places = {topic: slice(rows[0], rows[-1] + 1) for topic, rows in drawn.groupby("topic").indices.items()}
    said = _said(standings_of(ordered, likes))
    return [
        _glance(row, likes[row["topic"]].base_unit, said.get(row["topic"], _NOTHING_SAID), drawn[places[row["topic"]]])
        for row in totals.to_dict("records")
    ]


_Said = tuple[str, Extreme | None, Extreme | None]
_NOTHING_SAID: _Said = ("asserted", None, None)


def _likes(claims: pd.DataFrame, like: Mapping[str, Like]) -> dict[str, Like]:
    """Say for each topic which claims are compared: of the commonest base unit where it has none of that wanted."""
    counts = claims.groupby(["topic", "base_unit"])["n_of_unit"].first()
    commonest = {topic: Like(str(of_topic.droplevel(0).idxmax())) for topic, of_topic in counts.groupby(level=0)}
    wanted = {topic: one for topic, one in like.items() if (topic, one.base_unit) in counts.index}
    return {str(topic): wanted.get(str(topic), one) for topic, one in commonest.items()}


def _said(standings: Mapping[str, Standing]) -> dict[str, _Said]:
    """Say for each topic the modality compared, the lowest and the highest claim: none where there is but one."""
    ends = [end for standing in standings.values() for end in (standing.lowest, standing.highest)]
    if not ends:
        return {}
    rows = pd.DataFrame(ends)
    figures = say_claims(rows.astype({"low": "float64", "best": "float64", "high": "float64"})).tolist()
    extremes = [
        Extreme(str(said), str(name), "" if pd.isna(as_of) else str(as_of))
        for said, name, as_of in zip(figures, rows["claimant_name"], rows["as_of"], strict=True)
    ]
    both = zip(extremes[::2], extremes[1::2], strict=True)
    return {
        topic: (standing.modality, lowest, highest if standing.n > 1 else None)
        for (topic, standing), (lowest, highest) in zip(standings.items(), both, strict=True)
    }


def _glance(total: Mapping[Any, Any], base_unit: str, said: _Said, claims: pd.DataFrame) -> Glance:
    n_claims, n_reports, n_claimants = (int(total[name]) for name in ("n_claims", "n_reports", "n_claimants"))
    last = None if pd.isna(total["last_reported"]) else total["last_reported"]
    return Glance(str(total["topic"]), n_claims, n_reports, n_claimants, last, *said, base_unit, claims)
