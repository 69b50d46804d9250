"""The filters beside every chart: widgets made from the selection, and the selection read back from them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from claimsdash.app import session, shelf
from claimsdash.app.names import say_country, say_key
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.store.queries import Spans

PREFIX = "filter_"
_LISTS = {
    "claimants": ("claimant", "Claimant"),
    "kinds": ("kind", "Kind of claimant"),
    "countries": ("country", "Country of claimant"),
    "outlets": ("outlet", "Outlet"),
    "modalities": ("modality", "Said as"),
    "tables": ("table", "Table"),
}
_GROUPS = {
    "Who says so": ("claimants", "kinds", "countries"),
    "Where it was printed": ("outlets",),
    "What is said": ("modalities", "tables"),
}
_ANY = {
    "claimants": "Any claimant",
    "kinds": "Any kind of claimant",
    "countries": "Any country",
    "outlets": "Any outlet",
    "modalities": "Asserted, planned, denied …",
    "tables": "Any table",
}
_DAYS = {
    "as_of_from": "As of, from",
    "as_of_to": "As of, to",
    "reported_from": "Reported, from",
    "reported_to": "Reported, to",
}
_IN_WORDS = {"kinds": say_key, "countries": say_country, "modalities": say_key}
_HIDDEN_WHEN_ONE = ("tables",)


def gathered(view: View) -> View:
    """Return the view with the filters as the visitor just set them; those not on the page stay as they are."""
    state = st.session_state
    selection = view.selection
    given: dict[str, object] = {}
    for name in _LISTS:
        if PREFIX + name in state:
            given[name] = tuple(state[PREFIX + name])
    for name in (*_DAYS, "text"):
        if PREFIX + name in state:
            given[name] = state[PREFIX + name]
    if PREFIX + "known_on" in state:
        latest = state.get(PREFIX + "last_day")
        day = state[PREFIX + "known_on"]
        given["known_on"] = None if day == latest else day
    return replace(view, selection=replace(selection, **given))  # type: ignore[arg-type]  # as the widgets hold them


def show() -> None:
    """Draw the filters whose choices say how much each would show, set to the current view."""
    selection = session.current().selection
    lists = _lists(shelf.at(), selection)
    _head(len(selection.active()))
    for title, names in _GROUPS.items():
        shown = [name for name in names if _is_offered(selection, name, lists)]
        if shown:
            st.markdown(f"### {title}")
        for name in shown:
            _several(selection, name, lists[name])
    st.markdown("### When")
    _known_on(selection, shelf.spans(selection.topic))


def search(on_change: Callable[[], None] | None = None) -> None:
    """Draw the search, set to the current view; what has no counts need not be drawn again with those that have."""
    _set("text", session.current().selection.text)
    words = "wording, scope, speaker, notes"
    st.text_input("Search", key=PREFIX + "text", placeholder=words, type="search", on_change=on_change)


def days(on_change: Callable[[], None] | None = None) -> None:
    """Draw the filters on the first and last day, set to the current view."""
    selection = session.current().selection
    for pair in (tuple(_DAYS.items())[:2], tuple(_DAYS.items())[2:]):
        with st.container(horizontal=True, wrap=False, gap="xsmall"):
            for name, label in pair:
                _day(label, name, getattr(selection, name), on_change)


def _head(n_set: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="filters"):
        st.markdown("**Filters**" + (f" · {n_set} set" if n_set else ""), width="content")
        is_idle = n_set == 0
        st.button("Reset", on_click=_reset, disabled=is_idle, type="tertiary", key="reset", help="Take all filters off")
    st.caption("Beside each choice: claims / reports that it would show.")


def _known_on(selection: Selection, spans: Spans) -> None:
    first, last = spans.reported_first, spans.reported_last
    if first is None or last is None or first == last:
        return
    day = selection.known_on
    if day is not None:
        first, last = min(first, day), max(last, day)
    st.session_state[PREFIX + "last_day"] = spans.reported_last
    _set("known_on", day or last)
    st.slider(
        "Known on",
        min_value=first,
        max_value=last,
        format="D MMM YYYY",
        key=PREFIX + "known_on",
        help="Only what had been published by this day. Reports without a date of publication are left out "
        "as soon as the day is before the last.",
    )


def _is_offered(selection: Selection, name: str, lists: Mapping[str, Mapping[str, str]]) -> bool:
    return name not in _HIDDEN_WHEN_ONE or bool(getattr(selection, name)) or len(lists[name]) > 1


def _several(selection: Selection, name: str, counts: Mapping[str, str]) -> None:
    chosen = list(getattr(selection, name))
    _set(name, chosen)
    st.multiselect(
        _LISTS[name][1],
        list(dict.fromkeys([*counts, *chosen])),
        key=PREFIX + name,
        format_func=lambda value: counts.get(value, f"{value} · 0 / 0"),
        placeholder=_ANY[name],
        label_visibility="collapsed",
    )


@st.cache_resource(max_entries=100, show_spinner=False)
def _lists(at: shelf.At, selection: Selection) -> dict[str, dict[str, str]]:
    facets = shelf.facets(selection)
    return {name: _counts(facets, name) for name in _LISTS}


def _counts(facets: pd.DataFrame, name: str) -> dict[str, str]:
    rows = facets[facets["facet"].eq(_LISTS[name][0])].sort_values(["n_claims", "label"], ascending=[False, True])
    in_words = _IN_WORDS.get(name, str)
    listed = zip(rows["value"], rows["label"], rows["n_claims"], rows["n_reports"], strict=True)
    return {
        str(value): f"{in_words(label or value)} · {claims:,} / {reports:,}" for value, label, claims, reports in listed
    }


def _day(label: str, name: str, day: date | None, on_change: Callable[[], None] | None) -> None:
    _set(name, day)
    st.date_input(
        label,
        key=PREFIX + name,
        value=None,
        format="YYYY-MM-DD",
        min_value=date(1900, 1, 1),
        max_value=date(2199, 12, 31),
        on_change=on_change,
    )


def _set(field: str, value: object) -> None:
    """Give a widget its value; what it holds already is not sent again."""
    if PREFIX + field not in st.session_state or st.session_state[PREFIX + field] != value:
        st.session_state[PREFIX + field] = value


def relax(field: str) -> None:
    """Take one filter off."""
    view = session.current()
    session.keep(replace(view, selection=view.selection.without(field)))
    forget(field)
    st.rerun()


def _reset() -> None:
    view = session.current()
    session.keep(replace(view, selection=Selection(topic=view.selection.topic)))
    forget(*_LISTS, *_DAYS, "text", "known_on")
    session.forget_problems()
    st.rerun()


def name_of(field: str) -> str:
    """Return what the filter of a field of the selection is called on the page."""
    names = {name: label for name, (_, label) in _LISTS.items()} | _DAYS | {"text": "Search", "known_on": "Known on"}
    return names[field]


def forget(*fields: str) -> None:
    """Drop what the widgets of these fields hold, so that they follow the view."""
    for field in fields:
        st.session_state.pop(PREFIX + field, None)
