"""The view and its address."""

from datetime import date

import pytest

from claimsdash.analysis.collapse import Rule
from claimsdash.analysis.rates import DAYS_IN
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import LENGTHS, RULES, Known, View, read_view, write_view

KNOWN = Known({"topic": ["troops"], "claimant": ["nis", "hur"], "kind": ["media"], "assume": ["load"]})
FULL = View(
    Selection(topic="troops", claimants=("nis",), kinds=("media",), known_on=date(2024, 3, 1), text="Kursk & co"),
    unit="soldier",
    scale=1000,
    assume="load",
    log=True,
    every_report=True,
    tab="source",
    sort="date",
    claim="nis-2024",
    of="hur",
    over="troops",
    per="month",
    rule="lowest",
    on=date(2024, 2, 26),
    band=True,
    about="troops",
    panels="topic",
    free=True,
)


@pytest.mark.parametrize("view", [View(), FULL, View(claim="x")])
def test_a_view_survives_its_address(view: View) -> None:
    assert read_view(write_view(view), KNOWN) == (view, [])


def test_the_default_view_has_an_empty_address() -> None:
    assert write_view(View()) == {}


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"claimant": ["nis", "kgb"]}, ("claimant", "kgb")),
        ({"topic": ["shells_2019"]}, ("topic", "shells_2019")),
        ({"tab": ["pie"]}, ("tab", "pie")),
        ({"scale": ["7"]}, ("scale", "7")),
        ({"assume": ["guess"]}, ("assume", "guess")),
        ({"of": ["kgb"]}, ("of", "kgb")),
        ({"over": ["shells_2019"]}, ("over", "shells_2019")),
        ({"panels": ["outlet"]}, ("panels", "outlet")),
        ({"about": ["shells_2019"]}, ("about", "shells_2019")),
        ({"per": ["hour"]}, ("per", "hour")),
        ({"on": ["soon"]}, ("on", "soon")),
        ({"rule": ["mean"]}, ("rule", "mean")),
        ({"known_on": ["soon"]}, ("known_on", "soon")),
        ({"colour": ["red"]}, ("colour", "")),
    ],
)
def test_an_unknown_value_is_named_and_ignored(parameters: dict[str, list[str]], named: tuple[str, str]) -> None:
    view, problems = read_view(parameters, KNOWN)
    assert [(problem.column, problem.value) for problem in problems] == [named]
    assert view == View(Selection(claimants=("nis",)) if "claimant" in parameters else Selection())


def test_parameters_of_the_embedding_page_are_left_alone() -> None:
    assert read_view({"embed": ["true"], "embed_options": ["dark_theme"]}, KNOWN) == (View(), [])


def test_another_topic_keeps_the_filters_and_closes_the_card() -> None:
    other = FULL.of_topic("shells")
    assert (other.selection.text, other.selection.topic) == ("Kursk & co", "shells")
    assert (other.claim, other.unit, other.assume) == (None, None, None)


def test_an_address_names_every_rule_and_length_that_there_is() -> None:
    assert set(RULES) == {rule.value for rule in Rule}
    assert set(LENGTHS) == set(DAYS_IN)
