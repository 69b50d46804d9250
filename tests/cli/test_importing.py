"""The command that adds a table."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main
from claimsdash.domain.selection import Selection
from claimsdash.intake.package import read_package
from claimsdash.intake.template import template_csv
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import reports_of
from claimsdash.store.workspace import curated_folder, open_workspace


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Mine, May.csv"
    path.write_bytes(template_csv(read_package(curated_folder())))
    return path


def run(file: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["import", str(file), "--workspace", str(file.parent / "ws"), *options])


def answer(file: Path, *options: str) -> Any:
    return json.loads(run(file, *options, "--json").stdout)


def test_a_table_is_added_under_the_name_of_its_file_and_can_be_queried(file: Path) -> None:
    result = run(file)
    assert (result.exit_code, "Mine, May: added (version 1)" in result.stdout) == (0, True), result.output
    workspace = open_workspace(str(file.parent / "ws"))
    assert reports_of(engine_of(workspace), Selection(tables=("Mine, May",)))["low"].tolist() == [30.0, 20.0]
    [held] = workspace.ledger.tables()
    assert (held.entry.file_name, held.entry.counts.rows, held.entry.counts.claims) == ("Mine, May.csv", 2, 2)
    assert workspace.ledger.original(held.entry.sha256) == file.read_bytes()


def test_the_same_file_again_changes_nothing_and_another_replaces_it(file: Path) -> None:
    assert answer(file)["stored"] == {"outcome": "added", "version": 1}
    assert answer(file)["stored"] == {"outcome": "unchanged", "version": 1}
    file.write_text(file.read_text().replace("more than 30", "more than 31"))
    assert answer(file)["stored"] == {"outcome": "replaced", "version": 2}


def test_a_dry_run_stores_nothing(file: Path) -> None:
    assert answer(file, "--dry-run")["stored"] is None
    assert "Nothing was stored" in run(file, "--dry-run").stdout
    assert open_workspace(str(file.parent / "ws")).ledger.version() == 0


def test_rows_with_errors_are_kept_out_and_told(file: Path) -> None:
    file.write_text(file.read_text().replace("more than 30", "purple"))
    result = run(file)
    assert result.exit_code == 0
    assert "kept out: value_text “purple”" in result.stdout
    [held] = open_workspace(str(file.parent / "ws")).ledger.tables()
    assert (held.entry.counts.claims, held.entry.counts.kept_out) == (1, 1)


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", (), "Nothing was stored"),
        (None, ("--table", "curated"), "choose another"),
        (None, ("--table", " "), "needs a name"),
    ],
)
def test_what_cannot_be_added_is_told_with_exit_code_1(
    file: Path, content: bytes | None, options: tuple[str, ...], message: str
) -> None:
    file.write_bytes(content or file.read_bytes())
    result = run(file, *options)
    assert (result.exit_code, message in result.output) == (1, True), result.output
    assert open_workspace(str(file.parent / "ws")).ledger.version() == 0


def test_a_file_that_is_not_there_is_a_misspelled_command(tmp_path: Path) -> None:
    assert run(tmp_path / "none.csv").exit_code == 2
