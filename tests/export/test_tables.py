"""Tables as files."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from pandas.testing import assert_frame_equal

from claimsdash.export.tables import CORE_FIELDS, write_csv
from claimsdash.export.view_table import VIEW_FIELDS, view_table
from claimsdash.intake.importing import import_bytes
from making import a_claim, a_table
from making_package import a_package
from making_rows import check
from making_views import curated_claims, curated_package
from typing_rows import SAME, typed_tables


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_table_has_the_columns_of_the_format_and_open_ends_are_blank() -> None:
    (row,) = rows_of(write_csv(a_table(a_claim(qualifier="lower_bound", best=None, high=None))))
    assert list(row) == [field.name for field in CORE_FIELDS]
    assert (row["low"], row["best"], row["high"], row["value_text"]) == ("6700", "", "", "6,700")


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@x", "＝1"])
def test_what_a_spreadsheet_would_run_is_made_text_unless_the_export_is_raw(text: str) -> None:
    table = a_table(a_claim(notes=text, value_text=text))
    assert [row["notes"] for row in rows_of(write_csv(table))] == [f"'{text}"]
    assert [row["value_text"] for row in rows_of(write_csv(table, raw=True))] == [text]


def test_an_empty_table_is_a_header() -> None:
    assert rows_of(write_csv(a_table())) == []


@settings(max_examples=20, deadline=None)
@given(typed_tables)
def test_importing_an_export_gives_the_same_claims(rows: list[dict[str, Any]]) -> None:
    claims = check(*rows).claims
    again = import_bytes(write_csv(view_table(claims), VIEW_FIELDS), "export.csv", a_package(), table_id="test").claims
    assert_frame_equal(again[SAME], claims[SAME])


def test_the_curated_table_survives_export_and_import() -> None:
    claims = curated_claims()
    again = import_bytes(write_csv(claims), "export.csv", curated_package(), table_id="curated").claims
    assert_frame_equal(again.drop(columns="line"), claims.drop(columns="line"))
