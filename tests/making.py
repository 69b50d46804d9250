"""Rows and tables for tests, with every column of a claims table filled in."""

from typing import Any

import pandas as pd

from claimsdash.intake.table import as_claims_table

_SEOUL: dict[str, Any] = {
    "report_id": "mnd-2024-02-26-containers-yonhap",
    "claim_id": "mnd-2024-02-26-containers",
    "topic": "containers_shipped",
    "value_text": "6,700",
    "low": 6700.0,
    "best": 6700.0,
    "high": 6700.0,
    "qualifier": "exact",
    "unit": "container",
    "basis": "cumulative",
    "modality": "asserted",
    "as_of": "2024-02-26",
    "reported_on": "2024-02-26",
    "claimant": "rok_mnd",
    "outlet": "yonhap",
    "status": "normal",
    "table_id": "curated",
    "line": 2,
    "claimant_name": "ROK Ministry of National Defense",
    "claimant_kind": "government",
    "claimant_country": "KR",
    "claimant_interest": "adversary",
    "outlet_name": "Yonhap",
}


def a_claim(**given: Any) -> dict[str, Any]:
    """Return one row of a claims table: 6,700 containers, as Seoul said on 26 February 2024, but for what is given.

    Days and base values follow from `as_of`, `reported_on`, `low`, `best`, `high` where those are full days and the
    base unit is the unit itself.
    """
    row = _SEOUL | given
    row.setdefault("base_unit", row["unit"])
    at = next((row[name] for name in ("best", "low", "high") if pd.notna(row.get(name))), None)
    row.setdefault("value_at", at)
    for name in ("low", "best", "high"):
        row.setdefault(f"base_{name}", row.get(name))
    row.setdefault("base_at", row["value_at"])
    for name, column in (("since", "since"), ("as_of", "as_of"), ("reported_on", "reported")):
        for end in ("start", "end"):
            row.setdefault(f"{column}_{end}", pd.Timestamp(row[name]) if row.get(name) else None)
    return row


def a_table(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return a claims table of the given rows; without any, an empty one."""
    return as_claims_table(pd.DataFrame(list(rows)))
