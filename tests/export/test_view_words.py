"""Views in words."""

from dataclasses import replace
from datetime import date

from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View, write_view
from claimsdash.export.view_words import LABELS, Difference, Names, differences, say_view
from making_views import curated_package

DAY = date(2024, 1, 2)
FULL = View(
    Selection(
        "troops", ("nis",), ("media",), ("KR",), ("ap",), ("planned",), ("mine",), DAY, DAY, DAY, DAY, DAY, text="x"
    ),
    unit="person", scale=1000, assume="a", log=True, every_report=True, tab="rates", sort="date", claim="c", load=3,
    of="nis", over="shells", per="year", rule="lowest", on=DAY, band=True,
)  # fmt: skip  # several to a line


def test_every_parameter_of_an_address_but_the_open_claim_has_its_words() -> None:
    assert set(write_view(FULL)) - {"claim"} == set(LABELS)
    assert len(say_view(FULL, Names())) == len(LABELS)


def test_equal_views_differ_in_nothing_and_an_open_claim_is_no_difference() -> None:
    assert differences(FULL, replace(FULL, claim=None), Names()) == []


def test_sources_and_topics_are_named() -> None:
    package = curated_package()
    titles = {key: topic.title for key, topic in package.topics.items()}
    one, two = View(Selection(topic="containers_shipped")), View(Selection(claimants=("rok_mnd", "kgb")), load=3)
    assert differences(one, two, Names(package.sources, titles)) == [
        Difference("Topic", "Containers shipped", "any"),
        Difference("Claimant", "any", "ROK Ministry of National Defense, kgb"),
        Difference("State of the workspace", "today’s", "version 3"),
    ]
