"""A view in words, one entry for each thing that was chosen, and what differs between two of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimsdash.domain.view import View, write_view
from claimsdash.export.notes import say_value
from claimsdash.intake.package import Source

LABELS = {
    "topic": "Topic",
    "claimant": "Claimant",
    "kind": "Kind of claimant",
    "country": "Country of claimant",
    "outlet": "Outlet",
    "modality": "Said as",
    "table": "Table",
    "as_of_from": "As of, from",
    "as_of_to": "As of, to",
    "reported_from": "Reported, from",
    "reported_to": "Reported, to",
    "known_on": "Known on",
    "q": "Search",
    "tab": "Chart",
    "unit": "Axis in",
    "scale": "Axis divided by",
    "assume": "On the assumption",
    "log": "Scale of the axis",
    "marks": "One mark is",
    "sort": "Sources by",
    "of": "Revisions of",
    "over": "Divided by",
    "per": "Rate per",
    "rule": "One figure by",
    "on": "Set side by side on",
    "band": "Pooled band",
    "load": "State of the workspace",
}
"""Parameters of an address, as the pages call them; the open claim is no part of what is shown."""

_UNSET = {
    "tab": "over time",
    "unit": "the topic’s own unit",
    "scale": "one",
    "assume": "none",
    "log": "linear",
    "marks": "one claim",
    "sort": "value",
    "of": "the one with the most claims",
    "over": "nothing",
    "per": "day",
    "rule": "shared interval",
    "on": "the day with the most claims",
    "band": "not shown",
    "load": "today’s",
}
_SAID = {
    ("log", "1"): "logarithmic",
    ("marks", "reports"): "one report",
    ("band", "1"): "shown",
    ("tab", "source"): "by source",
    ("rule", "lowest"): "lowest stated",
    ("rule", "highest"): "highest stated",
}
_OF_A_SOURCE = ("claimant", "outlet", "of")
_OF_A_TOPIC = ("topic", "over")


@dataclass(frozen=True)
class Names:
    """What keys are called: sources, topics by their titles, countries."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Difference:
    """One thing that two views have chosen otherwise, in words."""

    what: str
    one: str
    two: str


def say_view(view: View, names: Names) -> dict[str, str]:
    """Say what a view chooses beyond what is shown unasked: label to words, in the order of the pages.

    >>> from claimsdash.domain.selection import Selection
    >>> say_view(View(Selection(topic="troops", kinds=("think_tank",)), log=True), Names())
    {'Topic': 'troops', 'Kind of claimant': 'think tank', 'Scale of the axis': 'logarithmic'}
    """
    chosen = write_view(view)
    return {LABELS[name]: _words(name, chosen[name], names) for name in LABELS if name in chosen}


def differences(one: View, two: View, names: Names) -> list[Difference]:
    """List what two views have chosen otherwise.

    >>> from claimsdash.domain.selection import Selection
    >>> differences(View(Selection(countries=("KR",))), View(Selection(), log=True), Names())
    [Difference(what='Country of claimant', one='KR', two='any'), \
Difference(what='Scale of the axis', one='linear', two='logarithmic')]
    """
    chosen = write_view(one), write_view(two)
    return [
        Difference(LABELS[name], *(_words(name, each.get(name, []), names) for each in chosen))
        for name in LABELS
        if chosen[0].get(name) != chosen[1].get(name)
    ]


def _words(name: str, values: list[str], names: Names) -> str:
    if not values:
        return _UNSET.get(name, "any")
    return ", ".join(_word(name, value, names) for value in values)


def _word(name: str, value: str, names: Names) -> str:
    if name in _OF_A_TOPIC:
        return names.titles.get(value, value)
    if name == "country":
        return names.countries.get(value, value)
    if name == "load":
        return f"version {value}"
    parameter = "claimant" if name in _OF_A_SOURCE else name
    return _SAID.get((name, value)) or say_value(parameter, value, names.sources)
