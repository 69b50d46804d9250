"""What the ledger keeps, and what it refuses."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from claimsdash.store.errors import DamageError, LedgerError
from claimsdash.store.ledger import By, Change, ChangeKind, Counts, Ledger, Outcome, Part
from claimsdash.store.ledger.ledger import original_name
from claimsdash.store.ledger.parts import part_name, write_parts
from claimsdash.store.tidying import delete_leftovers, leftovers
from making import a_table
from storing import ANNA, NOON, a_ledger, add, an_entry, live_rows


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


def test_a_new_ledger_holds_nothing_and_has_nothing_to_undo(ledger: Ledger) -> None:
    assert (ledger.version(), ledger.at().rows, ledger.tables(), ledger.history()) == (0, 0, [], [])
    with pytest.raises(LedgerError, match="nothing to undo"):
        ledger.undo(ANNA)


def test_an_import_is_one_version_with_its_rows_its_bytes_and_its_entry(ledger: Ledger) -> None:
    counts = Counts(rows=3, claims=2, kept_out=1, warnings=4)
    added = add(ledger, b"bytes", rows=2, choices={"decimal": ","}, counts=counts)
    assert (added.outcome, added.version, live_rows(ledger)) == (Outcome.ADDED, 1, {"mine": 2})
    assert ledger.original(added.entry.sha256) == b"bytes"
    [held] = ledger.tables()
    assert held.entry == an_entry(b"bytes", choices={"decimal": ","}, counts=counts)
    assert (held.live, held.content, held.changed) == (True, 1, ledger.history()[0])


def test_an_entry_survives_another_process(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, choices={"sheet": "März", "header": 3})
    assert a_ledger(tmp_path).tables() == ledger.tables()


def test_equal_bytes_under_the_same_name_change_nothing_and_say_so(ledger: Ledger) -> None:
    add(ledger)
    assert (add(ledger).outcome, ledger.version()) == (Outcome.UNCHANGED, 1)


@pytest.mark.parametrize(
    "second",
    [{"original": b"two"}, {"choices": {"decimal": ","}}],
    ids=["other bytes", "equal bytes read with other choices"],
)
def test_what_differs_replaces_the_table_in_one_version(ledger: Ledger, second: dict[str, Any]) -> None:
    add(ledger, rows=2)
    added = add(ledger, rows=3, **second)
    assert (added.outcome, added.version, live_rows(ledger)) == (Outcome.REPLACED, 2, {"mine": 3})
    assert live_rows(ledger, 1) == {"mine": 2}


def test_equal_bytes_under_another_name_are_another_table(ledger: Ledger) -> None:
    add(ledger)
    assert add(ledger, table_id="other").outcome is Outcome.ADDED
    assert live_rows(ledger) == {"mine": 1, "other": 1}


def test_a_retired_table_is_gone_from_the_rows_but_listed_and_comes_back_as_it_was(ledger: Ledger) -> None:
    add(ledger, rows=2)
    before = ledger.at().parts
    ledger.retire("mine", ANNA)
    assert live_rows(ledger) == {}
    [held] = ledger.tables()
    assert (held.live, held.entry, held.changed.kind, held.changed.who) == (
        False,
        an_entry(),
        ChangeKind.RETIRED,
        "Anna",
    )
    ledger.restore("mine", ANNA)
    assert ledger.at().parts == before


def test_a_retired_table_can_be_imported_again(ledger: Ledger) -> None:
    add(ledger)
    ledger.retire("mine", ANNA)
    assert add(ledger).outcome is Outcome.ADDED
    assert live_rows(ledger) == {"mine": 1}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda ledger: ledger.retire("yours", ANNA), "no live table 'yours'. The live tables are: mine"),
        (lambda ledger: ledger.restore("mine", ANNA), "no removed table 'mine'. No table is removed"),
        (lambda ledger: ledger.at(9), "no version 9: the ledger has 0 to 1"),
        (lambda ledger: ledger.at(-1), "no version -1"),
        (lambda ledger: add(ledger, table_id=" "), "needs a name"),
        (lambda ledger: ledger.add(a_table(), b"other", an_entry(b"bytes")), "not those that its entry describes"),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    ledger: Ledger, change: Callable[[Ledger], object], message: str
) -> None:
    add(ledger)
    with pytest.raises(LedgerError, match=message):
        change(ledger)
    assert ledger.version() == 1


def test_undo_goes_back_one_change_at_a_time_to_the_empty_ledger(ledger: Ledger) -> None:
    add(ledger, b"one", rows=1)
    add(ledger, b"two", rows=2)
    add(ledger, b"other", table_id="other", rows=5)
    ledger.retire("mine", ANNA)
    states = [live_rows(ledger)]
    for _ in range(4):
        ledger.undo(ANNA)
        states.append(live_rows(ledger))
    assert states == [{"other": 5}, {"mine": 2, "other": 5}, {"mine": 2}, {"mine": 1}, {}]
    with pytest.raises(LedgerError, match="nothing to undo"):
        ledger.undo(ANNA)


def test_undo_after_a_new_change_takes_back_that_change(ledger: Ledger) -> None:
    add(ledger, b"one")
    add(ledger, b"two", rows=2)
    ledger.undo(ANNA)
    add(ledger, b"three", rows=3)
    ledger.undo(ANNA)
    assert live_rows(ledger) == {"mine": 1}


def test_undo_passes_over_what_the_program_did_by_itself(ledger: Ledger) -> None:
    add(ledger)
    ledger.add(a_table(), b"c", an_entry(b"c", table_id="curated"), automatic=True)
    undone = ledger.undo(ANNA)
    assert (undone.table_id, undone.undoes, list(live_rows(ledger))) == ("mine", 1, ["curated"])


def test_every_earlier_version_can_be_seen_again(ledger: Ledger) -> None:
    add(ledger, b"one", rows=1)
    add(ledger, b"two", rows=2)
    ledger.retire("mine", ANNA)
    assert [live_rows(ledger, version) for version in range(4)] == [{}, {"mine": 1}, {"mine": 2}, {}]


def test_the_history_tells_who_did_what_and_when_and_outlives_a_checkpoint(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger)
    for _ in range(55):
        ledger.retire("mine", ANNA)
        ledger.restore("mine", ANNA)
    assert list(tmp_path.glob("ledger/_delta_log/*.checkpoint.parquet")), "no checkpoint was made"
    history = ledger.history()
    assert [change.version for change in history] == list(range(1, 112))
    assert history[1] == Change(2, ChangeKind.RETIRED, "mine", ANNA.when, "Anna")


@pytest.mark.parametrize(
    "name", ["../../x", "a/b", "C:\\x", "%2e%2e%2f", "Grad 122 mm = ½?", "x" * 100, "نص", "'; DROP"]
)
def test_a_table_name_is_kept_as_typed_and_never_part_of_a_path(ledger: Ledger, tmp_path: Path, name: str) -> None:
    add(ledger, table_id=name)
    assert list(live_rows(ledger)) == [name]
    [file] = (tmp_path / "ledger" / "rows").iterdir()
    assert set(file.stem) <= set("0123456789abcdef")
    assert {path.name for path in tmp_path.iterdir()} == {"ledger", "originals"}
    assert pq.read_table(file)["table_id"].to_pylist() == [name]


def test_an_empty_table_can_be_added_and_retired(ledger: Ledger) -> None:
    add(ledger, rows=0)
    assert live_rows(ledger) == {"mine": 0}
    ledger.retire("mine", ANNA)
    assert live_rows(ledger) == {}


def test_rows_whose_file_is_gone_are_not_brought_back(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger)
    [part] = ledger.at().parts
    ledger.retire("mine", ANNA)
    (tmp_path / part_name(part)).unlink()
    with pytest.raises(DamageError, match=f"{part.path} is missing or damaged"):
        ledger.restore("mine", ANNA)
    assert ledger.version() == 2


def test_equal_bytes_mend_a_table_whose_file_is_damaged(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, rows=2)
    [part] = ledger.at().parts
    (tmp_path / part_name(part)).write_bytes(b"PAR1")
    assert add(ledger, rows=2).outcome is Outcome.REPLACED
    assert live_rows(ledger) == {"mine": 2}
    assert add(ledger, rows=2).outcome is Outcome.UNCHANGED


def test_changed_bytes_of_an_original_are_noticed(ledger: Ledger, tmp_path: Path) -> None:
    added = add(ledger)
    (tmp_path / original_name(added.entry.sha256)).write_bytes(b"forged")
    with pytest.raises(DamageError, match="no longer holds"):
        ledger.original(added.entry.sha256)


def test_an_import_is_on_disk_before_the_call_returns(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synchronised: list[str] = []
    really = os.fsync

    def counting(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        synchronised.append(path.relative_to(tmp_path).as_posix())
        really(handle)

    monkeypatch.setattr(os, "fsync", counting)
    added = add(ledger)
    kinds = ["draft" if name.endswith(".draft") else name for name in synchronised]
    assert kinds == [
        ".",
        "draft",
        "originals",
        "ledger",
        "draft",
        "ledger/rows",
        f"ledger/_delta_log/{added.version:020d}.json",
        "ledger/_delta_log",
    ]


def test_a_clock_that_jumps_changes_neither_order_nor_undo(ledger: Ledger, tmp_path: Path) -> None:
    for number, year in enumerate((2024, 2038, 1970, 2025)):
        add(ledger, b"%d" % number, rows=number + 1, when=NOON.replace(year=year))
        for path in tmp_path.rglob("*"):
            os.utime(path, (NOON.replace(year=year).timestamp(),) * 2)
    again = a_ledger(tmp_path)
    assert [change.when.year for change in again.history()] == [2024, 2038, 1970, 2025]
    assert [live_rows(again, version).get("mine") for version in range(5)] == [None, 1, 2, 3, 4]
    for rows in (3, 2, 1):
        again.undo(By(NOON.replace(year=1980)))
        assert live_rows(again) == {"mine": rows}


def test_an_import_whose_file_was_tidied_under_it_is_refused(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock set forward by a day makes the file of an import that goes on look as old as a leftover."""

    def write_then_tidy(*given: Any) -> tuple[Part, ...]:
        parts = write_parts(*given)
        delete_leftovers(ledger, leftovers(ledger, before=datetime.now(UTC) + timedelta(days=2)))
        return parts

    add(ledger)
    monkeypatch.setattr("claimsdash.store.ledger.ledger.write_parts", write_then_tidy)
    with pytest.raises(DamageError, match="is missing or damaged"):
        add(ledger, b"second", rows=2)
    assert live_rows(ledger) == {"mine": 1}
