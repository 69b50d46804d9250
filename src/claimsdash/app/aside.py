"""The view beside which a source is visited: its page is of one claimant, and leaves the others' filters alone."""

from dataclasses import replace

import streamlit as st

from claimsdash.app import session
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View

_ASIDE, _LAST = "view_beside_source", "last_sources"


def step(*, to_source: bool) -> None:
    """Put the view aside on the way to a source, and take it up again on the way out.

    A visitor who came to a source first has set no filter: what was known on a day goes on being so. An earlier state
    of the workspace that was opened or left meanwhile is kept. Where no filter names a
    claimant, the source is the one that was visited last.
    """
    if to_source and _ASIDE not in st.session_state:
        before = None if session.is_new() else session.current()
        st.session_state[_ASIDE] = before
        if before and not before.selection.claimants:
            _take(before, st.session_state.get(_LAST, ()))
    elif not to_source and _ASIDE in st.session_state:
        before, visited = st.session_state.pop(_ASIDE), session.current()
        st.session_state[_LAST] = visited.selection.claimants
        before = before or View(Selection(known_on=visited.selection.known_on))
        session.keep(replace(before, load=visited.load))


def _take(view: View, claimants: tuple[str, ...]) -> None:
    """Go on with the source that was visited last."""
    session.keep(replace(view, selection=replace(view.selection, claimants=claimants)))
