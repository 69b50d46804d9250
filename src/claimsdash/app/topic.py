"""What the topic page shows: the question, the chart or table of the open tab, and the evidence card beside it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from claimsdash.analysis.looking import claim_of_mark, mark_of_claim
from claimsdash.app import (
    beside,
    controls,
    drawing,
    embedded,
    evidence,
    filters,
    lineage,
    pooled,
    saving,
    session,
    shelf,
    tables,
    taking,
    told,
    zooming,
)
from claimsdash.app.evidence import Card
from claimsdash.app.menus import Menu
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.app.showing import SET_BESIDE
from claimsdash.app.tabs import band, panels
from claimsdash.app.told import Line
from claimsdash.charts.scene import Scene
from claimsdash.export.notes import address_of

CLAIMS, CARD = "claims", "card"
"""The parts of the page that are drawn again by themselves."""
SHOWN, CLICKED, UNSEEN, CROWDED = "scene", "clicked_scene", "open_claim_is_unseen", "topic_is_crowded"
LATEST = "The latest claim of each source: what is asserted before plans and capacities."


def show() -> None:
    """Draw the page for the current view."""
    view = session.current()
    topic = shelf.topics().get(str(view.selection.topic))
    if topic is None:
        st.info("This workspace holds no claims. Add a table, or bring one back, under Add data.")
        return
    if embedded.is_asked():
        embedded.show(view)
        return
    with st.sidebar:
        side = st.container()
    st.title(plain(topic.question), anchor=False)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        claims(side)
        with st.container(horizontal=True, key="take_along"):
            if SHOWN in _held():
                taking.offer(topic.key, _held())
            saving.offer()
    with right:
        card()


@st.fragment(key=CLAIMS)
def claims(side: DeltaGenerator) -> None:
    """Draw the claims of the view, the chart or table of the open tab first, and the filters at the side last."""
    if not session.is_whole_run():
        shelf.look_up()
    view = session.current()
    axes = shelf.axes(str(view.selection.topic))
    if crowd := pooled.crowd_of(view):
        controls.show(axes, pooled.counted(crowd))
        hold(None)
        with st.container(key="view"):
            zooming.show(is_pooled=True)
            pooled.show(crowd, view)
        _end(side, is_crowded=True)
        return
    scene = drawing.scene_of(view, shelf.topics()[str(view.selection.topic)])
    controls.show(axes, controls.counted(scene), _menus(scene))
    hold(scene)
    with st.container(key="view"):
        zooming.show(is_pooled=False)
        _unseen(scene)
        _tab(scene)
    _end(side, is_crowded=False)


def _end(side: DeltaGenerator, *, is_crowded: bool) -> None:
    """Draw the filters, and then the whole page where claims became too many to be drawn one by one, or few enough.

    What can be taken along differs between the two, and stands outside of this part of the page.
    """
    with side:
        filters.show()
    was_crowded = st.session_state.get(CROWDED, is_crowded)
    st.session_state[CROWDED] = is_crowded
    if session.is_whole_run():
        return
    session.publish()
    if was_crowded != is_crowded:
        st.rerun()


def _menus(scene: Scene) -> list[Menu]:
    """Return the menus that the open tab has by the claims of the scene."""
    if scene.view.tab not in SET_BESIDE or not scene.look.n_reports:
        return []
    found: list[Menu] = SET_BESIDE[scene.view.tab][1].menus(scene)
    return found


def _held() -> dict[str, Any]:
    """Return where the visitor's scene and its version are kept: a file is made where Streamlit knows of no visitor."""
    held: dict[str, Any] = st.session_state.setdefault("held_scene", {})
    return held


def hold(scene: Scene | None) -> None:
    """Keep the scene in which a clicked mark is looked up; None for a page without marks."""
    _held().pop(CLICKED, None)
    _held().pop(SHOWN, None) if scene is None else _held().update({SHOWN: scene, "version": shelf.at()[1]})


def _tab(scene: Scene) -> None:
    """Draw what the open tab holds: below the tabs, which are not drawn again with it."""
    if not scene.look.n_reports:
        _nothing(scene)
        return
    draws: dict[str, Callable[[Scene], None]] = {"time": _over_time, "source": _by_source, "table": _table}
    for tab, (_, shown) in SET_BESIDE.items():
        draws[tab] = partial(shown.show, bell=CARD)
    draws[scene.view.tab](scene)
    _as_stated(scene)


def _as_stated(scene: Scene) -> None:
    """Say that an assumption is not followed here."""
    if scene.view.assume is not None and scene.axis.assumption is None and scene.view.tab in SET_BESIDE:
        st.caption(f"Only what was claimed is set side by side, in {scene.axis.axis.title}; nothing on an assumption.")


def _over_time(scene: Scene) -> None:
    if scene.view.panels is not None:
        _held()[CLICKED] = panels.show(scene, bell=CARD)
    elif scene.view.band:
        band.show(scene, bell=CARD)
    else:
        drawing.draw_timeline(scene, bell=CARD)
    beside.notes(scene)


def _by_source(scene: Scene) -> None:
    drawing.draw_sources(scene, bell=CARD)
    told.show("latest_rule", Line(LATEST))
    beside.notes(scene)


def _table(scene: Scene) -> None:
    answer = tables.Answer(mark_of_claim(scene.look.marks, scene.view.claim), bell=CARD)
    tables.show(scene.look.marks, answer, of=drawing.key_of(scene))
    beside.notes(scene)


def _nothing(scene: Scene) -> None:
    """Say that nothing is left, and which filter to relax."""
    counts = shelf.relaxations(scene.view.selection)
    helpful = counts[counts["n_claims"].gt(0)]
    st.info("No report of this topic passes all filters together.", icon=":material/filter_alt_off:")
    for row in helpful.to_dict("records"):
        words = f"Take off “{filters.name_of(str(row['field']))}”: {count(row['n_claims'], 'claim')}"
        st.button(words, key=f"relax_{row['field']}", on_click=filters.relax, args=(str(row["field"]),))
    if helpful.empty:
        st.caption("No single filter is to blame: reset them all.")


def _choose(mark_id: int | None) -> None:
    """Take the claim of a clicked mark; the card, which the charts told of it, is drawn again and nothing else."""
    scene = _held().get(CLICKED, _held()[SHOWN])
    key = None if mark_id is None else claim_of_mark(scene.look.marks, mark_id)
    session.keep(replace(session.current(), claim=key))


def _keep_claim(key: str | None) -> None:
    session.keep(replace(session.current(), claim=key))


@st.fragment(key=CARD)
def card() -> None:
    """Draw the evidence card of the chosen claim, or how to choose one."""
    session.publish()
    key = session.current().claim
    scene = _held().get(CLICKED, _held().get(SHOWN))
    chosen = None if scene is None else mark_of_claim(scene.look.marks, key)
    view = session.current()
    address = address_of(view) if view.selection.topic and not view.panels else ""
    with st.container(border=True, key="evidence", gap="xsmall"):
        shown = evidence.card_of(key, Card(bell=CARD, chosen=chosen, view=address))
        evidence.draw(shown, on_set=_take)
        if key is None or shown.evidence is None:
            return
        reports = shelf.claim(key)
        slot = shelf.colours(str(reports["topic"].iat[0])).get(str(reports["claimant"].iat[0]))
        lineage.show(reports, slot=slot, on_choose=_keep_claim)


def _take(told: Mapping[str, Any]) -> None:
    """Take over what was done in the card or to a mark."""
    if "mark" in told:
        _choose(told["mark"])
    if "close" not in told:
        return
    _keep_claim(None)
    if st.session_state.pop(UNSEEN, False):
        st.rerun([CLAIMS, CARD])


def _unseen(scene: Scene) -> None:
    """Say so where the claim of the card is not among the marks."""
    words = _why_unseen(scene)
    st.session_state[UNSEEN] = bool(words)
    if words:
        st.info(words)


def _why_unseen(scene: Scene) -> str:
    if scene.view.claim is None or mark_of_claim(scene.look.marks, scene.view.claim) is not None:
        return ""
    reports = shelf.claim(scene.view.claim)
    if reports.empty or scene.look.marks["claim_id"].isin(reports["claim_id"]).any():
        return ""
    topic = str(reports["topic"].iloc[0])
    if topic != scene.topic.key:
        other = shelf.topics().get(topic)
        return f"The open claim is about another topic: {plain(other.title if other else topic)}."
    return "The open claim is not shown here: the filters or the axis leave it out."
