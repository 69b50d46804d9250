"""The axes of a topic."""

import pandas as pd

from claimsdash.analysis.axes import axis_choices, chosen_axis
from claimsdash.domain.units import Assumption, load_units
from claimsdash.domain.view import View

UNITS = load_units(
    "munition = [munition]\nshell = munition\ncontainer = [container]\nday = [time]\nmonth = 30 day\npercent = 0.01"
)
LOAD = Assumption(
    "seoul-load", "container", "shell", low=400, best=None, high=450, said_by="rok_mnd", said_on="2024-02-26"
)
NAMES = {"rok_mnd": "ROK MND"}


def used(unit: str, base_unit: str, most: float) -> pd.DataFrame:
    return pd.DataFrame([{"unit": unit, "base_unit": base_unit, "n_reports": 1, "base_most": most}])


CONTAINERS = used("container", "container", 6700.0)
RATES = used("shell/month", "munition/day", 300.0)


def labels(uses: pd.DataFrame, canonical: str) -> list[str]:
    return [choice.label for choice in axis_choices(uses, canonical, UNITS, [LOAD], NAMES)]


def test_the_canonical_unit_comes_first_with_its_thousands() -> None:
    assert labels(CONTAINERS, "container")[:2] == ["containers", "thousand containers"]


def test_rates_can_be_shown_per_other_time() -> None:
    assert {"shells per month", "shells per day", "thousand shells per month"} <= set(labels(RATES, "shell/month"))


def test_an_assumption_offers_another_thing_with_its_source() -> None:
    assert labels(CONTAINERS, "container")[-1] == "shells, if 400 to 450 per container (ROK MND, 2024-02)"
    assert not any("if" in label for label in labels(RATES, "shell/month"))


def test_the_address_names_an_axis_and_an_unknown_one_is_told() -> None:
    choices = axis_choices(CONTAINERS, "container", UNITS, [LOAD], NAMES)
    assert chosen_axis(View(), choices) == (choices[0], True)
    assert chosen_axis(View(unit="shell", assume="seoul-load"), choices)[0].label.startswith("shells, if")
    assert chosen_axis(View(unit="tonne"), choices) == (choices[0], False)


def test_an_assumption_without_a_stated_end_is_not_offered() -> None:
    quotient = Assumption("ap", "container", "shell", low=None, best=461.5, high=None)
    assert not any(choice.assumption for choice in axis_choices(CONTAINERS, "container", UNITS, [quotient], NAMES))
