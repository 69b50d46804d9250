"""Entries of the log that are cut: named with the remedy, the versions before them read, nothing put behind them."""

from pathlib import Path

import pytest
from deltalake import DeltaTable

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import engine_of
from claimsdash.store.errors import DamageError
from claimsdash.store.ledger.entries import entry_name
from claimsdash.store.queries import Tally, tally
from claimsdash.store.workspace import open_workspace
from storing import ANNA, a_ledger, add, live_rows


def entry(folder: Path, version: int) -> Path:
    return folder / entry_name(version)


def cut(content: bytes, how: str) -> bytes:
    return {"empty": b"", "mid line": content[:100], "at a line": content.splitlines(keepends=True)[0]}[how]


@pytest.mark.parametrize("how", ["empty", "mid line", "at a line"])
@pytest.mark.parametrize("was_open", [True, False])
def test_a_cut_entry_is_named_and_the_versions_before_it_are_read(tmp_path: Path, how: str, *, was_open: bool) -> None:
    workspace = open_workspace(str(tmp_path))
    other = a_ledger(tmp_path)
    add(other, b"one", table_id="one")
    workspace.ledger.version()
    add(other, b"two", table_id="two", rows=2)
    add(other, b"three", table_id="three", rows=4)
    content = entry(tmp_path, 2).read_bytes()
    entry(tmp_path, 2).write_bytes(cut(content, how))
    workspace = workspace if was_open else open_workspace(str(tmp_path))
    ledger = workspace.ledger
    assert (tally(engine_of(workspace), Selection()), live_rows(ledger)) == (Tally(1, 1), {"one": 1})
    assert [change.table_id for change in ledger.history()] == ["one"]
    told = ledger.damage()
    assert told is not None
    assert told.startswith(f"{entry(tmp_path, 2)} is damaged")
    assert "Put back a copy of it, or move it and every later entry away" in told
    for change in (lambda: add(ledger, b"new"), lambda: ledger.retire("one", ANNA)):
        with pytest.raises(DamageError, match=r"2\.json is damaged"):
            change()
    entry(tmp_path, 2).write_bytes(content)
    assert (live_rows(ledger), ledger.damage()) == ({"one": 1, "two": 2, "three": 4}, None)
    assert add(ledger, b"new").version == 4


def test_what_is_moved_away_with_all_later_entries_has_not_been(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger, b"one", table_id="one")
    add(ledger, b"two", table_id="two")
    entry(tmp_path, 2).write_bytes(b"")
    ledger = a_ledger(tmp_path)
    assert ledger.damage()
    entry(tmp_path, 2).unlink()
    assert (live_rows(ledger), ledger.damage()) == ({"one": 1}, None)
    assert add(ledger, b"three", table_id="three").version == 2


def test_an_entry_before_a_checkpoint_is_missing_in_the_history_alone(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger, table_id="one")
    add(ledger, b"two", table_id="two")
    DeltaTable(tmp_path / "ledger").create_checkpoint()
    entry(tmp_path, 2).write_bytes(b"")
    again = a_ledger(tmp_path)
    assert live_rows(again) == {"one": 1, "two": 1}
    assert 2 not in {change.version for change in again.history()}
    assert "2.json is damaged" in str(again.damage())
    with pytest.raises(DamageError, match=r"2\.json is damaged"):
        again.undo(ANNA)


def test_without_the_first_entry_there_is_no_workspace(tmp_path: Path) -> None:
    a_ledger(tmp_path)
    entry(tmp_path, 0).write_bytes(b"")
    with pytest.raises(DamageError, match=r"0\.json is damaged"):
        a_ledger(tmp_path)


def test_a_damaged_checkpoint_is_named_and_may_be_deleted(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger)
    DeltaTable(tmp_path / "ledger").create_checkpoint()
    [checkpoint] = tmp_path.glob("ledger/_delta_log/*.checkpoint.parquet")
    checkpoint.write_bytes(checkpoint.read_bytes()[:-20])
    with pytest.raises(DamageError, match=r"checkpoint.parquet is damaged. Delete it, and _last_checkpoint"):
        a_ledger(tmp_path)
    checkpoint.unlink()
    checkpoint.with_name("_last_checkpoint").unlink()
    assert live_rows(a_ledger(tmp_path)) == {"mine": 1}
