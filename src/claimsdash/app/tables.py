"""The marks of a view as a table, row for row and in reading order."""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

COLUMNS = {
    "as_of": "As of",
    "value_text": "As printed",
    "say": "Read as",
    "claimant_name": "Claimant",
    "modality": "Said as",
    "scope": "Counted",
    "since": "Since",
    "reported_on": "Reported",
    "speaker": "Speaker",
    "outlet_name": "Outlet",
    "n_reports": "Reports",
    "hedge": "Hedge",
    "url": "Link",
}
KEY = "claims_table"
ROW_PX, FRAME_PX = 33, 8
"""Height of a row of a table, as of its head, and of its frame with the bar to scroll by."""
MOST_ROWS = 12


def height_of(n_rows: int) -> int:
    """Return the height of a table in pixels: all rows, but for long ones, which scroll.

    >>> height_of(2), height_of(500)
    (107, 437)
    """
    return ROW_PX * (min(n_rows, MOST_ROWS) + 1) + FRAME_PX


def show(marks: pd.DataFrame, *, on_choose: Callable[[str | None], None], columns: Mapping[str, str] = COLUMNS) -> None:
    """Draw the table; choosing a row hands on the report_id behind it, or None when it is given up."""
    evidence = marks["derived_from"].where(marks["derived"], marks["report_id"])

    def choose() -> None:
        rows = st.session_state[KEY]["selection"]["rows"]
        on_choose(str(evidence.iloc[rows[0]]) if rows else None)

    texts = {name: marks[name].fillna("") for name in columns if name not in ("n_reports", "url")}
    url = marks["url"].where(marks["url"].str.match(r"https?://", na=False))
    shown = marks[list(columns)].assign(**texts, url=url)
    st.dataframe(
        shown,
        key=KEY,
        hide_index=True,
        column_config={
            **{name: st.column_config.Column(label) for name, label in columns.items()},
            "n_reports": st.column_config.NumberColumn(COLUMNS["n_reports"], width="small"),
            "url": st.column_config.LinkColumn(COLUMNS["url"], display_text=r"https?://(?:www\.)?([^/]+)"),
        },
        on_select=choose,
        selection_mode="single-row",
        height=height_of(len(marks)),
        alt=f"{len(marks)} claims in reading order",
    )
