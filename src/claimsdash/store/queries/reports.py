"""The reports themselves."""

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.intake.table import CLAIM_DTYPES
from claimsdash.store.engine import Engine
from claimsdash.store.queries.asking import CLAIM_LIST, READING_ORDER, TEXT, ask
from claimsdash.store.queries.conditions import all_of, conditions


def reports_of(engine: Engine, selection: Selection) -> pd.DataFrame:
    """Return the selected reports as a claims table, by as-of period, then by publication; days unknown come last."""
    sql = f"SELECT {CLAIM_LIST} FROM claims WHERE {all_of(conditions(selection))} ORDER BY {READING_ORDER}"
    return ask(engine, sql, CLAIM_DTYPES, selection)


def report_or_claim(engine: Engine, key: str) -> pd.DataFrame:
    """Return all reports of a claim as a claims table, whatever is selected.

    `key` is a claim_id or the report_id of any of its reports; an unknown one gives an empty table.
    """
    sql = f"""
        SELECT {CLAIM_LIST} FROM claims
        WHERE claim_id = :key OR claim_id IN (SELECT claim_id FROM claims WHERE report_id = :key)
        ORDER BY {READING_ORDER}"""
    return ask(engine, sql, CLAIM_DTYPES, key=key)


def keys_at_which_rows_may_point(engine: Engine) -> frozenset[str]:
    """Return every report_id and claim_id of the workspace."""
    sql = "SELECT report_id AS key FROM claims UNION SELECT claim_id FROM claims"
    return frozenset(ask(engine, sql, {"key": TEXT})["key"])
