"""Each format read to the same texts: JSON in its shapes, Parquet, workbooks of three kinds, and packs."""

import datetime
import gzip
import io
import json
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimsdash.domain.errors import Problem
from claimsdash.intake.limits import DEFAULT_LIMITS, Limits
from claimsdash.intake.raw import GUESS, Reading, ReadingChoices
from claimsdash.intake.reading import read_table
from claimsdash.intake.refusal import ReadingError
from making_files import a_workbook, a_zip, an_ods, ods_row

CSV = b"place,dead\nSeoul,5\nNA,007\n"


def rows_of(reading: Reading) -> list[list[str]]:
    return [list(reading.table.columns), *reading.table.rows.to_numpy().tolist()]


def told(problems: list[Problem]) -> list[tuple[int | None, str | None, str]]:
    return [(problem.line, problem.column, problem.value) for problem in problems]


def from_json(value: Any, told: ReadingChoices = GUESS) -> Reading:
    return read_table((value if isinstance(value, str) else json.dumps(value)).encode(), "a.json", told=told)


RECORDS = [{"place": "Seoul", "dead": 5}, {"place": "Busan", "dead": None}]


@pytest.mark.parametrize(
    "value",
    [
        RECORDS,
        {"data": RECORDS, "updated": "2024"},
        {"result": {"records": RECORDS, "total": 2}},
        {"place": ["Seoul", "Busan"], "dead": [5, None]},
        {"place": {"0": "Seoul", "1": "Busan"}, "dead": {"0": 5, "1": None}},
        {"columns": ["place", "dead"], "data": [["Seoul", 5], ["Busan", None]]},
        [["place", "dead"], ["Seoul", 5], ["Busan", None]],
        '{"place": "Seoul", "dead": 5}\n{"place": "Busan", "dead": null}\n',
    ],
)
def test_every_shape_of_a_table_in_json_gives_the_same_rows(value: Any) -> None:
    assert rows_of(from_json(value)) == [["place", "dead"], ["Seoul", "5"], ["Busan", ""]]


def test_records_under_keys_keep_the_key_as_a_column() -> None:
    value = {"2022-02-24": {"tanks": 80, "more": {"jets": 10}}, "2022-02-25": {"tanks": 146}}
    assert rows_of(from_json(value)) == [
        ["key", "tanks", "more.jets"],
        ["2022-02-24", "80", "10"],
        ["2022-02-25", "146", ""],
    ]


def test_numbers_of_json_stay_as_written_and_lists_of_objects_are_left_out_by_name() -> None:
    reading = from_json('[{"a": 1.10, "b": 1e5, "c": true, "d": ["x", "y"], "e": [{"f": 1}]}]')
    assert rows_of(reading) == [["a", "b", "c", "d"], ["1.10", "1e5", "TRUE", "x; y"]]
    assert told(reading.problems) == [(1, "e", "")]


def test_one_of_several_tables_in_json_can_be_chosen() -> None:
    value = {"towns": RECORDS, "dates": [{"day": "2024"}]}
    assert from_json(value).sheets == ("towns", "dates")
    assert from_json(value, ReadingChoices(sheet="dates")).table.columns == ("day",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 100_000, "deeper than the 64"),
        ('{"a":' * 65 + "1" + "}" * 65, "deeper than the 64"),
        ('[{"a": 1, "a": 2}]', "key a stands twice"),
        ('[{"a": NaN}]', "NaN, which is no number"),
        ('[{"a": -Infinity}]', "Infinity, which is no number"),
        ('[{"a": ' + "9" * 5_000 + "}]", "5,000 digits"),
        ('[{"a": 1}', "Line 1 is not JSON"),
        ('{"a": 1}\n{"a": }\n', "Line 2 is not JSON"),
        ("5", "holds no table"),
        ("[1, 2]", "holds no table"),
        ("[]", "holds no table"),
        ("{}", "holds no table"),
        ('{"a": [1, 2], "b": [1]}', "different lengths"),
        ('[["a", "b"], [1]]', "Row 1 of the JSON has 1 cells"),
        (json.dumps([{f"c{n}": 1 for n in range(501)}]), "501 columns"),
    ],
)
def test_json_that_is_no_table_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        from_json(text)


def a_parquet(**columns: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_parquet_gives_the_texts_that_a_person_would_type() -> None:
    day, moment = datetime.date(2024, 2, 6), datetime.datetime.fromisoformat("2024-02-06T05:06")
    reading = read_table(
        a_parquet(
            name=pa.array(["NA", None]).dictionary_encode(),
            count=[5, None],
            share=[0.1, float("nan")],
            day=[day, None],
            at=[moment, None],
            where=[{"town": "Seoul"}, {"town": "Busan"}],
            all=[[1], [2]],
        ),
        "a.parquet",
    )
    assert rows_of(reading) == [
        ["name", "count", "share", "day", "at", "where.town"],
        ["NA", "5", "0.1", "2024-02-06", "2024-02-06 05:06:00", "Seoul"],
        ["", "", "", "", "", "Busan"],
    ]
    assert told(reading.problems) == [(None, "all", "")]


@pytest.mark.parametrize(
    ("limits", "said"), [(Limits(rows=9), "10 rows"), (Limits(columns=0), "1 columns"), (Limits(cells=9), "9 cells")]
)
def test_the_footer_of_parquet_is_held_against_the_limits(limits: Limits, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        read_table(a_parquet(a=list(range(10))), "a.parquet", limits=limits)


@pytest.mark.parametrize("megabytes", range(1_400, 1_500, 10))
def test_reading_parquet_needs_little_of_the_memory_that_it_may_take(megabytes: int) -> None:
    limits = Limits(memory_bytes=megabytes * 1_000_000)
    assert rows_of(read_table(a_parquet(a=[1]), "a.parquet", limits=limits)) == [["a"], ["1"]]


def test_a_damaged_parquet_file_is_refused() -> None:
    data = a_parquet(a=["x"] * 100)
    for broken in (data[:-20], data[:40] + data[60:], b"PAR1" + bytes(100) + b"PAR1"):
        with pytest.raises(ReadingError, match="damaged"):
            read_table(broken, "a.parquet")


def _marked_workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["place", "share", "sum", "error"], ["Seoul", 0.453, "=1+1", "x"], ["Busan", 0.5, 3, "y"]):
        sheet.append(row)
    sheet["B2"].number_format = "0.0%"
    sheet["B3"].number_format = '0" % of all"'
    sheet["D2"] = "#DIV/0!"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_shares_are_read_as_shown_and_errors_and_unfinished_formulas_are_named() -> None:
    reading = read_table(_marked_workbook(), "a.xlsx")
    assert rows_of(reading)[1:] == [["Seoul", "45.3%", "", ""], ["Busan", "0.5", "3", "y"]]
    assert told(reading.problems) == [(2, "sum", "=1+1"), (2, "error", "#DIV/0!")]


def test_an_ods_sheet_is_read() -> None:
    data = an_ods(ods_row("place", "dead", "share"), ods_row("Seoul", 5, "45%"), ods_row(repeated=1_048_000))
    reading = read_table(data, "a.ods")
    assert rows_of(reading) == [["place", "dead", "share"], ["Seoul", "5", "45%"]]
    assert reading.choices == {"sheet": "claims"}


def test_rows_that_an_ods_sheet_repeats_too_often_are_refused() -> None:
    with pytest.raises(ReadingError, match=r"row 1,048,001"):
        read_table(an_ods(ods_row("a"), ods_row("b", repeated=1_048_000)), "a.ods")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (gzip.compress(CSV, mtime=0), "a.csv.gz"),
        (gzip.compress(CSV[:10], mtime=0) + gzip.compress(CSV[10:], mtime=0), "a.csv.gz"),
        (a_zip({"a.csv": CSV}), "a.zip"),
        (a_zip({"../../a.csv": CSV, "__MACOSX/a.csv": b"x", "readme.md": b"y"}), "a.zip"),
        (a_zip({"a.xlsx": a_workbook(["place", "dead"], ["Seoul", "5"], ["NA", "007"])}), "a.zip"),
        (gzip.compress(b'[{"place": "Seoul", "dead": 5}, {"place": "NA", "dead": "007"}]', mtime=0), "a.json.gz"),
    ],
)
def test_a_packed_table_is_read(data: bytes, name: str) -> None:
    assert rows_of(read_table(data, name)) == [["place", "dead"], ["Seoul", "5"], ["NA", "007"]]


def test_one_of_several_packed_tables_can_be_chosen() -> None:
    data = a_zip({"a.csv": b"x\n1\n", "b.csv": CSV})
    first, second = read_table(data, "t.zip"), read_table(data, "t.zip", told=ReadingChoices(sheet="b.csv"))
    assert (first.sheets, first.choices["file"]) == (("a.csv", "b.csv"), "a.csv")
    assert second.table.columns == ("place", "dead")
    with pytest.raises(ReadingError, match=r"no table c.csv: choose one of a.csv, b.csv"):
        read_table(data, "t.zip", told=ReadingChoices(sheet="c.csv"))


def test_the_claims_of_a_data_package_are_read_with_its_delimiter() -> None:
    about = {
        "resources": [
            {"name": "other", "path": "data/other.csv"},
            {"name": "claims", "path": "data/c.csv", "dialect": {"delimiter": ";"}},
            {"name": "away", "path": "https://example.org/c.csv"},
        ]
    }
    data = a_zip(
        {"p/datapackage.json": json.dumps(about), "p/data/other.csv": b"x\n1\n", "p/data/c.csv": b"a,b\n1,5\n"}
    )
    reading = read_table(data, "package.zip")
    assert (reading.table.columns, reading.sheets) == (("a,b",), ("other", "claims"))


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (gzip.compress(b"0" * 60_000_000, mtime=0), "a.csv.gz", "250 times"),
        (a_zip({"a.csv": b"0" * 60_000_000}), "a.zip", "250 times"),
        (gzip.compress(CSV, mtime=0)[:-12], "a.csv.gz", "damaged"),
        (a_zip({"a.csv": CSV})[:-30], "a.zip", r"damaged"),
        (a_zip({"datapackage.json": b"[]", "a.csv": CSV}), "a.zip", "not the JSON object of a Data Package"),
        (a_zip({f"{n}.csv": CSV for n in range(2_001)}), "a.zip", "2,001 entries"),
        (a_zip({"a.csv": b""}), "a.zip", "file inside is empty"),
    ],
)
def test_a_pack_that_is_damaged_or_a_bomb_is_refused(data: bytes, name: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        read_table(data, name, limits=DEFAULT_LIMITS)
