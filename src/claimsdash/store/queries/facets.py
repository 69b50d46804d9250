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

_SHARED = {facet: LIST_COLUMNS[field] for facet, field in FACETS.items() if facet != "outlet"}
"""Facet to column, of those in which the reports of one claim are mostly alike."""

_LABELS = {"claimants": "claimant_name", "outlets": "outlet_name"}
_DTYPES = {"facet": TEXT, "value": TEXT, "label": TEXT, "n_claims": COUNT, "n_reports": COUNT}


def facets(engine: Engine, selection: Selection) -> pd.DataFrame:
    """Count the choices of each filter with all other filters applied but its own.

    Returns facet (a key of FACETS), value, label: str; n_claims, n_reports: int64. One row for each choice that leaves
    anything, and for each that is made, with 0 where it leaves nothing; facets in order, most claims first.
    """
    counted = ask(engine, f"{_counting(selection)} ORDER BY n_claims DESC, label, value", _DTYPES, selection)
    return _in_order(_with_chosen(engine, selection, counted))


def _with_chosen(engine: Engine, selection: Selection, counted: pd.DataFrame) -> pd.DataFrame:
    """Return the choices that leave anything, and those that are made."""
    chosen = {(facet, key) for facet, field in FACETS.items() for key in getattr(selection, field)}
    if not chosen:
        return counted
    is_chosen = pd.Series([pair in chosen for pair in zip(counted["facet"], counted["value"], strict=True)], dtype=bool)
    shown = counted[(counted["n_reports"] > 0) | is_chosen]
    absent = chosen - set(zip(shown["facet"], shown["value"], strict=True))
    if not absent:
        return shown
    rows = pd.concat([shown, _nothing_left(engine, selection, absent)])
    return rows.sort_values(["n_claims", "label", "value"], ascending=[False, True, True])


def _counting(selection: Selection) -> str:
    """Return the SQL: reports of a claim, which mostly differ in their outlet alone, are counted by claim, outlets not.

    A claim has a row in `by_claim` for each way in which its reports differ otherwise. Where it has one, that is added
    up with its like; of the `mixed` claims, few as a rule, each is kept apart and counted once.
    """
    found = conditions(selection)
    of_topic = f"FROM claims WHERE {all_of(found, but=tuple(FACETS.values()))}"
    shared = ", ".join(_SHARED.values())
    return f"""
        WITH by_claim AS (
            SELECT claim_id, {shared}, max(claimant_name) AS claimant_name,
                count(CASE WHEN {found.get("outlets", "TRUE")} THEN 1 END) AS n_reports
            {of_topic} GROUP BY claim_id, {shared}),
        mixed AS (SELECT claim_id AS mixed_id FROM by_claim GROUP BY claim_id HAVING count(*) > 1),
        alike AS (
            SELECT {shared}, mixed_id, max(claimant_name) AS claimant_name, sum(n_reports) AS n_reports,
                count(CASE WHEN mixed_id IS NULL AND n_reports > 0 THEN 1 END) AS n_claims
            FROM by_claim LEFT JOIN mixed ON claim_id = mixed_id GROUP BY {shared}, mixed_id)
        {_counting_alike(found)}
        UNION ALL
        SELECT 'outlet' AS facet, outlet AS value, coalesce(max(outlet_name), outlet) AS label,
            count(DISTINCT CASE WHEN is_kept THEN claim_id END) AS n_claims,
            count(CASE WHEN is_kept THEN 1 END) AS n_reports
        FROM (SELECT *, {all_of(_others("outlet", found))} AS is_kept {of_topic}) AS held
        WHERE outlet IS NOT NULL GROUP BY outlet"""


def _counting_alike(found: dict[str, str]) -> str:
    """Return the SQL: each row of `alike` once for each facet, whether the other filters keep it beside it, counted."""
    kept = {facet: all_of(_others(facet, found), but=("outlets",)) for facet in _SHARED}
    return f"""
        SELECT facet, value, coalesce(max(label), value) AS label,
            CAST(sum(CASE WHEN is_kept THEN n_claims ELSE 0 END) AS BIGINT)
                + count(DISTINCT CASE WHEN is_kept AND n_reports > 0 THEN mixed_id END) AS n_claims,
            CAST(sum(CASE WHEN is_kept THEN n_reports ELSE 0 END) AS BIGINT) AS n_reports
        FROM (SELECT facet.name AS facet, mixed_id, n_claims, n_reports, {_by_facet(_SHARED)} AS value,
                {_by_facet({"claimant": "claimant_name"})} AS label, {_by_facet(kept)} AS is_kept
            FROM alike CROSS JOIN (VALUES {", ".join(f"('{facet}')" for facet in _SHARED)}) AS facet(name)) AS choices
        WHERE value IS NOT NULL GROUP BY facet, value"""


def _by_facet(expressions: dict[str, str]) -> str:
    cases = " ".join(f"WHEN '{facet}' THEN {expression}" for facet, expression in expressions.items())
    return f"CASE facet.name {cases} END"


def _others(facet: str, found: dict[str, str]) -> dict[str, str]:
    """Return the conditions that the choices of the other facets make."""
    return {field: found[field] for name, field in FACETS.items() if name != facet and field in found}


def _nothing_left(engine: Engine, selection: Selection, absent: set[tuple[str, str]]) -> pd.DataFrame:
    """Return the choices that no report has under the other filters, with the names they have elsewhere."""
    names = _names_elsewhere(engine, selection, {facet for facet, _ in absent})
    rows = [(*choice, names.get(choice, choice[1]), 0, 0) for choice in absent]
    return pd.DataFrame(rows, columns=list(_DTYPES)).astype(_DTYPES)


def _names_elsewhere(engine: Engine, selection: Selection, among: set[str]) -> dict[tuple[str, str], str]:
    """Return (facet, key) to name, for the choices made in the facets whose keys have names."""
    found = conditions(selection)
    named = {facet: FACETS[facet] for facet in sorted(among) if FACETS[facet] in _LABELS}
    sql = " UNION ALL ".join(
        f"SELECT '{facet}' AS facet, {LIST_COLUMNS[field]} AS value, max({_LABELS[field]}) AS label"
        f" FROM claims WHERE {found[field]} GROUP BY {LIST_COLUMNS[field]}"
        for facet, field in named.items()
    )
    if not sql:
        return {}
    names = ask(engine, sql, dict.fromkeys(("facet", "value", "label"), TEXT), selection).dropna()
    return dict(zip(zip(names["facet"], names["value"], strict=True), names["label"], strict=True))


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Sort by facet; within one, rows stay in the order in which they come."""
    place = rows["facet"].map({facet: place for place, facet in enumerate(FACETS)})
    return rows.iloc[place.argsort(kind="stable")].reset_index(drop=True)
