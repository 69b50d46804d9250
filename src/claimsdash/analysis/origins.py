"""Which reports are one claim, and which of them speaks for it.

Ten outlets that repeat one minister are one claim: every count, line and median stands on claims, never on reports.
"""

import pandas as pd

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
    ranked = _ranked(reports, *RENDITION)
    rendition = ranked.groupby(list(RENDITION), dropna=False, sort=False).ngroup()
    kept = ranked[~rendition.duplicated()]
    is_relay = kept["claim_id"].duplicated()
    counts = {}
    for name, counted in (("n_reports", ("report_id", "size")), ("n_outlets", ("outlet", "nunique"))):
        of_rendition = rendition[kept.index].map(ranked.groupby(rendition)[counted[0]].agg(counted[1]))
        of_claim = kept["claim_id"].map(ranked.groupby("claim_id")[counted[0]].agg(counted[1]))
        counts[name] = of_rendition.where(is_relay, of_claim)
    return _with_counts(reports, kept, counts).assign(is_relay=is_relay.to_numpy())


def _ranked(reports: pd.DataFrame, *others: str) -> pd.DataFrame:
    """Rank the reports by the columns that decide alone: moving fifty columns of text would cost more than the rest."""
    narrow = reports[list(dict.fromkeys([*_RANKED, *others]))]
    in_doubt, relayed = narrow["status"].ne("normal"), narrow["outlet"].ne(narrow["claimant"])
    by = ["claim_id", "_in_doubt", "_relayed", "reported_end", "table_id", "line", "report_id"]
    return narrow.assign(_in_doubt=in_doubt, _relayed=relayed).sort_values(by, na_position="last", kind="stable")


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
