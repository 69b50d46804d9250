"""Which reports of a table about to be added may be of a claim that is known: suggestions for a person to decide."""

import pandas as pd

from claimsdash.analysis.matching import SUGGESTED_FROM, suggest_matches

RELAY_DTYPES = {
    "report_id": "str", "line": "int64", "value_text": "str", "claim_id": "str", "known_value": "str",
    "known_outlet": "str", "score": "float64", "reasons": "str",
}  # fmt: skip  # several to a line

MOST_REPORTS = 5_000
"""Coming reports above which nothing is suggested: nobody decides so many one by one."""


def suggest_relays(coming: pd.DataFrame, known: pd.DataFrame, *, least: float = SUGGESTED_FROM) -> pd.DataFrame:
    """Suggest for reports without a claim_id of their own the known claim that each may be of; nothing is merged.

    The scores and reasons are those of `suggest_matches`. Takes two claims tables. Returns report_id, line, value_text
    of the coming report, claim_id, known_value and known_outlet of the known one, score and reasons: the best for each
    report, the highest score first. Without a match, and for more than MOST_REPORTS, no row.
    """
    alone = coming[coming["inferred"].fillna("").str.contains(r"\bclaim_id\b", regex=True)]
    alone = alone[alone["topic"].isin(known["topic"]) & ~alone["report_id"].isin(known["report_id"])]
    if alone.empty or len(alone) > MOST_REPORTS:
        return pd.DataFrame(columns=list(RELAY_DTYPES)).astype(RELAY_DTYPES)
    others = known[known["topic"].isin(alone["topic"]) & known["claimant"].isin(alone["claimant"])]
    pairs = suggest_matches(pd.concat([others, alone], ignore_index=True), least=least, apart=alone["report_id"])
    flipped = pairs.rename(columns={"report_id": "other_report_id", "other_report_id": "report_id"})
    both = pd.concat([pairs, flipped], ignore_index=True)[["report_id", "other_report_id", "score", "reasons"]]
    found = both.merge(alone[["report_id", "line", "value_text"]], on="report_id")
    claims = others[["report_id", "claim_id", "value_text", "outlet_name"]].set_axis(
        ["other_report_id", "claim_id", "known_value", "known_outlet"], axis=1
    )
    found = found.merge(claims, on="other_report_id")
    best = found.sort_values(["score", "line"], ascending=[False, True], kind="stable").drop_duplicates("report_id")
    return best[list(RELAY_DTYPES)].astype(RELAY_DTYPES).reset_index(drop=True)
