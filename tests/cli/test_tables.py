"""The commands that list and change the tables of a workspace."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main
from storing import a_ledger, add, live_rows


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    add(a_ledger(tmp_path), rows=2)
    return tmp_path


def run(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--workspace", str(workspace)])


def answer(workspace: Path, *arguments: str) -> Any:
    result = run(workspace, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_tables_are_listed_with_their_file_and_their_state(workspace: Path) -> None:
    [table] = answer(workspace, "tables")
    assert (table["table"], table["state"], table["file"], table["by"]) == ("mine", "live", "mine.csv", "Anna")
    shown = run(workspace, "tables").stdout
    assert str(workspace) in shown
    assert "mine.csv" in shown


def test_an_empty_workspace_says_how_to_add_a_table(tmp_path: Path) -> None:
    assert "claimsdash import FILE" in run(tmp_path, "tables").stdout
    assert answer(tmp_path, "tables") == []
    assert "Nothing has been changed" in run(tmp_path, "history").stdout


def test_a_table_is_removed_and_restored(workspace: Path) -> None:
    assert "Removed mine" in run(workspace, "remove", "mine").stdout
    assert answer(workspace, "tables")[0]["state"] == "removed"
    assert answer(workspace, "restore", "mine")["change"] == "restored"
    assert live_rows(a_ledger(workspace)) == {"mine": 2}


def test_a_damaged_table_is_named_with_the_remedy(workspace: Path) -> None:
    [file] = (workspace / "ledger" / "rows").iterdir()
    file.write_bytes(b"PAR1")
    assert answer(workspace, "tables")[0]["state"] == "damaged"
    told = run(workspace, "tables").stderr
    assert f"{file} is damaged or gone. Import its table again" in told


def test_undo_says_what_it_took_back(workspace: Path) -> None:
    answer(workspace, "remove", "mine")
    assert "Took back version 2: mine was retired" in run(workspace, "undo").stdout
    assert live_rows(a_ledger(workspace)) == {"mine": 2}


def test_the_history_lists_every_change_or_the_last_ones(workspace: Path) -> None:
    answer(workspace, "remove", "mine")
    answer(workspace, "undo")
    assert [change["change"] for change in answer(workspace, "history")] == ["added", "retired", "undone"]
    assert [change["version"] for change in answer(workspace, "history", "--limit", "1")] == [3]
    assert "mine.csv" in run(workspace, "history").stdout


def test_tidy_lists_and_deletes_what_an_interrupted_import_left(workspace: Path) -> None:
    left = workspace / "ledger" / "rows" / "left.draft"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert answer(workspace, "tidy", "--dry-run") == [{"file": "ledger/rows/left.draft", "bytes": 4}]
    assert "1 file, 4 bytes" in run(workspace, "tidy").stdout
    assert answer(workspace, "tidy") == []
    assert live_rows(a_ledger(workspace)) == {"mine": 2}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["remove", "yours"], 1, "The live tables are: mine"),
        (["restore", "mine"], 1, "no removed table 'mine'"),
        (["remove"], 2, "Missing argument 'TABLE'"),
    ],
)
def test_what_cannot_be_done_is_told_with_an_exit_code(
    workspace: Path, arguments: list[str], code: int, message: str
) -> None:
    result = run(workspace, *arguments)
    assert (result.exit_code, message in result.output) == (code, True), result.output


@pytest.mark.parametrize("name", ["tables", "remove", "restore", "history", "undo", "tidy"])
def test_help_tells_a_newcomer_where_the_workspace_is(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"]).stdout
    assert "CLAIMSDASH_WORKSPACE" in shown


def test_the_commands_do_not_import_streamlit(workspace: Path) -> None:
    program = (
        "import sys; from claimsdash.cli import main; main(standalone_mode=False); print('streamlit' in sys.modules)"
    )
    arguments = [sys.executable, "-c", program, "tables", "--workspace", str(workspace)]
    shown = subprocess.run(arguments, capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"})
    assert shown.stdout.splitlines()[-1] == "False"
