"""What relays do to a figure."""

from typing import Any

import pytest

from claimsdash.analysis.drift import ATTRIBUTE_OF, drift_of
from making import a_claim, a_table

ORIGIN = a_claim(
    report_id="origin", qualifier="lower_bound", low=3e6, best=None, high=None, modality="capacity", since="2023-08",
    since_start="2023-08-01", since_end="2023-08-31", scope="152 mm shell", unit="shell", outlet="yonhap",
)  # fmt: skip  # several to a line
EXACT = {
    "qualifier": "exact",
    "low": 3e6,
    "best": 3e6,
    "high": 3e6,
    "base_low": 3e6,
    "base_best": 3e6,
    "base_high": 3e6,
}


CHANGES: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    (EXACT, "bound dropped"),
    ({"qualifier": "upper_bound"}, "bound flipped"),
    ({"modality": "asserted"}, "condition dropped"),
    ({"modality": "planned"}, "modality changed"),
    ({"since": "2023-09"}, "window moved"),
    ({"since": None}, "window moved"),
    ({"as_of": "2024-02"}, "date moved"),
    ({"scope": "122 mm rocket"}, "item changed"),
    ({"base_unit": "rocket"}, "category swapped"),
    ({"claimant": "us_state"}, "claimant changed"),
    ({"alternative_of": "rockets"}, "either/or added"),
    ({"base_at": 3.1e6}, "number changed"),
    ({"base_at": 4e6}, "number changed"),
    ({"reported_start": "2024-06-01"}, "stale"),
    (EXACT | {"modality": "asserted"}, "bound dropped, condition dropped"),
]
OF_OTHERS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (EXACT, {"qualifier": "lower_bound"}, "bound added"),
    ({"qualifier": "approximate"}, EXACT, "hedge dropped"),
    (EXACT, {"qualifier": "approximate"}, "hedge added"),
    ({"alternative_of": "rockets"}, {"alternative_of": None}, "either/or dropped"),
    ({"base_at": 15_809.0}, {"base_at": 16_000.0}, "rounded"),
]
"""Changes of what another origin said."""


@pytest.mark.parametrize(("change", "words"), CHANGES)
def test_a_change_by_a_relay_is_named(change: dict[str, Any], words: str) -> None:
    relay = ORIGIN | {"report_id": "relay", "reported_on": "2024-03-01", "reported_end": "2024-03-01"} | change
    listed = drift_of(a_table(ORIGIN, relay)).set_index("report_id")
    assert listed.loc["relay", "differs"] == words
    assert listed["speaks"].to_dict() == {"origin": True, "relay": False}


@pytest.mark.parametrize(("said", "change", "words"), OF_OTHERS)
def test_a_change_of_what_another_said_is_named(said: dict[str, Any], change: dict[str, Any], words: str) -> None:
    relay = ORIGIN | said | {"report_id": "relay", "reported_on": "2024-03-01", "reported_end": "2024-03-01"} | change
    assert drift_of(a_table(ORIGIN | said, relay))["differs"].tolist() == ["", words]


def test_every_named_change_is_shown_above() -> None:
    told = [words for _, words in CHANGES] + [words for _, _, words in OF_OTHERS]
    shown = {word for words in told for word in words.split(", ") if word}
    assert shown == set(ATTRIBUTE_OF)


def test_reports_stand_in_order_of_publication_undated_ones_last() -> None:
    late = ORIGIN | {"report_id": "late", "reported_start": "2024-03-09", "reported_end": "2024-03-09"}
    undated = ORIGIN | {"report_id": "undated", "reported_start": None, "reported_end": None}
    assert drift_of(a_table(undated, late, ORIGIN))["report_id"].tolist() == ["origin", "late", "undated"]


def test_no_reports_give_no_rows() -> None:
    assert drift_of(a_table()).empty


@pytest.mark.parametrize(
    ("printed", "word"), [(16_000.0, "rounded"), (15_800.0, "rounded"), (15_700.0, "number changed")]
)
def test_fewer_digits_of_the_same_number_are_rounding(printed: float, word: str) -> None:
    unrounded = a_claim(report_id="origin", base_at=15_809.0)
    relay = a_claim(report_id="relay", base_at=printed, reported_on="2024-03-01", outlet="kbs")
    assert drift_of(a_table(unrounded, relay))["differs"].tolist() == ["", word]
