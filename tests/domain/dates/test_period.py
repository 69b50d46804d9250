from datetime import date

import pytest

from claimsdash.domain.dates import DateError, Period


def test_a_period_without_any_day_is_refused() -> None:
    with pytest.raises(DateError, match="needs a first or a last day"):
        Period(None, None, open_start=True, open_end=True)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(DateError, match="ends before it begins"):
        Period(date(2024, 2, 1), date(2023, 2, 1))


def test_an_open_end_has_no_day() -> None:
    with pytest.raises(DateError, match="an end with a day is not open"):
        Period(date(2024, 2, 1), date(2024, 3, 1), open_end=True)


def test_an_error_shows_only_the_beginning_of_a_long_text() -> None:
    error = DateError("x" * 5000, "too long", "shorten it")
    assert len(str(error)) < 150
    assert error.text == "x" * 5000
