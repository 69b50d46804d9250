"""What there is: topics, claimants, spans of time."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries.asking import COUNT, DAY, TEXT, ask
from claimsdash.store.queries.conditions import all_of, conditions


def topics_overview(engine: Engine, selection: Selection) -> pd.DataFrame:
    """Count what each topic holds.

    Returns topic: str; n_claims, n_reports, n_claimants, n_outlets: int64; first_reported, last_reported, last_as_of:
    datetime64[s]; base_units: str, "; " between where a topic has several. One row a topic, by topic.
    """
    sql = f"""
        SELECT topic, count(DISTINCT claim_id) AS n_claims, count(*) AS n_reports,
            count(DISTINCT claimant) AS n_claimants, count(DISTINCT outlet) AS n_outlets,
            min(coalesce(reported_start, reported_end)) AS first_reported, max(reported_end) AS last_reported,
            max(as_of_end) AS last_as_of, string_agg(DISTINCT base_unit, '; ') AS base_units
        FROM claims WHERE {all_of(conditions(selection))} GROUP BY topic ORDER BY topic"""
    overview = ask(engine, sql, _OVERVIEW, selection)
    in_order = overview["base_units"].map(lambda units: "; ".join(sorted(units.split("; "))), na_action="ignore")
    return overview.assign(base_units=in_order.astype("str"))


_OVERVIEW = (
    {"topic": TEXT}
    | dict.fromkeys(("n_claims", "n_reports", "n_claimants", "n_outlets"), COUNT)
    | dict.fromkeys(("first_reported", "last_reported", "last_as_of"), DAY)
    | {"base_units": TEXT}
)


def claimants_of_topics(engine: Engine) -> pd.DataFrame:
    """Count the claims of each claimant in each topic, whatever is selected: colours depend on it.

    Returns topic, claimant, claimant_name: str; n_claims: int64; by topic, most claims first.
    """
    sql = """
        SELECT topic, claimant, max(claimant_name) AS claimant_name, count(DISTINCT claim_id) AS n_claims
        FROM claims GROUP BY topic, claimant ORDER BY topic, n_claims DESC, claimant"""
    return ask(engine, sql, dict.fromkeys(("topic", "claimant", "claimant_name"), TEXT) | {"n_claims": COUNT})


@dataclass(frozen=True)
class Spans:
    """First and last day of what the figures are about and of their publication; None where no report has a day."""

    as_of_first: date | None
    as_of_last: date | None
    reported_first: date | None
    reported_last: date | None


def days_of_publication(engine: Engine, topic: str) -> list[date]:
    """Return the days on which reports of a topic were published, each once, the earliest first.

    A period counts with its last day, as it does for the day known on.
    """
    sql = """
        SELECT DISTINCT reported_end AS day FROM claims
        WHERE topic = :topic AND reported_end IS NOT NULL ORDER BY day"""
    found = ask(engine, sql, {"day": DAY}, topic=topic)
    return [day.date() for day in found["day"]]


def spans(engine: Engine, selection: Selection) -> Spans:
    """Return the days between which the selected reports lie."""
    sql = f"""
        SELECT min(coalesce(as_of_start, as_of_end)) AS as_of_first,
            max(coalesce(as_of_end, as_of_start)) AS as_of_last,
            min(coalesce(reported_start, reported_end)) AS reported_first,
            max(coalesce(reported_end, reported_start)) AS reported_last
        FROM claims WHERE {all_of(conditions(selection))}"""
    [row] = ask(engine, sql, dict.fromkeys(Spans.__dataclass_fields__, DAY), selection).itertuples(index=False)
    return Spans(*(None if pd.isna(day) else day.date() for day in row))


@dataclass(frozen=True)
class Tally:
    """How much a selection holds."""

    n_claims: int
    n_reports: int


@dataclass(frozen=True)
class Extent:
    """How much a selection holds, and the first and last day of what its figures are about; None for no day."""

    n_claims: int
    n_reports: int
    as_of_first: date | None
    as_of_last: date | None


def extent(engine: Engine, selection: Selection) -> Extent:
    """Count the selected claims and reports, and find their days, in one reading of them."""
    sql = f"""
        SELECT count(DISTINCT claim_id) AS n_claims, count(*) AS n_reports,
            min(coalesce(as_of_start, as_of_end)) AS as_of_first, max(coalesce(as_of_end, as_of_start)) AS as_of_last
        FROM claims WHERE {all_of(conditions(selection))}"""
    dtypes = dict.fromkeys(("n_claims", "n_reports"), COUNT) | dict.fromkeys(("as_of_first", "as_of_last"), DAY)
    [row] = ask(engine, sql, dtypes, selection).itertuples(index=False)
    first, last = (None if pd.isna(day) else day.date() for day in row[2:])
    return Extent(row[0], row[1], first, last)


def tally(engine: Engine, selection: Selection) -> Tally:
    """Count the selected claims and reports."""
    sql = f"""
        SELECT count(DISTINCT claim_id) AS n_claims, count(*) AS n_reports
        FROM claims WHERE {all_of(conditions(selection))}"""
    [row] = ask(engine, sql, dict.fromkeys(("n_claims", "n_reports"), COUNT), selection).itertuples(index=False)
    return Tally(*row)
