"""A view as an XLSX workbook: the table first, then a sheet that says what it holds and how it was made."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from claimsdash.domain.claim import Field, FieldType
from claimsdash.export.notes import ViewNotes
from claimsdash.export.view_table import VIEW_FIELDS
from claimsdash.intake.problems import safe_cell

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds (Excel specifications and limits)."""

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SHEETS = ("reports", "readme")
_WIDTHS = {FieldType.NUMBER: 13, FieldType.DAY: 12, FieldType.PERIOD: 13, FieldType.URL: 30}
_BOLD = Font(bold=True)
_GUARDED = (
    "An apostrophe stands before text that a spreadsheet would run as a formula; claimsdash takes it away on import."
)
_ROWS = (
    "One row is one report. Reports with the same claim_id repeat one claim, which counts once: `speaks` is TRUE for "
    "the one that stands for it, its own document or else its earliest report."
)
_RAW = "Raw: texts stand as they were given, none is guarded. Do not save this as CSV and open that in a spreadsheet."


def write_workbook(table: pd.DataFrame, notes: ViewNotes, *, raw: bool = False) -> bytes:
    """Return the table of a view as XLSX, with real numbers, dates where a full day is known, and a frozen header.

    Takes a table in the columns of VIEW_FIELDS. No text becomes a formula or a link: each is written as a text, and
    guarded besides as in CSV unless `raw`. A text longer than a cell holds is cut, and ends in an ellipsis.
    """
    book = Workbook(write_only=True)
    reports, readme = (book.create_sheet(name) for name in _SHEETS)
    reports.freeze_panes = "B2"
    for place, field in enumerate(VIEW_FIELDS, start=1):
        reports.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(field.holds, 18)
    for row in _rows(table, raw=raw):
        reports.append([_cell(reports, value) for value in row])
    reports.auto_filter.ref = f"A1:{get_column_letter(len(VIEW_FIELDS))}{len(table) + 1}"
    readme.column_dimensions["A"].width, readme.column_dimensions["B"].width = 24, 110
    for name, text in _readme(notes, raw=raw):
        readme.append([_cell(readme, name, bold=True), _cell(readme, text)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(table: pd.DataFrame, *, raw: bool) -> Iterable[Sequence[Any]]:
    yield [field.name for field in VIEW_FIELDS]
    yield from zip(
        *(map(_reader(field, raw=raw), table[field.name].tolist()) for field in VIEW_FIELDS),
        strict=True,
    )


def _reader(field: Field, *, raw: bool) -> Callable[[Any], Any]:
    if field.holds is FieldType.DAY:
        return lambda value: None if pd.isna(value) else value.date()
    if field.holds in (FieldType.NUMBER, FieldType.WHOLE, FieldType.YES_NO):
        return lambda value: None if pd.isna(value) else value
    if field.holds is FieldType.PERIOD:
        return lambda value: _day_or_text(value, raw=raw)
    return lambda value: _text(value, raw=raw)


def _day_or_text(value: Any, *, raw: bool) -> Any:
    """Return a date for a full day; a month, a span or an approximate date stays the text that it is."""
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return _text(value, raw=raw)
    return day if day.isoformat() == value and day.year >= 1901 else _text(value, raw=raw)


def _text(value: Any, *, raw: bool) -> str | None:
    if not isinstance(value, str):
        return None
    return value if raw else safe_cell(value)


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    if value is None:
        return None
    cell = WriteOnlyCell(sheet, _holdable(value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if bold:
        cell.font = _BOLD
    return cell


def _holdable(text: str) -> str:
    """Return the text as XML can hold it; what looks like an escape of the format (_x0041_) is escaped itself."""
    seen = _ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("�", text))
    return seen if len(seen) <= LONGEST_CELL else f"{seen[: LONGEST_CELL - 1]}…"


def _readme(notes: ViewNotes, *, raw: bool) -> Iterable[tuple[str, str]]:
    yield from notes.facts
    yield "Texts", _RAW if raw else _GUARDED
    yield "Rows", _ROWS
    yield "Blank cells", "unknown or open, never zero"
    yield "", ""
    yield "Column", "Holds"
    for field in VIEW_FIELDS:
        words = f" One of: {', '.join(field.vocabulary)}." if field.vocabulary else ""
        yield field.name, field.meaning + words
