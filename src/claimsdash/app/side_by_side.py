"""What the compare page shows: two views side by side, and in words what differs between them."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from claimsdash.analysis.apart import Apart, apart
from claimsdash.analysis.saying import say_claims
from claimsdash.app import cabinet, pages, shelf, showing
from claimsdash.app.names import count, say_short_day
from claimsdash.app.plain import plain
from claimsdash.app.saving_dialog import names
from claimsdash.app.showing import Shown
from claimsdash.charts.side_by_side import with_equal_axes
from claimsdash.domain.errors import Problem
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View, write_view
from claimsdash.export.view_words import differences
from claimsdash.store.views import parameters_in, view_of

SIDES = ("one", "two")
LABELS = {"one": "First view", "two": "Second view"}
AXES = "axes"
LISTED = 30
"""Claims listed of those that one view alone holds."""
EMPTY = (
    "Choose two saved views, or paste the address of any page of a topic into a field. Both then stand side by side."
)
Read = tuple[View, list[Problem]]


def show() -> None:
    """Draw the page for the two addresses that its own address holds."""
    showing.follow()
    st.title("Two views side by side", anchor=False)
    _settle()
    for side, column in zip(SIDES, st.columns(2, gap="medium"), strict=True):
        with column:
            _choose(side)
    read = {side: _read(side) for side in SIDES}
    if not any(read.values()):
        st.info(EMPTY)
        st.page_link(pages.VIEWS, label="Saved views", icon=":material/bookmark:")
        return
    drawn = {side: None if found is None else showing.shown_of(found[0]) for side, found in read.items()}
    one, two = (drawn[side] for side in SIDES)
    figures = _on_equal_axes(one, two) if one and two else None
    for side, column in zip(SIDES, st.columns(2, gap="medium"), strict=True):
        with column:
            _side(side, read[side], drawn[side], None if figures is None else figures[SIDES.index(side)])
    if one and two:
        _differences(one, two)


def _settle() -> None:
    """Take the addresses over from the fields that were just changed; the address of the page holds them from then."""
    for side in SIDES:
        pasted = st.session_state.get(f"pasted_{side}")
        if pasted is not None and pasted != st.session_state.get(f"held_{side}"):
            _keep(side, _cleaned(str(pasted)))
        st.session_state[f"held_{side}"] = st.session_state[f"pasted_{side}"] = st.query_params.get(side, "")


def _keep(side: str, address: str) -> None:
    if address:
        st.query_params[side] = address
    else:
        st.query_params.pop(side, None)


def _cleaned(address: str) -> str:
    """Return the parameters of a pasted address, without what only says how a page is framed."""
    parameters = {name: each for name, each in parameters_in(address).items() if not name.startswith("embed")}
    return urlencode(parameters, doseq=True)


def _choose(side: str) -> None:
    """Draw the choice of a saved view, and the field for any address."""
    saved = {thing.key: view_of(thing) for thing in cabinet.views().live}
    address = st.query_params.get(side, "")
    st.session_state[f"chosen_{side}"] = next(
        (key for key, view in saved.items() if view.address.removeprefix("?") == address), None
    )
    st.selectbox(
        LABELS[side],
        list(saved),
        key=f"chosen_{side}",
        format_func=lambda key: saved[key].name,
        placeholder="A saved view" if saved else "No view is saved yet: paste an address",
        on_change=_take,
        args=(side, {key: view.address.removeprefix("?") for key, view in saved.items()}),
    )
    st.text_input(
        f"{LABELS[side]}: address",
        key=f"pasted_{side}",
        placeholder="or paste the address of a page of a topic",
        label_visibility="collapsed",
    )


def _take(side: str, addresses: Mapping[str, str]) -> None:
    chosen = st.session_state[f"chosen_{side}"]
    _keep(side, addresses.get(chosen, ""))
    st.session_state.pop(f"pasted_{side}", None)


def _read(side: str) -> Read | None:
    address = st.query_params.get(side, "")
    return showing.read(parameters_in(f"?{address}")) if address else None


def _side(side: str, read: Read | None, shown: Shown | None, figure: object) -> None:
    """Draw one of the two: its question, its chart with key and sources, and the link to the whole of it."""
    if read is None:
        st.info(f"Choose the {LABELS[side].lower()}.")
        return
    view, problems = read
    if problems:
        st.warning(showing.say_problems(problems), icon=":material/link_off:")
    if shown is None:
        words = "It names no topic" if view.selection.topic is None else "Its topic holds no claims here"
        st.info(f"Nothing can be drawn of this address. {words}: choose another.")
        return
    st.markdown(f"**{plain(shown.caption.title)}**")
    st.caption(plain(shown.caption.subtitle))
    showing.draw(shown, key=f"side_{side}", figure=figure)
    showing.words_under(shown)
    showing.link_to(view, "Open this view")


def _on_equal_axes(one: Shown, two: Shown) -> list[object] | None:
    """Return both figures on equal axes where that is asked for and means something; say so where it does not."""
    asked = st.query_params.get(AXES) == "equal"
    st.session_state["equal_axes"] = asked
    st.toggle("Same range on both axes", key="equal_axes", on_change=_turn_axes)
    if not asked:
        return None
    if reason := _unlike(one, two):
        st.caption(reason)
        return None
    shared = ("x",) if one.kind == "sources" else ("x", "y")
    return list(with_equal_axes([one.figure, two.figure], shared))


def _turn_axes() -> None:
    if st.session_state["equal_axes"]:
        st.query_params[AXES] = "equal"
    else:
        st.query_params.pop(AXES, None)


def _unlike(one: Shown, two: Shown) -> str:
    """Say why the axes cannot be the same; nothing where they can."""
    titles = tuple(each.axis.axis.title or "numbers" for each in (one, two))
    if one.kind != two.kind:
        return "The axes stay as they are: these are two kinds of chart. Open the same tab in both."
    if titles[0] != titles[1]:
        return f"The axes stay as they are: one counts {plain(titles[0])}, the other {plain(titles[1])}."
    if one.view.log != two.view.log:
        return "The axes stay as they are: one is logarithmic, the other linear."
    return ""


def _differences(one: Shown, two: Shown) -> None:
    """Say what differs: what was chosen otherwise, and which claims only one of them holds."""
    st.header("What differs", anchor=False)
    found = differences(one.view, two.view, names())
    if found:
        rows = [(plain(each.what), plain(each.one), plain(each.two)) for each in found]
        head = "| | First | Second |\n|---|---|---|"
        st.markdown("\n".join([head, *(f"| {' | '.join(row)} |" for row in rows)]))
    else:
        st.markdown("Both views choose the same.")
    if one.scene is None or two.scene is None:
        st.caption("Too many claims to be compared one by one: choose less time, or fewer claimants.")
        return
    _claims(one, two)


def _claims(one: Shown, two: Shown) -> None:
    held = apart(_reports(one), _reports(two))
    alone = f"{count(len(held.only_one), 'claim')} in the first alone, {len(held.only_two):,} in the second alone"
    st.markdown(f"{count(held.n_both, 'claim')} in both, {alone}.")
    if one.topic.key != two.topic.key:
        st.caption("They are about two topics, so that no claim can be in both.")
    elif one.view.load == two.view.load and not len(held.only_one) and not len(held.only_two):
        st.caption(
            "The claims are the same; what differs is how they are drawn, or which of their reports are counted."
        )
    _lists(held, (one, two))


def _reports(shown: Shown) -> pd.DataFrame:
    with shelf.reading(shown.view.load):
        return shelf.reports(shown.view.selection)


def _lists(held: Apart, sides: Sequence[Shown]) -> None:
    for words, claims, shown in zip(("first", "second"), (held.only_one, held.only_two), sides, strict=True):
        if len(claims):
            with st.expander(f"Only in the {words} ({len(claims)})", key=f"only_{words}"):
                _list(claims, shown)


def _list(claims: pd.DataFrame, shown: Shown) -> None:
    rows = claims.head(LISTED)
    for row, said in zip(rows.to_dict("records"), say_claims(rows), strict=True):
        when = f", {say_short_day(row['as_of'])}" if pd.notna(row["as_of"]) else ""
        words = f"{row['claimant_name'] or row['claimant']}{when}: {said}"
        address = write_view(View(Selection(topic=shown.topic.key), claim=str(row["report_id"]), load=shown.view.load))
        st.page_link(pages.TOPIC, label=plain(words), query_params=address)
    if len(claims) > LISTED:
        st.caption(f"And {len(claims) - LISTED:,} more: open the view for all of them.")
