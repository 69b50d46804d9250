"""Tables as files."""

import csv
import io

import pytest

from claimsdash.domain.claim import FIELDS
from claimsdash.export.tables import write_csv
from making import a_claim, a_table


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_table_has_the_columns_of_the_format_and_open_ends_are_blank() -> None:
    (row,) = rows_of(write_csv(a_table(a_claim(qualifier="lower_bound", best=None, high=None))))
    assert list(row) == [field.name for field in FIELDS]
    assert (row["low"], row["best"], row["high"], row["value_text"]) == ("6700.0", "", "", "6,700")


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@x", "＝1"])
def test_what_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    (row,) = rows_of(write_csv(a_table(a_claim(notes=text, value_text=text))))
    assert row["notes"] == f"'{text}"
    assert row["value_text"] == f"'{text}"


def test_an_empty_table_is_a_header() -> None:
    assert rows_of(write_csv(a_table())) == []
