"""`claimsdash check`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main
from claimsdash.cli.check import command
from claimsdash.store.workspace import curated_folder
from making_package import package_files


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    known, other = "known-one,shells,about 100,shell,rok_mnd,110\n", "b,shells,5,shell,rok_mnd,\n"
    claims = f"report_id,topic,value_text,unit,claimant,best\n{known}{other}"
    for name, data in package_files(claims=claims).items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_package_with_declared_warnings_alone_is_fine(folder: Path) -> None:
    result = run(str(folder))
    assert (result.exit_code, result.output) == (0, "2 rows, 2 good. No problem. 1 declared as known.\n")


def test_an_error_ends_with_1_and_is_said(folder: Path) -> None:
    (folder / "claims.csv").write_text(
        "topic,value_text,unit,claimant\nshells,5,furlong,rok_mnd\nshells,5,shell,rok_mnd\n"
    )
    result = run(str(folder))
    assert result.exit_code == 1
    first, last = result.output.splitlines()
    assert first.startswith("error: unit “furlong” is not a unit that is known")
    assert last == "2 rows, 1 good. 1 error, 0 warnings."


def test_a_problem_of_a_side_table_names_its_file(folder: Path) -> None:
    with (folder / "topics.csv").open("a") as topics:
        topics.write("x,X,How?,shell,heap,,,level,G,9\n")
    result = run(str(folder))
    assert result.exit_code == 1
    assert "topics.csv basis “heap” is not in the list (line 6)" in result.output


def test_findings_of_the_rules_are_printed_and_are_no_errors(folder: Path) -> None:
    rows = "a,shells,100,shell,rok_mnd,100,2024-01-01,cumulative\nb,shells,50,shell,rok_mnd,50,2024-02-01,cumulative\n"
    head = "report_id,topic,value_text,unit,claimant,best,as_of,basis\n"
    (folder / "claims.csv").write_text(head + rows)
    result = run(str(folder))
    assert result.exit_code == 0
    first, second, last = result.output.splitlines()
    assert first.startswith("finding: A running total that falls: ")
    assert first.endswith("(a; b)")
    assert second == "1 finding of the rules: no error of the table."
    assert last.startswith("2 rows, 2 good. No problem.")
    (told,) = json.loads(run(str(folder), "--json").output)["findings"]
    assert (told["rule"], told["factor"], told["declared"]) == ("falling-total", 2.0, False)


def test_a_file_is_judged_beside_what_a_workspace_holds(tmp_path: Path) -> None:
    head = "report_id,topic,value_text,unit,claimant,as_of,scope\n"
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(f'{head}a,containers_shipped,"6,700",container,rok_mnd,2030-01-01,boxes\n')
    new.write_text(f'{head}b,containers_shipped,"5,000",container,rok_mnd,2030-02-01,boxes\n')
    workspace = tmp_path / "workspace"
    assert CliRunner().invoke(main, ["import", str(old), "--workspace", str(workspace)]).exit_code == 0
    assert "finding" not in run(str(new)).output
    assert "A running total that falls" in run(str(new), "--workspace", str(workspace)).output


def test_json_is_one_object(folder: Path) -> None:
    told = json.loads(run(str(folder), "--json").output)
    assert (told["rows"], told["claims"], told["errors"], told["known"], told["problems"]) == (2, 2, 0, 1, [])


def test_a_file_is_checked_against_the_curated_table(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("topic,value_text,unit,claimant\ncontainers_shipped,about 300,container,rok_mnd\n")
    assert run(str(table)).exit_code == 0
    table.write_text("topic;value_text\n")
    result = run(str(table))
    assert result.exit_code == 1
    assert "no row below it" in result.output


def test_a_folder_that_is_no_package_and_a_missing_path_are_told_apart(tmp_path: Path) -> None:
    nothing, missing = run(str(tmp_path)), run(str(tmp_path / "missing"))
    assert (nothing.exit_code, missing.exit_code) == (1, 2)
    assert "lacks datapackage.json" in nothing.output
    assert "Traceback" not in nothing.output + missing.output


def test_the_curated_table_has_no_error() -> None:
    result = run(str(curated_folder()))
    assert result.exit_code == 0
    assert "495 rows, 495 good." in result.output
    assert ", 4 declared as known: no error of the table." in result.output


def test_help_says_what_the_exit_codes_mean() -> None:
    assert "exit code" in run("--help").output


def test_a_file_can_be_checked_as_an_import_into_a_workspace_would(tmp_path: Path) -> None:
    (tmp_path / "vague_words.csv").write_text("word,low,high,said_by\nburger,1,2,nobody\n", encoding="utf-8")
    file = tmp_path / "mine.csv"
    file.write_text("topic,value_text,unit,claimant\ncontainers_shipped,dozens,container,rok_mnd\n", encoding="utf-8")
    assert run(str(file), "--workspace", str(tmp_path)).exit_code == 0
    (tmp_path / "vague_words.csv").write_text("word\nburger\n", encoding="utf-8")
    damaged = run(str(file), "--workspace", str(tmp_path))
    assert (damaged.exit_code, "lacks the column low" in damaged.output) == (1, True)
