"""What a rule is given, and what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pandas as pd

from claimsdash.analysis.statement import Statement
from claimsdash.domain.assumption import Assumption
from claimsdash.domain.bounds import Bounds
from claimsdash.domain.relation import Relation
from claimsdash.domain.units import Units


class Outcome(StrEnum):
    """How a rule judges some claims."""

    CONSISTENT = "consistent"
    CONFLICT = "conflict"
    UNCLEAR = "cannot tell"


@dataclass(frozen=True)
class Known:
    """What a data package knows beside its claims: the base unit and scope of each topic, and how topics relate."""

    units: Units | None = None
    base_units: Mapping[str, str] = field(default_factory=dict)
    scopes: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True)
class Case:
    """What a rule judges.

    `reports` is a claims table; `claims` has one row a claim, with n_reports, `said` its rows as statements; `groups`
    are the reports of each claim as rows, the one that speaks for it first.
    """

    reports: pd.DataFrame
    claims: pd.DataFrame
    said: tuple[Statement, ...]
    groups: tuple[tuple[Mapping[Any, Any], ...], ...]
    known: Known

    @property
    def asserted(self) -> list[Statement]:
        """The claims that say how it was, with a number: neither plans nor capacities."""
        normal = set(self.claims.loc[self.claims["status"].eq("normal"), "claim_id"])
        return [one for one in self.said if one.modality == "asserted" and one.bounds and one.claim_id in normal]


@dataclass(frozen=True)
class Judged:
    """The judgement of a rule on some reports; `factor` says by how much they miss each other, None where it cannot."""

    outcome: Outcome
    report_ids: tuple[str, ...]
    topic: str
    words: str
    factor: float | None = None
    n_claims: int = 1
    n_reports: int = 1


def judge(outcome: Outcome, said: tuple[Statement, ...], words: str, factor: float | None = None) -> Judged:
    """Return a judgement on claims; it stands under the topic of the last."""
    keys = tuple(one.report_id for one in said)
    return Judged(outcome, keys, said[-1].topic, words, factor, len(said), sum(one.n_reports for one in said))


def amount(said: Statement) -> Bounds:
    """Return the bounds of a statement that has them; a missing low end of a count is zero."""
    bounds = said.bounds or Bounds(None, None)
    return Bounds(max(0.0, bounds.low or 0.0), bounds.high)
