from contextlib import suppress
from datetime import date
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimsdash.domain.dates import DateError, Period, read_period
from claimsdash.domain.dates.lexicon import MEANINGS

REFERENCE = date(2024, 11, 5)
_WORDS = [" ".join(words) for words in MEANINGS]
_FIGURES = [
    "3",
    "17",
    "31",
    "2024",
    "1990s",
    "Q3",
    "H1",
    "1Q24",
    "3rd",
    "2023-08",
    "24/02/2022",
    "18:00",
    "'24",
    "1,000",
]
_REPEATED = ["the end of ", "early ", "about ", "the first week of ", "3 ", "3, ", "May ", "to ", "1 a", "the ", "in "]
_REPEATED += [
    "the week of the ",
    "last ",
    "and a half ",
    "'",
    "6 p",
    "1.1",
    "two ",
    "the year to ",
    "Monday, ",
    "2024-",
]
_JOINTS = ["-", "–", ",", "/", "~", "to", "of", "and", "the"]


@given(st.text(max_size=10_000))
@example("1" * 10_000)
@example("/" * 10_000)
@example("٣" * 150)
@example("\ufdfa" * 200)
@example("3 May\x00")
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(DateError):
        assert isinstance(read_period(text, REFERENCE), Period)


@given(st.lists(st.sampled_from(_WORDS + 20 * _FIGURES + 20 * _JOINTS), min_size=1, max_size=12), st.dates())
@settings(max_examples=500)
def test_any_words_of_dates_are_read_or_refused(words: list[str], reference: date) -> None:
    with suppress(DateError):
        assert isinstance(read_period(" ".join(words), reference), Period)


@pytest.mark.parametrize("unit", _REPEATED)
@pytest.mark.parametrize("length", [200, 10_000])
def test_no_repetition_takes_long(unit: str, length: int) -> None:
    text = (unit * length)[:length]
    begun = process_time()
    with suppress(DateError):
        read_period(text, REFERENCE)
    assert process_time() - begun < 0.05
