"""Everything one claimant said."""

from typing import Any

from claimsdash.analysis.profile import TOPIC_COLUMNS, against_others, grades_of, relayers_of, topics_of
from making import a_claim, a_table


def a_count(key: str, number: float, claimant: str = "rok", **given: Any) -> dict[str, Any]:
    row = {"report_id": key, "claim_id": key, "claimant": claimant, "low": number, "best": number, "high": number}
    return a_claim(**(row | given))


def test_each_topic_has_its_latest_claim_and_its_place_among_the_others() -> None:
    table = a_table(
        a_count("a", 5000, as_of="2023-12-29"),
        a_count("b", 6700),
        a_count("c", 10_000, "us"),
        a_count("d", 7, topic="ships", unit="voyage"),
    )
    topics = topics_of(table, "rok")
    assert topics["topic"].tolist() == ["containers_shipped", "ships"]
    assert topics["latest"].tolist() == ["6,700 containers", "7 voyages"]
    assert topics["position"].tolist() == ["lowest", "alone"]
    assert topics["n_claims"].tolist() == [2, 1]


def test_only_claims_said_in_the_same_way_are_others() -> None:
    table = a_table(a_count("a", 5), a_count("b", 9, "us", modality="planned"), a_count("c", 9, "uk", basis="flow"))
    assert topics_of(table, "rok")["position"].tolist() == ["alone"]


def test_a_denial_has_no_place() -> None:
    denial = a_count("a", 5, qualifier="none") | {"low": None, "best": None, "high": None, "base_at": None}
    topics = topics_of(a_table(denial, a_count("b", 5, "us")), "rok")
    assert topics["latest"].tolist() == ["no figure"]
    assert topics["position"].isna().all()


def test_relayers_are_counted_in_reports_and_claims() -> None:
    table = a_table(a_count("a", 5, claim_id="x"), a_count("b", 5, claim_id="x"), a_count("c", 6, outlet="kbs"))
    assert relayers_of(table, "rok")[["outlet", "n_claims", "n_reports", "n_changed"]].values.tolist() == [
        ["yonhap", 1, 2, 0],
        ["kbs", 1, 1, 0],
    ]


def test_a_relay_that_changed_what_was_said_is_counted_with_its_outlet() -> None:
    changed = a_count("b", 9000, claim_id="x", outlet="kbs", reported_on="2024-03-01")
    table = a_table(a_count("a", 5000, claim_id="x"), changed)
    assert relayers_of(table, "rok").set_index("outlet")["n_changed"].to_dict() == {"kbs": 1, "yonhap": 0}


def test_others_come_with_what_each_pair_of_claims_is() -> None:
    table = a_table(
        a_count("a", 5000),
        a_count("b", 9000, "us", claimant_name="US"),
        a_count("c", 5000, "uk", claimant_name="UK", scope="shells"),
        a_count("d", 7, "jp", topic="ships", claimant_name="JP"),
    )
    found = against_others(table, "rok")
    assert found["other_name"].tolist() == ["US", "UK"]
    assert found[["n_pairs", "n_conflicts", "n_different"]].values.tolist() == [[1, 1, 0], [0, 0, 1]]
    assert (found["greatest"].iat[0], found["topics"].iat[0]) == (9000 / 5000, "containers_shipped")
    assert against_others(table, "jp").empty


def test_grades_are_counted_as_the_editors_gave_them() -> None:
    table = a_table(
        a_count("a", 5, reliability="B", credibility="2"),
        a_count("b", 6, reliability="B", credibility="2"),
        a_count("c", 7, reliability="C"),
        a_count("d", 8),
    )
    assert grades_of(table, "rok").values.tolist() == [["B2", 2, 2], ["C?", 1, 1]]
    assert grades_of(a_table(a_count("a", 5)), "rok").empty


def test_an_unknown_claimant_said_nothing() -> None:
    assert list(topics_of(a_table(), "x").columns) == list(TOPIC_COLUMNS)
    assert relayers_of(a_table(a_count("a", 5)), "x").empty
