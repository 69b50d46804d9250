"""What the page of saved views shows: each view with how much it holds now and held then, and the start page."""

from functools import partial

import streamlit as st

from claimsdash.app import cabinet, pages, shelf, showing
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.app.saving_dialog import names
from claimsdash.domain.selection import Selection
from claimsdash.export.view_words import say_view
from claimsdash.store import queries
from claimsdash.store.drawer import LONGEST_NAME, Thing
from claimsdash.store.queries import Tally
from claimsdash.store.start import STORY, TOPICS, VIEW, Start, choose_start, start_of
from claimsdash.store.views import SavedView, view_of, views_drawer, views_in

SHOWN_AT_FIRST = 50
"""Views listed before all of them are asked for: each asks the workspace how much it holds."""
START = "start_page"
INTRODUCTION = (
    "A saved view is a name for an address: it shows what the workspace holds today. Counts are claims / reports."
)
EMPTY = "No view is saved yet. Open a topic, choose what it shows, and press “Save this view” under the chart."


def show() -> None:
    """Draw the page."""
    st.title("Saved views", anchor=False)
    st.caption(INTRODUCTION)
    contents = cabinet.views()
    cabinet.tell()
    cabinet.tell_of_damage(contents)
    saved = views_in(contents)
    if not saved:
        st.info(EMPTY)
        st.page_link(pages.TOPIC, label="Open a topic", icon=":material/timeline:")
    else:
        with st.container(horizontal=True, vertical_alignment="bottom", key="views_head"):
            _choose_start(saved)
            st.page_link(pages.COMPARE, label="Compare two views", icon=":material/compare:")
    is_all = len(saved) <= SHOWN_AT_FIRST or st.session_state.get("all_views", False)
    for view in saved if is_all else saved[:SHOWN_AT_FIRST]:
        _row(view)
    if len(saved) > SHOWN_AT_FIRST:
        st.toggle(f"Show all {len(saved):,}", key="all_views")
    _removed([thing for thing in contents.things if not thing.is_live])


def _row(saved: SavedView) -> None:
    """Draw a view: its name as a link, its question, what it chooses, how much it holds, and what can be done."""
    view, problems = showing.read(saved.parameters)
    with shelf.reading(view.load):
        topic = shelf.topics().get(str(view.selection.topic))
    with st.container(border=True, key=f"saved_{saved.key}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(
                pages.TOPIC, label=f"**{plain(saved.name)}**", query_params=dict(saved.parameters), width="stretch"
            )
            _compare(saved)
            _manage(saved)
        chosen = say_view(view, names())
        chosen.pop("Topic", None)
        said = " · ".join(f"{label}: {words}" for label, words in chosen.items())
        question = plain(topic.question) if topic else "Its topic holds no claims here."
        st.markdown(f"{question}  \n:gray[:small[{plain(said) if said else 'Nothing filtered'}]]")
        st.caption(_counts(saved, view.selection, view.load))
        if problems:
            st.warning(showing.say_problems(problems), icon=":material/link_off:")


def _counts(saved: SavedView, selection: Selection, load: int | None) -> str:
    """Say how much the view holds now, and how much it held when it was saved."""
    then = f"{saved.n_claims:,} / {saved.n_reports:,}"
    day = f"{saved.saved_at.day} {saved.saved_at:%b %Y}"
    if selection.topic is None:
        return f"saved {day} with {then}"
    with shelf.reading(load):
        now = _tally(shelf.at(), selection)
    if (now.n_claims, now.n_reports) == (saved.n_claims, saved.n_reports):
        return f"{then}, as when it was saved on {day}"
    return f"**{now.n_claims:,} / {now.n_reports:,} now**, {then} when it was saved on {day}"


@st.cache_resource(max_entries=1_000, show_spinner=False)
def _tally(at: shelf.At, selection: Selection) -> Tally:
    return queries.tally(shelf.engine(), selection)


def _compare(saved: SavedView) -> None:
    query = {"one": saved.address.removeprefix("?")}
    st.page_link(pages.COMPARE, label="Compare", icon=":material/compare:", query_params=query)


def _manage(saved: SavedView) -> None:
    with st.popover("Change", key=f"change_{saved.key}"):
        st.text_input("Name", value=saved.name, max_chars=LONGEST_NAME, key=f"name_{saved.key}")
        st.button("Rename", key=f"rename_{saved.key}", on_click=_rename, args=(saved,), width="stretch")
        st.button("Remove", key=f"remove_{saved.key}", on_click=_remove, args=(saved,), width="stretch")
        st.caption("What is removed can be brought back, at the foot of this page.")


def _rename(saved: SavedView) -> None:
    name = str(st.session_state[f"name_{saved.key}"])
    drawer = views_drawer(shelf.shelf().workspace.place)
    cabinet.change(
        lambda by: drawer.change(saved.key, by, name=name),
        f"“{saved.name}” is now “{name}”. Stories that embed it go on finding it.",
    )


def _remove(saved: SavedView) -> None:
    drawer = views_drawer(shelf.shelf().workspace.place)
    cabinet.change(partial(drawer.remove, saved.key), f"“{saved.name}” is removed. It can be brought back.")


def _removed(things: list[Thing]) -> None:
    if not things:
        return
    with st.expander(f"Removed ({len(things)})"):
        for thing in things:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                held = view_of(thing)
                held_then = f"{count(held.n_claims, 'claim')} from {count(held.n_reports, 'report')}"
                st.markdown(f"{plain(thing.name)} :small[{plain(held_then)}]", width="stretch")
                st.button("Bring back", key=f"back_{thing.key}", on_click=_bring_back, args=(thing,))


def _bring_back(thing: Thing) -> None:
    drawer = views_drawer(shelf.shelf().workspace.place)
    cabinet.change(partial(drawer.bring_back, thing.key), f"“{thing.name}” is back.")


def _choose_start(saved: list[SavedView]) -> None:
    """Draw the choice of the page that opens first."""
    stories = {(STORY, thing.key): f"Story: {thing.name}" for thing in cabinet.stories().live}
    offered = {(TOPICS, ""): "All topics"} | {(VIEW, view.key): f"View: {view.name}" for view in saved} | stories
    start = start_of(shelf.shelf().workspace.place)
    now = (start.kind, start.key)
    st.session_state[START] = now if now in offered else (TOPICS, "")
    st.selectbox(
        "What opens first",
        list(offered),
        key=START,
        format_func=lambda choice: offered[choice],
        on_change=_start,
        width=360,
        help="For everybody who opens this workspace without an address of their own.",
    )


def _start() -> None:
    kind, key = st.session_state[START]
    place = shelf.shelf().workspace.place
    cabinet.change(lambda by: choose_start(place, Start(kind, key), by), "That page opens first from now on.")
