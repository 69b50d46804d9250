"""Bytes to a raw table: what a file is, and which files are refused before any reader opens them."""

import gzip
import pickle

import pytest

from claimsdash.intake.limits import Limits
from claimsdash.intake.reading import read_table
from claimsdash.intake.refusal import ReadingError
from making_files import a_workbook, a_zip

CSV = b"topic,value_text\ncontainers,6700\n"


@pytest.mark.parametrize(
    "name", ["a.csv", "A.CSV", "claims", "a.tsv", "../../etc/passwd.csv", "a\0b.csv", "\u202evsc.csv"]
)
def test_a_delimited_text_is_read_under_any_name_of_its_kind(name: str) -> None:
    table = read_table(CSV, name).table
    assert (table.name, table.columns) == (name, ("topic", "value_text"))


def test_a_workbook_is_read() -> None:
    assert read_table(a_workbook(["topic"], ["containers"]), "a.xlsx").table.rows["topic"].tolist() == ["containers"]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.csv", "empty"),
        (b"\0\0\0\0\n", "a.csv", "empty"),
        (a_workbook(["topic"], ["x"]), "a.csv", "holds a workbook: give it the ending .xlsx"),
        (CSV, "a.xlsx", "holds a delimited text: give it the ending .csv"),
        (CSV, "a.exe", "ends in .exe"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", r"damaged|password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.csv", "holds a workbook"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "a.csv", "a program"),
        (b"MZ\x90\0" + bytes(64), "a.csv", "a program"),
        (pickle.dumps([1, 2]), "a.csv", "pickle"),
        (pickle.dumps({"a": "b"}, protocol=2), "a.csv", "pickle"),
        (b"\x1f\x8b\x08" + bytes(30), "a.csv", "holds a gzip"),
        (b"%PDF-1.7 ...", "a.csv", "PDF"),
        (b"PAR1" + bytes(30), "a.parquet", "Parquet file is damaged"),
        (b"BZh9" + bytes(30), "a.csv", "bzip2"),
        (a_zip({"claims.csv": CSV}), "a.xlsx", "not an XLSX or ODS workbook"),
        (a_zip({"claims.exe": CSV}), "a.zip", "holds no table"),
        (a_zip({"claims.zip": a_zip({"a.csv": CSV})}), "a.zip", "holds no table"),
        (gzip.compress(gzip.compress(CSV, mtime=0), mtime=0), "a.gz.gz", "packed twice"),
        (a_zip({}), "a.xlsx", "empty ZIP"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(data: bytes, name: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        read_table(data, name)


def test_a_file_above_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(ReadingError, match=r"MB, more than the 1 MB"):
        read_table(CSV + b"x" * 2_000_000, "a.csv", limits=Limits(file_bytes=1_000_000))
