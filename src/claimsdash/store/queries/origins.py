"""The reports of each claim in SQL, that which speaks for it first: the rule of `analysis.origins`."""

from collections.abc import Sequence

from claimsdash.domain.selection import Selection
from claimsdash.store.queries.conditions import all_of, conditions

_FIRST = """CASE WHEN status = 'normal' THEN 0 ELSE 1 END, CASE WHEN outlet = claimant THEN 0 ELSE 1 END,
            reported_end NULLS LAST, table_id, line, report_id"""


def origins(selection: Selection, columns: Sequence[str], *, within: str = "claim_id") -> str:
    """Return the common table expression `origins`: the selected reports, with n_reports and rank_in_claim.

    It holds the named columns alone: ranking all of them would take three times as long. `within` are the columns that
    make a claim.
    """
    held = ", ".join(dict.fromkeys(columns))
    return f"""origins AS (
        SELECT {held}, count(*) OVER (PARTITION BY {within}) AS n_reports,
            row_number() OVER (PARTITION BY {within} ORDER BY {_FIRST}) AS rank_in_claim
        FROM claims WHERE {all_of(conditions(selection))})"""
