"""The report that speaks for each claim, in SQL: the rule of `analysis.origins`."""

from collections.abc import Sequence

from claimsdash.domain.selection import Selection
from claimsdash.store.queries.conditions import all_of, conditions

_PLACE = """coalesce(reported_end, DATE '9999-12-31' + 1) + CASE WHEN outlet = claimant THEN 0 ELSE 4000000 END
            + CASE WHEN status = 'normal' THEN 0 ELSE 8000000 END"""
"""The first three rules as one day, which is quick to compare: days to come, 11,000 years later for each rule broken.

An unknown day is later than any that can be written.
"""

_THEN_BY = ("table_id", "line", "report_id")


def origins(selection: Selection, columns: Sequence[str], *, within: Sequence[str] = ("claim_id",)) -> str:
    """Return the common table expression `origins`: of each selected claim the report that speaks for it.

    It holds the named columns and n_reports. `within` are the columns that make a claim; they are never null. Only
    reports that share the first place are sorted: sorting all of them would take half as long again.
    """
    held, claim = ", ".join(dict.fromkeys((*within, *columns, *_THEN_BY))), ", ".join(within)
    return f"""selected AS (
            SELECT {held}, {_PLACE} AS place FROM claims WHERE {all_of(conditions(selection))}),
        first_places AS (SELECT {claim}, min(place) AS place, count(*) AS n_reports FROM selected GROUP BY {claim}),
        at_first_place AS (
            SELECT *, row_number() OVER (PARTITION BY {claim} ORDER BY {", ".join(_THEN_BY)}) AS rank_in_claim
            FROM selected JOIN first_places USING ({claim}, place)),
        origins AS (SELECT {", ".join(columns)}, n_reports FROM at_first_place WHERE rank_in_claim = 1)"""
