"""What a selection leaves out, so that a page can say so."""

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries.asking import COUNT, TEXT, ask
from claimsdash.store.queries.conditions import all_of, conditions

_BY_PUBLICATION = ("reported_from", "reported_to", "known_on")


def undated(engine: Engine, selection: Selection) -> int:
    """Count the reports that the selection leaves out only because their day of publication is unknown.

    Zero where the selection does not ask for a day of publication.
    """
    if not set(_BY_PUBLICATION) & set(selection.active()):
        return 0
    rest = all_of(conditions(selection.without(*_BY_PUBLICATION)))
    sql = f"SELECT count(*) AS n FROM claims WHERE reported_end IS NULL AND {rest}"
    return int(ask(engine, sql, {"n": COUNT}, selection)["n"].iloc[0])


def relaxations(engine: Engine, selection: Selection) -> pd.DataFrame:
    """Count what there would be without each filter.

    Returns field (a name of Selection.active()): str; n_claims, n_reports: int64; most claims first. Empty where
    nothing but a topic is selected.
    """
    found = conditions(selection)
    fields = [field for field in selection.active() if field in found]
    if not fields:
        return pd.DataFrame(columns=list(_RELAXED)).astype(_RELAXED)
    flags = ", ".join(f"({found[field]}) AS in_{field}" for field in fields)
    held = f"WITH held AS (SELECT claim_id, {flags} FROM claims WHERE {all_of(found, but=tuple(fields))})"
    sql = held + " UNION ALL ".join(_without(field, fields) for field in fields)
    relaxed = ask(engine, sql, _RELAXED, selection)
    return relaxed.sort_values(["n_claims", "field"], ascending=[False, True]).reset_index(drop=True)


_RELAXED = {"field": TEXT, "n_claims": COUNT, "n_reports": COUNT}


def _without(field: str, fields: list[str]) -> str:
    others = " AND ".join(f"in_{other}" for other in fields if other != field) or "TRUE"
    return f"""
        SELECT '{field}' AS field, count(DISTINCT claim_id) AS n_claims, count(*) AS n_reports
        FROM held WHERE {others}"""
