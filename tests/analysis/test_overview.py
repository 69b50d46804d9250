"""Topics at a glance."""

from typing import Any

from claimsdash.analysis.latest import Like
from glancing import glances_of_table
from making import a_claim, a_table


def a_report(key: str, number: float, **given: Any) -> dict[str, Any]:
    return a_claim(report_id=key, low=number, best=number, high=number, **({"claim_id": key} | given))


def test_a_glance_counts_claims_and_not_relays() -> None:
    table = a_table(a_report("a", 1, claim_id="x"), a_report("b", 1, claim_id="x"), a_report("c", 2, claimant="us"))
    (glance,) = glances_of_table(table, {})
    assert (glance.n_claims, glance.n_reports, glance.n_claimants) == (2, 3, 2)


def test_the_latest_claims_are_said_with_hedge_claimant_and_date() -> None:
    floor = a_report("us", 1000, claimant="us", claimant_name="White House", qualifier="lower_bound")
    table = a_table(floor | {"best": None, "high": None}, a_report("rok", 6700))
    (glance,) = glances_of_table(table, {"containers_shipped": Like("container")})
    assert glance.lowest is not None
    assert glance.highest is not None
    assert (glance.lowest.claimant, glance.lowest.as_of) == ("White House", "2024-02-26")
    assert not glance.lowest.said[0].isdigit()
    assert glance.highest.said == "6,700 containers"


def test_one_claim_has_no_highest_beside_its_lowest() -> None:
    (glance,) = glances_of_table(a_table(a_report("a", 5)), {})
    assert glance.lowest is not None
    assert glance.highest is None


def test_topics_come_in_the_order_of_their_keys_and_none_from_nothing() -> None:
    table = a_table(a_report("a", 5, topic="z"), a_report("b", 5, topic="b"))
    assert [glance.topic for glance in glances_of_table(table, {})] == ["b", "z"]
    assert glances_of_table(a_table(), {}) == []
