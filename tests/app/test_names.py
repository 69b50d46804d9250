"""What keys, countries and dates are called."""

import pytest

from claimsdash.app.names import count
from claimsdash.export.names import COUNTRIES, is_known, say_day


def test_countries_are_named_by_two_letters() -> None:
    assert all(len(code) == 2 and code.isupper() for code in COUNTRIES)


@pytest.mark.parametrize(
    ("value", "known"), [("x", True), ("", False), (None, False), (float("nan"), False), (0, True)]
)
def test_a_blank_cell_is_not_known(value: object, known: bool) -> None:
    assert is_known(value) is known


def test_days_are_said_as_precisely_as_they_are_known() -> None:
    assert say_day("2023-10") == "October 2023"


def test_one_claim_is_not_claims() -> None:
    assert (count(1, "claim"), count(0, "claim")) == ("1 claim", "0 claims")
