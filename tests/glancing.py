"""Topics at a glance from every report in memory: what the queries are compared with."""

from collections.abc import Mapping

import pandas as pd

from claimsdash.analysis.latest import Like
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.overview import Glance, glances


def glances_of_table(reports: pd.DataFrame, like: Mapping[str, Like]) -> list[Glance]:
    """Sum up each topic of a claims table."""
    totals = reports.groupby("topic", as_index=False).agg(
        n_claims=("claim_id", "nunique"),
        n_reports=("report_id", "size"),
        n_claimants=("claimant", "nunique"),
        last_reported=("reported_end", "max"),
    )
    claims = pd.concat([reports.head(0), *(claims_of(part) for _, part in reports.groupby("topic"))])
    n_of_unit = claims.groupby(["topic", "base_unit"])["claim_id"].transform("size")
    return glances(totals, claims.assign(n_alike=1, n_of_unit=n_of_unit), like)
