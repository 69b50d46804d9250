"""Everything one claimant said: by topic, through whom, how graded, and where it stands against others."""

import pandas as pd

from claimsdash.analysis.comparability import Verdict, comparisons
from claimsdash.analysis.drift import drift_of
from claimsdash.analysis.latest import latest_of_each
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.saying import say_claims

OTHERS = {
    "other_claimant": "str", "other_name": "str", "topics": "str", "n_pairs": "int64", "n_conflicts": "int64",
    "greatest": "float64", "n_different": "int64",
}  # fmt: skip  # several to a line
"""Column to type of `against_others`."""

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

    Takes a claims table. Returns outlet (key), outlet_name, n_claims, n_reports, n_changed (reports that changed
    something of what was said: `analysis.drift`): one row an outlet, most reports first; reports without a named outlet
    are left out.
    """
    own = reports[reports["claimant"].eq(claimant)]
    relayed = own[own.duplicated("claim_id", keep=False)]
    changed = {str(key) for _, group in relayed.groupby("claim_id") for key in _changed(group)}
    named = own[own["outlet"].notna()]
    named = named.assign(changed=named["report_id"].isin(changed))
    counted = named.groupby("outlet").agg(
        outlet_name=("outlet_name", "first"),
        n_claims=("claim_id", "nunique"),
        n_reports=("report_id", "size"),
        n_changed=("changed", "sum"),
    )
    return counted.reset_index().sort_values(["n_reports", "outlet"], ascending=[False, True], ignore_index=True)


def _changed(reports: pd.DataFrame) -> pd.Series:
    """Return the keys of the reports of one claim that differ from the one which speaks for it."""
    listed = drift_of(reports)
    return listed.loc[listed["differs"].ne(""), "report_id"]


def grades_of(reports: pd.DataFrame, claimant: str) -> pd.DataFrame:
    """Count the Admiralty codes that an editor gave to a claimant's reports; without any, no row.

    Takes a claims table. Returns grade (reliability and credibility, "?" for the one that is missing), n_claims,
    n_reports, most reports first.
    """
    own = reports[reports["claimant"].eq(claimant)]
    graded = own[own["reliability"].notna() | own["credibility"].notna()]
    grade = graded["reliability"].fillna("?").astype("str") + graded["credibility"].fillna("?").astype("str")
    grouped = graded.assign(grade=grade).groupby("grade")
    counted = grouped.agg(n_claims=("claim_id", "nunique"), n_reports=("report_id", "size")).reset_index()
    return counted.sort_values(["n_reports", "grade"], ascending=[False, True]).reset_index(drop=True)


def against_others(reports: pd.DataFrame, claimant: str) -> pd.DataFrame:
    """Say of each other claimant on the same topics in how many pairs of claims the two are in conflict.

    Takes a claims table of all claimants. Returns the columns of OTHERS, most conflicts first: n_pairs are those that
    can be compared at all, n_different those about different things, greatest the largest conflict factor (NaN without
    one), topics the keys of those with conflicts, or else with pairs, commas between.
    """
    shared = reports[reports["topic"].isin(reports.loc[reports["claimant"].eq(claimant), "topic"])]
    pairs = comparisons(shared, claimant=claimant)
    other = pairs["other_claimant"].where(pairs["claimant"].eq(claimant), pairs["claimant"])
    names = shared.drop_duplicates("claimant").set_index("claimant")["claimant_name"]
    rows = [(str(key), str(names[key]), *_against(group)) for key, group in pairs.groupby(other)]
    table = pd.DataFrame(rows, columns=list(OTHERS)).astype(OTHERS)
    order = ["n_conflicts", "n_pairs", "n_different", "other_name"]
    return table.sort_values(order, ascending=[False, False, False, True]).reset_index(drop=True)


def _against(pairs: pd.DataFrame) -> tuple[str, int, int, float, int]:
    at_odds = pairs[pairs["verdict"].eq(Verdict.CONFLICT.value)]
    compared = pairs[pairs["verdict"].isin([Verdict.CONFLICT.value, Verdict.AGREE.value])]
    told = next((part for part in (at_odds, compared, pairs) if len(part)), pairs)
    n_different = int(pairs["verdict"].eq(Verdict.DIFFERENT.value).sum())
    topics = ", ".join(sorted(set(told["topic"])))
    return topics, len(compared), len(at_odds), float(at_odds["factor"].max()), n_different


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
