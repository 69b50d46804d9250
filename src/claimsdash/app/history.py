"""Every change of a workspace, latest first: what it was, and the state after it, to open, to compare, to restore."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from claimsdash.app import earlier, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.store.ledger.changes import Change, Entry

SHOWN = 8
"""Changes that are listed at first, and how many more each time somebody asks."""

_SHOWN = "history_shown"


def show(changes: Sequence[Change]) -> None:
    """Draw the changes, oldest first as given, behind a fold: each with its state, and all of them as a table."""
    with st.expander(f"History ({len(changes)})", key="history_fold"):
        st.caption(
            "Every state can be opened: all pages then read it, and say what is different today. Nothing is lost by "
            "looking, and restoring can be undone."
        )
        latest_first = list(reversed(changes))
        shown = st.session_state.get(_SHOWN, SHOWN)
        for change in latest_first[:shown]:
            _row(change)
        if len(latest_first) > shown:
            left = len(latest_first) - shown
            st.button(f"Show older changes ({left})", key="older_changes", on_click=_show_more)
        with st.expander("All as a table, with hashes and choices"):
            st.dataframe(as_table(latest_first), hide_index=True, key="history", alt="Every change of the workspace")


def as_table(changes: Sequence[Change]) -> pd.DataFrame:
    """Return a row for each change: Version, When (UTC), What, Table, Who, and the file with its choices and counts."""
    return pd.DataFrame([_cells(change) for change in changes])


def _cells(change: Change) -> dict[str, object]:
    cells = {"Version": change.version, "When (UTC)": f"{change.when:%Y-%m-%d %H:%M:%S}", "What": change.kind.value}
    return {**cells, "Table": change.table_id, "Who": change.who, **(_file_cells(change.entry) if change.entry else {})}


def _file_cells(entry: Entry) -> dict[str, object]:
    return {
        "File": entry.file_name,
        "Bytes": entry.size,
        "SHA-256": entry.sha256,
        "Rows read": entry.counts.rows,
        "Rows let in": entry.counts.rows - entry.counts.kept_out,
        "Claims": entry.counts.claims,
        "Kept out": entry.counts.kept_out,
        "Choices": "; ".join(f"{name}: {value}" for name, value in entry.choices.items()),
    }


def _row(change: Change) -> None:
    is_read = change.version == shelf.at()[1]
    with st.container(border=is_read, horizontal=True, vertical_alignment="center", key=f"change_{change.version}"):
        st.markdown(f"**{_title(change)}**  \n:small[{plain(_about(change))}]", width="stretch")
        if change.version == shelf.latest():
            st.markdown(":small[This is the state of today.]", width="content")
        elif is_read:
            st.markdown(":small[All pages read this state.]", width="content")
            st.button("Back to now", key="back_from_history", on_click=earlier.leave)
            _restore_button(change)
        else:
            st.button(
                "Open this state",
                key=f"open_{change.version}",
                on_click=earlier.open_version,
                args=(change.version,),
            )
            _restore_button(change)


def _restore_button(change: Change) -> None:
    st.button("Restore", key=f"go_back_{change.version}", on_click=earlier.restore, args=(change.version,))


def _title(change: Change) -> str:
    return f"{plain(change.table_id)} {change.kind.value}"


def _about(change: Change) -> str:
    told = [f"version {change.version}", f"{change.when.day} {change.when:%b %Y, %H:%M} UTC"]
    if change.undoes is not None:
        told.append(f"takes back version {change.undoes}")
    if change.who:
        told.append(change.who)
    if change.entry is not None:
        counts = change.entry.counts
        told += [change.entry.file_name, f"{count(counts.claims, 'claim')} from {count(counts.rows, 'row')}"]
        told += [f"{count(counts.kept_out, 'row')} kept out"] if counts.kept_out else []
    return " · ".join(told)


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, SHOWN) + SHOWN
