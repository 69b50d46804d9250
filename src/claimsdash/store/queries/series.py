"""Claims, not echoes, over time and by claimant: each claim counts once, as the report has it that speaks for it.

The rules are those of `analysis.origins` and `analysis.latest`, for tables too large to be handed over whole.
"""

from enum import StrEnum

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.intake.table import CLAIM_DTYPES
from claimsdash.store.engine import Engine
from claimsdash.store.queries.asking import CLAIM_LIST, COUNT, DAY, NUMBER, TEXT, ask
from claimsdash.store.queries.conditions import all_of, conditions
from claimsdash.store.queries.origins import origins

LIKE_WITH_LIKE = ("topic", "claimant", "basis", "modality", "base_unit")
"""Claims are ranked and pooled only where all of these are equal."""

_GROUP = ", ".join(LIKE_WITH_LIKE)
_KEY = ("table_id", "report_id", "line")
_AS_OF = "coalesce(as_of_end, DATE '0001-01-01')"
_FIGURES = ("base_low", "base_best", "base_high")


class Grain(StrEnum):
    """The length of a bin."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def latest_per_claimant(engine: Engine, selection: Selection) -> pd.DataFrame:
    """Return the latest claim of each claimant, as known on the selection's day where it has one.

    Latest is the claim about the latest period, then the one published last. Its row is the report that speaks for it,
    so that an echo does not replace it. Claims of another topic, basis, modality or base unit are ranked apart.
    Returns a claims table and n_claims, n_reports: int64, the claims ranked and the reports of the one returned.
    """
    like = " AND ".join(f"origins.{name} IS NOT DISTINCT FROM newest.{name}" for name in LIKE_WITH_LIKE)
    sql = f"""
        WITH {origins(selection, (*LIKE_WITH_LIKE, "as_of_end", "reported_end", *_KEY))},
        newest AS (SELECT {_GROUP}, max({_AS_OF}) AS as_of, count(*) AS n_claims FROM origins GROUP BY {_GROUP}),
        ranked AS (
            SELECT {", ".join(_KEY)}, n_reports, n_claims, row_number() OVER (
                PARTITION BY {", ".join(f"origins.{name}" for name in LIKE_WITH_LIKE)}
                ORDER BY reported_end DESC NULLS LAST, report_id, table_id) AS rank_of_claim
            FROM origins JOIN newest ON {like} AND {_AS_OF} = newest.as_of)
        SELECT {CLAIM_LIST}, n_claims, n_reports
        FROM (SELECT * FROM claims WHERE {all_of(conditions(selection))}) AS held
            JOIN (SELECT * FROM ranked WHERE rank_of_claim = 1) AS latest USING ({", ".join(_KEY)})
        ORDER BY {_GROUP}"""
    return ask(engine, sql, CLAIM_DTYPES | {"n_claims": COUNT, "n_reports": COUNT}, selection)


def time_bins(engine: Engine, selection: Selection, grain: Grain) -> pd.DataFrame:
    """Pool the claims of each claimant by the bin that the end of their as-of period falls into.

    Returns bin: datetime64[s], its first day (weeks begin on Monday), NaT for claims without an as-of end; topic,
    claimant, claimant_name, basis, modality, base_unit: str; low (lowest), best (median of the stated ones), high
    (highest): float64 in the base unit, NaN where no claim states one; n_claims, n_open (claims with an open end),
    n_none (denials and "no figure"): int64. One row for each bin and like-with-like group, by bin.
    """
    sql = f"""
        WITH {origins(selection, (*LIKE_WITH_LIKE, "as_of_end", "claimant_name", "qualifier", *_FIGURES))}, binned AS (
            SELECT *, CAST(date_trunc(:grain, as_of_end) AS DATE) AS bin FROM origins)
        SELECT bin, {_GROUP}, max(claimant_name) AS claimant_name, min(base_low) AS low,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY base_best) AS best, max(base_high) AS high,
            count(*) AS n_claims, count(CASE WHEN qualifier = 'none' THEN 1 END) AS n_none,
            count(CASE WHEN qualifier <> 'none' AND (base_low IS NULL OR base_high IS NULL) THEN 1 END) AS n_open
        FROM binned GROUP BY bin, {_GROUP} ORDER BY bin NULLS LAST, {_GROUP}"""
    return ask(engine, sql, _BINS, selection, grain=grain.value)


_BINS = (
    {"bin": DAY}
    | dict.fromkeys((*LIKE_WITH_LIKE, "claimant_name"), TEXT)
    | dict.fromkeys(("low", "best", "high"), NUMBER)
    | dict.fromkeys(("n_claims", "n_open", "n_none"), COUNT)
)
