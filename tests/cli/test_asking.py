"""The commands that question claims."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main
from claimsdash.store.acknowledged import Note, keep_note
from claimsdash.store.seeding import seed
from claimsdash.store.workspace import curated_folder, open_workspace
from making_package import package_files
from storing import NOON

CURATED = str(curated_folder())
QUESTIONS = {
    "findings": (),
    "matches": ("--all",),
    "drift": ("--claim", "rok-mnd-2024-02-26-containers"),
    "revisions": ("--claimant", "rok_nis"),
    "source": ("--claimant", "rok_nis"),
    "compare": ("--topic", "containers_shipped"),
    "rates": ("--topic", "containers_shipped", "--per", "month"),
    "ratios": ("--topic", "artillery_shells_transferred", "--over", "containers_shipped"),
    "agreement": ("--topic", "containers_shipped"),
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def answer(*arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("command", QUESTIONS)
def test_a_question_is_answered_for_people_and_for_programs(command: str) -> None:
    told = run(command, CURATED, *QUESTIONS[command])
    rows = answer(command, CURATED, *QUESTIONS[command])
    assert told.exit_code == 0
    assert len(told.stdout.splitlines()) == len(rows) + 1
    assert len(rows) > 3


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        ("rates", ("--topic", "guns"), "No report has the topic “guns”. There are: shells."),
        ("revisions", ("--claimant", "nobody"), "No report is by “nobody”"),
        ("source", ("--claimant", "nobody"), "No report is by “nobody”"),
        ("drift", ("--claim", "nothing"), "No claim or report has the key “nothing”"),
    ],
)
def test_a_question_about_what_is_not_there_is_refused(
    command: str, options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    for name, data in package_files().items():
        (tmp_path / name).write_bytes(data)
    result = run(command, str(tmp_path), *options)
    assert result.exit_code == 1
    assert said in result.output


def test_findings_acknowledged_in_the_workspace_come_last_with_their_reason(tmp_path: Path) -> None:
    workspace = open_workspace(str(tmp_path))
    seed(workspace, NOON)
    key = answer("findings", "--workspace", str(tmp_path))[0]["finding_id"]
    keep_note(workspace.place, Note(key, "A slip of the outlet", "Anna", NOON))
    told = run("findings", "--workspace", str(tmp_path))
    assert "A slip of the outlet" in told.stdout.splitlines()[-1]
    assert "; 1 acknowledged; " in told.stderr
    last = answer("findings", "--workspace", str(tmp_path))[-1]
    assert (last["finding_id"], last["acknowledged_by"]) == (key, "Anna")


def test_a_package_without_contradictions_has_no_findings(tmp_path: Path) -> None:
    for name, data in package_files().items():
        (tmp_path / name).write_bytes(data)
    result = run("findings", str(tmp_path))
    assert result.stdout == "Nothing found.\n"
    assert "0 findings" in result.stderr
    assert answer("agreement", str(tmp_path), "--topic", "shells") == []


def test_the_workspace_is_asked_without_a_path(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "topic,value_text,unit,claimant,as_of,reported_on,outlet\n"
        'containers_shipped,"6,700",container,rok_mnd,2024-02-26,2024-02-26,yonhap\n'
        'containers_shipped,"6,700",container,rok_mnd,2024-02-26,2024-02-27,kbs\n'
    )
    workspace = str(tmp_path / "workspace")
    assert run("import", str(table), "--workspace", workspace).exit_code == 0
    (pair,) = answer("matches", "--workspace", workspace)
    assert (pair["score"], pair["grouped"]) == (1.0, False)


@pytest.mark.parametrize(("shown", "column"), [("house", "factor"), ("others", "n_conflicts"), ("relayers", "outlet")])
def test_a_claimant_is_shown_from_the_side_that_is_asked_for(shown: str, column: str) -> None:
    assert answer("source", CURATED, "--claimant", "rok_nis", "--show", shown)[0][column]


def test_grades_that_nobody_gave_are_none() -> None:
    assert run("source", CURATED, "--claimant", "rok_nis", "--show", "grades").stdout == "None.\n"


def test_a_rule_gives_one_figure_and_prints_itself() -> None:
    (row,) = answer("agreement", CURATED, "--topic", "containers_shipped", "--rule", "highest", "--on", "2024-03-18")
    assert (row["on"], row["low"], row["high"]) == ("2024-03-18", 10_000, 10_000)
    assert row["rule"].startswith("Rule: the highest number that any of them states.")


def test_conflicts_alone() -> None:
    rows = answer("compare", CURATED, "--topic", "troops_killed", "--verdict", "conflict")
    assert {row["verdict"] for row in rows} == {"conflict"}
    assert all(row["factor"] > 1 for row in rows)
