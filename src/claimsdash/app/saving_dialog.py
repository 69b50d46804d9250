"""The dialog that asks for the name of a view, and saves it."""

from urllib.parse import urlencode

import streamlit as st

from claimsdash.app import cabinet, pages, session, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.domain.view import View, write_view
from claimsdash.export.names import COUNTRIES
from claimsdash.export.view_words import Names, say_view
from claimsdash.store.drawer import LONGEST_NAME, NameTakenError
from claimsdash.store.views import SavedView, save_view

NAME, REPLACE, _TOLD = "saving_name", "saving_replace", "saving_told"


@st.dialog("Save this view")
def ask() -> None:
    """Ask for a name, and save the view under it when told to."""
    view = session.current()
    words = say_view(view, names())
    st.caption(plain(" · ".join(f"{label}: {said}" for label, said in words.items())))
    title = words.get("Topic", "")
    st.text_input("Name", key=NAME, value=title, max_chars=LONGEST_NAME)
    st.checkbox("Replace a saved view of that name", key=REPLACE)
    st.button("Save", key="saving_save", type="primary", on_click=_save, args=(view,))
    _tell(st.session_state.pop(_TOLD, None))


def names() -> Names:
    """Return what keys are called here."""
    titles = {key: topic.title or key for key, topic in shelf.topics().items()}
    return Names(shelf.shelf().package.sources, titles, COUNTRIES)


def _save(view: View) -> None:
    state = st.session_state
    try:
        state[_TOLD] = save_view(
            shelf.shelf().workspace, str(state[NAME]), view, cabinet.by(), replacing=bool(state[REPLACE])
        )
    except ClaimsdashError as error:
        state[_TOLD] = error


def _tell(saved: SavedView | ClaimsdashError | None) -> None:
    """Say that the view was saved and where it is now, or why it was not."""
    if saved is None:
        return
    if isinstance(saved, ClaimsdashError):
        (st.warning if isinstance(saved, NameTakenError) else st.error)(plain(saved))
        return
    held = f"{count(saved.n_claims, 'claim')} from {count(saved.n_reports, 'report')}"
    st.success(f"Saved as “{plain(saved.name)}”: {held}.")
    st.page_link(pages.VIEWS, label="All saved views", icon=":material/bookmark:")
    query = {"one": urlencode(write_view(session.current()), doseq=True)}
    st.page_link(pages.COMPARE, label="Compare it with another", icon=":material/compare:", query_params=query)
