"""In what the figures of each topic are stated, and what keys there are: small answers, however large the table."""

import pandas as pd

from claimsdash.store.engine import Engine
from claimsdash.store.queries.asking import COUNT, NUMBER, TEXT, ask
from claimsdash.store.queries.conditions import LIST_COLUMNS
from claimsdash.store.queries.facets import FACETS


def measures(engine: Engine) -> pd.DataFrame:
    """Count the reports of each topic by unit and basis.

    Returns topic, unit, base_unit, basis: str; n_reports: int64; base_most: float64, the largest end stated, in the
    base unit, NaN where none is. By topic, most reports first.
    """
    sql = """
        SELECT topic, unit, base_unit, basis, count(*) AS n_reports,
            max(greatest(base_low, base_best, base_high)) AS base_most
        FROM claims GROUP BY topic, unit, base_unit, basis
        ORDER BY topic, n_reports DESC, unit, base_unit, basis"""
    texts = dict.fromkeys(("topic", "unit", "base_unit", "basis"), TEXT)
    return ask(engine, sql, texts | {"n_reports": COUNT, "base_most": NUMBER})


def keys(engine: Engine) -> dict[str, frozenset[str]]:
    """Return the keys that each filter may name: facet (a key of FACETS) to keys."""
    sql = " UNION ALL ".join(
        f"SELECT DISTINCT '{facet}' AS facet, {LIST_COLUMNS[field]} AS value FROM claims"
        f" WHERE {LIST_COLUMNS[field]} IS NOT NULL"
        for facet, field in FACETS.items()
    )
    found = ask(engine, sql, {"facet": TEXT, "value": TEXT})
    return {facet: frozenset(found.loc[found["facet"].eq(facet), "value"]) for facet in FACETS}
