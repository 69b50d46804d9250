"""Ratios that follow from claims of one claimant and date."""

import math

import pytest

from analysis.curated import reports_of
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.ratios import implied_ratios, ratio_of
from claimsdash.domain.bounds import Bounds
from making import a_claim, a_table

CONTAINERS = Bounds(6566, 6834)
MANY, ROCKETS = Bounds(3e6, None), Bounds(5e5, None)


@pytest.mark.parametrize(
    ("claim", "over", "least"),
    [
        (MANY, CONTAINERS, 439),
        (MANY, Bounds(6700, 6700), 448),
        (ROCKETS, CONTAINERS, 73),
        (MANY + ROCKETS, CONTAINERS, 512),
    ],
)
def test_what_a_container_would_hold(claim: Bounds, over: Bounds, least: float) -> None:
    ratio = ratio_of(claim, over)
    assert ratio is not None
    assert ratio.low == pytest.approx(least, abs=0.5)
    assert ratio.high is None


@pytest.mark.parametrize(
    ("claim", "over"), [(MANY, Bounds(10_000, None)), (MANY, Bounds(0, 0)), (Bounds(None, None), CONTAINERS)]
)
def test_no_ratio_follows_from_open_ends(claim: Bounds, over: Bounds) -> None:
    assert ratio_of(claim, over) is None


def test_seouls_shells_over_its_containers() -> None:
    shells, containers = (
        claims_of(reports_of(topic)) for topic in ("artillery_shells_transferred", "containers_shipped")
    )
    found = implied_ratios(shells, containers)
    pair = found["claim_id"].eq("rok-mnd-2024-02-26-shells152") & found["over"].eq("rok-mnd-2024-02-26-containers")
    (row,) = found[pair].to_dict("records")
    assert row["ratio_low"] == pytest.approx(3e6 / 6834, abs=10)
    assert math.isnan(row["ratio_high"])
    assert row["n_claims"] == 2
    assert row["n_reports"] > 15
    assert (found["ratio_low"].isna() == found["refused"].ne("")).all()


def test_shells_or_rockets_are_divided_one_by_one_and_never_summed() -> None:
    rockets, containers = (
        claims_of(reports_of(topic)) for topic in ("rockets_122mm_transferred", "containers_shipped")
    )
    found = implied_ratios(rockets, containers)
    [row] = found[found["claim_id"].eq("rok-mnd-2024-02-26-rounds122") & found["ratio_low"].notna()].to_dict("records")
    assert row["ratio_low"] == pytest.approx(5e5 / 6834, abs=0.1)
    assert row["either_or"]


def test_claims_of_two_dates_or_two_claimants_are_no_pair() -> None:
    shells = a_claim(unit="shell", base_unit="shell", as_of="2024-03-01")
    other = a_claim(unit="shell", base_unit="shell", claimant="rok_nis")
    assert implied_ratios(a_table(shells, other), a_table(a_claim())).empty


def test_no_claims_give_no_ratios() -> None:
    assert implied_ratios(a_table(), a_table()).empty
