"""An import tells how far it is, and ends where its watch says so."""

import json
import signal
import subprocess
from typing import Any

import pytest

from claimsdash.intake import isolated
from claimsdash.intake.checking.pieces import ROWS_AT_A_TIME
from claimsdash.intake.importing import ImportOptions, import_bytes
from claimsdash.intake.watching import CancelledError, Progress, Stage
from making_package import a_package

HEADER = "topic,value_text,unit,claimant,reported_on\n"
ROWS = ROWS_AT_A_TIME + 5
TABLE = (HEADER + "".join(f'shells,"{row + 1}",shell,rok_mnd,2024-02-27\n' for row in range(ROWS))).encode()


def test_progress_goes_from_the_first_rows_read_to_the_last_checked() -> None:
    seen: list[Progress] = []
    report = import_bytes(TABLE, "t.csv", a_package(), options=ImportOptions(watch=seen.append))
    assert len(report.claims) == ROWS
    shares = [progress.share for progress in seen]
    assert shares == sorted(shares)
    assert (seen[0].stage, seen[-1]) == (Stage.READING, Progress(Stage.CHECKING, ROWS, ROWS))
    assert seen[-1].share == 1


def test_rows_of_a_table_in_its_own_columns_are_counted_too() -> None:
    seen: list[Progress] = []
    table = "Agency,Shells\n" + "".join(f"A,{row}\n" for row in range(40))
    import_bytes(table.encode(), "t.csv", a_package(), options=ImportOptions(watch=seen.append))
    assert {progress.stage for progress in seen} == {Stage.READING, Stage.CHECKING}


@pytest.mark.parametrize("stage", [Stage.READING, Stage.CHECKING])
def test_an_import_ends_where_its_watch_cancels(stage: Stage) -> None:
    def watch(progress: Progress) -> None:
        if progress.stage is stage:
            raise CancelledError

    with pytest.raises(CancelledError, match="nothing was stored"):
        import_bytes(TABLE, "t.csv", a_package(), options=ImportOptions(watch=watch))


def test_the_process_that_reads_is_ended_where_the_watch_cancels(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def noted(*given: Any, **named: Any) -> subprocess.Popen[bytes]:
        children.append(start(*given, **named))
        return children[-1]

    def cancel(progress: Progress) -> None:
        raise CancelledError

    monkeypatch.setattr(isolated, "_LOOKS_EVERY_S", 0.01)
    monkeypatch.setattr(subprocess, "Popen", noted)
    with pytest.raises(CancelledError):
        import_bytes(json.dumps([{"a": 1}] * 9).encode(), "t.json", a_package(), options=ImportOptions(watch=cancel))
    assert [child.returncode for child in children] == [-signal.SIGKILL]


def test_an_unknown_number_of_rows_is_no_share() -> None:
    assert Progress(Stage.READING, 5).share == 0
    assert Progress(Stage.READING, 9, 5).say() == "Reading: 5 of 5 lines"
