"""Ratios that follow from two totals of one claimant and date, such as shells claimed over containers claimed."""

import math
from collections.abc import Iterator

import pandas as pd

from claimsdash.analysis.display import mark_ids
from claimsdash.analysis.statement import Statement, statements
from claimsdash.domain.bounds import Bounds, BoundsError

COLUMNS = {
    "claim_id": "str", "over": "str", "claimant": "str", "claimant_name": "str", "as_of_start": "datetime64[s]",
    "as_of_end": "datetime64[s]", "modality": "str", "unit": "str", "over_unit": "str", "ratio_low": "float64",
    "ratio_high": "float64", "refused": "str", "either_or": "bool", "mark_id": "int32", "n_claims": "int64",
    "n_reports": "int64",
}  # fmt: skip  # several to a line
"""Column to type of a table of ratios; units are base units."""


def ratio_of(claim: Bounds, over: Bounds) -> Bounds | None:
    """Return the ratio of two amounts, None where none follows.

    >>> ratio_of(Bounds(3_000_000, None), Bounds(6566, 6834))
    Bounds(low=438.98156277436345, high=None)
    >>> ratio_of(Bounds(6_000_000, None), Bounds(13_000, None)) is None
    True
    """
    try:
        ratio = Bounds(max(0.0, claim.low or 0.0), claim.high) / Bounds(max(0.0, over.low or 0.0), over.high)
    except BoundsError:
        return None
    return None if not ratio.low and ratio.high is None else ratio


def implied_ratios(claims: pd.DataFrame, over: pd.DataFrame) -> pd.DataFrame:
    """Divide the claims of one topic by those of another, for each claimant and date.

    Takes two tables of claims (one row each; n_reports where known). Paired are running totals or stocks of one
    claimant whose dates overlap. Returns the columns of COLUMNS: NaN is an open
    end, `refused` says why no ratio follows, `either_or` that the claim is one of two alternatives, which are never
    summed. Empty where no claimant gave both.
    """
    alternatives = set(claims.loc[claims["alternative_of"].notna(), "claim_id"])
    rows = [
        _row(one, other, either_or=one.claim_id in alternatives)
        for one, other in _pairs(statements(claims), statements(over))
    ]
    table = pd.DataFrame(rows, columns=[name for name in COLUMNS if name != "mark_id"])
    ids = dict(zip(claims["claim_id"], mark_ids(claims["report_id"]), strict=True))
    ordered = table.assign(mark_id=[ids[key] for key in table["claim_id"]])[list(COLUMNS)].astype(COLUMNS)
    return ordered.sort_values(["as_of_end", "claimant", "claim_id", "over"], ignore_index=True)


def _pairs(claims: list[Statement], over: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    for one in claims:
        for other in over:
            alike = one.claimant == other.claimant and one.basis == other.basis and one.as_of.gap(other.as_of) == 0
            if alike and one.bounds is not None and other.bounds is not None:
                yield one, other


def _row(one: Statement, other: Statement, *, either_or: bool) -> tuple[object, ...]:
    ratio = ratio_of(one.bounds, other.bounds) if one.bounds and other.bounds else None
    ends = (math.nan, math.nan) if ratio is None else (ratio.low, ratio.high)
    refused = "" if ratio else "No ratio follows: both ends are open. From two lower bounds any ratio is possible."
    keys = one.claim_id, other.claim_id, one.claimant, one.name, one.as_of.first, one.as_of.last, one.modality
    return *keys, one.unit, other.unit, *ends, refused, either_or, 2, one.n_reports + other.n_reports
