"""How the columns of an uploaded table become claims: shown with reasons, questions to answer, fields to change."""

import pandas as pd
import streamlit as st

from claimsdash.app import shelf
from claimsdash.app.plain import plain
from claimsdash.intake.importing import ImportReport
from claimsdash.intake.mapping import Choices, Part, Question, TableMapping, save_mapping
from claimsdash.store.imports import remembered_choices

CHANGEABLE = ("claimant", "topic", "unit", "as_of", "since", "reported_on", "outlet", "scope", "url", "notes")
_COLUMN, _THROUGHOUT = "From column", "The same in every row"
_ANSWER = "answer|"
_SHORT = 12
"""Characters of answers that stand side by side."""


def choices_for(file_key: str, remembered: Choices) -> Choices:
    """Return what was chosen on the page for a file, over what is remembered from the last table of its shape."""
    prefix = f"{_ANSWER}{file_key}|"
    answers = {
        key.removeprefix(prefix): str(value)
        for key, value in st.session_state.items()
        if isinstance(key, str) and key.startswith(prefix) and value
    }
    fields = dict(remembered.fields)
    for row, edited in st.session_state.get(f"fields|{file_key}", {}).get("edited_rows", {}).items():
        part = _part(edited)
        if part:
            fields[CHANGEABLE[int(row)]] = part
    return Choices({**remembered.answers, **answers}, fields, remembered.measures, remembered.left_out)


def show(report: ImportReport, file_key: str) -> None:
    """Draw the questions, then where each field comes from."""
    mapping = report.mapping
    if mapping is None:
        return
    _questions(mapping, file_key)
    with st.expander("How the columns become claims", expanded=False):
        _fields(report, mapping, file_key)
        _figures(mapping)
        _left_out(report, mapping)
        st.download_button(
            "Save this mapping (TOML)",
            data=lambda: save_mapping(mapping),
            file_name="mapping.toml",
            on_click="ignore",
            key="save_mapping",
        )


def _questions(mapping: TableMapping, file_key: str) -> None:
    """Ask what is open, and offer to change what was read as proposed."""
    asked = [question for question in mapping.questions if question.proposal is None]
    for question in asked:
        _ask(question, mapping, file_key)
    others = [question for question in mapping.questions if question.proposal is not None]
    if others:
        with st.expander(f"Read as proposed ({len(others)})", expanded=False):
            for question in others:
                _ask(question, mapping, file_key)


def _ask(question: Question, mapping: TableMapping, file_key: str) -> None:
    said = {option.answer: option.says for option in question.options}
    answers = list(said)
    current = mapping.answers.get(question.key)
    label = plain(f"{question.asks} ({question.seen})")
    key = f"{_ANSWER}{file_key}|{question.key}"
    place = answers.index(current) if current in said else None
    if question.may_be_typed:
        options = answers if current in said or current is None else [current, *answers]
        st.selectbox(
            label,
            options,
            index=None if current is None else options.index(current),
            format_func=lambda answer: said.get(answer, answer),
            accept_new_options=True,
            placeholder="Choose, or type another",
            key=key,
        )
    else:
        short = max(map(len, said.values()), default=0) < _SHORT
        st.radio(label, answers, index=place, format_func=lambda answer: plain(said[answer]), key=key, horizontal=short)


def _fields(report: ImportReport, mapping: TableMapping, file_key: str) -> None:
    """Show each field with its source and reason; an edited row overrules what was found."""
    columns = list(report.raw.columns) if report.raw else []
    rows = [_row(field, mapping) for field in CHANGEABLE]
    st.data_editor(
        pd.DataFrame(rows),
        hide_index=True,
        disabled=["Field", "Why"],
        column_config={_COLUMN: st.column_config.SelectboxColumn(options=columns)},
        key=f"fields|{file_key}",
    )


def _row(field: str, mapping: TableMapping) -> dict[str, str | None]:
    part = mapping.fields.get(field)
    if part is None:
        of_columns = any(field in measure.fields for measure in mapping.measures)
        why = "by the column of the figure, below" if of_columns else "not in the table"
        return {"Field": field, _COLUMN: None, _THROUGHOUT: "", "Why": why}
    several = f"columns {', '.join(part.columns)}: " if len(part.columns) > 1 else ""
    column = part.columns[0] if len(part.columns) == 1 else None
    return {"Field": field, _COLUMN: column, _THROUGHOUT: part.constant, "Why": several + part.reason}


def _part(edited: dict[str, str | None]) -> Part | None:
    if edited.get(_THROUGHOUT):
        return Part(constant=str(edited[_THROUGHOUT]), reason="as you chose")
    if edited.get(_COLUMN):
        return Part((str(edited[_COLUMN]),), reason="as you chose")
    return None


def _figures(mapping: TableMapping) -> None:
    rows = [
        {
            "Column of figures": measure.column,
            "Gives": ", ".join(
                f"{field}: {part.constant or ', '.join(part.columns)}" for field, part in measure.fields.items()
            ),
            "Why": "; ".join(dict.fromkeys(part.reason for part in measure.fields.values())),
        }
        for measure in mapping.measures
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, key="figures", alt="Columns of figures and what they give")


def _left_out(report: ImportReport, mapping: TableMapping) -> None:
    """List the columns and lines that are not read as figures."""
    rows = [{"What": f"column {name}", "Says": "", "Why": reason} for name, reason in mapping.left_out.items()]
    if report.raw:
        dropped = report.raw.layout.dropped
        rows += [{"What": f"line {one.line}", "Says": one.text, "Why": one.reason} for one in dropped]
    if rows:
        st.dataframe(pd.DataFrame(rows), hide_index=True, key="left_out", alt="Columns and lines that are left out")


def remembered(report: ImportReport) -> Choices:
    """Return how the last table of the same shape was read in this workspace."""
    return remembered_choices(shelf.shelf().workspace.ledger, report) or Choices()
