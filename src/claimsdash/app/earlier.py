"""An earlier state of the workspace, opened by `load=` in the address: told, compared with today's, left again."""

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from claimsdash.app import session, shelf
from claimsdash.app.plain import plain
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.store.differences import differences
from claimsdash.store.ledger import By, Change

SHOWN_ROWS = 500
_TOLD = "earlier_told"


def asked() -> int | None:
    """Return the version that the address names, or the view where a page was turned to without any parameter."""
    told = st.query_params.get("load")
    if told is None:
        return None if len(st.query_params) else session.current().load
    return int(told) if told.isdecimal() and len(told) < 10 else None


def show() -> None:
    """Say that an earlier state is read, if it is one, and offer today's."""
    (_, version), latest = shelf.at(), shelf.latest()
    kind, told = st.session_state.pop(_TOLD, (None, ""))
    if kind is not None:
        (st.success if kind == "success" else st.error)(plain(told))
    if session.current().load is None:
        return
    with st.container(key="earlier_state", border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**An earlier state: {_say(version)}.** All pages read it; what you add goes into today's.")
            st.button("Back to now", key="back_to_now", icon=":material/update:", on_click=leave)
            st.button("Restore this state", key="restore_state", on_click=restore, args=(version,))
        with st.expander(f"What is different today (version {latest})"):
            _differences(version, latest)


def open_version(version: int) -> None:
    """Have all pages read a version from the next run on."""
    st.query_params["load"] = str(version)


def leave() -> None:
    """Have all pages read the latest version again."""
    session.keep(replace(session.current(), load=None))
    st.query_params.pop("load", None)


def restore(version: int) -> None:
    """Make the tables that people brought what they were then, and read today's state again."""
    try:
        changes = shelf.shelf().workspace.ledger.go_back(version, By(when=datetime.now(UTC)))
    except ClaimsdashError as error:
        st.session_state[_TOLD] = ("error", str(error))
        return
    st.session_state[_TOLD] = ("success", _say_restored(version, changes))
    leave()


def _say_restored(version: int, changes: list[Change]) -> str:
    if not changes:
        return f"Nothing had to change: the tables are those of version {version}."
    named = ", ".join(change.table_id for change in changes)
    return f"The state of version {version} is back ({named}). Undo takes it back, one table after the other."


def _say(version: int) -> str:
    change = next((one for one in shelf.shelf().workspace.ledger.history() if one.version == version), None)
    if change is None:
        return f"version {version}"
    return f"version {version}, {change.when:%d %b %Y %H:%M} UTC, {plain(change.table_id)} {change.kind.value}"


def _differences(version: int, latest: int) -> None:
    found = differences(shelf.shelf().workspace.ledger, version, latest)
    if found.empty:
        st.text("Nothing: every report is the same.")
        return
    counts = found["change"].value_counts()
    st.text(", ".join(f"{name}: {count:,}" for name, count in counts.items()))
    names = {"table_id": "Table", "report_id": "Report", "change": "Since then", "before": "Then", "after": "Today"}
    shown = found.head(SHOWN_ROWS).rename(columns=names)
    st.dataframe(shown, hide_index=True, key="earlier_differences", alt="Reports that differ between then and today")
