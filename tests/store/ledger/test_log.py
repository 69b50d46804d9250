"""Ledgers of older and newer releases, and what Delta is told to keep."""

from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import DeltaTable

from claimsdash.store.errors import WorkspaceError
from claimsdash.store.ledger import log
from claimsdash.store.schema import CLAIM_SCHEMA
from storing import a_ledger, add, live_rows


def test_a_ledger_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    a_ledger(tmp_path)
    table = DeltaTable(tmp_path / "ledger")
    table.alter.set_table_properties({"claimsdash.schema": "99"}, raise_if_not_exists=False)
    with pytest.raises(WorkspaceError, match="newer claimsdash: its schema is 99"):
        a_ledger(tmp_path)


def test_a_ledger_of_an_older_release_opens_and_gains_the_columns_with_the_next_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = pa.schema([field for field in CLAIM_SCHEMA if field.name not in ("hedge", "base_at")])
    with monkeypatch.context() as patch:
        patch.setattr(log, "CLAIM_SCHEMA", older)
        patch.setattr(log, "SCHEMA_VERSION", 0)
        add(a_ledger(tmp_path))
    ledger = a_ledger(tmp_path)
    assert live_rows(ledger) == {"mine": 1}
    add(ledger, table_id="other")
    assert live_rows(ledger) == {"mine": 1, "other": 1}
    assert {field.name for field in DeltaTable(tmp_path / "ledger").schema().fields} == set(CLAIM_SCHEMA.names)


def test_changes_keep_their_versions_while_another_process_commits(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    for name in "ab":
        add(ledger, name.encode(), table_id=name)
    opened = DeltaTable(tmp_path / "ledger")
    for name in "cd":
        add(ledger, name.encode(), table_id=name)
    assert [(change.version, change.table_id) for change in log.changes_in(opened)] == [(1, "a"), (2, "b")]


def test_delta_never_forgets_the_history_by_itself(tmp_path: Path) -> None:
    a_ledger(tmp_path)
    assert DeltaTable(tmp_path / "ledger").metadata().configuration["delta.enableExpiredLogCleanup"] == "false"


def test_other_delta_readers_see_the_live_rows(tmp_path: Path) -> None:
    add(a_ledger(tmp_path), rows=3)
    rows = DeltaTable(tmp_path / "ledger").to_pyarrow_table()
    assert (rows.num_rows, set(rows["table_id"].to_pylist())) == (3, {"mine"})
