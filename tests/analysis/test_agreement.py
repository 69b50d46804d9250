"""How far claims agree."""

import math
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.curated import curated, package, reports_of
from claimsdash.analysis.agreement import (
    agreement_over_time,
    alike_claims,
    conflicts_among,
    extremes_of,
    shared_interval,
    spread_factor,
    standing_claims,
    support_curve,
)
from claimsdash.analysis.comparability import comparisons
from claimsdash.analysis.latest import Like
from claimsdash.analysis.origins import claims_of
from claimsdash.domain.bounds import Bounds
from making import a_claim, a_table

Ends = tuple[float | None, float | None]


def between(name: str, low: float | None, high: float | None, **given_: Any) -> dict[str, Any]:
    kind = "lower_bound" if high is None else "upper_bound" if low is None else "range"
    kind = "exact" if low == high else kind
    best = low if kind == "exact" else None
    keys = {"report_id": name, "claim_id": name, "claimant": name, "claimant_name": name.upper()}
    return a_claim(**keys, low=low, best=best, high=high, qualifier=kind, **given_)


def table(*ends: Ends) -> pd.DataFrame:
    return a_table(*(between(chr(97 + place), *pair) for place, pair in enumerate(ends)))


@pytest.mark.parametrize(
    ("ends", "shared", "n_sharing", "dissenters"),
    [
        ([(8, 12), (11, 13), (14, 15)], (11, 12), 2, ("C",)),
        ([(8, 12), (11, 13), (10, 12)], (11, 12), 3, ()),
        ([(1, 1), (1, 3), (2, 3)], (1, 1), 2, ("C",)),
        ([(10, None), (20, None), (None, 15)], (10, 15), 2, ("B",)),
        ([(10, None), (20, None)], (20, None), 2, ()),
        ([(None, 10), (None, 5)], (None, 5), 2, ()),
        ([(1, 2), (3, 5)], (1, 2), 1, ("B",)),
        ([(7, 7)], (7, 7), 1, ()),
    ],
)
def test_the_smallest_interval_that_most_share(
    ends: list[Ends], shared: Ends, n_sharing: int, dissenters: tuple[str, ...]
) -> None:
    found = shared_interval(table(*ends))
    assert found is not None
    assert (found.bounds, found.n_sharing, found.dissenters) == (Bounds(*shared), n_sharing, dissenters)
    assert found.by_most == (2 * n_sharing > len(ends))


def test_the_curve_counts_the_claims_that_a_value_fits() -> None:
    found = support_curve(table((1, 3), (2, None), (5, 5)))
    assert found.to_numpy().tolist() == [
        [1, 2, 1],
        [2, 3, 2],
        [3, 5, 1],
        [5, 5, 2],
        [5, math.inf, 1],
    ]


PAIRS = st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2).map(sorted), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(PAIRS)
def test_no_value_fits_more_claims_than_the_shared_interval(pairs: list[list[int]]) -> None:
    claims = table(*((float(low), float(high)) for low, high in pairs))
    found = shared_interval(claims)
    assert found is not None
    best = max(sum(low <= value <= high for low, high in pairs) for value in range(10))
    assert found.n_sharing == best == support_curve(claims)["n_claims"].max()
    assert found.n_sharing + len(found.dissenters) <= found.n_claims


def test_high_over_low_is_of_stated_numbers_alone() -> None:
    vague = a_claim(claimant="v", claim_id="v", report_id="v", qualifier="vague", low=2.0, best=None, high=900.0)
    about = a_claim(claimant="w", claim_id="w", report_id="w", qualifier="approximate", low=9.0, best=10.0, high=11.0)
    found = extremes_of(a_table(vague, about, between("x", 20, None), between("y", 30, 40)))
    assert (found.lowest, found.highest, found.ratio) == (10, 40, 4)
    assert (found.lowest_qualifier, found.highest_qualifier) == ("approximate", "range")
    assert math.isnan(extremes_of(a_table(vague)).ratio)


def test_a_claimant_stands_by_its_newest_claim_until_that_is_out_of_date() -> None:
    old, new = between("a", 1, 1, as_of="2024-01-01"), between("a", 2, 2, as_of="2024-03-01")
    claims = a_table(old | {"claim_id": "old"}, new, between("b", 3, 3, as_of="2023-01-01"))
    assert standing_claims(claims, on=date(2024, 2, 1))["claim_id"].tolist() == ["old"]
    assert standing_claims(claims, on=date(2024, 3, 1))["claim_id"].tolist() == ["a"]
    assert standing_claims(claims, on=date(2024, 3, 1), fresh_days=900)["claim_id"].tolist() == ["a", "b"]


def test_an_old_claim_on_a_running_total_holds_as_a_floor() -> None:
    rows = [between("a", 1, 5, as_of="2024-01-01"), between("b", 9, 9, as_of="2024-03-01"),
            between("c", None, 3, as_of="2024-01-01")]  # fmt: skip  # several to a line
    standing = standing_claims(claims_of(a_table(*rows)), on=date(2024, 3, 1))
    assert standing[["claimant", "as_floor"]].to_numpy().tolist() == [["a", True], ["b", False]]
    found = shared_interval(standing)
    assert found is not None
    assert (found.bounds, found.n_sharing, found.dissenters) == (Bounds(9, 9), 2, ())
    assert standing["base_high"].tolist() == [5, 9]


def test_conflicts_are_a_share_of_what_can_be_compared() -> None:
    rows = [between("a", 1, 2), between("b", 2, 3), between("c", 8, 8), between("d", 1, 2, scope="other")]
    found = conflicts_among(comparisons(a_table(*rows)))
    assert (found.n_pairs, found.n_conflicts, found.greatest) == (3, 2, 4)
    assert found.share == pytest.approx(2 / 3)
    assert math.isnan(conflicts_among(comparisons(a_table())).share)


def test_two_sources_differ_by_a_factor_on_average() -> None:
    logs = pd.DataFrame({"claimant": ["a", "a", "b", "c"], "residual": [0.0, 0.0, math.log(2), math.log(2)]})
    assert spread_factor(logs) == pytest.approx(math.exp(math.log(2) * 2 / 3))
    assert math.isnan(spread_factor(logs.head(3)))


def test_agreement_is_told_for_each_date() -> None:
    said: list[tuple[str, float, float | None, str]] = [
        ("a", 1, 5, "2024-01-01"),
        ("b", 4, 9, "2024-02-01"),
        ("c", 20, None, "2024-03-01"),
    ]
    rows = [between(name, low, high, basis="stock", as_of=day) for name, low, high, day in said]
    found = agreement_over_time(claims_of(a_table(*rows)))
    assert found["n_claims"].tolist() == [1, 2, 3]
    assert found[["shared_low", "shared_high"]].to_numpy().tolist() == [[1, 5], [4, 5], [4, 5]]
    assert found["dissenters"].tolist() == ["", "", "C"]
    assert found["ratio"].tolist() == [5, 9, 20]


def test_the_great_topics_of_the_curated_table() -> None:
    for key in ("containers_shipped", "artillery_shells_transferred", "troops_deployed"):
        topic = package().topics[key]
        like = Like(package().units.base(topic.unit)[1], topic.basis.value, topic.scope or None)
        claims = alike_claims(claims_of(reports_of(key)), like)
        found = agreement_over_time(claims)
        assert found["n_sharing"].le(found["n_claims"]).all()
        assert found["n_reports"].ge(found["n_claims"]).all()
        assert len(found) > 5
    assert 0 < conflicts_among(comparisons(curated())).share < 1


def test_nothing_to_agree_on() -> None:
    empty = claims_of(a_table())
    assert shared_interval(empty) is None
    assert support_curve(empty).empty
    assert agreement_over_time(empty).empty
    assert alike_claims(empty, Like("container")).empty
    assert alike_claims(a_table(a_claim(low=9.0, high=1.0), a_claim(status="disputed")), Like("container")).empty
