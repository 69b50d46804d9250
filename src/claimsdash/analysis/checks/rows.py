"""Rules on single reports and on the reports of one topic: ends, shares, dates and units."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from claimsdash.analysis.checks.finding import Case, Judged, Outcome
from claimsdash.domain.units import DIMENSIONLESS

_AHEAD = ("planned", "forecast")
_SLACK = 1e-9


def low_above_high(case: Case) -> Iterator[Judged]:
    """Judge reports with two ends, or a best value beside an end."""
    for row in case.reports.to_dict("records"):
        ends = [float(row[name]) for name in ("base_low", "base_best", "base_high") if pd.notna(row[name])]
        if len(ends) > 1:
            in_order = ends == sorted(ends)
            words = "Its ends are in order." if in_order else "Its low, best and high are not in order."
            yield _of_row(row, words, conflict=not in_order)


def shares_above_one(case: Case) -> Iterator[Judged]:
    """Judge shares of a whole: none can be above 100 %."""
    shares = case.reports[case.reports["basis"].eq("share") & case.reports["base_unit"].eq(DIMENSIONLESS)]
    for row in shares.to_dict("records"):
        least = next((float(row[name]) for name in ("base_low", "base_best") if pd.notna(row[name])), None)
        if least is not None:
            too_much = least > 1 + _SLACK
            words = "The share is above 100 %." if too_much else "The share is at most 100 %."
            yield _of_row(row, words, conflict=too_much, factor=least if too_much else None)


def dated_after_report(case: Case) -> Iterator[Judged]:
    """Judge dated reports: a figure cannot refer to a day after it was printed, unless it is a plan or a forecast."""
    dated = case.reports[case.reports["as_of_start"].notna() & case.reports["reported_end"].notna()]
    for row in dated[~dated["modality"].isin(_AHEAD)].to_dict("records"):
        later = bool(row["as_of_start"] > row["reported_end"])
        words = "It refers to a date after its report." if later else "Its date is not after its report."
        yield _of_row(row, words, conflict=later)


def two_units_of_one_topic(case: Case) -> Iterator[Judged]:
    """Judge topics: all numbers of one topic should count one thing."""
    counted = case.reports[case.reports["base_unit"].notna() & case.reports["base_at"].notna()]
    for topic, reports in counted.groupby("topic", sort=True):
        usual = case.known.base_units.get(str(topic)) or str(reports["base_unit"].mode().iat[0])
        for base_unit, others in reports[reports["base_unit"].ne(usual)].groupby("base_unit", sort=True):
            units = ", ".join(sorted(set(others["unit"].map(str))))
            words = f"Counted in {units} ({base_unit}), where the topic is counted in {usual}."
            keys = tuple(others["report_id"].map(str))
            yield Judged(Outcome.CONFLICT, keys, str(topic), words, None, others["claim_id"].nunique(), len(others))


def _of_row(row: Mapping[Any, Any], words: str, *, conflict: bool, factor: float | None = None) -> Judged:
    outcome = Outcome.CONFLICT if conflict else Outcome.CONSISTENT
    return Judged(outcome, (str(row["report_id"]),), str(row["topic"]), words, factor)
