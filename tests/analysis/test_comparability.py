"""What two claims are to each other."""

from typing import Any

import pytest

from analysis.curated import curated, reports_of
from claimsdash.analysis.comparability import FIELD_WORDS, Verdict, compare, comparisons
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.statement import statement, statements, widest_windows
from making import a_claim, a_table

SEOUL = a_claim(
    report_id="seoul", claim_id="seoul", qualifier="approximate", low=6566.0, high=6834.0,
    since="2023-08", since_start="2023-08-01", since_end="2023-08-31",
)  # fmt: skip  # several to a line
FROM_SEPTEMBER = {"since": "2023-09", "since_start": "2023-09-01", "since_end": "2023-09-30"}
WASHINGTON = a_claim(
    report_id="washington", claim_id="washington", claimant="us_state", claimant_name="State Department",
    qualifier="lower_bound", low=10_000.0, best=None, high=None, as_of="2024-02-23",
    since="2023-08", since_start="2023-08-01", since_end="2023-08-31",
)  # fmt: skip  # several to a line
NIS = {"claimant": "rok_nis", "claim_id": "nis", "report_id": "nis"}
LATER = {"as_of": "2024-03-20", "as_of_start": "2024-03-20", "as_of_end": "2024-03-20"}
FIGURE = {"low": 7000.0, "best": 7000.0, "high": 7000.0, "base_low": 7000.0, "base_best": 7000.0, "base_high": 7000.0}


@pytest.mark.parametrize(
    ("change", "verdict", "fields"),
    [
        ({}, Verdict.SAME, ()),
        ({"claim_id": "again"}, Verdict.SAME, ()),
        ({"claim_id": "new"} | FIGURE, Verdict.REVISED, ()),
        ({"claim_id": "new"} | FIGURE | LATER, Verdict.UPDATED, ()),
        ({"claim_id": "new", "supersedes": "seoul"} | FIGURE | LATER, Verdict.REVISED, ()),
        (NIS, Verdict.AGREE, ()),
        (NIS | FIGURE, Verdict.CONFLICT, ()),
        (NIS | FIGURE | LATER, Verdict.AGREE, ()),
        (NIS | FIGURE | {"basis": "stock"} | LATER, Verdict.DIFFERENT, ("basis",)),
        (NIS | {"scope": "ammunition"}, Verdict.DIFFERENT, ("scope",)),
        (NIS | {"modality": "capacity"}, Verdict.DIFFERENT, ("modality",)),
        (NIS | {"base_unit": "voyage"}, Verdict.DIFFERENT, ("unit",)),
        (NIS | {"topic": "ship_voyages"}, Verdict.DIFFERENT, ("topic",)),
        (NIS | FROM_SEPTEMBER, Verdict.AGREE, ()),
        (NIS | {"since_start": None, "since_end": None}, Verdict.DIFFERENT, ("since",)),
        ({"claim_id": "new", "since_start": None, "since_end": None} | FIGURE, Verdict.REVISED, ()),
        (NIS | {"as_of_start": "2025-01-01", "as_of_end": "2025-01-01"}, Verdict.DIFFERENT, ("as_of",)),
        (NIS | {"base_low": None, "base_best": None, "base_high": None}, Verdict.UNCLEAR, ()),
        (NIS | FIGURE | {"as_of_start": "2024-01-01", "as_of_end": "2024-02-26"}, Verdict.CONFLICT, ()),
        (NIS | {"as_of_start": None, "as_of_end": None}, Verdict.UNCLEAR, ()),
    ],
)
def test_the_verdict_on_two_claims(change: dict[str, Any], verdict: Verdict, fields: tuple[str, ...]) -> None:
    one, other = statements(a_table(SEOUL, SEOUL | change))
    for found in (compare(one, other), compare(other, one)):
        assert (found.verdict, found.fields) == (verdict, fields)


def test_more_than_10_000_and_about_6_700_of_one_window_are_a_factor_of_1_46_apart() -> None:
    found = compare(*statements(a_table(SEOUL, WASHINGTON)))
    assert found.verdict is Verdict.CONFLICT
    assert found.factor == pytest.approx(10_000 / 6834)
    assert found.words.endswith("a factor of 1.46 apart.")


def test_seoul_and_washington_count_from_different_starts() -> None:
    reports = reports_of("containers_shipped")
    claims = widest_windows(claims_of(reports), reports).set_index("claim_id", drop=False)
    seoul, washington = (
        statement(claims.loc[key].to_dict())
        for key in ("rok-mnd-2024-02-26-containers", "us-state-2024-02-23-containers")
    )
    found = compare(seoul, washington)
    assert (found.verdict, found.fields, found.factor) == (Verdict.DIFFERENT, ("since",), None)
    assert "start of the window" in found.words


def test_every_two_claims_of_a_topic_are_compared_once() -> None:
    reports = reports_of("artillery_shells_transferred")
    found, n = comparisons(reports), reports["claim_id"].nunique()
    assert len(found) == n * (n - 1) / 2
    assert set(found["verdict"]) <= {verdict.value for verdict in Verdict}
    assert found.loc[found["verdict"].eq("conflict"), "factor"].gt(1).all()
    assert {name for names in found["fields"] for name in names.split(", ") if name} <= set(FIELD_WORDS)


def test_one_claim_and_none_have_nothing_to_be_compared_with() -> None:
    assert comparisons(a_table()).empty
    assert comparisons(a_table(a_claim())).empty


def test_the_whole_curated_table_is_compared_without_a_failure() -> None:
    assert comparisons(curated())["verdict"].nunique() >= 5
