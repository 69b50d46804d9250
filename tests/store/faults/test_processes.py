"""What is left after a kill, and after several processes at once.

`CLAIMSDASH_FAULTS=60` kills 60 imports of 300,000 rows, and lets processes meet for 60 s: some ten minutes.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimsdash.store.engine import engine_of
from claimsdash.store.ledger import ChangeKind, Ledger
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.tidying import delete_leftovers, leftovers
from claimsdash.store.workspace import open_workspace
from storing import a_ledger, add, live_rows

TIMES = int(os.environ.get("CLAIMSDASH_FAULTS", "6"))
SECONDS = int(os.environ.get("CLAIMSDASH_FAULTS", "3"))
PROGRAM = Path(__file__).with_name("importing.py")
ROWS, LONGEST_S = (300_000, 3.0) if "CLAIMSDASH_FAULTS" in os.environ else (2_000, 0.15)
"""Rows of an import that is killed, and how long after the one before it at most: an import takes about so long."""


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROGRAM), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment())


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def changes_of(processes: list[subprocess.Popen[str]]) -> int:
    """Wait for the processes and add up what they say they have changed."""
    said = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return sum(map(int, said))


def kill_while_importing(folder: Path, after_s: float) -> int:
    """Kill an import some time after its first table is saved; return the version it said last."""
    with start("import", folder, ROWS) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        time.sleep(after_s)
        process.kill()
        said += process.stdout.readlines()
    return int(next(line for line in reversed(said) if line.endswith("\n")))


def test_a_kill_at_any_moment_loses_nothing_that_was_saved_and_doubles_nothing(tmp_path: Path) -> None:
    moments = random.Random(7)  # noqa: S311 - only has to spread
    for _ in range(TIMES):
        saved = kill_while_importing(tmp_path, moments.uniform(0, LONGEST_S))
        ledger = a_ledger(tmp_path)
        assert ledger.version() >= saved
        assert set(live_rows(ledger).values()) == {ROWS}
        count = "SELECT count(*) AS n, count(DISTINCT report_id) AS n_different FROM claims"
        found = engine_of(open_workspace(str(tmp_path))).run(count, {})
        assert found.to_numpy().tolist() == [[ledger.at().rows, ledger.at().rows]]
    tidy_leaves_what_is_needed(a_ledger(tmp_path))
    add(a_ledger(tmp_path), table_id="next")
    assert live_rows(a_ledger(tmp_path)) == live_rows(ledger) | {"next": 1}


def tidy_leaves_what_is_needed(ledger: Ledger) -> None:
    """Delete what the kills left behind, and check that nothing else is gone and nothing else is left."""
    delete_leftovers(ledger, leftovers(ledger, before=datetime.now(UTC) + timedelta(days=1)))
    needed = sorted({part_name(part) for change in ledger.history() for part in change.parts})
    assert ledger.place.names("ledger/rows") == needed


def test_four_processes_at_once_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    changes = changes_of([start("live", tmp_path, name, SECONDS) for name in "abcd"])
    ledger = a_ledger(tmp_path)
    assert (len(ledger.history()), ledger.version()) == (changes, changes)
    lives = Counter(change.table_id for change in ledger.history())
    assert set(lives.values()) == {4}
    assert live_rows(ledger) == dict.fromkeys(lives, 2)


def test_four_processes_fighting_over_one_table_leave_an_unbroken_history(tmp_path: Path) -> None:
    changes = changes_of([start("fight", tmp_path, name, SECONDS / 2) for name in "abcd"])
    history = a_ledger(tmp_path).history()
    assert len(history) == changes
    is_live = False
    for change in history:
        allowed = {ChangeKind.RETIRED, ChangeKind.REPLACED} if is_live else {ChangeKind.ADDED}
        assert change.kind in allowed
        is_live = change.kind is not ChangeKind.RETIRED
    assert len(a_ledger(tmp_path).at().parts) == is_live


def on_a_disk_of_its_own(what: str, folder: Path) -> list[str]:
    """Run the program where it may mount a disk; return the lines it prints."""
    unshare = ["unshare", "--mount", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*unshare, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this user may not mount a disk (unshare --mount --map-root-user)")
    command = [*unshare, sys.executable, str(PROGRAM), what, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment()).stdout.splitlines()


def test_a_full_disk_is_said_and_nothing_that_was_saved_is_lost(tmp_path: Path) -> None:
    said = on_a_disk_of_its_own("fill", tmp_path)
    outcomes, live = said[::2], said[1::2]
    assert [outcome.partition(": ")[2] for outcome in outcomes[:3]] == [
        "the disk is full. Free some space and try again."
    ] * 3
    assert outcomes[3] == "added"
    assert live == ["{'mine': 1}"] * 3 + ["{'mine': 1, 'second': 20}"]


def test_a_read_only_disk_can_be_read_and_says_why_it_is_not_written(tmp_path: Path) -> None:
    live, import_there, make_one_there = on_a_disk_of_its_own("read", tmp_path)
    assert live == "{'mine': 3}"
    for said in (import_there, make_one_there):
        assert "the disk is read-only. Choose a workspace on another disk." in said
