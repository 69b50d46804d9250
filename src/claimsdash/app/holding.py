"""The tables that a workspace holds: where each came from, removing and bringing back, undo, history."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from claimsdash.app import history, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.store.ledger import By, Held
from claimsdash.store.ledger.changes import change_to_undo

_TOLD = "holding_told"


def show() -> None:
    """Draw the list of tables, and what can be done with them."""
    ledger = shelf.shelf().workspace.ledger
    st.header("Tables in this workspace", anchor=False)
    st.caption(f"Kept in {plain(shelf.shelf().workspace.address)}")
    kind, words = st.session_state.pop(_TOLD, (None, ""))
    if kind is not None:
        (st.success if kind == "success" else st.error)(plain(words))
    for held in ledger.tables():
        _table(held)
    changes = ledger.history()
    undone = change_to_undo(changes)
    told = f"Undo: {plain(undone.table_id)} {undone.kind.value}" if undone else "Nothing to undo"
    st.button(told, key="undo", icon=":material/undo:", on_click=_undo, disabled=undone is None)
    history.show(changes)


def _table(held: Held) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"held_{held.table_id}"):
        state = "" if held.live else " · removed"
        st.markdown(f"**{plain(held.table_id)}**{state}  \n:small[{plain(_about(held))}]", width="stretch")
        if held.live:
            st.button("Remove", key=f"remove_{held.table_id}", on_click=_remove, args=(held.table_id,))
        else:
            st.button("Bring back", key=f"restore_{held.table_id}", on_click=_restore, args=(held.table_id,))


def _about(held: Held) -> str:
    counts = held.entry.counts
    kept_out = f" · {count(counts.kept_out, 'row')} kept out" if counts.kept_out else ""
    told = f"{count(counts.claims, 'claim')} from {count(counts.rows - counts.kept_out, 'row')}{kept_out}"
    return f"{told} · {held.entry.file_name} · loaded {held.entry.when.day} {held.entry.when:%b %Y}"


def _remove(table_id: str) -> None:
    ledger = shelf.shelf().workspace.ledger
    _change(lambda by: ledger.retire(table_id, by), f"{table_id} is removed. It can be brought back.")


def _restore(table_id: str) -> None:
    ledger = shelf.shelf().workspace.ledger
    _change(lambda by: ledger.restore(table_id, by), f"{table_id} is back.")


def _undo() -> None:
    _change(shelf.shelf().workspace.ledger.undo, "The last change is undone.")


def _change(act: Callable[[By], object], words: str) -> None:
    try:
        act(By(when=datetime.now(UTC)))
    except ClaimsdashError as error:
        st.session_state[_TOLD] = ("error", str(error))
        return
    st.session_state[_TOLD] = ("success", words)
