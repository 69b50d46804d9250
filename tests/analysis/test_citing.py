"""Who cites whom."""

import pytest

from analysis.curated import curated
from claimsdash.analysis.citing import citing_of, echo_of
from making import a_claim, a_table

SEOUL = "ROK Ministry of National Defense"


def by(outlet: str, *cites: str, **given: object) -> dict[str, object]:
    return a_claim(
        report_id=outlet, outlet=outlet.lower(), outlet_name=outlet, relayed_from="; ".join(cites) or None, **given
    )


def test_relays_hang_below_whom_they_cite() -> None:
    found = citing_of(a_table(by("Yonhap"), by("KBS", "Yonhap"), by("CNN", "AFP", "KBS")))
    placed = {node.name: (node.parent, node.depth, node.kind) for node in found.nodes.itertuples()}
    assert placed == {
        SEOUL: ("", 0, "claimant"),
        "Yonhap": (SEOUL, 1, "outlet"),
        "KBS": ("Yonhap", 2, "outlet"),
        "AFP": (SEOUL, 1, "cited"),
        "CNN": ("AFP", 2, "outlet"),
    }
    assert found.nodes["name"].iloc[0] == SEOUL
    edges = set(found.edges.itertuples(index=False, name=None))
    assert edges == {(SEOUL, "Yonhap"), ("Yonhap", "KBS"), (SEOUL, "AFP"), ("AFP", "CNN"), ("KBS", "CNN")}
    assert not found.nodes["in_cycle"].any()


def test_the_own_document_is_the_claimants_node() -> None:
    own = a_claim(report_id="own", outlet="rok_mnd", outlet_name=SEOUL)
    found = citing_of(a_table(own, by("KBS")))
    assert found.nodes[["name", "report_id"]].to_numpy().tolist() == [[SEOUL, "own"], ["KBS", "KBS"]]
    assert found.nodes["mark_id"].ge(0).all()


def test_outlets_that_cite_each_other_are_flagged() -> None:
    found = citing_of(a_table(by("A", "B"), by("B", "A"), by("C", "C"), by("D", "A")))
    flagged = found.nodes.set_index("name")["in_cycle"]
    assert sorted(flagged[flagged].index) == ["A", "B", "C"]
    assert set(found.nodes["name"]) == {SEOUL, "A", "B", "C", "D"}


def test_an_outlet_with_two_reports_is_one_node_and_one_without_a_name_is_there() -> None:
    nameless = a_claim(report_id="x", outlet=None, outlet_name=None)
    found = citing_of(a_table(by("KBS"), by("KBS") | {"report_id": "KBS-2"}, nameless))
    assert dict(zip(found.nodes["name"], found.nodes["n_reports"], strict=True)) == {
        SEOUL: 0,
        "KBS": 2,
        "unnamed outlet": 1,
    }


def test_every_claim_of_the_curated_table_is_one_tree() -> None:
    for key, reports in curated().groupby("claim_id"):
        nodes = citing_of(reports).nodes
        assert nodes["name"].is_unique, key
        assert set(nodes["parent"]) - {""} <= set(nodes["name"]), key
        assert nodes["n_reports"].sum() == len(reports), key


@pytest.mark.parametrize(
    ("reports", "said", "sources"),
    [
        ((), "0 reports, 0 origins", 0.0),
        ((by("A"), by("B"), by("C")), "3 reports, 1 origin", 1.0),
        ((by("A", claim_id="1"), by("B", claim_id="2")), "2 reports, 2 origins", 1.0),
        ((by("A", claim_id="1"), by("B", "A", claim_id="2")), "2 reports, 1 origin", 1.0),
        ((by("A", claim_id="1"), by("B", "A", claim_id="2", low=1.0)), "2 reports, 2 origins", 1.0),
        ((by("A", claim_id="1"), by("B", claim_id="2", claimant="rok_nis")), "2 reports, 2 origins", 2.0),
    ],
)
def test_linked_reports_are_one_origin(reports: tuple[dict[str, object], ...], said: str, sources: float) -> None:
    found = echo_of(a_table(*reports))
    assert (str(found), found.sources) == (said, sources)


def test_the_curated_table_has_fewer_origins_than_reports() -> None:
    found = echo_of(curated())
    assert found.n_reports == 495
    assert found.n_origins <= 270
    assert found.factor == found.n_reports / found.n_origins


def test_no_reports_give_no_nodes() -> None:
    found = citing_of(a_table())
    assert found.nodes.empty
    assert found.edges.empty
