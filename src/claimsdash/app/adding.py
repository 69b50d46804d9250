"""What the page for adding data shows: upload, check, preview, add; and the tables that are there, with undo."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.saying import say_claims
from claimsdash.app import comparing, holding, mapping, mending, relaying, running, shelf, storing
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.domain.errors import Problem
from claimsdash.intake.encoding import ENCODINGS
from claimsdash.intake.importing import ImportOptions, ImportReport, Outcome, import_bytes
from claimsdash.intake.limits import MEGABYTE, Limits, limits_by
from claimsdash.intake.mapping import NOTHING_CHOSEN, Choices
from claimsdash.intake.problems import group_problems, write_problems
from claimsdash.intake.raw import ReadingChoices
from claimsdash.intake.template import template_csv
from claimsdash.intake.watching import Watch
from claimsdash.store.doubles import without_doubles

ENDINGS = [
    "csv", "tsv", "tab", "txt", "dat", "xlsx", "xlsm", "xls", "ods", "parquet", "json", "jsonl", "ndjson", "gz", "zip",
]  # fmt: skip  # several to a line
READING = ("encoding", "delimiter", "sheet", "file", "table")
SHOWN_PROBLEMS = 20
SHOWN_ROWS = 200
_REPORTS, _ROUND, _REMEMBERED = "import_reports", "upload_round", "import_remembered"
PREVIEW = {
    "line": "Line",
    "topic": "Topic",
    "value_text": "As printed",
    "say": "Read as",
    "claimant_name": "Claimant",
    "scope": "Of what",
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
    if storing.is_going_on():
        return
    if uploaded is not None:
        _check(*uploaded)
    holding.show()


def _upload() -> tuple[str, bytes] | None:
    """Return the name and the bytes of what is given: a file, or text that was pasted."""
    st.markdown(
        "Give a table as you have it: CSV, Excel, ODS, Parquet or JSON. It is read and checked first; nothing is "
        "stored until you add it."
    )
    number = st.session_state.setdefault(_ROUND, 0)
    uploaded = st.file_uploader(
        "Table", type=ENDINGS, max_upload_size=_limits().file_bytes // MEGABYTE, key=f"upload_{number}"
    )
    with st.expander("Paste a table, or start from a template"):
        pasted = st.text_area("Table copied from a spreadsheet or a web page", key=f"pasted_{number}")
        st.download_button(
            "Download a template (CSV)",
            data=lambda: template_csv(shelf.shelf().package),
            file_name="claims-template.csv",
            mime="text/csv",
            on_click="ignore",
            key="template",
        )
    if uploaded is not None:
        return uploaded.name, uploaded.getvalue()
    return ("pasted.txt", pasted.encode()) if pasted and pasted.strip() else None


def _check(name: str, data: bytes) -> None:
    file_key = hashlib.sha256(data).hexdigest()[:16]
    told = _told(file_key)
    remembered = st.session_state.setdefault(_REMEMBERED, {}).get(file_key, NOTHING_CHOSEN)
    report = _report(name, data, _options(file_key, told, remembered))
    if report and report.mapping and file_key not in st.session_state[_REMEMBERED]:
        remembered = mapping.remembered(report)
        st.session_state[_REMEMBERED][file_key] = remembered
        report = _report(name, data, _options(file_key, told, remembered))
    if report is None:
        _keep_answers(file_key)
        return
    _choose_reading(report, file_key)
    _outcome(report)
    mapping.show(report, file_key)
    _problems(report.problems)
    mending.show(report, file_key)
    if report.outcome is Outcome.REJECT_WITH_MESSAGE:
        return
    table = st.text_input("Name of the table", value=report.table_id, key=f"table_name|{file_key}", max_chars=100)
    named: ImportReport | None = report
    if table and table != report.table_id:
        named = _report(name, data, _options(file_key, told, remembered), table=table)
    if named is not None and not named.claims.empty:
        _offer(named, data, file_key)


def _offer(report: ImportReport, data: bytes, file_key: str) -> None:
    """Draw what would be added, and the button that adds it."""
    report = relaying.show(report, file_key)
    _preview(report)
    comparing.show(report)
    label = f"Add {count(len(report.claims), 'report')} to the workspace"
    if st.button(label, type="primary", key="add"):  # no callback: it would carry the report of the run before a choice
        storing.ask(report, data)
        st.rerun()


def _keep_answers(file_key: str) -> None:
    """Keep what was answered while the questions are not drawn: Streamlit forgets fields that a run leaves out."""
    kinds = ("answer", "sheet", "encoding", "header", "table_name")
    for key in [key for key in st.session_state if str(key).startswith(tuple(f"{kind}|{file_key}" for kind in kinds))]:
        st.session_state[key] = st.session_state[key]


def _told(file_key: str) -> ReadingChoices:
    """Return what was chosen on the page of how to read the file."""
    state = st.session_state
    lines = [part for part in str(state.get(f"header|{file_key}") or "").replace("-", ",").split(",") if part.strip()]
    header = tuple(int(line) for line in lines) if lines and all(line.strip().isdecimal() for line in lines) else None
    return ReadingChoices(
        encoding=state.get(f"encoding|{file_key}"), sheet=state.get(f"sheet|{file_key}"), header=header
    )


def _choose_reading(report: ImportReport, file_key: str) -> None:
    """Offer the sheets, and behind a fold the encoding and the lines of the header."""
    if len(report.sheets) > 1:
        st.selectbox("Sheet", report.sheets, key=f"sheet|{file_key}")
    with st.expander("How the file is read"):
        said = {name: value for name, value in report.choices.items() if name in READING}
        st.text("\n".join(f"{name}: {value}" for name, value in said.items()) or "as it is")
        header = report.raw.layout.header if report.raw else ()
        shown = ", ".join(map(str, header)) or "1"
        st.text_input("Lines of the header", placeholder=shown, key=f"header|{file_key}", max_chars=20)
        if "encoding" in report.choices:
            st.selectbox("Encoding", ENCODINGS, index=None, placeholder="as found", key=f"encoding|{file_key}")


def _limits() -> Limits:
    """Return how large files may be, as the operator set it."""
    return limits_by(os.environ)


def _options(file_key: str, told: ReadingChoices, remembered: Choices) -> ImportOptions:
    return ImportOptions(
        told=told,
        limits=_limits(),
        known_ids=shelf.known_ids(),
        choices=mapping.choices_for(file_key, remembered),
        corrections=mending.corrections_for(file_key),
    )


def _report(name: str, data: bytes, options: ImportOptions, *, table: str | None = None) -> ImportReport | None:
    """Check the file, once for equal bytes and choices in a session; None while that goes on, which is then shown."""
    kept: dict[Any, ImportReport] = st.session_state.setdefault(_REPORTS, {})
    chosen = (options.told, options.choices, options.corrections)
    key = (hashlib.sha256(data).hexdigest(), name, repr(chosen), table, shelf.at())
    if key not in kept:
        package, ledger = shelf.shelf().package, shelf.shelf().workspace.ledger

        def read(watch: Watch) -> ImportReport:
            report = import_bytes(data, name, package, table_id=table, options=replace(options, watch=watch))
            return without_doubles(report, ledger, options.known_ids)

        report = running.outcome_of(key, read)
        if report is None:
            return None
        st.session_state[_REPORTS] = kept = {**dict(list(kept.items())[-1:]), key: report}
    return kept[key]


def _outcome(report: ImportReport) -> None:
    box = {
        Outcome.ACCEPT: st.success,
        Outcome.ACCEPT_WITH_WARNINGS: st.warning,
        Outcome.REJECT_WITH_MESSAGE: st.error,
    }[report.outcome]
    box(plain(report.message))


def _problems(problems: list[Problem]) -> None:
    """List the problems by kind, each with an example; the whole list is a download."""
    if not problems:
        return
    groups = group_problems(problems)
    rows = [
        {
            "Kind": group.example.severity.value,
            "Line": _say_lines(group.lines),
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


def _say_lines(lines: Iterable[int]) -> str:
    """Name the first lines, each once.

    >>> _say_lines([2, 2, 3]), _say_lines(range(1, 9))
    ('2, 3', '1, 2, 3, 4, 5 …')
    """
    once = list(dict.fromkeys(lines))
    return ", ".join(map(str, once[:5])) + (" …" if len(once) > 5 else "")


def _preview(report: ImportReport) -> None:
    st.markdown("**What will be added**")
    claims = report.claims.head(SHOWN_ROWS)
    filled_in = claims["inferred"].str.replace(",", ", ").str.replace("_", " ")
    said = claims.assign(say=say_claims(claims), inferred=filled_in)
    shown = said[[name for name in PREVIEW if said[name].notna().any()]].rename(columns=PREVIEW)
    st.dataframe(
        shown, hide_index=True, key="preview", height=min(38 * (len(shown) + 1), 420), alt="Reports to be added"
    )
    if len(report.claims) > SHOWN_ROWS:
        st.caption(f"The first {SHOWN_ROWS} of {len(report.claims):,}.")


def _done() -> None:
    """Tell what happened to the table that was added, and make room for the next one."""
    told = storing.told()
    if told is None:
        return
    kind, words = told
    if kind == "success":
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        st.session_state.pop(_REPORTS, None)
    (st.success if kind == "success" else st.error)(plain(words))
