"""What the page for adding data shows: upload, check, preview, add; and the tables that are there, with undo."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.saying import say_claims
from claimsdash.app import holding, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.domain.errors import ClaimsdashError, Problem
from claimsdash.intake.importing import ImportOptions, ImportReport, Outcome, import_bytes
from claimsdash.intake.problems import group_problems, write_problems
from claimsdash.intake.raw import GUESS
from claimsdash.intake.template import template_csv
from claimsdash.store.imports import store_import
from claimsdash.store.ledger import By

ENDINGS = ["csv", "tsv", "txt", "xlsx"]
MAX_MB = 50
SHOWN_PROBLEMS = 20
SHOWN_ROWS = 200
_REPORTS, _DONE, _ROUND = "import_reports", "import_done", "upload_round"
PREVIEW = {
    "line": "Line",
    "topic": "Topic",
    "value_text": "As printed",
    "say": "Read as",
    "claimant_name": "Claimant",
    "as_of": "As of",
    "reported_on": "Reported",
    "outlet_name": "Outlet",
    "inferred": "Filled in",
}


def show() -> None:
    """Draw the page."""
    st.title("Add data", anchor=False)
    _done()
    uploaded = _upload()
    if uploaded is not None:
        _check(uploaded.name, uploaded.getvalue())
    holding.show()


def _upload() -> Any:
    st.markdown(
        "Upload a table in the claim columns, CSV or XLSX. It is checked first; nothing is stored until you add it."
    )
    st.download_button(
        "Download a template (CSV)",
        data=lambda: template_csv(shelf.shelf().package),
        file_name="claims-template.csv",
        mime="text/csv",
        on_click="ignore",
        key="template",
    )
    number = st.session_state.setdefault(_ROUND, 0)
    return st.file_uploader("Table", type=ENDINGS, max_upload_size=MAX_MB, key=f"upload_{number}")


def _check(name: str, data: bytes) -> None:
    report = _report(name, data, sheet=None, table=None)
    if len(report.sheets) > 1:
        sheet = st.selectbox("Sheet", report.sheets, key="sheet")
        report = _report(name, data, sheet=sheet, table=None)
    _outcome(report)
    _problems(report.problems)
    if report.outcome is Outcome.REJECT_WITH_MESSAGE:
        return
    table = st.text_input("Name of the table", value=report.table_id, key="table_name", max_chars=100)
    if table and table != report.table_id:
        report = _report(name, data, sheet=st.session_state.get("sheet"), table=table)
    _preview(report)
    taken = {held.table_id for held in shelf.shelf().workspace.ledger.tables() if held.live}
    if report.table_id in taken:
        st.caption(f"{plain(report.table_id)} is there already: this table takes its place, and undo brings it back.")
    label = f"Add {count(len(report.claims), 'report')} to the workspace"
    st.button(label, type="primary", key="add", on_click=_add, args=(report, data))


def _report(name: str, data: bytes, *, sheet: str | None, table: str | None) -> ImportReport:
    """Check the file, once for equal bytes and choices in a session."""
    kept: dict[Any, ImportReport] = st.session_state.setdefault(_REPORTS, {})
    key = (hashlib.sha256(data).hexdigest(), name, sheet, table, shelf.at())
    if key not in kept:
        with st.spinner("Reading and checking the table …"):
            report = import_bytes(
                data,
                name,
                shelf.shelf().package,
                table_id=table,
                options=ImportOptions(told=replace(GUESS, sheet=sheet), known_ids=shelf.known_ids()),
            )
        st.session_state[_REPORTS] = {key: report}
        kept = st.session_state[_REPORTS]
    return kept[key]


def _outcome(report: ImportReport) -> None:
    box = {
        Outcome.ACCEPT: st.success,
        Outcome.ACCEPT_WITH_WARNINGS: st.warning,
        Outcome.REJECT_WITH_MESSAGE: st.error,
    }[report.outcome]
    box(plain(report.message))
    chosen = ", ".join(f"{name}: {value}" for name, value in report.choices.items())
    if chosen:
        st.caption(plain(f"Read with {chosen}."))


def _problems(problems: list[Problem]) -> None:
    """List the problems by kind, each with an example; the whole list is a download."""
    if not problems:
        return
    groups = group_problems(problems)
    rows = [
        {
            "Kind": group.example.severity.value,
            "Line": ", ".join(map(str, group.lines[:5])) + (" …" if len(group.lines) > 5 else ""),
            "Column": group.example.column or "",
            "Value": group.example.value,
            "What is wrong": group.example.reason,
            "What would be right": group.example.remedy,
            "How often": group.count,
        }
        for group in groups[:SHOWN_PROBLEMS]
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, key="problems", alt="Problems found in the table, by kind")
    st.download_button(
        f"Download all {len(problems):,} problems (CSV)" if len(problems) > 1 else "Download the problem (CSV)",
        data=lambda: write_problems(problems),
        file_name="problems.csv",
        mime="text/csv",
        on_click="ignore",
        key="download_problems",
    )


def _preview(report: ImportReport) -> None:
    st.markdown("**What will be added**")
    claims = report.claims.head(SHOWN_ROWS)
    shown = claims.assign(say=say_claims(claims))[list(PREVIEW)].rename(columns=PREVIEW)
    st.dataframe(
        shown, hide_index=True, key="preview", height=min(38 * (len(shown) + 1), 420), alt="Reports to be added"
    )
    if len(report.claims) > SHOWN_ROWS:
        st.caption(f"The first {SHOWN_ROWS} of {len(report.claims):,}.")
    if len(report.kept_out):
        with st.expander(f"Rows kept out, as typed ({len(report.kept_out):,})"):
            st.dataframe(report.kept_out.head(SHOWN_ROWS), key="kept_out", alt="Rows with an error, as typed")


def _add(report: ImportReport, data: bytes) -> None:
    """Store the checked reports; what happened is told on the next run."""
    try:
        added = store_import(shelf.shelf().workspace.ledger, report, data, By(when=datetime.now(UTC)))
    except ClaimsdashError as error:
        st.session_state[_DONE] = ("error", str(error))
        return
    words = {
        "added": f"Added {len(report.claims):,} reports as the table {report.table_id}.",
        "replaced": f"{report.table_id} now holds {len(report.claims):,} reports; its earlier state is kept.",
        "unchanged": f"{report.table_id} holds exactly this file already: nothing was added.",
    }[added.outcome.value]
    st.session_state[_DONE] = ("success", words)
    st.session_state[_ROUND] += 1
    st.session_state.pop(_REPORTS, None)


def _done() -> None:
    kind, words = st.session_state.pop(_DONE, (None, ""))
    if kind is not None:
        (st.success if kind == "success" else st.error)(plain(words))
