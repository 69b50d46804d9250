"""What adding a table changes of the one that is stored under its name."""

import streamlit as st

from claimsdash.app import shelf
from claimsdash.app.plain import plain
from claimsdash.intake.importing import ImportReport
from claimsdash.store.comparing import compare_with_stored

SHOWN_ROWS = 200


def show(report: ImportReport) -> None:
    """Draw how many reports are new, identical, changed or withdrawn; cells that differ stand side by side."""
    found = compare_with_stored(shelf.shelf().workspace.ledger, report.claims, report.table_id)
    if found is None:
        return
    reports_changed = len(report.claims) - found.new - found.identical
    st.markdown(
        f"**{plain(report.table_id)} is stored already.** New: {found.new:,}. The same: {found.identical:,}. "
        f"Changed: {reports_changed:,}. Withdrawn: {len(found.withdrawn):,}. This table takes its place, and undo "
        "brings it back."
    )
    for title, rows in (("Changed cells", found.changed), ("Withdrawn: no longer in the table", found.withdrawn)):
        if len(rows):
            with st.expander(f"{title} ({len(rows):,})"):
                st.dataframe(rows.head(SHOWN_ROWS), hide_index=True, key=f"compare_{title[:4]}", alt=title)
