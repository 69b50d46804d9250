"""What was inferred stays marked as inferred."""

import pytest

from making_rows import check


@pytest.mark.parametrize(
    ("told", "flags"),
    [
        ("as_of", "claim_id,as_of"),
        ("as_of, low", "claim_id,as_of"),
        ("nonsense,<b>", "claim_id"),
        ("", "claim_id"),
    ],
)
def test_flags_of_a_file_count_for_cells_that_hold_something(told: str, flags: str) -> None:
    cells = {"report_id": "a", "as_of": "2024-02-26", "inferred": told, "basis": "stock"}
    checked = check({**cells, "modality": "asserted", "status": "normal", "qualifier": "exact", "best": "1000"})
    assert checked.claims["inferred"].tolist() == [flags]


def test_columns_that_an_export_adds_are_passed_over() -> None:
    checked = check({"claimant_name": "Anybody", "display_low": "7", "speaks": "TRUE", "colour": "red"})
    assert [problem.column for problem in checked.problems] == ["colour"]
    assert checked.claims["claimant_name"].tolist() == ["ROK Ministry of National Defense"]
