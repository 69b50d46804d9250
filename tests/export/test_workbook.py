"""Workbooks."""

import io
import zipfile
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from claimsdash.domain.claim import FIELDS
from claimsdash.domain.selection import Selection
from claimsdash.export.notes import Held, notes_of_reports
from claimsdash.export.view_table import view_table
from claimsdash.export.workbook import write_workbook
from claimsdash.intake.importing import import_bytes
from making import a_claim, a_table
from making_package import a_package
from making_rows import check
from making_views import curated_claims, curated_package
from typing_rows import SAME, typed_tables

TEXTS = ["=1+1", "'=1", "-5", "https://example.org/a", "_x0041_", "Снаряды", "6,700", "=HYPERLINK(A1)", "\x0bx", "#N/A"]


def a_workbook(reports: pd.DataFrame, *, raw: bool = False) -> bytes:
    notes = notes_of_reports(Selection(), reports, Held(curated_package(), 1))
    return write_workbook(view_table(reports), notes, raw=raw)


def sheets(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_importing_the_workbook_of_the_curated_table_gives_the_same_claims() -> None:
    claims = curated_claims()
    again = import_bytes(a_workbook(claims), "export.xlsx", curated_package(), table_id="curated").claims
    for name in (*(field.name for field in FIELDS), "inferred", "as_of_start", "as_of_end"):
        pd.testing.assert_series_equal(again[name], claims[name], rtol=1e-14)


@settings(max_examples=12, deadline=None)
@given(typed_tables)
def test_importing_a_workbook_gives_the_same_claims(rows: list[dict[str, Any]]) -> None:
    claims = check(*rows).claims
    again = import_bytes(a_workbook(claims), "export.xlsx", a_package(), table_id="test").claims
    assert_frame_equal(again[SAME], claims[SAME], rtol=1e-14)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=5, max_size=5))
def test_texts_survive_a_workbook_and_none_is_a_formula_or_a_link(texts: list[str]) -> None:
    claims = a_table(*(a_claim(report_id=f"r{n}", notes=text, line=n) for n, text in enumerate(texts)))
    content = a_workbook(claims)
    again = import_bytes(content, "export.xlsx", curated_package()).claims
    assert again["notes"].tolist() == [text.replace("\x0b", "�") for text in texts]
    cells = [cell for row in sheets(content)["reports"].iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    assert not any("rels" in name and "sheet" in name for name in zipfile.ZipFile(io.BytesIO(content)).namelist())


@pytest.mark.parametrize(("raw", "cell"), [(False, "'=1+1"), (True, "=1+1")])
def test_a_raw_workbook_says_so(raw: bool, cell: str) -> None:
    book = sheets(a_workbook(a_table(a_claim(notes="=1+1")), raw=raw))
    header, row = book["reports"].iter_rows(values_only=True)
    assert row[header.index("notes")] == cell
    told = {row[0]: row[1] for row in book["readme"].iter_rows(values_only=True)}
    assert told["Texts"].startswith("Raw" if raw else "An apostrophe")
    assert "`speaks` is TRUE for the one" in told["Rows"]
    assert told["Counts"] == "1 claim from 1 report, by 1 claimant"


def test_numbers_and_full_days_are_real_and_the_header_is_frozen() -> None:
    claims = a_table(a_claim(as_of="2024-02-26", since="2023-08", since_start=None, since_end=None, high=None))
    sheet = sheets(a_workbook(claims))["reports"]
    header, row = sheet.iter_rows()
    cells = dict(zip((cell.value for cell in header), row, strict=True))
    assert cells["low"].value == 6700
    assert cells["high"].value is None
    assert cells["as_of"].is_date
    assert (cells["since"].value, cells["since"].data_type) == ("2023-08", "s")
    assert sheet.freeze_panes == "B2"
