"""A checked table put into the workspace: at once where it is small, else beside the page with its progress."""

from datetime import UTC, datetime

import streamlit as st

from claimsdash.app import running, shelf
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.intake.importing import ImportReport
from claimsdash.intake.watching import Watch, watch_nothing
from claimsdash.store.imports import store_import
from claimsdash.store.ledger import Added, By

AT_ONCE = 20_000
"""Reports that are stored within a run of the page."""

_ASKED, _TOLD = "storing_asked", "storing_told"


def ask(report: ImportReport, data: bytes) -> None:
    """Store the checked reports, or have the next run begin with it."""
    if len(report.claims) > AT_ONCE:
        running.forget()
        st.session_state[_ASKED] = (report, data)
        return
    try:
        _tell(report, _store(report, data, watch_nothing))
    except ClaimsdashError as error:
        st.session_state[_TOLD] = ("error", str(error))


def is_going_on() -> bool:
    """Say whether a large table is being stored, and show how far it is; once it is stored, the page begins anew."""
    if _ASKED not in st.session_state:
        return False
    if _is_done(*st.session_state[_ASKED]):
        st.session_state.pop(_ASKED)
        st.rerun()
    st.button("Back to the table", key="leave_storing", on_click=_leave)
    return True


def _is_done(report: ImportReport, data: bytes) -> bool:
    key = ("store", report.sha256, report.table_id, len(report.claims))
    try:
        added = running.outcome_of(key, lambda watch: _store(report, data, watch), may_wait=False)
    except ClaimsdashError as error:
        st.session_state[_TOLD] = ("error", str(error))
        running.forget()
        return True
    if added is not None:
        _tell(report, added)
    return added is not None


def told() -> tuple[str, str] | None:
    """Return what happened to the table stored last, once: success or error, and its words."""
    found: tuple[str, str] | None = st.session_state.pop(_TOLD, None)
    return found


def _store(report: ImportReport, data: bytes, watch: Watch) -> Added:
    return store_import(shelf.shelf().workspace.ledger, report, data, By(when=datetime.now(UTC)), watch)


def _tell(report: ImportReport, added: Added) -> None:
    words = {
        "added": f"Added {len(report.claims):,} reports as the table {report.table_id}.",
        "replaced": f"{report.table_id} now holds {len(report.claims):,} reports; its earlier state is kept.",
        "unchanged": f"{report.table_id} holds exactly this file already: nothing was added.",
    }[added.outcome.value]
    st.session_state[_TOLD] = ("success", words)


def _leave() -> None:
    """Stop storing and go back to the table."""
    running.stop()
    st.session_state.pop(_ASKED, None)
