"""Units in words."""

import pytest

from claimsdash.domain.unit_words import say_unit


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("shell", "shells"),
        ("casualty", "casualties"),
        ("casualty/day", "casualties per day"),
        ("USD/month", "US dollars per month"),
        ("percent", "%"),
        ("box", "boxes"),
        ("railway_car", "railway cars"),
        ("", ""),
    ],
)
def test_a_unit_is_said_in_the_plural(unit: str, words: str) -> None:
    assert say_unit(unit) == words
