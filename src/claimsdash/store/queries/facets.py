"""The choices of each filter, with how many claims and reports each would leave."""

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries.asking import COUNT, TEXT, ask
from claimsdash.store.queries.conditions import LIST_COLUMNS, all_of, conditions

FACETS = {
    "claimant": "claimants",
    "kind": "kinds",
    "country": "countries",
    "outlet": "outlets",
    "modality": "modalities",
    "table": "tables",
}
"""Facet to field of the selection."""

_LABELS = {"claimants": "claimant_name", "outlets": "outlet_name"}
_DTYPES = {"facet": TEXT, "value": TEXT, "label": TEXT, "n_claims": COUNT, "n_reports": COUNT}


def facets(engine: Engine, selection: Selection) -> pd.DataFrame:
    """Count the choices of each filter with all other filters applied but its own.

    Returns facet (a key of FACETS), value, label: str; n_claims, n_reports: int64. One row for each choice that leaves
    anything, and for each that is made, with 0 where it leaves nothing; facets in order, most claims first.
    """
    counted = ask(engine, _counting(selection), _DTYPES, selection)
    chosen = {(facet, key) for facet, field in FACETS.items() for key in getattr(selection, field)}
    is_chosen = pd.Series([pair in chosen for pair in zip(counted["facet"], counted["value"], strict=True)], dtype=bool)
    shown = counted[(counted["n_reports"] > 0) | is_chosen]
    absent = chosen - set(zip(shown["facet"], shown["value"], strict=True))
    rows = pd.concat([shown, _nothing_left(engine, absent)]) if absent else shown
    return _in_order(rows)


def _counting(selection: Selection) -> str:
    """Return the SQL: each report once for each facet, whether the other filters keep it beside it, then counted."""
    found = conditions(selection)
    lists = [field for field in FACETS.values() if field in found]
    flags = "".join(f", ({found[field]}) AS in_{field}" for field in lists)
    columns = ", ".join([*LIST_COLUMNS.values(), *_LABELS.values()])
    return f"""
        WITH held AS (SELECT claim_id, {columns}{flags} FROM claims WHERE {all_of(found, but=tuple(lists))}),
        choices AS (
            SELECT claim_id, facet.name AS facet,
                {_by_facet({facet: LIST_COLUMNS[field] for facet, field in FACETS.items()})} AS value,
                {_by_facet({facet: _LABELS[field] for facet, field in FACETS.items() if field in _LABELS})} AS label,
                {_by_facet({facet: _others(field, lists) for facet, field in FACETS.items()})} AS is_kept
            FROM held CROSS JOIN (VALUES {", ".join(f"('{facet}')" for facet in FACETS)}) AS facet(name))
        SELECT facet, value, coalesce(max(label), value) AS label,
            count(DISTINCT CASE WHEN is_kept THEN claim_id END) AS n_claims,
            count(CASE WHEN is_kept THEN 1 END) AS n_reports
        FROM choices WHERE value IS NOT NULL GROUP BY facet, value"""


def _by_facet(expressions: dict[str, str]) -> str:
    cases = " ".join(f"WHEN '{facet}' THEN {expression}" for facet, expression in expressions.items())
    return f"CASE facet.name {cases} END"


def _others(field: str, lists: list[str]) -> str:
    return " AND ".join(f"in_{other}" for other in lists if other != field) or "TRUE"


def _nothing_left(engine: Engine, absent: set[tuple[str, str]]) -> pd.DataFrame:
    """Return the choices that no report has under the other filters, with the names they have elsewhere."""
    rows = [(facet, value, _name_elsewhere(engine, facet, value), 0, 0) for facet, value in absent]
    return pd.DataFrame(rows, columns=list(_DTYPES)).astype(_DTYPES)


def _name_elsewhere(engine: Engine, facet: str, value: str) -> str:
    field = FACETS[facet]
    if field not in _LABELS:
        return value
    sql = f"SELECT max({_LABELS[field]}) AS label FROM claims WHERE {LIST_COLUMNS[field]} = :value"
    label = ask(engine, sql, {"label": TEXT}, value=value)["label"].iloc[0]
    return value if pd.isna(label) else str(label)


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    order = list(FACETS)
    place = rows["facet"].map(order.index)
    by = ["place", "n_claims", "label", "value"]
    ordered = rows.assign(place=place).sort_values(by, ascending=[True, False, True, True])
    return ordered[list(_DTYPES)].reset_index(drop=True)
