"""Rates that follow from claims."""

import math
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.curated import curated, reports_of
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.rates import DAYS_IN, NoRate, Rate, implied_rates, per, rate_between, rate_from_start
from claimsdash.analysis.statement import Statement, statements
from making import a_claim, a_table

OPEN = {"best": None, "high": None, "qualifier": "lower_bound"}
SHELLS = {"topic": "artillery_shells_transferred", "unit": "shell", "base_unit": "shell"} | OPEN
NOVEMBER = a_claim(
    report_id="november", claim_id="november", low=1e6, as_of="2023-11-01", since="2023-08-01/2023-08-10",
    since_start="2023-08-01", since_end="2023-08-10", **SHELLS,
)  # fmt: skip  # several to a line
FEBRUARY = a_claim(
    report_id="february", claim_id="february", low=3e6, as_of="2024-02-26", since="2023-08",
    since_start="2023-08-01", since_end="2023-08-31", **SHELLS,
)  # fmt: skip  # several to a line


def said(**change: Any) -> Statement:
    return statements(a_table(a_claim(**change)))[0]


def rate(found: Rate | NoRate) -> Rate:
    assert isinstance(found, Rate), found
    return found


@pytest.mark.parametrize(
    ("claim", "least_a_day", "days"), [(NOVEMBER, 10_870, (83, 92)), (FEBRUARY, 14_354, (179, 209))]
)
def test_more_than_a_million_since_august_gives_a_floor_a_day(
    claim: dict[str, Any], least_a_day: float, days: tuple[int, int]
) -> None:
    (row,) = implied_rates(a_table(claim)).to_dict("records")
    assert row["rate_low"] == pytest.approx(least_a_day, abs=1)
    assert math.isnan(row["rate_high"])
    assert (row["days_low"], row["days_high"]) == days
    assert (row["kind"], row["refused"]) == ("from start", "")


def test_between_two_lower_bounds_no_rate_follows() -> None:
    found = rate_between(*statements(a_table(NOVEMBER, FEBRUARY)))
    assert isinstance(found, NoRate)
    assert found.why.startswith("No rate follows")


EARLY = {"low": 1000.0, "best": 1000.0, "high": 1000.0, "as_of": "2024-01-01"}
LATE = {"low": 2000.0, "best": 2000.0, "high": 2000.0, "as_of": "2024-01-11"}


@pytest.mark.parametrize(
    ("early", "late", "low", "high"),
    [
        ({}, {}, 100, 100),
        ({"low": 900.0, "high": 1100.0}, {}, 90, 110),
        (OPEN, {}, 0, 100),
        ({}, OPEN, 100, None),
        ({"qualifier": "upper_bound", "best": None, "low": None}, {}, 100, 200),
        ({"as_of_end": "2024-01-06"}, {}, 100, 200),
        ({"as_of_end": "2024-01-20"}, {}, 100, None),
        ({"low": 1500.0, "high": 2500.0}, {}, 0, 50),
    ],
)
def test_growth_over_days_end_by_end(
    early: dict[str, Any], late: dict[str, Any], low: float, high: float | None
) -> None:
    found = rate(rate_between(said(**EARLY | early), said(**LATE | late)))
    assert found.per_day.low == pytest.approx(low)
    assert found.per_day.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    ("late", "why"),
    [
        ({"basis": "stock"}, "kind of amount"),
        ({"modality": "planned"}, "fact, plan or capacity"),
        ({"supersedes": "mnd-2024-02-26-containers"}, "correction"),
        ({"scope": "ammunition"}, "what is counted"),
        ({"low": 500.0, "best": 500.0, "high": 500.0}, "falls"),
        ({"as_of": "2024-01-01"}, "one day"),
        ({"as_of": None}, "date"),
        ({"low": None, "best": None, "high": None, "qualifier": "none"}, "number"),
    ],
)
def test_a_refusal_gives_its_reason(late: dict[str, Any], why: str) -> None:
    found = rate_between(said(**EARLY), said(**LATE | late))
    assert isinstance(found, NoRate)
    assert why in found.why


def test_a_stock_a_plan_and_an_unstated_start_have_no_rate() -> None:
    start = {"since_start": "2023-08-01", "since_end": "2023-08-31"}
    for change in ({"basis": "stock"} | start, {"modality": "planned"} | start, {}):
        assert isinstance(rate_from_start(said(**EARLY | change)), NoRate)


FAR = 1e9
"""How far beyond an open end of a total the brute force looks."""
AMOUNTS = st.just(0.0) | st.floats(0, 1e7)


def _in_order(ends: tuple[float, float | None]) -> tuple[float, float | None]:
    low, high = ends
    return (low, None) if high is None else (min(low, high), max(low, high))


TOTALS = st.tuples(AMOUNTS, st.none() | AMOUNTS).map(_in_order)
DAYS = st.dates(date(2023, 1, 1), date(2024, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(sorted)


def corners(total: tuple[float, float | None]) -> tuple[float, float]:
    low, high = total
    return low, max(FAR, 2 * low) if high is None else high


def histories(
    before: tuple[float, float | None], after: tuple[float, float | None], start: list[date], end: list[date]
) -> list[float]:
    """Return the rates of all histories from corner to corner in which the total did not fall and time went on."""
    return [
        (later - total) / (last - first).days
        for total, later, first, last in product(corners(before), corners(after), start, end)
        if later >= total and last > first
    ]


def a_total(total: tuple[float, float | None], days: list[date]) -> Statement:
    low, high = total
    kind = "lower_bound" if high is None else "range"
    return said(low=low, best=None, high=high, qualifier=kind, as_of_start=days[0], as_of_end=days[1])


@settings(deadline=None, max_examples=60)
@given(TOTALS, TOTALS, SPANS, SPANS)
def test_no_possible_history_lies_outside_the_rate(
    before: tuple[float, float | None], after: tuple[float, float | None], start: list[date], end: list[date]
) -> None:
    found = rate_between(a_total(before, start), a_total(after, end))  # a refusal commits to nothing
    possible = histories(before, after, start, end)
    if isinstance(found, NoRate):
        assert "falls" not in found.why or not possible
        return
    for happened in possible:
        slack = 1e-9 * (1 + happened)
        assert (found.per_day.low or 0) <= happened + slack
        assert found.per_day.high is None or happened <= found.per_day.high + slack


def test_rates_by_week_month_and_year_are_multiples() -> None:
    daily = implied_rates(a_table(NOVEMBER))
    for length, days in DAYS_IN.items():
        assert per(daily, length)["rate_low"].iloc[0] == pytest.approx(1e6 / 92 * days)


def test_a_claim_is_set_beside_the_last_that_is_alike() -> None:
    first = a_claim(**EARLY | {"report_id": "a", "claim_id": "a"})
    other = {"report_id": "b", "claim_id": "b", "scope": "ammunition", "as_of": "2024-01-05"}
    last = a_claim(**LATE | {"report_id": "c", "claim_id": "c"})
    rows = implied_rates(a_table(first, a_claim(**LATE | other), last)).set_index("claim_id")
    assert rows["before"].to_dict() == {"b": "a", "c": "a"}
    assert rows.loc["b", "refused"] == "The two are not alike in what is counted."
    assert rows[["rate_low", "n_claims", "n_reports"]].to_dict("records")[1] == {
        "rate_low": 100,
        "n_claims": 2,
        "n_reports": 2,
    }


def test_the_curated_topics_give_rates_or_reasons() -> None:
    for topic in ("containers_shipped", "artillery_shells_transferred", "troops_deployed", "troops_killed"):
        rows = implied_rates(claims_of(reports_of(topic)))
        has_rate = rows["rate_low"].notna()
        assert (has_rate == rows["refused"].eq("")).all()
        assert (rows.loc[has_rate, "rate_low"] >= 0).all()
        assert has_rate.any()
    assert len(implied_rates(claims_of(curated()))) > 100


def test_nobody_said_two_million_in_117_days() -> None:
    rows = implied_rates(claims_of(reports_of("artillery_shells_transferred")))
    assert not rows["rate_low"].round().eq(17_094).any()


def test_a_corrected_count_of_dead_is_no_rate_of_dying() -> None:
    rows = implied_rates(claims_of(reports_of("troops_killed"))).set_index(["claim_id", "kind"])
    assert "correction" in str(rows.loc[("rok-nis-2025-09-02-killed", "between"), "refused"])


def test_no_claim_gives_no_rate() -> None:
    assert implied_rates(claims_of(a_table())).empty
    assert implied_rates(claims_of(a_table(a_claim()))).empty
