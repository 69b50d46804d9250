"""From the claims table of the dashboard to the table of claims that the fit takes."""

import pandas as pd

from claimsdash.analysis.latest import Like, is_like
from claimsdash.domain.claim import Modality, Status
from claimsdash.domain.errors import ClaimsdashError

ALIKE = ("topic", "basis", "base_unit", "scope")
"""Only claims that agree in these are pooled."""
DAY_FORM = "%Y-%m-%d"


def poolable(reports: pd.DataFrame, like: Like) -> pd.DataFrame:
    """Keep the reports of one topic that may be pooled: alike, and of the basis and scope that most claims have.

    Takes a claims table; returns the same columns, in the same order. Claims asserted decide what most have.
    """
    kept = reports[is_like(reports, like)]
    for column in ("basis", "scope"):
        told = kept[column].fillna("")
        counted = kept["claim_id"].where(kept["modality"].eq(Modality.ASSERTED)).groupby(told).nunique()
        if len(counted) > 1:
            kept = kept[told.eq(str(counted.sort_index().idxmax()))]
    return kept


def band_claims(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a claims table as `fit` takes them, numbers in the base unit.

    A report by the claimant's own outlet is the claim, the others are relays of it. What is not asserted, not normal in
    status or derived has that as its kind, and is left out by the fit with that reason. Raises ClaimsdashError, naming
    the columns, where reports of unlike things are mixed; an empty table stays empty.
    """
    for name in ALIKE:
        if reports[name].nunique(dropna=False) > 1:
            found = ", ".join(sorted(reports[name].fillna("none stated").unique()))
            raise ClaimsdashError(f"These reports differ in {name} ({found}): choose one, or they cannot be pooled.")
    own = reports["outlet"].isna() | reports["outlet"].eq(reports["claimant"])
    inferred = reports["inferred"].fillna("").str.split(",").apply(lambda names: "as_of" in names)
    numbers = {name: reports[f"base_{name}"] for name in ("low", "best", "high")}
    return pd.DataFrame(
        {
            "id": reports["claim_id"].where(own, reports["report_id"]),
            "claimant": reports["claimant"],
            "as_of": _period(reports, "as_of").where(~inferred, None),
            "reported_on": _period(reports, "reported"),
            "kind": _kind(reports),
            **numbers,
            "relay_of": reports["claim_id"].where(~own, None),
        }
    ).reset_index(drop=True)


def _period(reports: pd.DataFrame, name: str) -> pd.Series:
    """Write first and last day as `start/end`; missing where either is."""
    start, end = (reports[f"{name}_{side}"].dt.strftime(DAY_FORM) for side in ("start", "end"))
    return pd.Series(start.str.cat(end, sep="/"))


def _kind(reports: pd.DataFrame) -> pd.Series:
    kind = reports["qualifier"].where(reports["derived_from"].isna(), "derived")
    kind = kind.where(reports["modality"].eq(Modality.ASSERTED), reports["modality"])
    return kind.where(reports["status"].eq(Status.NORMAL), reports["status"])
