"""The one object that `claimsdash import --json` prints: its fields, their types, its counts and the exit code."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimsdash.cli import main

PROMISED = {
    "outcome": str,
    "rows": int,
    "claims": int,
    "kept_out": int,
    "warnings": list,
    "message": str,
    "problems": list,
    "choices": dict,
}
OF_A_PROBLEM = {"line": int | None, "column": str | None, "value": str, "reason": str, "remedy": str}
BESIDE = {"name", "table", "questions", "sha256", "matches", "stored"}
"""Fields beyond the promised ones."""

HEAD = "topic,value_text,unit,claimant,as_of\n"
ROW = "containers_shipped,5000,container,rok_mnd,2024-05-01\n"
GOOD = HEAD + ROW + ROW.replace("5000", "6000").replace("05-01", "06-01")
CASES = {
    "a good table": (GOOD, "accept", 0, (2, 2, 0)),
    "a new claimant": (GOOD.replace("rok_mnd", "a new body", 1), "accept_with_warnings", 0, (2, 2, 0)),
    "a bad row": (GOOD.replace("6000", "purple"), "accept_with_warnings", 0, (2, 1, 1)),
    "a ragged row": (GOOD + "containers_shipped,5\n", "accept_with_warnings", 0, (3, 2, 1)),
    "no good row": (HEAD + "containers_shipped,purple,container,rok_mnd,2024\n", "reject_with_message", 1, (1, 0, 1)),
    "an open question": ("Place,Budget\nSeoul,500\nBusan,600\n", "reject_with_message", 1, (2, 0, 0)),
    "nothing": ("", "reject_with_message", 1, (0, 0, 0)),
}


def told(tmp_path: Path, text: str) -> tuple[int, Any]:
    file = tmp_path / "t.csv"
    file.write_text(text)
    result = CliRunner().invoke(main, ["import", str(file), "--workspace", str(tmp_path / "ws"), "--json"])
    return result.exit_code, json.loads(result.stdout)


@pytest.mark.parametrize("case", CASES)
def test_the_object_has_the_promised_fields_and_counts(tmp_path: Path, case: str) -> None:
    text, outcome, code, counts = CASES[case]
    exit_code, said = told(tmp_path, text)
    assert (exit_code, said["outcome"]) == (code, outcome)
    assert (said["rows"], said["claims"], said["kept_out"]) == counts
    assert set(said) == set(PROMISED) | BESIDE
    assert all(isinstance(said[name], kind) for name, kind in PROMISED.items())
    assert all(isinstance(warning, str) for warning in said["warnings"])
    for problem in said["problems"]:
        assert all(isinstance(problem[name], kind) for name, kind in OF_A_PROBLEM.items())
    assert bool(said["problems"]) == (outcome != "accept")
    assert (said["stored"] is None) == (outcome == "reject_with_message")


def test_a_problem_says_where_and_what_would_be_right(tmp_path: Path) -> None:
    [problem] = told(tmp_path, CASES["a bad row"][0])[1]["problems"]
    assert (problem["line"], problem["column"], problem["value"]) == (3, "value_text", "purple")
    assert problem["remedy"].startswith("Write a number")


def test_an_open_question_is_a_problem_with_its_answers(tmp_path: Path) -> None:
    said = told(tmp_path, CASES["an open question"][0])[1]
    assert [one["key"] for one in said["questions"]] == ["currency", "claimant"]
    assert said["problems"][0]["reason"] == "leaves open: In which currency are the sums?"
    assert said["problems"][0]["remedy"].startswith("Say which: USD; EUR; GBP")
