"""Which reports are one claim, and which of them speaks for it.

Ten outlets that repeat one minister are one claim: every count, line and median stands on claims, never on reports.
"""

from typing import Any

import numpy as np
import pandas as pd

from claimsdash.analysis.ordering import MISSING, Codes, code_of, joined, order_by

RENDITION = ("claim_id", "qualifier", "base_unit", "base_low", "base_best", "base_high", "modality", "basis")
"""Two reports of a claim are one rendition if they agree in all of these."""


_RANKED = ["status", "outlet", "claimant", "claim_id", "reported_end", "table_id", "line", "report_id"]


def origins_first(reports: pd.DataFrame) -> pd.DataFrame:
    """Order the reports of each claim: the claimant's own document, else the earliest relay, undated ones last.

    The rule is that of origins in circular reporting: a claim is represented by its author's own document where there
    is one. A disputed or withdrawn report speaks for a claim only where there is no other. Among equals the order of
    the file decides. Takes a claims table; returns the same rows and columns, claims in the order of their keys.
    """
    return reports.loc[_ranked(reports).index]


def claims_of(reports: pd.DataFrame) -> pd.DataFrame:
    """Collapse reports to claims: one row each, that of the report which speaks for the claim.

    Takes a claims table. Returns its columns and n_reports, n_outlets: int; an empty table stays empty.
    """
    ranked = _ranked(reports)
    kept = ranked.drop_duplicates("claim_id")
    grouped = ranked.groupby("claim_id", sort=False)
    counts = {"n_reports": grouped.size(), "n_outlets": grouped["outlet"].nunique()}
    return _with_counts(reports, kept, {name: kept["claim_id"].map(count) for name, count in counts.items()})


def renditions_of(reports: pd.DataFrame) -> pd.DataFrame:
    """Keep one row for each claim, and one for each differing rendition of it by a relay.

    Takes a claims table. Returns its columns and n_reports (of the claim; of the rendition for a relay), n_outlets and
    is_relay: bool (a rendition other than that of the report which speaks for the claim).
    """
    order = _order(reports)
    claim, *others = (code_of(reports[name])[order] for name in RENDITION)
    claim, outlet = joined([claim]), code_of(reports["outlet"])[order]
    rendition = joined([claim, *others])
    first = _first_of(rendition)
    is_relay = ~_is_first(claim)[first]
    counts = {
        "n_reports": np.where(is_relay, _sizes(rendition)[rendition[first]], _sizes(claim)[claim[first]]),
        "n_outlets": np.where(is_relay, _different(rendition, outlet)[first], _different(claim, outlet)[first]),
    }
    return reports.take(order[first]).assign(**counts, is_relay=is_relay).reset_index(drop=True)


def _is_first(codes: Codes) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Tell which rows are the first of their code."""
    return ~pd.Series(codes).duplicated().to_numpy()


def _first_of(codes: Codes) -> Codes:
    return np.flatnonzero(_is_first(codes))


def _sizes(codes: Codes) -> Codes:
    """Return how many rows have each code."""
    return np.bincount(codes)


def _different(codes: Codes, values: Codes) -> Codes:
    """Return for each row how many different values, of those that are known, the rows of its code have."""
    counted = _is_first(joined([codes, values])) & (values != MISSING)
    return np.bincount(codes, weights=counted).astype("int64")[codes]


def _order(reports: pd.DataFrame) -> Codes:
    """Return the order in which the reports of a claim come, that which speaks for it first."""
    in_doubt, relayed = reports["status"].ne("normal"), reports["outlet"].ne(reports["claimant"])
    kept = reports[["claim_id", "reported_end", "table_id", "line", "report_id"]]
    by = ["claim_id", "_in_doubt", "_relayed", "reported_end", "table_id", "line", "report_id"]
    return order_by(kept.assign(_in_doubt=in_doubt, _relayed=relayed), by)


def _ranked(reports: pd.DataFrame, *others: str) -> pd.DataFrame:
    """Rank the reports by the columns that decide alone: moving fifty columns of text would cost more than the rest."""
    return reports[list(dict.fromkeys([*_RANKED, *others]))].take(_order(reports))


def _with_counts(reports: pd.DataFrame, kept: pd.DataFrame, counts: dict[str, pd.Series]) -> pd.DataFrame:
    return (
        reports.loc[kept.index].assign(**{name: n.astype("int64") for name, n in counts.items()}).reset_index(drop=True)
    )


def every_report(reports: pd.DataFrame) -> pd.DataFrame:
    """Keep every report, and tell those that speak for their claim from the relays.

    Takes a claims table. Returns its columns and n_reports, n_outlets (always 1) and is_relay: bool.
    """
    ordered = origins_first(reports).reset_index(drop=True)
    return ordered.assign(is_relay=ordered["claim_id"].duplicated(), n_reports=1, n_outlets=1)
