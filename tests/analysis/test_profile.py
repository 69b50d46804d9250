"""Everything one claimant said."""

from typing import Any

from claimsdash.analysis.profile import TOPIC_COLUMNS, relayers_of, topics_of
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
    assert relayers_of(table, "rok")[["outlet", "n_claims", "n_reports"]].values.tolist() == [
        ["yonhap", 1, 2],
        ["kbs", 1, 1],
    ]


def test_an_unknown_claimant_said_nothing() -> None:
    assert list(topics_of(a_table(), "x").columns) == list(TOPIC_COLUMNS)
    assert relayers_of(a_table(a_count("a", 5)), "x").empty
