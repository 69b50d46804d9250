"""What interrupted imports leave behind, and what is never deleted."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from claimsdash.store.tidying import delete_leftovers, leftovers
from storing import ANNA, a_ledger, add, live_rows

NOW = datetime.now(UTC)


def test_only_old_files_that_no_version_names_are_deleted(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger, b"first")
    add(ledger, b"second", rows=2)
    ledger.retire("mine", ANNA)
    rows, originals = tmp_path / "ledger" / "rows", tmp_path / "originals"
    for path in (rows / "a.parquet", rows / "b.draft", originals / "c.draft", originals / "d"):
        path.write_bytes(b"left")
    (rows / "young.parquet").write_bytes(b"of an import that goes on")
    for path in [*rows.glob("[!y]*"), *originals.iterdir()]:
        os.utime(path, (0, 0))
    found = leftovers(ledger, before=NOW - timedelta(days=1))
    assert [leftover.name for leftover in found] == [
        "ledger/rows/a.parquet",
        "ledger/rows/b.draft",
        "originals/c.draft",
    ]
    delete_leftovers(ledger, found)
    assert leftovers(ledger, before=NOW - timedelta(days=1)) == []
    ledger.undo(ANNA)
    ledger.undo(ANNA)
    assert live_rows(ledger) == {"mine": 1}


def test_a_new_workspace_has_nothing_to_tidy(tmp_path: Path) -> None:
    assert leftovers(a_ledger(tmp_path), before=NOW) == []
