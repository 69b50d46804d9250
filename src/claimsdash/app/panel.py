"""The panel of filters as one element of a page: search, lists to tick with their counts, the day known on, and days.

One element answers faster than a widget for each filter, and shows what each choice holds before it is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimsdash.app.own import Change, mount

Choice = tuple[str, str, int, int]
"""Value, words for it, and how many claims and reports it would show."""


@dataclass(frozen=True)
class Facet:
    """A list to choose from: the field it sets, its title, its choices in order, and the values chosen."""

    name: str
    title: str
    choices: Sequence[Choice]
    chosen: Sequence[str]


@dataclass(frozen=True)
class Period:
    """The first and last day that can be chosen, and the day chosen, None for the last."""

    first: date
    last: date
    day: date | None


@dataclass(frozen=True)
class Day:
    """The first or last day of a filter on dates: the field it sets, its title, and the day chosen."""

    name: str
    title: str
    day: date | None


@dataclass(frozen=True)
class Menu:
    """The topics to choose from, as group, key and title, those of a group together; and the one chosen."""

    choices: Sequence[tuple[str, str, str]]
    chosen: str


@dataclass(frozen=True)
class Asked:
    """All that the panel shows; `n_set` filters are set. Without a menu, no topic can be chosen."""

    menu: Menu | None
    text: str
    facets: Sequence[Facet]
    period: Period | None
    days: Sequence[Day]
    n_set: int


def draw(asked: Asked, *, on_set: Change) -> None:
    """Draw the panel. `on_set` gets what was changed, by field, before the next run; `reset` is a field of its own."""
    mount("filters", asked, on_set=on_set)
