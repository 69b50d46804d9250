"""Numbers as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsdash.intake.numbers import read_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("6700", 6700),
        ("6,700", 6700),
        ("1,234,567.5", 1_234_567.5),
        ("6\u202f700", 6700),
        ("6 700", 6700),
        ("6'700", 6700),
        ("-12.5", -12.5),
        ("\u221212.5", -12.5),
        ("1E+06", 1e6),
        ("007", 7),
        ("0", 0),
    ],
)
def test_a_number_is_read(typed: str, number: float) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["", "6.700,5", "6,7", "67,00", "1,234 567", "6.", ".5", "5%", "about 5", "inf", "nan", "NA", "1e999", "0x10", "٣",
     "1_000", "9" * 500, "$5", "(5)", "1,2345"],
)  # fmt: skip  # several to a line
def test_anything_else_is_none(typed: str) -> None:
    assert read_number(typed) is None


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_what_python_prints_is_read_back(number: float) -> None:
    assert read_number(repr(number)) == number
