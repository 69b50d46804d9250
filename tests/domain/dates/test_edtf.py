import csv
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsdash.domain.dates import DateError, Period, read_edtf, write_edtf
from domain.dates.making_periods import periods

DAYS = [
    ("2023", "2023-01-01", "2023-12-31"),
    ("2023-08", "2023-08-01", "2023-08-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-08-15", "2023-08-15", "2023-08-15"),
    (" 2023-08-15 ", "2023-08-15", "2023-08-15"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999-12", "9999-12-01", "9999-12-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2023-XX", "2023-01-01", "2023-12-31"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31"),
    ("2023-02-XX", "2023-02-01", "2023-02-28"),
    ("2023-21", "2023-03-01", "2023-05-31"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2023-30", "2023-12-01", "2024-02-29"),
    ("2023-32", "2023-06-01", "2023-08-31"),
    ("2023-33", "2023-01-01", "2023-03-31"),
    ("2023-36", "2023-10-01", "2023-12-31"),
    ("2023-38", "2023-05-01", "2023-08-31"),
    ("2023-41", "2023-07-01", "2023-12-31"),
    ("9999-36", "9999-10-01", "9999-12-31"),
    ("2023-W01", "2023-01-02", "2023-01-08"),
    ("2024-W09-1", "2024-02-26", "2024-02-26"),
    ("2024-02-26T23:59:59Z", "2024-02-26", "2024-02-26"),
    ("2024-02-26 00:00:00", "2024-02-26", "2024-02-26"),
    ("2023-09/2024-02-26", "2023-09-01", "2024-02-26"),
    ("2023 / 2024", "2023-01-01", "2024-12-31"),
    ("2023-08-15/2023-08-15", "2023-08-15", "2023-08-15"),
]


@pytest.mark.parametrize(("text", "start", "end"), DAYS)
def test_a_date_is_read_as_the_days_it_spans(text: str, start: str, end: str) -> None:
    assert read_edtf(text) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-08~", Period(date(2023, 8, 1), date(2023, 8, 31), approximate=True)),
        ("2023?", Period(date(2023, 1, 1), date(2023, 12, 31), approximate=True)),
        ("2023-08%", Period(date(2023, 8, 1), date(2023, 8, 31), approximate=True)),
        ("2023-08-15~", Period(date(2023, 8, 15), date(2023, 8, 15), approximate=True)),
        ("2023-09~/2024", Period(date(2023, 9, 1), date(2024, 12, 31), approximate=True)),
        ("../2024-02", Period(None, date(2024, 2, 29), open_start=True)),
        ("2023-09/..", Period(date(2023, 9, 1), None, open_end=True)),
        ("/2024", Period(None, date(2024, 12, 31))),
        ("2023-09/", Period(date(2023, 9, 1), None)),
        ("2023-09~/..", Period(date(2023, 9, 1), None, approximate=True, open_end=True)),
    ],
)
def test_marks_and_missing_ends_become_flags(text: str, expected: Period) -> None:
    assert read_edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "blank"),
        ("   ", "blank"),
        ("August 2023", "not a date as it is written here"),
        ("2023-8", "write 2023-08"),
        ("2023.8.5", "write 2023-08-05"),
        ("2023/08/05", "write 2023-08-05"),
        ("2023-13", "months run from 01 to 12"),
        ("2023-00", "months run from 01 to 12"),
        ("2023-25-01", "months run from 01 to 12"),
        ("2023-02-29", "that month has 28 days"),
        ("2023-XX-05", "a day needs its month"),
        ("202X-05", "stands alone"),
        ("0000", "0001 to 9999"),
        ("9999-24", "0001 to 9999"),
        ("2023-W54", "week"),
        ("12023", "not a date as it is written here"),
        ("-2023", "not a date as it is written here"),
        ("24/02/2022", "write 2022-02-24"),
        ("02/24/2022", "write 2022-02-24"),
        ("24.02.2022", "write 2022-02-24"),
        ("03/04/2024", "2024-03-04 or 2024-04-03"),
        ("30/02/2022", "no such day"),
        ("2024-02/2023-09", "swap its ends: 2023-09/2024-02"),
        ("../..", "neither end"),
        ("/", "neither end"),
        ("2023/2024/2025", "not a date as it is written here"),
        ("2023~~", "not a date as it is written here"),
        ("~", "not a date as it is written here"),
        ("２０２３", "not a date as it is written here"),
        ("2" * 5000, "5,000 characters"),
    ],
)
def test_a_fault_is_named_with_what_would_be_right(text: str, told: str) -> None:
    with pytest.raises(DateError, match=told) as caught:
        read_edtf(text)
    assert caught.value.reason
    assert caught.value.remedy


def test_every_date_of_the_curated_table_is_read() -> None:
    table = Path(__file__).parents[3] / "data" / "claims.csv"
    with table.open(encoding="utf-8", newline="") as file:
        cells = {row[name] for row in csv.DictReader(file) for name in ("since", "as_of", "reported_on")} - {""}
    assert len(cells) > 100
    assert all(read_edtf(cell) for cell in cells)


@given(periods())
def test_what_is_written_reads_back_as_the_same_period(period: Period) -> None:
    assert read_edtf(write_edtf(period)) == period


@pytest.mark.parametrize("text", ["2023", "2023-08", "2023-08-15", "2023~", "2023-08/2024-02", "../2024-02", "2023/.."])
def test_a_short_form_is_written_as_it_was_read(text: str) -> None:
    assert write_edtf(read_edtf(text)) == text


@given(st.text(max_size=100) | st.text(alphabet="0123456789-/.~?%XTW: ", max_size=40))
def test_any_text_is_read_or_refused_with_a_date_error(text: str) -> None:
    with suppress(DateError):
        assert isinstance(read_edtf(text), Period)
