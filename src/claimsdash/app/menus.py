"""The menus in the bar above a chart: what the open tab lets a reader choose one of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from claimsdash.domain.view import LENGTHS, PANELS, RULES, SORTS, View

ONE_CHART = "one"
PANEL_LABELS = {ONE_CHART: "One chart", "claimant": "By claimant", "topic": "By topic"}
SORT_LABELS = dict(zip(SORTS, ("Value", "Date", "Interest"), strict=True))
LENGTH_LABELS = {length: f"a {length}" for length in LENGTHS}
RULE_LABELS = dict(zip(RULES, ("Shared interval", "Lowest stated", "Best", "Highest stated"), strict=True))
_KNOWN = {"sort": SORTS, "per": LENGTHS, "rule": RULES}


@dataclass(frozen=True)
class Menu:
    """Something to choose one of: the field it sets, its title, the choices by value, and the one chosen."""

    name: str
    title: str
    choices: Sequence[tuple[str, str]]
    chosen: str


def menus_of(view: View) -> list[Menu]:
    """Return the menus that follow from the view alone; tabs have further ones of their own."""
    by_tab = {
        "time": Menu("panels", "Panels", list(PANEL_LABELS.items()), view.panels or ONE_CHART),
        "source": Menu("sort", "Sort by", list(SORT_LABELS.items()), view.sort),
        "rates": Menu("per", "Rate", list(LENGTH_LABELS.items()), view.per),
        "agreement": Menu("rule", "One figure by", list(RULE_LABELS.items()), view.rule),
    }
    return [by_tab[view.tab]] if view.tab in by_tab else []


def after(view: View, told: Mapping[str, Any]) -> View:
    """Return the view with what was chosen in menus, by field; what none of them offers is left aside.

    Raises ValueError for a day that is none.
    """
    given: dict[str, Any] = {name: told[name] for name, known in _KNOWN.items() if told.get(name) in known}
    given |= {"panels": told["panels"] if told["panels"] in PANELS else None} if "panels" in told else {}
    given |= {name: str(told[name]) or None for name in ("of", "over") if name in told}
    given |= {"on": date.fromisoformat(str(told["on"]))} if "on" in told else {}
    return replace(view, **given)
