"""What people keep in the workspace beside its tables, read again after a change: views, stories, the start page."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from claimsdash.app import shelf
from claimsdash.app.plain import plain
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.store.drawer import Contents, Drawer
from claimsdash.store.ledger import By
from claimsdash.store.stories import stories_drawer
from claimsdash.store.views import views_drawer

_TOLD = "cabinet_told"


def views() -> Contents:
    """Return the saved views."""
    return _contents_of(views_drawer(shelf.shelf().workspace.place))


def stories() -> Contents:
    """Return the stories."""
    return _contents_of(stories_drawer(shelf.shelf().workspace.place))


def _contents_of(drawer: Drawer) -> Contents:
    return _contents(shelf.shelf().workspace.address, drawer.folder, drawer.files(), drawer)


@st.cache_resource(max_entries=20, show_spinner=False)
def _contents(address: str, folder: str, files: tuple[str, ...], _drawer: Drawer) -> Contents:
    return _drawer.contents()


def by() -> By:
    """Return who makes a change, as far as a page knows it, and when."""
    return By(when=datetime.now(UTC))


def change(act: Callable[[By], object], words: str) -> bool:
    """Make a change and tell of it at the next `tell`, or why it could not be made; say whether it was."""
    try:
        act(by())
    except ClaimsdashError as error:
        st.session_state[_TOLD] = (False, str(error))
        return False
    st.session_state[_TOLD] = (True, words)
    return True


def tell() -> None:
    """Say what the last change did."""
    is_done, words = st.session_state.pop(_TOLD, (True, ""))
    if words:
        (st.success if is_done else st.error)(plain(words))


def tell_of_damage(contents: Contents) -> None:
    """Name the files that cannot be read."""
    if contents.damaged:
        named = plain(", ".join(contents.damaged))
        st.warning(f"Cannot be read: {named}. Take the files away, or bring back a backup.")
