"""Problems for people."""

import csv
import io

import pytest

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.problems import group_problems, safe_cell, say_group, write_problems

UNIT = [Problem(line, "unit", "tank", "is not a unit", "Use a known one.") for line in (4, 9, 12, 13, 14, 15)]
DATE = [
    Problem(3, "as_of", "soon", "is no date", "Write 2024-02."),
    Problem(5, "as_of", "late", "is no date", "Write 2024-02."),
]
WHOLE = Problem(None, None, "café", "is not UTF-8", "Look at it.", Severity.WARNING)


def test_alike_problems_are_one_group_errors_first() -> None:
    groups = group_problems([WHOLE, WHOLE, *DATE, *UNIT])
    assert [(group.example.column, group.count) for group in groups] == [("unit", 6), ("as_of", 2), (None, 1)]


def test_a_group_is_said_with_an_example_and_its_lines() -> None:
    said = [say_group(group) for group in group_problems([WHOLE, *DATE, *UNIT])]
    assert said == [
        "unit “tank” is not a unit (6 times: lines 4, 9, 12, 13, 14, …). Use a known one.",
        "as_of “soon” is no date (2 times: lines 3, 5). Write 2024-02.",
        "“café” is not UTF-8. Look at it.",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "＝1+1", "－1", " =1+1"])
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert safe_cell(text) == f"'{text}"
    problem = Problem(2, text, text, text, text, file=text)
    (row,) = csv.DictReader(io.StringIO(write_problems([problem]).decode("utf-8-sig"), newline=""))
    assert {row[column] for column in ("file", "column", "value", "reason", "remedy")} == {f"'{text}"}


@pytest.mark.parametrize("text", ["", "6,700", "café", "a=b", "'twas"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert safe_cell(text) == text


def test_without_problems_the_file_is_a_header() -> None:
    assert write_problems([]).decode("utf-8-sig").strip() == "severity,file,line,column,value,reason,remedy"
