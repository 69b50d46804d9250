"""Tables as files."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from claimsdash.domain.claim import FIELDS
from claimsdash.export.tables import CORE_FIELDS, write_csv
from claimsdash.export.view_table import VIEW_FIELDS, view_table
from claimsdash.intake.importing import import_bytes
from making import a_claim, a_table
from making_package import a_package
from making_rows import check
from making_views import curated_claims, curated_package

SAME = [*(field.name for field in FIELDS), "inferred", "as_of_start", "as_of_end", "base_low", "base_high"]
_WORDS = ["about 6,700", "more than 3 million", "4 to 6 million", "dozens", "no proof", "6,700", "up to 1,000.5"]
_TEXTS = [
    "=cmd()",
    "'=1",
    "''=1",
    "-1",
    "＝1",
    "'twas",
    'say "so"',
    "a; b",
    "Снаряды",
    "_x0041_",
    "two\nlines",
    "\u202eturned",
]
_NUMBERS = ["0.1", "6700", "1e-7", "3000000", "12345678.9"]
_DATES = ["", "2024-02-26", "2024-02", "2023-08~", "2023-09/2024-02-26", "../2024-02"]

typed_rows = st.fixed_dictionaries(
    {
        **dict.fromkeys(("value_text", "best", "qualifier"), st.just("")),
        "modality": st.sampled_from(["", "capacity"]),
        "since": st.sampled_from(_DATES),
        "as_of": st.sampled_from(_DATES),
        "reported_on": st.sampled_from(_DATES),
        "claim_id": st.sampled_from(["", "one"]),
        "status": st.sampled_from(["", "disputed"]),
        **{name: st.sampled_from(["", *_TEXTS]) for name in ("scope", "speaker", "notes", "claimant", "outlet")},
    }
)


figures = st.fixed_dictionaries({"value_text": st.sampled_from(_WORDS)}) | st.fixed_dictionaries(
    {"best": st.sampled_from(_NUMBERS), "qualifier": st.sampled_from(["", "exact", "approximate", "lower_bound"])}
)


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
@given(st.lists(st.builds(dict.__or__, typed_rows, figures), min_size=1, max_size=5))
def test_importing_an_export_gives_the_same_claims(rows: list[dict[str, Any]]) -> None:
    claims = check(*rows).claims
    again = import_bytes(write_csv(view_table(claims), VIEW_FIELDS), "export.csv", a_package(), table_id="test").claims
    assert_frame_equal(again[SAME], claims[SAME])


def test_the_curated_table_survives_export_and_import() -> None:
    claims = curated_claims()
    again = import_bytes(write_csv(claims), "export.csv", curated_package(), table_id="curated").claims
    assert_frame_equal(again.drop(columns="line"), claims.drop(columns="line"))
