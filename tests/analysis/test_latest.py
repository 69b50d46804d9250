"""The newest claim of each claimant."""

from typing import Any

from claimsdash.analysis.latest import Like, latest_claims, latest_of_each, standing_of
from making import a_claim, a_table


def a_count(number: float, claimant: str, as_of: str, **given: Any) -> dict[str, Any]:
    key = f"{claimant}-{as_of}"
    return a_claim(
        report_id=key, claim_id=key, claimant=claimant, as_of=as_of, low=number, best=number, high=number, **given
    )


def test_the_newest_claim_of_each_claimant_is_kept_newest_first() -> None:
    table = a_table(
        a_count(1000, "us", "2023-10-13"), a_count(6700, "rok", "2024-02-26"), a_count(9, "us", "2024-02-23")
    )
    assert latest_claims(table)["report_id"].tolist() == ["rok-2024-02-26", "us-2024-02-23"]


def test_a_plan_does_not_stand_for_an_assertion() -> None:
    table = a_table(a_count(10, "us", "2024-01-01"), a_count(99, "us", "2024-06-01", modality="planned"))
    assert sorted(latest_claims(table)["modality"]) == ["asserted", "planned"]


def test_a_topic_lies_between_its_lowest_and_highest_latest_claim() -> None:
    table = a_table(a_count(5, "a", "2024-01-01"), a_count(50, "b", "2024-01-01"), a_count(20, "c", "2024-01-01"))
    standing = standing_of(table, Like("container"))
    assert standing is not None
    assert (standing.lowest["claimant"], standing.highest["claimant"], standing.n) == ("a", "b", 3)


def test_other_units_doubtful_claims_and_denials_are_not_compared() -> None:
    table = a_table(
        a_count(5, "a", "2024-01-01", base_unit="shell"),
        a_count(6, "b", "2024-01-01", status="withdrawn"),
        a_count(6, "d", "2024-01-01", status="disputed"),
        a_count(7, "c", "2024-01-01", qualifier="none"),
    )
    assert standing_of(table, Like("container")) is None


def test_where_nothing_is_asserted_the_commonest_modality_is_compared() -> None:
    table = a_table(
        a_count(5, "a", "2024-01-01", modality="capacity"),
        a_count(8, "b", "2024-01-01", modality="denied"),
        a_count(6, "c", "2024-01-01", modality="capacity"),
    )
    standing = standing_of(table, Like("container"))
    assert standing is not None
    assert (standing.modality, standing.n) == ("capacity", 2)


def test_only_claims_of_the_scope_and_basis_of_the_topic_are_compared() -> None:
    table = a_table(
        a_count(5, "a", "2024-01-01", scope="seen in pictures"),
        a_count(8, "b", "2024-01-01", scope="all cargo"),
        a_count(9, "c", "2024-01-01", scope="all cargo"),
        a_count(99, "d", "2024-01-01", scope="all cargo", basis="flow"),
    )
    standing = standing_of(table, Like("container", "cumulative", "all cargo"))
    assert standing is not None
    assert (standing.lowest["claimant"], standing.highest["claimant"]) == ("b", "c")


def test_where_no_claim_has_the_scope_of_the_topic_the_others_are_compared() -> None:
    standing = standing_of(a_table(a_count(5, "a", "2024-01-01", scope="other")), Like("container", scope="all cargo"))
    assert standing is not None


def test_one_claim_of_each_claimant_is_kept_an_assertion_before_a_newer_plan() -> None:
    table = a_table(
        a_count(5, "a", "2024-01-01"),
        a_count(9, "a", "2024-06-01", modality="planned"),
        a_count(7, "b", "2024-02-01", modality="capacity"),
        a_count(3, "c", "2024-03-01", basis="flow"),
        a_count(2, "c", "2023-03-01"),
    )
    kept = latest_of_each(table, basis="cumulative").set_index("claimant")["low"].to_dict()
    assert kept == {"a": 5, "b": 7, "c": 2}
    assert latest_of_each(a_table(), basis="cumulative").empty
