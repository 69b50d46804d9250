"""What surrounds every page: the menu, the filters at the side, the address, and messages about it."""

from pathlib import Path

import streamlit as st

from claimsdash.app import aside, controls, earlier, embedded, pages, session, shelf, source, starting
from claimsdash.app.plain import plain
from claimsdash.domain.view import View
from claimsdash.store.damage import say_damage

STYLE = Path(__file__).with_name("page.css")
STYLE_APART = Path(__file__).with_name("apart.css")
ICON = Path(__file__).with_name("icon.svg")
"""Icon of the browser tab; a named one would be fetched from outside."""
WORDMARK = Path(__file__).with_name("wordmark.svg")
_LAST_TOPIC = "last_topic"


def show() -> None:
    """Draw the page that the visitor is on, for the view that the address or the widgets give."""
    offered = pages.of_one_run()
    chosen = st.navigation(offered, position="hidden" if embedded.is_asked() else "top")
    page = pages.ALL[offered.index(chosen)]
    is_apart = page in pages.APART
    shelf.look_up(None if is_apart else earlier.asked())
    st.html(STYLE)
    st.logo(str(WORDMARK), size="large", icon_image=str(ICON))
    if is_apart:
        session.visit(page.url_path)
        st.html(STYLE_APART)
        chosen.run()
        return
    if page == pages.TOPICS and session.is_new():
        starting.go()
    is_source = page == pages.SOURCE
    aside.step(to_source=is_source)
    if not session.arrive(page.url_path, shelf.known()) and is_source:
        session.keep(source.gathered(session.current()))
    _settle(page)
    session.publish()
    earlier.show()
    _messages()
    with session.whole_run():
        try:
            chosen.run()
        except shelf.CrowdError as error:
            st.info(plain(str(error)))


def _settle(page: object) -> None:
    """Bring the view to what the page can show: one topic with an axis of its own, one source, or all topics."""
    if page == pages.SOURCE:
        session.keep(source.of_source(session.current()))
    elif page != pages.TOPIC:
        session.keep(session.current().of_topic(None))
    else:
        session.keep(_with_topic(session.current()))
        if (topic := session.current().selection.topic) is not None:
            controls.settle_axis(shelf.axes(topic))


def _with_topic(view: View) -> View:
    """Return the view of its topic, else of the topic last seen, else of the first."""
    topics = shelf.topics()
    last = st.session_state.get(_LAST_TOPIC)
    if view.selection.topic not in topics:
        view = view.of_topic(last if last in topics else next(iter(topics), None))
    st.session_state[_LAST_TOPIC] = view.selection.topic
    return view


def _messages() -> None:
    for damage in say_damage(shelf.shelf().workspace.ledger, shelf.engine().damaged):
        st.error(plain(damage))
    problems = session.problems()
    if not problems:
        return
    named = "; ".join(
        f"{plain(problem.column)} “{plain(problem.value)}” {plain(problem.reason)}" for problem in problems
    )
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key="address_problems"):
        st.warning(f"Part of the address was not used: {named}.", icon=":material/link_off:", width="stretch")
        st.button("Dismiss", on_click=session.forget_problems, key="forget_problems")
