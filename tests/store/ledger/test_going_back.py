"""Going back to an earlier state: each table is what it was, nothing is lost, and it can be undone."""

from pathlib import Path

import pytest

from claimsdash.store.errors import LedgerError
from storing import ANNA, a_ledger, add, live_rows


def test_every_table_is_what_it_was_and_undo_takes_it_back(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    then = add(ledger, b"one").version
    add(ledger, b"two", rows=2)
    add(ledger, b"more", rows=3, table_id="more")
    changes = ledger.go_back(then, ANNA)
    assert [(change.table_id, change.kind.value) for change in changes] == [("mine", "restored"), ("more", "retired")]
    assert live_rows(ledger) == live_rows(ledger, then) == {"mine": 1}
    assert ledger.at().parts == ledger.at(then).parts
    ledger.undo(ANNA)
    ledger.undo(ANNA)
    assert live_rows(ledger) == {"mine": 2, "more": 3}


def test_a_state_that_is_todays_changes_nothing(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    version = add(ledger).version
    assert ledger.go_back(version, ANNA) == []
    assert ledger.version() == version


def test_a_removed_table_comes_back_and_what_came_by_itself_stays(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    then = add(ledger).version
    ledger.retire("mine", ANNA)
    assert [change.kind.value for change in ledger.go_back(then, ANNA)] == ["restored"]
    assert live_rows(ledger) == {"mine": 1}


def test_a_version_that_never_was_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no version 9"):
        a_ledger(tmp_path).go_back(9, ANNA)
