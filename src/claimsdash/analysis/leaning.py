"""The house effects of one claimant: how far it stands from the pooled level on each topic that it speaks of."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from claimsdash.analysis.consensus import Fit, NoBand, band_claims, fit, poolable
from claimsdash.analysis.consensus.result import HOUSE_COLUMNS, LEAST_CLAIMS_FOR_A_LEAN
from claimsdash.analysis.latest import Like
from claimsdash.domain.errors import ClaimsdashError

LEANS = {
    "topic": "str", "n": "int64", "factor": "float64", "low": "float64", "high": "float64", "n_sources": "int64",
    "n_claims": "int64", "why": "str",
}  # fmt: skip  # several to a line
"""Column to type of `leans_of`."""

ONLY_BOUNDS = "only floors or ceilings are reported: no level to stand from"
FEW = f"fewer than {LEAST_CLAIMS_FOR_A_LEAN} comparable claims"


@dataclass(frozen=True)
class Question:
    """What a topic asks: which claims answer it, and how the amount may move (cumulative, level or share)."""

    like: Like
    growth: str


def leans_of(reports: pd.DataFrame, claimant: str, questions: Mapping[str, Question]) -> pd.DataFrame:
    """Estimate the house effect of a claimant on each topic that it speaks of and a question is given for.

    Takes a claims table of all claimants. Returns the columns of LEANS, one row a topic, those with an effect first: n
    (own claims that are pooled), factor and the 80 % interval low, high (a factor of the odds for shares), n_sources
    and n_claims of the fit; where none follows they are missing and `why` gives the reason. A topic on which it has
    fewer than three comparable claims is not fitted at all.
    """
    own = reports.loc[reports["claimant"].eq(claimant), "topic"].drop_duplicates()
    asked = [str(topic) for topic in own if topic in questions]
    rows = [(topic, *_lean(reports[reports["topic"].eq(topic)], claimant, questions[topic])) for topic in asked]
    table = pd.DataFrame(rows, columns=list(LEANS)).astype(LEANS)
    return table.sort_values(["why", "n", "topic"], ascending=[True, False, True], ignore_index=True)


Lean = tuple[int, float, float, float, int, int, str]


def _lean(reports: pd.DataFrame, claimant: str, question: Question) -> Lean:
    chosen = poolable(reports, question.like)
    n = int(chosen.loc[chosen["claimant"].eq(claimant), "claim_id"].nunique())
    if n < LEAST_CLAIMS_FOR_A_LEAN:
        return _none(n, FEW)
    try:
        return _of_fit(fit(band_claims(chosen), growth=question.growth), claimant)
    except NoBand as refusal:
        return _none(n, refusal.reason)
    except ClaimsdashError as error:
        return _none(n, f"No band: {error}")


def _of_fit(found: Fit, claimant: str) -> Lean:
    own = found.house[found.house["claimant"].eq(claimant)]
    counts = found.counts
    for n, *ends in own[["n", *HOUSE_COLUMNS]].itertuples(index=False):
        factor, low, high = (float(end) for end in ends)
        why = FEW if math.isnan(factor) else ""
        return int(n), factor, low, high, counts.sources, counts.claims, why
    return _none(0, FEW if len(found.house) else ONLY_BOUNDS)


def _none(n: int, why: str) -> Lean:
    return n, math.nan, math.nan, math.nan, 0, 0, why
