"""The filters beside every chart: drawn from the selection, and the selection read back from them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.app import panel, session, shelf
from claimsdash.app.panel import Asked, Day, Facet, Menu, Period
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.names import say_country, say_key
from claimsdash.store.queries import Spans

_LISTS = {
    "claimants": ("claimant", "Claimant"),
    "kinds": ("kind", "Kind of claimant"),
    "countries": ("country", "Country of claimant"),
    "outlets": ("outlet", "Outlet"),
    "modalities": ("modality", "Said as"),
    "tables": ("table", "Table"),
}
_DAYS = {
    "as_of_from": "As of, from",
    "as_of_to": "As of, to",
    "reported_from": "Reported, from",
    "reported_to": "Reported, to",
}
_IN_WORDS = {"kinds": say_key, "countries": say_country, "modalities": say_key}
_HIDDEN_WHEN_ONE = ("tables",)


def show() -> None:
    """Draw the filters whose choices say how much each would show, set to the current view."""
    panel.draw(asked_of(session.current().selection), on_set=_take)


def asked_of(selection: Selection) -> Asked:
    """Return what the panel shows for a selection."""
    offered = [facet for facet in _facets(shelf.at(), shelf.settled(selection)) if _is_offered(selection, facet)]
    period = _period(selection, shelf.spans(selection.topic))
    days = [Day(name, title, getattr(selection, name)) for name, title in _DAYS.items()]
    return Asked(_menu(selection.topic), selection.text, offered, period, days, n_set=len(selection.active()))


def _menu(topic: str | None) -> Menu | None:
    if topic is None:
        return None
    return Menu([(held.group or "", key, held.title or key) for key, held in shelf.topics().items()], topic)


def _take(told: Mapping[str, Any]) -> None:
    """Take over what was changed in the panel, by field: text, lists of values, days (None for none), topic, reset."""
    session.keep(after(session.current(), told))
    if "reset" in told:
        session.forget_problems()
    if "topic" in told or "reset" in told:
        st.rerun()


def after(view: View, told: Mapping[str, Any]) -> View:
    """Return the view with what was changed in the panel, by field."""
    if "topic" in told:
        return view.of_topic(str(told["topic"]))
    if "reset" in told:
        return replace(view, selection=Selection(topic=view.selection.topic))
    given: dict[str, Any] = {name: tuple(map(str, told[name])) for name in _LISTS if name in told}
    given |= {name: told[name] and date.fromisoformat(told[name]) for name in (*_DAYS, "known_on") if name in told}
    given |= {"text": str(told["text"])} if "text" in told else {}
    return replace(view, selection=replace(view.selection, **given))


def _period(selection: Selection, spans: Spans) -> Period | None:
    first, last = spans.reported_first, spans.reported_last
    if first is None or last is None or first == last:
        return None
    day = selection.known_on
    return Period(first, last, day) if day is None else Period(min(first, day), max(last, day), day)


def _is_offered(selection: Selection, facet: Facet) -> bool:
    is_one = len(facet.choices) < 2
    return bool(facet.choices) and not (is_one and facet.name in _HIDDEN_WHEN_ONE and not facet.chosen)


@st.cache_resource(max_entries=100, show_spinner=False)
def _facets(at: shelf.At, selection: Selection) -> list[Facet]:
    rows = shelf.facets(selection)
    return [
        Facet(name, title, _choices(rows[rows["facet"].eq(facet)], name), list(getattr(selection, name)))
        for name, (facet, title) in _LISTS.items()
    ]


def _choices(rows: pd.DataFrame, name: str) -> list[panel.Choice]:
    ordered = rows.sort_values(["n_claims", "label"], ascending=[False, True])
    in_words = _IN_WORDS.get(name, str)
    listed = zip(ordered["value"], ordered["label"], ordered["n_claims"], ordered["n_reports"], strict=True)
    return [
        (str(value), in_words(label or value), int(n_claims), int(n_reports))
        for value, label, n_claims, n_reports in listed
    ]


def relax(field: str) -> None:
    """Take one filter off."""
    view = session.current()
    session.keep(replace(view, selection=view.selection.without(field)))
    st.rerun()


def name_of(field: str) -> str:
    """Return what the filter of a field of the selection is called on the page."""
    names = {name: label for name, (_, label) in _LISTS.items()} | _DAYS | {"text": "Search", "known_on": "Known on"}
    return names[field]
