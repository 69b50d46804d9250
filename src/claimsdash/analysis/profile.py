"""Everything one claimant said: by topic, and through whom."""

import pandas as pd

from claimsdash.analysis.latest import latest_of_each
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.saying import say_claims

TOPIC_COLUMNS = ("topic", "latest", "as_of", "n_claims", "n_reports", "position", "n_others", "report_id")


def topics_of(reports: pd.DataFrame, claimant: str) -> pd.DataFrame:
    """List the topics on which a claimant has spoken, with its latest claim and where that stands.

    Takes a claims table of all claimants. Returns one row a topic, most claims first: topic, latest (the figure in
    words), as_of, n_claims, n_reports, position (`lowest`, `highest`, `between`, `alone` among the latest claims of
    other claimants of the same unit, basis and modality, missing where the figure has no number), n_others, report_id.
    """
    own = reports[reports["claimant"].eq(claimant)]
    rows = [_topic_row(str(topic), reports[reports["topic"].eq(topic)], claimant) for topic in own["topic"].unique()]
    table = pd.DataFrame(rows, columns=list(TOPIC_COLUMNS))
    return table.sort_values(["n_claims", "topic"], ascending=[False, True]).reset_index(drop=True)


def relayers_of(reports: pd.DataFrame, claimant: str) -> pd.DataFrame:
    """Count through whom a claimant's words were printed.

    Takes a claims table. Returns outlet (key), outlet_name, n_claims, n_reports: one row an outlet, most reports first;
    reports without a named outlet are left out.
    """
    own = reports[reports["claimant"].eq(claimant) & reports["outlet"].notna()]
    grouped = own.groupby("outlet").agg(
        outlet_name=("outlet_name", "first"), n_claims=("claim_id", "nunique"), n_reports=("report_id", "size")
    )
    return grouped.reset_index().sort_values(["n_reports", "outlet"], ascending=[False, True]).reset_index(drop=True)


def _topic_row(topic: str, reports: pd.DataFrame, claimant: str) -> dict[str, object]:
    claims = claims_of(reports)
    own = claims[claims["claimant"].eq(claimant)]
    basis = str(own["basis"].mode().iat[0])
    latest = latest_of_each(own, basis=basis)
    row = latest.iloc[0]
    others = _alike(claims[claims["claimant"].ne(claimant)], row, basis)
    return {
        "topic": topic,
        "latest": say_claims(latest).iat[0],
        "as_of": row["as_of"],
        "n_claims": len(own),
        "n_reports": int(own["n_reports"].sum()),
        "position": _position(float(row["base_at"]), others["base_at"]),
        "n_others": len(others),
        "report_id": row["report_id"],
    }


def _alike(claims: pd.DataFrame, row: pd.Series, basis: str) -> pd.DataFrame:
    same = claims["base_at"].notna() & claims["status"].eq("normal")
    for column in ("base_unit", "basis", "modality"):
        same &= claims[column].eq(row[column])
    return latest_of_each(claims[same], basis=basis)


def _position(value: float, others: pd.Series) -> str | None:
    if pd.isna(value):
        return None
    if others.empty:
        return "alone"
    if value > others.max():
        return "highest"
    return "lowest" if value < others.min() else "between"
