"""Many claims to one figure, by a rule that the reader chooses and that is printed wherever the figure shows."""

import math
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from claimsdash.analysis.agreement import shared_interval, stated
from claimsdash.analysis.saying import say_counts


class Rule(StrEnum):
    """How many claims become one figure."""

    LOWEST = "lowest"
    BEST = "best"
    HIGHEST = "highest"
    SHARED = "shared"


RULE_WORDS: dict[Rule, str] = {
    Rule.LOWEST: "the lowest number that any of them states",
    Rule.BEST: "the middle one of the single numbers stated, bounds left out (of two, the lower)",
    Rule.HIGHEST: "the highest number that any of them states",
    Rule.SHARED: "the smallest interval that the most claims share",
}
"""A rule in words, as it stands on charts and in exports."""


@dataclass(frozen=True)
class Collapsed:
    """What a rule makes of claims, in base units; low = high for a single number, NaN for an open end or for none.

    `claim_ids` are the claims whose figure it is: none for an interval that several share.
    """

    rule: Rule
    low: float
    high: float
    n_claims: int
    n_reports: int
    claim_ids: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The rule in force, with what it stands on."""
        return f"Rule: {RULE_WORDS[self.rule]}. {say_counts(self.n_claims, self.n_reports)}."


def collapse(claims: pd.DataFrame, rule: Rule) -> Collapsed:
    """Make one figure of claims; every number it returns is one that somebody stated, or an end of one.

    Takes alike claims, best one a claimant (`analysis.agreement.standing_claims`), with n_reports.
    """
    n_reports = int(claims["n_reports"].sum()) if "n_reports" in claims else len(claims)
    if rule is Rule.SHARED:
        shared = shared_interval(claims)
        ends = (None, None) if shared is None else (shared.bounds.low, shared.bounds.high)
        low, high = (math.nan if end is None else end for end in ends)
        return Collapsed(rule, low, high, len(claims), n_reports)
    numbers = stated(claims, {Rule.LOWEST: "low", Rule.BEST: "best", Rule.HIGHEST: "high"}[rule]).dropna()
    if numbers.empty:
        return Collapsed(rule, math.nan, math.nan, len(claims), n_reports)
    ordered = numbers.sort_values(kind="stable")
    place = {Rule.LOWEST: 0, Rule.BEST: (len(ordered) - 1) // 2, Rule.HIGHEST: len(ordered) - 1}[rule]
    chosen = float(ordered.iloc[place])
    whose = claims.loc[numbers.index[numbers.eq(chosen)], "claim_id"]
    return Collapsed(rule, chosen, chosen, len(claims), n_reports, tuple(whose))
