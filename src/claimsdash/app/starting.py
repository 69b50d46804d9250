"""The page that opens first: the list of topics, or what somebody chose for this workspace."""

import streamlit as st

from claimsdash.app import embedded, pages, shelf


def go() -> None:
    """Turn to the start page of the workspace, where one was chosen and the visitor came without an address.

    Where it was removed, a message says so and the list of topics stays.
    """
    if st.query_params or embedded.is_asked():
        return
    from claimsdash.store.start import STORY, VIEW, start_of

    start = start_of(shelf.shelf().workspace.place)
    if start.kind in (VIEW, STORY):
        _turn(start.kind == VIEW, start.key)
        st.info("The start page of this workspace was removed. Choose another under Views.")


def _turn(is_view: bool, key: str) -> None:
    """Turn to a view or a story; do nothing where it is not there."""
    from claimsdash.app import cabinet
    from claimsdash.store.views import view_of

    thing = (cabinet.views() if is_view else cabinet.stories()).with_key(key)
    if thing is None or not thing.is_live:
        return
    if is_view:
        st.switch_page(pages.TOPIC, query_params=dict(view_of(thing).parameters))
    st.switch_page(pages.STORIES, query_params={"story": key})
