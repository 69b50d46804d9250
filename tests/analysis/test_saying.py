"""Claims in words."""

from typing import Any

import pytest

from claimsdash.analysis.saying import say_claims
from making import a_claim, a_table


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "6,700 containers"),
        ({"qualifier": "approximate", "low": 6566.0, "high": 6834.0}, "about 6,700 containers"),
        ({"qualifier": "none", "low": None, "best": None, "high": None}, "no figure"),
        ({"qualifier": "vague", "low": 200.0, "best": None, "high": 1000.0}, "hundreds of containers"),
        ({"low": 1.0, "best": 1.0, "high": 1.0, "unit": "voyage/week"}, "1 voyage per week"),
        ({"qualifier": "lower_bound", "low": 1.0, "best": None, "high": None, "unit": "missile"}, "at least 1 missile"),
        ({"low": 30.0, "best": 30.0, "high": 30.0, "unit": "percent"}, "30 %"),
    ],
)
def test_a_figure_is_said_with_its_qualifier_and_unit(given: dict[str, Any], words: str) -> None:
    assert say_claims(a_table(a_claim(**given))).tolist() == [words]


def test_a_bound_is_never_said_as_a_bare_number() -> None:
    floor = a_claim(qualifier="lower_bound", low=3e6, best=None, high=None, unit="shell")
    ceiling = a_claim(qualifier="upper_bound", low=None, best=None, high=1e5, unit="soldier")
    for words in say_claims(a_table(floor, ceiling)):
        assert not words[0].isdigit()


def test_more_than_is_not_said_as_at_least() -> None:
    floor = {"qualifier": "lower_bound", "low": 3e6, "best": None, "high": None, "unit": "shell"}
    strict, loose = (a_claim(value_text=text, **floor) for text in ("more than 3 million", "at least 3 million"))
    assert say_claims(a_table(strict, loose)).tolist() == ["more than 3 million shells", "at least 3 million shells"]


def test_each_row_is_said_and_an_empty_table_says_nothing() -> None:
    assert say_claims(a_table(a_claim(), a_claim(report_id="b"))).tolist() == ["6,700 containers"] * 2
    assert say_claims(a_table()).empty
