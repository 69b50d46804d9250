"""What interrupted imports leave behind, and what is never deleted."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimsdash.store.backup import write_backup
from claimsdash.store.errors import DamageError
from claimsdash.store.ledger.entries import entry_name
from claimsdash.store.tidying import delete_leftovers, leftovers
from claimsdash.store.workspace import open_workspace
from storing import ANNA, a_ledger, add, live_rows

NOW = datetime.now(UTC)


def test_only_old_files_that_no_version_names_are_deleted(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger, b"first")
    add(ledger, b"second", rows=2)
    ledger.retire("mine", ANNA)
    rows, originals = tmp_path / "ledger" / "rows", tmp_path / "originals"
    sorting, views = tmp_path / "combined" / "e.draft.sorting", tmp_path / "views"
    for folder in (sorting, views):
        folder.mkdir(parents=True)
    made = (rows / "a.parquet", rows / "b.draft", originals / "c.draft", originals / "d", views / "f.draft")
    for path in (*made, sorting / "g.tmp", tmp_path / "ledger" / "_delta_log" / "_commit_h.json.tmp"):
        path.write_bytes(b"left")
    (rows / "young.parquet").write_bytes(b"of an import that goes on")
    for path in tmp_path.rglob("*"):
        os.utime(path, None if path.name == "young.parquet" else (0, 0))
    found = leftovers(ledger, before=NOW - timedelta(days=1))
    assert sorted(leftover.name for leftover in found) == [
        "combined/e.draft.sorting/g.tmp",
        "ledger/_delta_log/_commit_h.json.tmp",
        "ledger/rows/a.parquet",
        "ledger/rows/b.draft",
        "originals/c.draft",
        "views/f.draft",
    ]
    delete_leftovers(ledger, found)
    assert leftovers(ledger, before=NOW - timedelta(days=1)) == []
    ledger.undo(ANNA)
    ledger.undo(ANNA)
    assert live_rows(ledger) == {"mine": 1}


def test_a_new_workspace_has_nothing_to_tidy(tmp_path: Path) -> None:
    assert leftovers(a_ledger(tmp_path), before=NOW) == []


def test_nothing_is_tidied_while_an_entry_of_the_log_cannot_say_what_it_needs(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger)
    (tmp_path / entry_name(1)).write_bytes(b"")
    with pytest.raises(DamageError, match=r"1\.json is damaged"):
        leftovers(a_ledger(tmp_path), before=NOW + timedelta(days=1))
    with pytest.raises(DamageError, match=r"1\.json is damaged"):
        write_backup(open_workspace(str(tmp_path)), tmp_path / "backup.zip", when=NOW)
