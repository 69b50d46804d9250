"""Of each topic the few claims that its card is made of, so that no card needs them all."""

from collections.abc import Mapping

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.intake.table import CLAIM_DTYPES
from claimsdash.store.engine import Engine
from claimsdash.store.queries.asking import COUNT, ask
from claimsdash.store.queries.conditions import all_of, conditions
from claimsdash.store.queries.origins import origins

NEWEST = 80
"""So many claims of a base unit are drawn in the small timeline of a card."""

_KEY = "table_id, report_id, line"
_LIKE = "topic, claimant, basis, modality, base_unit, is_scoped, is_comparable"
_RANKED = (
    *("topic", "claim_id", "claimant", "basis", "modality", "base_unit", "scope", "qualifier", "status", "base_at"),
    *("as_of_start", "as_of_end", "reported_end", "table_id", "report_id", "line"),
)
_COLUMNS = (
    *("topic", "claim_id", "report_id", "claimant", "claimant_name", "basis", "modality", "base_unit", "scope"),
    *("qualifier", "status", "value_text", "unit", "low", "best", "high", "as_of", "base_low", "base_best"),
    *("base_high", "base_at", "as_of_start", "as_of_end", "reported_start", "reported_end", "outlet"),
)


def claims_at_a_glance(engine: Engine, selection: Selection, scopes: Mapping[str, str]) -> pd.DataFrame:
    """Return of each topic the latest claim of each claimant, like with like, and the newest claims of each base unit.

    `scopes` names for some topics the scope in which their claims are compared: it is ranked apart. So are denials,
    withdrawn claims and those without a number. Returns the columns of a claims table that a card needs, and n_reports;
    n_alike: int64, the claims among which a row is the latest, 0 for a row that is only new; n_of_unit: int64, the
    claims of its topic and base unit. By topic and report_id.
    """
    scoped = " ".join(f"WHEN topic = :topic_{n} AND scope = :scope_{n} THEN TRUE" for n in range(len(scopes)))
    sql = f"""
        WITH {origins(selection, _RANKED, within=("topic", "claim_id"))}, spoken AS (
            SELECT *, {f"CASE {scoped} ELSE FALSE END" if scoped else "FALSE"} AS is_scoped,
                qualifier <> 'none' AND base_at IS NOT NULL AND status = 'normal' AS is_comparable
            FROM origins),
        ranked AS (
            SELECT {_KEY}, n_reports, count(*) OVER (PARTITION BY topic, base_unit) AS n_of_unit,
                count(*) OVER (PARTITION BY {_LIKE}) AS n_in_group,
                row_number() OVER (PARTITION BY {_LIKE} ORDER BY as_of_end DESC NULLS LAST,
                    reported_end DESC NULLS LAST, report_id, table_id) AS rank_in_group,
                row_number() OVER (PARTITION BY topic, base_unit, qualifier = 'none'
                    ORDER BY coalesce(as_of_end, as_of_start) DESC NULLS LAST, report_id, table_id) AS rank_by_day
            FROM spoken)
        SELECT {", ".join(_COLUMNS)}, n_reports, n_of_unit,
            CASE WHEN rank_in_group = 1 THEN n_in_group ELSE 0 END AS n_alike
        FROM (SELECT * FROM claims WHERE {all_of(conditions(selection))}) AS held
            JOIN (SELECT * FROM ranked WHERE rank_in_group = 1 OR rank_by_day <= {NEWEST}) AS chosen USING ({_KEY})
        ORDER BY topic, report_id, table_id"""
    named = {f"topic_{n}": topic for n, topic in enumerate(scopes)}
    named |= {f"scope_{n}": scope for n, scope in enumerate(scopes.values())}
    return ask(engine, sql, _DTYPES, selection, **named)


_DTYPES = {name: CLAIM_DTYPES[name] for name in _COLUMNS} | dict.fromkeys(("n_reports", "n_of_unit", "n_alike"), COUNT)
