"""Delimited text: delimiters, quotes, lines."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsdash.intake.delimited import find_delimiter, read_delimited
from claimsdash.intake.limits import DEFAULT_LIMITS, Limits
from claimsdash.intake.raw import GUESS, Reading, ReadingChoices
from claimsdash.intake.refusal import ReadingError


def read(text: str | bytes, *, told: ReadingChoices = GUESS, limits: Limits = DEFAULT_LIMITS) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return read_delimited(data, "claims.csv", told, limits)


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("a\tb\n1, 2\t3\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("a,b\n1,2\n3,4,5\n", ","),
        ('a,b\n"x;y;z",2\n"u;v;w",3\n', ","),
        ("only\n1\n2\n", ","),
        ("sep=;\na,b;c,d\n", ";"),
        ("", ","),
    ],
)
def test_the_delimiter_is_that_of_wide_and_common_rows(sample: str, delimiter: str) -> None:
    assert find_delimiter(sample) == delimiter


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_count_as_an_editor_counts_them(ending: str) -> None:
    text = ending.join(["a,b", "1,2", "", '"x', 'y",3', "4,5", ",", "6,7"])
    assert read(text).table.lines.tolist() == [2, 4, 6, 8]


def test_a_line_with_the_separator_is_no_row() -> None:
    table = read("sep=;\na;b\n1;2\n").table
    assert (table.columns, table.lines.tolist()) == (("a", "b"), [3])


def test_no_cell_changes_its_type_or_text() -> None:
    rows = read("a,b,c,d,e\nNA,007,1E5,TRUE, x \n").table.rows
    assert rows.iloc[0].tolist() == ["NA", "007", "1E5", "TRUE", " x "]


def test_a_ragged_row_is_set_aside_and_the_others_are_read() -> None:
    reading = read("a,b\n1,2\n3\n4,5,6\n7,8,\n9,10\n")
    assert reading.table.rows["a"].tolist() == ["1", "7", "9"]
    assert [(p.line, p.reason) for p in reading.problems] == [
        (3, "has 1 cell where the header has 2"),
        (4, "has 3 cells where the header has 2"),
    ]


def test_columns_without_name_or_cells_are_left_out() -> None:
    assert read("a,,b,\n1,x,2,\n").table.columns == ("a", "column 2", "b")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('a,b\n1,2\n"3,4\n5,6\n', "Line 3: a double quote opens"),
        ('a,b\n"3"x,4\n', "Line 2: text follows a closing quote"),
        ('a,b\n"' + "x" * 200_000, "Line 2: a double quote opens"),
        (",\n\n", "table is empty"),
        ("a,b\n", "no row below"),
        ("topic,low,unit,claimant,low\n1,2,3,4,5\n", "Two columns are called low"),
        (",".join(map(str, range(501))), "501 columns"),
        ("a\n" + "x" * 100_001, "100,001 characters"),
    ],
)
def test_what_cannot_be_a_table_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        read(text)


@pytest.mark.parametrize("limits", [Limits(rows=2), Limits(cells=4)])
def test_too_many_rows_or_cells_are_refused(limits: Limits) -> None:
    assert len(read("a,b\n1,2\n3,4\n", limits=limits).table.rows) == 2
    with pytest.raises(ReadingError, match="more than"):
        read("a,b\n1,2\n3,4\n5,6\n", limits=limits)


def test_a_delimiter_that_is_told_is_taken() -> None:
    assert read("a;b,c\n1;2,3\n4;5,6\n", told=ReadingChoices(delimiter=",")).table.columns == ("a;b", "c")
    with pytest.raises(ReadingError, match="no delimiter"):
        read("a;b\n", told=ReadingChoices(delimiter="::"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        reading = read(data)
    except ReadingError as refusal:
        said = str(refusal)
    else:
        said = "" if len(reading.table.rows) == len(reading.table.lines) else "lines and rows differ"
    assert "differ" not in said


def test_a_limit_that_others_raised_for_the_whole_process_does_not_hold_here() -> None:
    before = csv.field_size_limit(10_000_000)
    try:
        with pytest.raises(ReadingError, match="quote"):
            read("topic,unit\n" + "x" * 1_000_000 + ",y\n")
    finally:
        csv.field_size_limit(before)
