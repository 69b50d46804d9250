"""Suggested matches of ungrouped reports."""

from typing import Any

import pytest

from analysis.curated import curated
from claimsdash.analysis.matching import suggest_matches
from making import a_claim, a_table

ONE = a_claim(report_id="a", claim_id="a", url="https://a.example/1")
KEYS = ("report_id", "claim_id", "notes", "derived_from", "alternative_of", "supersedes")


def test_the_curated_grouping_is_found_again() -> None:
    reports = curated()
    claim_of = dict(zip(reports["report_id"], reports["claim_id"], strict=True))
    wanted = sum(n * (n - 1) // 2 for n in reports["claim_id"].value_counts())
    found = suggest_matches(reports)
    right = sum(claim_of[row.report_id] == claim_of[row.other_report_id] for row in found.itertuples())
    assert right / len(found) >= 0.95
    assert right / wanted >= 0.80


def test_no_key_and_no_note_is_read() -> None:
    reports = curated().head(120)
    numbered = [str(n) for n in range(len(reports))]
    anonymous = reports.assign(**dict.fromkeys(KEYS, "x")).assign(report_id=numbered)
    assert (suggest_matches(anonymous)["score"].tolist()) == suggest_matches(reports)["score"].tolist()


@pytest.mark.parametrize(
    ("change", "score"),
    [
        ({}, 1.0),
        ({"outlet": "kbs", "outlet_name": "KBS", "relayed_from": "AFP; Yonhap"}, 1.1),
        ({"scope": "ammunition"}, 0.9),
        ({"base_at": 7000.0}, 0.9),
        ({"as_of_start": "2024-02-28", "as_of_end": "2024-02-28"}, 0.95),
        ({"as_of_start": "2024-03-06", "as_of_end": "2024-03-06"}, 0.9),
        ({"as_of_start": "2024-03-09", "as_of_end": "2024-03-09"}, None),
        ({"as_of_start": None, "as_of_end": None}, None),
        ({"base_at": 10_000.0}, None),
        ({"url": "https://a.example/1"}, None),
        ({"claimant": "rok_nis"}, None),
        ({"topic": "ship_voyages"}, None),
        ({"base_unit": "voyage"}, None),
    ],
)
def test_the_score_of_a_pair(change: dict[str, Any], score: float | None) -> None:
    found = suggest_matches(a_table(ONE, ONE | {"report_id": "b", "url": None} | change))
    assert found["score"].tolist() == ([] if score is None else [score])


def test_a_suggestion_gives_its_reasons() -> None:
    found = suggest_matches(a_table(ONE, ONE | {"report_id": "b", "url": None}))
    assert found["reasons"].tolist() == ["same number, same date, same scope, said in the same sense"]


def test_one_report_and_none_give_no_suggestion() -> None:
    assert suggest_matches(a_table()).empty
    assert suggest_matches(a_table(ONE)).empty
