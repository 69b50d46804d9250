"""What two choices of reports have in common: the claims in both, and those in one of them alone."""

from dataclasses import dataclass

import pandas as pd

from claimsdash.analysis.origins import claims_of


@dataclass(frozen=True)
class Apart:
    """Counts of claims, and the claims of each side that the other does not have, as claims tables."""

    n_both: int
    only_one: pd.DataFrame
    only_two: pd.DataFrame


def apart(one: pd.DataFrame, two: pd.DataFrame) -> Apart:
    """Compare two claims tables of reports by claim_id; a claim that only its relays differ in counts as in both."""
    first, second = set(one["claim_id"]), set(two["claim_id"])
    alone = (rows[~rows["claim_id"].isin(other)] for rows, other in ((one, second), (two, first)))
    return Apart(len(first & second), *(claims_of(rows.reset_index(drop=True)) for rows in alone))
