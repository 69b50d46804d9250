import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli.dates import command


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def _a_file(folder: Path, text: str) -> str:
    path = folder / "phrases.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_phrase_is_printed_for_a_person() -> None:
    result = _run("since August last year", "--reference", "2024-11-05")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "2023-08-01 to 2024-11-05",
        "in words  1 Aug 2023 – 5 Nov 2024",
        "in EDTF   2023-08-01/2024-11-05",
    ]


def test_a_phrase_is_read_from_today_without_a_reference() -> None:
    assert _run("in August 2023").output.startswith("2023-08-01 to 2023-08-31")


def test_a_reading_is_printed_as_json() -> None:
    reading = json.loads(_run("before 2020", "--reference", "2024-11-05", "--json").output)
    assert reading == {
        "phrase": "before 2020",
        "reference_date": "2024-11-05",
        "start": None,
        "end": "2019-12-31",
        "approximate": False,
        "open_start": True,
        "open_end": False,
        "said": "before 2020",
        "edtf": "../2019",
    }


def test_an_unread_phrase_is_an_error_that_names_its_words() -> None:
    result = _run("since Russia's invasion", "--reference", "2024-11-05")
    assert result.exit_code == 1
    assert "“Russia's invasion” could not be placed" in result.stderr


def test_a_file_becomes_a_prediction_with_empty_cells_where_unread(tmp_path: Path) -> None:
    path = _a_file(
        tmp_path,
        "phrase,reference_date\n"
        '"Nov. 3, 2024",2024-11-05\n'
        "by mid-July,2024-11-05\n"
        "since the flood,2024-11-05\n"
        "today,tomorrow\n",
    )
    result = _run(path)
    assert result.exit_code == 0
    assert list(csv.reader(result.stdout.splitlines())) == [
        ["phrase", "reference_date", "start", "end"],
        ["Nov. 3, 2024", "2024-11-05", "2024-11-03", "2024-11-03"],
        ["by mid-July", "2024-11-05", "", "2024-07-20"],
        ["since the flood", "2024-11-05", "", ""],
        ["today", "tomorrow", "", ""],
    ]
    assert "line 4: “since the flood”: “flood” could not be placed" in result.stderr
    assert "line 5: reference_date “tomorrow” is no day" in result.stderr
    assert "2 of 4 phrases were not read" in result.stderr


def test_a_prediction_can_be_written_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "days.csv"
    result = _run(_a_file(tmp_path, "\ufeffphrase,reference_date\nQ3 2023,2024-11-05\n"), "--out", str(out))
    assert result.output == ""
    assert out.read_text(encoding="utf-8").splitlines()[1] == "Q3 2023,2024-11-05,2023-07-01,2023-09-30"


def test_a_file_is_read_as_json_with_the_reasons(tmp_path: Path) -> None:
    result = _run(_a_file(tmp_path, "phrase,reference_date\nsoon,2024-11-05\n2023,2024-11-05\n"), "--json")
    unread, read = json.loads(result.stdout)
    assert unread["start"] is None
    assert "could not be placed" in unread["unread"]
    assert (read["start"], read["end"]) == ("2023-01-01", "2023-12-31")


def test_a_file_without_rows_gives_the_header_alone(tmp_path: Path) -> None:
    assert _run(_a_file(tmp_path, "phrase,reference_date\n")).output == "phrase,reference_date,start,end\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "lacks the column phrase and reference_date"),
        ("phrase,date\nx,y\n", "lacks the column reference_date"),
    ],
)
def test_a_file_without_the_columns_is_refused(tmp_path: Path, text: str, told: str) -> None:
    result = _run(_a_file(tmp_path, text))
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert _run(str(tmp_path / "none.csv")).exit_code == 2


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "phrases.csv"
    path.write_bytes(b"phrase,reference_date\n\xe9t\xe9,2024-11-05\n")
    result = _run(str(path))
    assert result.exit_code == 1
    assert "save it as one" in result.stderr
