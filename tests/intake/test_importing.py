"""A file to a report: the three outcomes, and files that mean harm."""

import hashlib
import json
import pickle
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimsdash.intake.importing import ImportOptions, Outcome, import_bytes, table_name
from claimsdash.intake.limits import Limits
from claimsdash.intake.raw import ReadingChoices
from making_files import a_sheet, a_workbook, a_zip, workbook_parts
from making_package import a_package

PACKAGE = a_package()
HEADER = "topic,value_text,unit,claimant,reported_on\n"
GOOD = "shells,more than 3 million,shell,rok_mnd,2024-02-27\n"


def test_a_good_table_is_accepted() -> None:
    data = (HEADER + GOOD).encode()
    report = import_bytes(data, "Shells 2024.csv", PACKAGE)
    assert (report.outcome, report.rows, len(report.claims), report.problems) == (Outcome.ACCEPT, 1, 1, [])
    assert (report.table_id, report.size_bytes) == ("Shells 2024", len(data))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert report.choices == {"encoding": "utf-8", "delimiter": "comma"}
    assert report.message == "1 report of 1 row can be added."


def test_bad_rows_are_kept_out_and_counted_and_the_good_ones_let_in() -> None:
    text = (
        HEADER
        + GOOD
        + "shells,,shell,rok_mnd,2024\nshells,5,shell\nshells,7,furlong,rok_mnd,2024\nshells,9,shell,X,2024\n"
    )
    report = import_bytes(text.encode(), "a.csv", PACKAGE)
    assert report.outcome is Outcome.ACCEPT_WITH_WARNINGS
    assert (report.rows, len(report.claims), report.kept_out_count) == (5, 2, 3)
    assert report.kept_out["unit"].to_dict() == {3: "shell", 5: "furlong"}
    assert [problem.line for problem in report.problems] == [4, 3, 5, 6]
    assert report.message == "2 reports of 5 rows can be added; 3 rows with errors kept out; 1 warning."
    [warning] = report.warnings
    assert warning.startswith("claimant “X” is a new source (line 6). Nothing, if it is meant to be new; else write ")


def test_a_table_of_bad_rows_alone_is_rejected() -> None:
    report = import_bytes((HEADER + "shells,,shell,rok_mnd,2024\n").encode(), "a.csv", PACKAGE)
    assert report.outcome is Outcome.REJECT_WITH_MESSAGE
    assert report.message == "0 reports of 1 row can be added; 1 row with errors kept out."


def test_a_table_without_required_columns_is_rejected_with_the_nearest_found() -> None:
    report = import_bytes(b"topics,value_text,unit\na,1,shell\n", "a.csv", PACKAGE)
    assert report.outcome is Outcome.REJECT_WITH_MESSAGE
    assert report.message.startswith(
        "Required columns are missing: topic (the nearest column found is topics); claimant."
    )


def test_the_report_is_one_json_object() -> None:
    told = json.loads(
        json.dumps(import_bytes((HEADER + GOOD + "shells,,shell,rok_mnd,\n").encode(), "a.csv", PACKAGE).as_json())
    )
    assert (told["outcome"], told["rows"], told["claims"], told["kept_out"]) == ("accept_with_warnings", 2, 1, 1)
    assert told["problems"][0]["column"] == "value_text"
    assert {"warnings", "message", "choices", "sha256"} <= set(told)


def test_a_workbook_gives_what_its_csv_gives() -> None:
    rows = [line.split(",") for line in (HEADER + GOOD).splitlines()]
    from_text = import_bytes((HEADER + GOOD).encode(), "t.csv", PACKAGE).claims
    from_sheet = import_bytes(a_workbook(*rows), "t.xlsx", PACKAGE).claims
    assert from_sheet.equals(from_text)


def test_choices_that_are_told_are_taken() -> None:
    data = (HEADER + GOOD).replace(",", ";").encode("utf-16")
    options = ImportOptions(ReadingChoices(encoding="utf-16", delimiter=";"))
    report = import_bytes(data, "t.csv", PACKAGE, table_id="Mine", options=options)
    assert (report.outcome, report.table_id) == (Outcome.ACCEPT, "Mine")


def test_topic_and_claimant_that_are_told_stand_in_for_missing_columns() -> None:
    data = b"value_text,unit\nmore than 5,shell\n"
    assert import_bytes(data, "t.csv", PACKAGE).outcome is Outcome.REJECT_WITH_MESSAGE
    report = import_bytes(data, "t.csv", PACKAGE, options=ImportOptions(topic="shells", claimant="rok_mnd"))
    assert report.claims[["topic", "claimant", "low"]].to_numpy().tolist() == [["shells", "rok_mnd", 5.0]]


def test_cells_that_are_corrected_are_checked_anew_and_kept_among_the_choices() -> None:
    data = (HEADER + GOOD + "shells,purple,shell,rok_mnd,2024\n").encode()
    options = ImportOptions(corrections={3: {"value_text": "about 5"}})
    report = import_bytes(data, "t.csv", PACKAGE, options=options)
    assert (len(report.claims), report.kept_out_count) == (2, 0)
    assert report.choices["corrected"] == '{"3": {"value_text": "about 5"}}'


def test_the_limits_of_the_operator_hold() -> None:
    report = import_bytes((HEADER + GOOD).encode(), "t.csv", PACKAGE, options=ImportOptions(limits=Limits(columns=4)))
    assert "5 columns, more than the 4" in report.message


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("claims.csv", "claims"),
        ("../../etc/passwd.csv", "passwd"),
        ("C:\\tables\\May.xlsx", "May"),
        ("a\0b.csv", "ab"),
        ("\u202evsc.exe", "vsc"),
        ("x" * 300 + ".csv", "x" * 100),
        ("", "table"),
        (".csv", ".csv"),
        ("\u200b.csv", "table"),
    ],
)
def test_the_name_of_a_table_is_that_of_its_file_and_no_path(file_name: str, name: str) -> None:
    assert table_name(file_name) == name


HOSTILE = {
    "empty": (b"", "a.csv"),
    "blank lines": (b"\n\n\n", "a.csv"),
    "nulls": (b"\0" * 10_000, "a.csv"),
    "null in a name": ((HEADER + GOOD).encode(), "a\0.csv"),
    "null in cells": ((HEADER + GOOD.replace("rok", "r\0k")).encode(), "a.csv"),
    "unclosed quote": ((HEADER + '"' + GOOD).encode(), "a.csv"),
    "unclosed quote in a large file": ((HEADER + '"' + GOOD * 20_000).encode(), "a.csv"),
    "ragged rows": ((HEADER + "a,b\nc\n,,,,,,,\n" + GOOD).encode(), "a.csv"),
    "a pickle": (pickle.dumps(PACKAGE.title), "a.csv"),
    "a text pickle": (pickle.dumps(PACKAGE.title, protocol=0), "a.csv"),
    "a program": (b"\x7fELF" + bytes(range(256)) * 20, "a.csv"),
    "a million columns": (b"a," * 1_000_000, "a.csv"),
    "one huge cell": ((HEADER + "x" * 1_000_000).encode(), "a.csv"),
    "a huge header": (b"x" * 1_000_000 + b"\n1\n", "a.csv"),
    "formulas": ((HEADER + "=cmd|' /C calc'!A0,=1+1,shell,@SUM(A1),2024\n").encode(), "a.csv"),
    "scripts": ((HEADER + "<script>alert(1)</script>,5,shell,![x](http://example.org),2024\n").encode(), "a.csv"),
    "bidi names": ((HEADER + "shells,5,shell,\u202eevil\u202c,2024\n").encode(), "a\u202e.csv"),
    "a unit bomb": ((HEADER + "shells,5,9**9**9,rok_mnd,2024\n").encode(), "a.csv"),
    "a long unit": ((HEADER + f"shells,5,{'m' * 20_000},rok_mnd,2024\n").encode(), "a.csv"),
    "a long wording": ((HEADER + f"shells,{'more than ' * 5_000},shell,rok_mnd,2024\n").encode(), "a.csv"),
    "a long number": ((HEADER + f"shells,{'9' * 50_000},shell,rok_mnd,2024\n").encode(), "a.csv"),
    "a long date": ((HEADER + f"shells,5,shell,rok_mnd,{'2024-' * 10_000}\n").encode(), "a.csv"),
    "latin one": ((HEADER + GOOD).replace("rok_mnd", "Défense").encode("cp1252"), "a.csv"),
    "half a character": ((HEADER + GOOD).encode("utf-16")[:-1], "a.csv"),
    "lone surrogates": (b"\xff\xfe" + b"\x00\xd8" * 50, "a.csv"),
    "a workbook named csv": (a_workbook(["a"], ["b"]), "a.csv"),
    "a text named xlsx": ((HEADER + GOOD).encode(), "a.xlsx"),
    "the last corner": (a_zip(workbook_parts(a_sheet(("XFD1048576", "x")))), "a.xlsx"),
    "an external entity": (
        a_zip(workbook_parts('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>' + a_sheet(("A1", "&y;")))),
        "a.xlsx",
    ),
    "a ZIP bomb": (a_zip({**workbook_parts(a_sheet()), "xl/bomb.xml": b"0" * 80_000_000}), "a.xlsx"),
    "a damaged workbook": (a_workbook(["a"], ["b"])[:500], "a.xlsx"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.xls"),
    "HTML": (b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>", "a.csv"),
    "JSON": (b'[{"topic": "shells"}]', "a.json"),
    "many double quotes": (b'"' * 99_999, "a.csv"),
    "only delimiters": (b"," * 400 + b"\n" + b"," * 400, "a.csv"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_that_means_harm_has_an_outcome_in_words_and_soon(case: str) -> None:
    data, name = HOSTILE[case]
    began = time.monotonic()
    report = import_bytes(data, name, PACKAGE)
    assert time.monotonic() - began < 20
    assert report.message
    assert len(report.message) < 1_000
    assert all(len(problem.value) < 300 and problem.reason and problem.remedy for problem in report.problems)
    assert "Traceback" not in report.message
    assert "root:" not in json.dumps(report.as_json())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: (HEADER + text).encode()), st.text(max_size=20))
def test_any_bytes_under_any_name_have_an_outcome(data: bytes, name: str) -> None:
    report = import_bytes(data, name + ".csv", PACKAGE)
    assert report.outcome in Outcome
    assert report.mapping is not None or len(report.claims) + report.kept_out_count == report.rows
