"""Workbooks: cells as typed, and files made to exhaust or to trick a reader."""

import datetime
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimsdash.intake.isolated import read_workbook
from claimsdash.intake.limits import DEFAULT_LIMITS, Limits
from claimsdash.intake.raw import GUESS, Reading, ReadingChoices
from claimsdash.intake.refusal import ReadingError
from making_files import a_sheet, a_workbook, a_zip, workbook_parts

MORNING = datetime.datetime.fromisoformat("2024-02-26T05:06")


def read(data: bytes, *, told: ReadingChoices = GUESS, limits: Limits = DEFAULT_LIMITS) -> Reading:
    return read_workbook(data, "claims.xlsx", told, limits)


def test_cells_become_the_texts_that_a_person_would_type() -> None:
    rows = read(
        a_workbook(
            list("abcdefg"),
            [6700, 0.1 + 0.2, 1e22, True, datetime.date(2024, 2, 26), MORNING, "007"],
            [None, "é\n조", "=1+1", "#N/A", "x,\"y\"", None, None],
        )
    ).table.rows  # fmt: skip  # several to a line
    assert rows.iloc[0].tolist() == [
        "6700", "0.3", "1" + "0" * 22, "TRUE", "2024-02-26", "2024-02-26 05:06:00", "007",
    ]  # fmt: skip  # several to a line
    assert rows.iloc[1].tolist() == ["", "é\n조", "", "", 'x,"y"', "", ""]


def test_lines_are_the_rows_of_the_sheet() -> None:
    table = read(a_zip(workbook_parts(a_sheet(("B3", "topic"), ("B5", "shells"), ("B900", "troops"))))).table
    assert (table.lines.tolist(), table.rows["topic"].tolist()) == ([5, 900], ["shells", "troops"])


def test_the_first_visible_sheet_is_read_unless_another_is_told() -> None:
    book = a_workbook(["a"], ["1"], Sources=[["b"], ["2"]])
    first, told = read(book), read(book, told=ReadingChoices(sheet="Sources"))
    assert (first.table.columns, first.choices, first.sheets) == (("a",), {"sheet": "Sheet"}, ("Sheet", "Sources"))
    assert told.table.columns == ("b",)
    with pytest.raises(ReadingError, match="no sheet Sorces: choose one of Sheet, Sources"):
        read(book, told=ReadingChoices(sheet="Sorces"))


def _with_part(name: str, content: str | bytes) -> bytes:
    return a_zip({**workbook_parts(a_sheet(("A1", "topic"), ("A2", "x"))), name: content})


def _with_sheet(sheet: str) -> bytes:
    return a_zip(workbook_parts(sheet))


ENTITY = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_with_sheet(a_sheet(("XFD1048576", "x"))), "row 1,048,576 and column 16,384"),
        (_with_sheet(a_sheet(("A1", "topic"), ("AAA2", "x"))), "column 703"),
        (_with_sheet(a_sheet(("A1", "a"), ("QQ900000", "x"))), "row 900,000"),
        (_with_sheet(a_sheet(("A99999999", "x"))), "row 99,999,999"),
        (_with_sheet(ENTITY + a_sheet(("A1", "&x;"))), "XML entities"),
        (_with_sheet((ENTITY + "<r/>").encode("utf-16").decode("latin-1")), "XML entities"),
        (_with_part("xl/sharedStrings.xml", ENTITY + "<sst>&x;</sst>"), "XML entities"),
        (_with_part("docProps/app.xml", " " * 262_138 + "<!DOCTYPE r>"), "XML entities"),
        (_with_part("xl/media/a.xml", b"\0" * 60_000_000), "250 times"),
        (a_zip({**workbook_parts(a_sheet()), **{f"p{i}.xml": "" for i in range(2_001)}}), "2,006 parts"),
        (_with_sheet(a_sheet(("A1", "topic"), ("A2", "x")))[:-40], "damaged"),
        (_with_sheet("not xml <<<"), r"damaged|empty"),
        (_with_sheet(a_sheet()), "table is empty"),
    ],
)  # fmt: skip  # several to a line
def test_a_hostile_or_damaged_workbook_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as refusal:
        read(data)
    assert "root:" not in str(refusal.value)


def test_a_size_that_the_zip_understates_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = _with_part("xl/media/a.xml", "".join(str(n) for n in range(300_000)))
    real = (1_688_890).to_bytes(4, "little")
    assert honest.count(real) == 2
    with pytest.raises(ReadingError, match=r"damaged|unpacks"):
        read(honest.replace(real, (10).to_bytes(4, "little")), limits=Limits(unpacked_bytes=1_000_000))


def test_a_locked_workbook_says_so() -> None:
    data = bytearray(_with_sheet(a_sheet(("A1", "x"))))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 4)
    with pytest.raises(ReadingError, match="password"):
        read(bytes(data))


def _one_text_in_many_cells() -> bytes:
    cell = '<c t="s"><v>0</v></c>'
    rows = "".join(f'<row r="{row}">{cell * 40}</row>' for row in range(1, 1_001))
    parts = workbook_parts(a_sheet().replace("<sheetData>", f"<sheetData>{rows}"))
    return a_zip({**parts, "xl/sharedStrings.xml": f"<sst><si><t>{'x' * 30_000}</t></si></sst>"})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limits of these kinds on a process")
@pytest.mark.parametrize(
    "limits",
    [
        Limits(memory_bytes=300_000_000),
        Limits(text_bytes=1_000_000),
        Limits(processor_seconds=0),
        Limits(wall_seconds=0),
    ],
)
def test_a_reader_that_dies_is_a_refusal_and_no_crash(limits: Limits) -> None:
    """Forty thousand cells share one text: 1.2 GB once they are laid out, in a file of a few KB."""
    with pytest.raises(ReadingError, match="too large or too complex"):
        read(_one_text_in_many_cells(), limits=limits)


def test_the_reader_imports_neither_pandas_nor_pyarrow() -> None:
    source = Path("src").resolve()
    readers = "main, claimsdash.intake.child.workbook, claimsdash.intake.child.json_rows"
    code = f"import claimsdash.intake.child.{readers}, sys; print({{'pandas', 'pyarrow', 'numpy'}} & set(sys.modules))"
    started = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(source)!r}); {code}"]
    assert subprocess.run(started, capture_output=True, check=True, text=True).stdout.strip() == "set()"


def test_a_refusal_is_quick() -> None:
    began = time.monotonic()
    with pytest.raises(ReadingError):
        read(_with_sheet(a_sheet(("XFD1048576", "x"))))
    assert time.monotonic() - began < 10
