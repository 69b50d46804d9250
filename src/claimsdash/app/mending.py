"""Rows kept out, in a grid to put right: what is typed there is checked at once."""

from typing import Any

import streamlit as st

from claimsdash.intake.importing import Corrections, ImportReport

SHOWN_ROWS = 200
_CORRECTIONS, _ROUND = "corrections", "mending_round"


def corrections_for(file_key: str) -> Corrections:
    """Return the cells that were typed anew for a file."""
    kept: dict[str, dict[int, dict[str, str]]] = st.session_state.setdefault(_CORRECTIONS, {})
    return kept.get(file_key, {})


def show(report: ImportReport, file_key: str) -> None:
    """Draw the rows kept out; a cell typed anew puts its row among the others once it is right."""
    if report.kept_out.empty:
        return
    rows = report.kept_out.head(SHOWN_ROWS)
    title = f"Rows kept out: put them right here ({len(report.kept_out):,})"
    with st.container(key="mending"), st.expander(title, expanded=True):
        number = st.session_state.setdefault(_ROUND, 0)
        key = f"mend|{file_key}|{number}"
        st.data_editor(
            rows.rename_axis("line"), key=key, on_change=_keep, args=(key, file_key, [int(line) for line in rows.index])
        )


def _keep(key: str, file_key: str, lines: list[int]) -> None:
    """Remember the edited cells, and draw a new grid with the rows that are still wrong."""
    edited: dict[Any, dict[str, Any]] = st.session_state[key]["edited_rows"]
    kept = st.session_state[_CORRECTIONS].setdefault(file_key, {})
    for row, cells in edited.items():
        kept.setdefault(lines[int(row)], {}).update({column: str(text or "") for column, text in cells.items()})
    st.session_state[_ROUND] += 1
