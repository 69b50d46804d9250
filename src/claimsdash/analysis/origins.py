"""Which reports are one claim, and which of them speaks for it.

Ten outlets that repeat one minister are one claim: every count, line and median stands on claims, never on reports.
"""

import pandas as pd

RENDITION = ("claim_id", "qualifier", "base_unit", "base_low", "base_best", "base_high", "modality", "basis")
"""Two reports of a claim are one rendition if they agree in all of these."""


def origins_first(reports: pd.DataFrame) -> pd.DataFrame:
    """Order the reports of each claim: the claimant's own document, else the earliest relay, undated ones last.

    The rule is that of origins in circular reporting: a claim is represented by its author's own document where there
    is one. A disputed or withdrawn report speaks for a claim only where there is no other. Among equals the order of
    the file decides. Takes a claims table; returns the same rows and columns, claims in the order of their keys.
    """
    in_doubt, relayed = reports["status"].ne("normal"), reports["outlet"].ne(reports["claimant"])
    by = ["claim_id", "_in_doubt", "_relayed", "reported_end", "table_id", "line", "report_id"]
    keyed = reports.assign(_in_doubt=in_doubt, _relayed=relayed)
    return keyed.sort_values(by, na_position="last", kind="stable").drop(columns=["_in_doubt", "_relayed"])


def claims_of(reports: pd.DataFrame) -> pd.DataFrame:
    """Collapse reports to claims: one row each, that of the report which speaks for the claim.

    Takes a claims table. Returns its columns and n_reports, n_outlets: int; an empty table stays empty.
    """
    ordered = origins_first(reports)
    claims = ordered.drop_duplicates("claim_id").reset_index(drop=True)
    grouped = ordered.groupby("claim_id", sort=False)
    claims["n_reports"] = claims["claim_id"].map(grouped.size()).astype("int64")
    claims["n_outlets"] = claims["claim_id"].map(grouped["outlet"].nunique()).astype("int64")
    return claims


def renditions_of(reports: pd.DataFrame) -> pd.DataFrame:
    """Keep one row for each claim, and one for each differing rendition of it by a relay.

    Takes a claims table. Returns its columns and n_reports (of the claim; of the rendition for a relay), n_outlets and
    is_relay: bool (a rendition other than that of the report which speaks for the claim).
    """
    ordered = origins_first(reports)
    kept = ordered.drop_duplicates(list(RENDITION)).reset_index(drop=True)
    kept["is_relay"] = kept["claim_id"].duplicated()
    per_claim = ordered.groupby("claim_id")
    per_rendition = ordered.groupby(list(RENDITION), dropna=False).agg(
        of_rendition=("report_id", "size"), outlets_of_rendition=("outlet", "nunique")
    )
    joined = kept.join(per_rendition, on=list(RENDITION))
    n_reports = joined["of_rendition"].where(kept["is_relay"], kept["claim_id"].map(per_claim.size()))
    n_outlets = joined["outlets_of_rendition"].where(
        kept["is_relay"], kept["claim_id"].map(per_claim["outlet"].nunique())
    )
    return kept.assign(n_reports=n_reports.astype("int64"), n_outlets=n_outlets.astype("int64"))


def every_report(reports: pd.DataFrame) -> pd.DataFrame:
    """Keep every report, and tell those that speak for their claim from the relays.

    Takes a claims table. Returns its columns and n_reports, n_outlets (always 1) and is_relay: bool.
    """
    ordered = origins_first(reports).reset_index(drop=True)
    return ordered.assign(is_relay=ordered["claim_id"].duplicated(), n_reports=1, n_outlets=1)
