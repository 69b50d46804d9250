"""One SQL text for each shape of question; every field of a selection is pushed down to the engine."""

from claimsdash.store.queries.facets import FACETS, facets
from claimsdash.store.queries.glances import claims_at_a_glance
from claimsdash.store.queries.left_out import relaxations, undated
from claimsdash.store.queries.measures import keys, measures
from claimsdash.store.queries.overview import (
    Extent,
    Spans,
    Tally,
    claimants_of_topics,
    days_of_publication,
    extent,
    spans,
    tally,
    topics_overview,
)
from claimsdash.store.queries.reports import keys_at_which_rows_may_point, report_or_claim, reports_of
from claimsdash.store.queries.series import Grain, latest_per_claimant, time_bins

__all__ = [
    "FACETS",
    "Extent",
    "Grain",
    "Spans",
    "Tally",
    "claimants_of_topics",
    "claims_at_a_glance",
    "days_of_publication",
    "extent",
    "facets",
    "keys",
    "keys_at_which_rows_may_point",
    "latest_per_claimant",
    "measures",
    "relaxations",
    "report_or_claim",
    "reports_of",
    "spans",
    "tally",
    "time_bins",
    "topics_overview",
    "undated",
]
