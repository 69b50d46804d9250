"""What changed between two versions."""

from pathlib import Path

from claimsdash.store.differences import differences
from making import a_claim, a_table
from storing import ANNA, a_ledger, add, an_entry


def test_reports_that_came_went_or_changed_are_listed_and_the_rest_is_not(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    first = a_table(
        a_claim(report_id="gone", value_text="30 %"),
        a_claim(report_id="changed", value_text="3 million", notes=None),
        a_claim(report_id="moved", line=4, notes=None),
    )
    second = a_table(
        a_claim(report_id="moved", line=3, notes=None),
        a_claim(report_id="changed", value_text="more than 3 million", notes=None),
        a_claim(report_id="come", value_text="6,700"),
    )
    ledger.add(first, b"1", an_entry(b"1"))
    ledger.add(second, b"2", an_entry(b"2"))
    add(ledger, table_id="other")
    rows = differences(ledger, 1, 2).astype(object).where(lambda frame: frame.notna(), None)
    assert rows.to_numpy().tolist() == [
        ["mine", "changed", "changed", "3 million", "more than 3 million"],
        ["mine", "come", "added", None, "6,700"],
        ["mine", "gone", "removed", "30 %", None],
    ]
    assert differences(ledger, 2, 3)[["table_id", "change"]].to_numpy().tolist() == [["other", "added"]]


def test_a_table_removed_and_brought_back_has_not_changed(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger, rows=2)
    ledger.retire("mine", ANNA)
    ledger.restore("mine", ANNA)
    assert differences(ledger, 1, 2)["change"].tolist() == ["removed", "removed"]
    assert differences(ledger, 1, 3).empty
