"""What one claimant said in succession."""

import math
from typing import Any

import pytest

from analysis.curated import curated
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.revisions import Step, ladder, record_of
from making import a_claim, a_table

OLD = a_claim(report_id="old", claim_id="old", qualifier="approximate", low=900.0, best=1000.0, high=1100.0)
LATER = {"as_of": "2024-06-01", "as_of_start": "2024-06-01", "as_of_end": "2024-06-01"}


def figure(low: float | None, high: float | None, qualifier: str) -> dict[str, Any]:
    ends = {"low": low, "high": high, "base_low": low, "base_high": high, "best": None, "base_best": None}
    return ends | {"qualifier": qualifier}


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ({}, Step.REPEATED),
        (figure(950, 1050, "approximate"), Step.REFINED),
        (figure(900, 2000, "range"), Step.WIDENED),
        (figure(1050, 1500, "range"), Step.SHIFTED),
        (figure(2000, 2000, "exact"), Step.CONTRADICTED),
        (figure(1000, 1000, "exact"), Step.HEDGE_LOST),
        (figure(1000, None, "lower_bound"), Step.HEDGE_GAINED),
        (LATER, Step.UPDATE),
        ({"as_of": "2024-01-01", "as_of_start": "2024-01-01", "as_of_end": "2024-01-01"}, Step.BACK),
        (LATER | {"supersedes": "old"} | figure(2000, 2000, "exact"), Step.CONTRADICTED),
        (figure(None, None, "none"), Step.NO_NUMBER),
        ({"scope": "ammunition"}, Step.FIRST),
    ],
)
def test_a_step_is_named(change: dict[str, Any], step: Step) -> None:
    new = OLD | {"report_id": "new", "claim_id": "new", "reported_end": "2024-03-01"} | change
    found = ladder(claims_of(a_table(new, OLD))).set_index("claim_id")
    assert found["step"].to_dict() == {"old": "first", "new": step.value}


def test_another_start_of_the_window_gives_no_difference() -> None:
    old = OLD | {"since_start": "2023-08-01", "since_end": "2023-08-31"}
    new = OLD | {"claim_id": "new", "report_id": "new", "since_start": "2022-09-01", "since_end": "2022-12-31"}
    found = ladder(claims_of(a_table(old, new | {"reported_end": "2024-03-01"})))
    assert found["step"].tolist() == ["first", "another window"]
    assert found[["change_low", "change_high"]].isna().all(axis=None)


def test_a_difference_of_bounds_is_open() -> None:
    new = (
        OLD | {"claim_id": "new", "report_id": "new", "reported_end": "2024-03-01"} | figure(3000, None, "lower_bound")
    )
    step = ladder(claims_of(a_table(OLD, new))).iloc[1]
    assert step["change_low"] == 1900
    assert math.isnan(step["change_high"])
    assert step["days"] == 4
    assert step["words"] == "at least 3,000 containers: contradicted"


def test_how_a_claimant_revises_is_summed_up() -> None:
    said = (("a", "2024-03-01", 1000.0), ("b", "2024-03-11", 2000.0), ("c", "2024-03-31", 1500.0))
    rows = [
        OLD | {"claim_id": key, "report_id": key, "reported_end": day} | figure(value, value, "exact")
        for key, day, value in said
    ]
    found = record_of(ladder(claims_of(a_table(*rows))))
    assert (found.n_claims, found.n_revisions, found.n_updates) == (3, 2, 0)
    assert found.median_step == pytest.approx((math.log(2) + math.log(4 / 3)) / 2)
    assert (found.share_upwards, found.days_to_last) == (0.5, 30)
    assert found.total == pytest.approx(math.log(1.5))


def test_the_dead_of_september_2025_revise_those_of_april() -> None:
    reports = curated()
    claims = claims_of(reports[reports["claimant"].eq("rok_nis") & reports["topic"].eq("troops_killed")])
    steps = ladder(claims).set_index("claim_id")
    assert steps.loc["rok-nis-2025-09-02-killed", "step"] == "contradicted"
    assert steps.loc["rok-nis-2025-04-30-killed", "step"] == "update"


def test_every_claimant_of_the_curated_table_has_a_ladder() -> None:
    for _, claims in claims_of(curated()).groupby("claimant"):
        steps = ladder(claims)
        assert len(steps) == len(claims)
        assert set(steps["step"]) <= {step.value for step in Step}
        assert record_of(steps).n_claims == len(claims)


def test_nothing_said_is_an_empty_ladder() -> None:
    steps = ladder(claims_of(a_table()))
    assert steps.empty
    assert {"step", "words", "change_low"} <= set(steps.columns)
    assert math.isnan(record_of(steps).median_step)
