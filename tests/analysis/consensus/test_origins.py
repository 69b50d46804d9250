"""Reports collapse to the claims that they repeat."""

from typing import Any

import pytest

from analysis.consensus.making import claims_of
from claimsdash.analysis.consensus.origins import Collapsed, collapse
from claimsdash.analysis.consensus.reading import read_reports


def collapsed(*rows: dict[str, Any]) -> Collapsed:
    return collapse(read_reports(claims_of(*rows), share=False))


@pytest.mark.parametrize(
    ("rows", "heard"),
    [
        ([{"best": 5}, {"best": 6, "relay_of": "c0"}, {"best": 7, "relay_of": "c1"}], [("s0", 3)]),
        ([{"best": 5, "relay_of": "c0"}], [("s0", 1)]),
        ([{"best": 5, "relay_of": "lost"}, {"best": 5, "relay_of": "lost", "reported_on": "2024-02-27"}], [("s1", 2)]),
        ([{"best": 5, "relay_of": "c1"}, {"best": 5, "relay_of": "c0"}], [("s0", 2)]),
        ([{"best": 5}, {"best": 5}, {"best": 5, "as_of": "2024-01-01"}], [("s2", 1), ("s0", 2)]),
        ([{"best": 5, "id": ""}, {"best": 6, "id": ""}], [("s0", 1), ("s1", 1)]),
        ([{"best": 5}, {"best": 6, "id": None, "relay_of": "c0"}], [("s0", 2)]),
    ],
)
def test_one_origin_speaks_once(rows: list[dict[str, Any]], heard: list[tuple[str, int]]) -> None:
    assert sorted((c.claimant, c.reports) for c in collapsed(*rows).claims) == sorted(heard)


def test_the_claimants_own_document_speaks_even_where_it_came_later() -> None:
    found = collapsed({"best": 5}, {"best": 50, "relay_of": "c0", "reported_on": "2024-02-26"})
    assert found.claims[0].interval.high == pytest.approx(5.025)


def test_where_relays_of_a_lost_origin_differ_the_widest_speaks_and_it_is_said() -> None:
    found = collapsed({"best": 5, "relay_of": "lost"}, {"low": 5, "kind": "lower_bound", "relay_of": "lost"})
    assert found.claims[0].interval.form == "floor"
    assert [note.say({}) for note in found.notes()] == [
        "Reports differ in wording, and the widest reading is used: lost."
    ]


def test_a_circle_of_citations_is_one_origin_and_it_is_said() -> None:
    found = collapsed({"best": 5, "relay_of": "c1"}, {"best": 5, "relay_of": "c0"})
    assert [note.say({}) for note in found.notes()] == [
        "Reports cite only one another, so their origin is unknown: c0."
    ]


def test_relays_of_what_is_not_pooled_are_left_out_with_it() -> None:
    found = collapsed({"kind": "vague", "low": 200}, {"best": 200, "relay_of": "c0"})
    assert found.claims == []
    assert dict(found.left_out)["c1"] == "relay of c0, which is left out"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"best": 5, "as_of": None, "reported_on": None}, "neither an as-of date nor a report date"),
        ({"best": 5, "as_of": "soon"}, "soon"),
        ({"best": 5, "as_of": "2024-01/.."}, "is open"),
        ({"best": "a lot"}, "'a lot' is no number"),
        ({"best": 5, "claimant": None}, "nobody is named"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_with_its_reason(row: dict[str, Any], reason: str) -> None:
    found = collapsed(row)
    assert found.claims == []
    assert reason in found.left_out[0][1]


def test_without_an_as_of_date_that_of_the_report_is_used_and_marked() -> None:
    claim = collapsed({"best": 5, "as_of": None}).claims[0]
    assert (claim.inferred, claim.start) == (True, 738946)
