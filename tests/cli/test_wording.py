import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimsdash.cli import main


@pytest.fixture
def phrases(tmp_path: Path) -> Path:
    file = tmp_path / "phrases.csv"
    file.write_text('phrase\n"more than 12,000 troops"\nas a rule\nabout a third of them\n', encoding="utf-8")
    return file


def test_a_phrase_is_read_for_a_person() -> None:
    result = CliRunner().invoke(main, ["wording", "more than three million shells"])
    assert result.exit_code == 0
    assert "more than 3 million shells" in result.output
    assert "lower bound" in result.output


def test_a_phrase_is_read_as_json() -> None:
    result = CliRunner().invoke(main, ["wording", "--json", "up to 60 boats"])
    assert json.loads(result.output) == {
        "phrase": "up to 60 boats",
        "kind": "upper_bound",
        "low": 0.0,
        "best": 60.0,
        "high": 60.0,
        "unit_phrase": "boats",
    }


def test_a_phrase_that_is_not_understood_is_an_error_with_the_words() -> None:
    result = CliRunner().invoke(main, ["wording", "as a rule"])
    assert result.exit_code == 1
    assert "as a rule" in result.output


def test_a_file_becomes_a_table_with_unread_rows_left_empty(phrases: Path) -> None:
    result = CliRunner().invoke(main, ["wording", str(phrases)])
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert [row["kind"] for row in rows] == ["lower_bound", "", "approximate"]
    assert [rows[0]["low"], rows[0]["high"], rows[0]["unit_phrase"]] == ["12000", "", "troops"]
    assert "2 of 3 phrases read." in result.stderr
    assert "as a rule" in result.stderr


def test_a_table_is_written_to_a_file(phrases: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    result = CliRunner().invoke(main, ["wording", str(phrases), "--out", str(out)])
    assert result.stdout == ""
    assert out.read_text(encoding="utf-8").startswith("phrase,kind,low,best,high,unit_phrase\n")


def test_a_file_without_the_column_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text("text\na\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["wording", str(file)])
    assert result.exit_code == 1
    assert "phrase" in result.output


def test_an_empty_file_gives_an_empty_table(tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.write_text("phrase\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["wording", str(file)])
    assert result.stdout == "phrase,kind,low,best,high,unit_phrase\n"
