"""The view of one visitor between reruns, and its way into the address and back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from claimsdash.domain.errors import Problem
from claimsdash.domain.view import STREAMLITS_OWN, Known, View, read_view, write_view

_VIEW, _ADDRESS, _PAGE, _PROBLEMS, _WHOLE = "view", "address", "page", "address_problems", "is_whole_run"


def current() -> View:
    """Return the view as last set."""
    view = st.session_state.get(_VIEW, View())
    assert isinstance(view, View)  # noqa: S101 - only keep() writes it
    return view


def keep(view: View) -> None:
    """Make this the current view; the address follows at the end of the run, see `publish`."""
    st.session_state[_VIEW] = view


def arrive(page: str, known: Known) -> bool:
    """Take over the address if the visitor came by one: a link, another tab, the buttons back and forward.

    Returns whether it was taken over. Turning to another page without parameters keeps the filters.
    """
    parameters = _parameters()
    turned = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    if parameters == st.session_state.get(_ADDRESS, {}) or (turned and not parameters):
        return False
    view, problems = read_view(parameters, known)
    st.session_state[_PROBLEMS] = problems
    st.session_state[_ADDRESS] = parameters
    keep(view)
    return True


def is_new() -> bool:
    """Say whether this is the first page that the visitor opens."""
    return _PAGE not in st.session_state


def visit(page: str) -> None:
    """Open a page whose address holds no view: the view stays as it is for the pages that do."""
    st.session_state[_PAGE] = page


@contextmanager
def whole_run() -> Iterator[None]:
    """Mark the time in which all of a page is drawn: the view is settled before that, for all its parts."""
    st.session_state[_WHOLE] = True
    try:
        yield
    finally:
        st.session_state[_WHOLE] = False


def is_whole_run() -> bool:
    """Say whether all of the page is being drawn, and not one part by itself."""
    return bool(st.session_state.get(_WHOLE))


def problems() -> Sequence[Problem]:
    """Return what the address held that could not be used."""
    found: Sequence[Problem] = st.session_state.get(_PROBLEMS, ())
    return found


def add_problem(problem: Problem) -> None:
    """Tell of one more thing in the address that could not be used."""
    st.session_state[_PROBLEMS] = [*problems(), problem]


def forget_problems() -> None:
    """Drop the message about the address."""
    st.session_state[_PROBLEMS] = ()


def publish() -> None:
    """Write the current view into the address, if it is not there already."""
    parameters = write_view(current())
    if parameters != _parameters():
        st.query_params.from_dict(parameters)
    st.session_state[_ADDRESS] = parameters


def _parameters() -> dict[str, list[str]]:
    names = [name for name in st.query_params if name not in STREAMLITS_OWN]
    return {name: st.query_params.get_all(name) for name in names}
