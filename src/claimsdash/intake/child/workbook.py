"""Workbooks: one sheet to rows of texts. XLSX, XLSM (its macros are never looked at), ODS and the old XLS."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from claimsdash.intake.child.marked_cells import NO_MARKS, Marks
from claimsdash.intake.child.ods import check_ods, marks_of_ods
from claimsdash.intake.child.output import About, MergedRange, Note, write_output
from claimsdash.intake.child.parts import ODS_TYPE, check_parts
from claimsdash.intake.child.texts import percent_text, text_of
from claimsdash.intake.child.xlsx import marks_of_xlsx
from claimsdash.intake.layout import is_figure
from claimsdash.intake.limits import Limits
from claimsdash.intake.refusal import ReadingError

_DAMAGED = "The workbook is damaged: open it in a spreadsheet program and save it anew."
_MOST_LOOKED_AT = 20
_TOP_ROWS = 60
_OLD = b"\xd0\xcf\x11\xe0"


def write(data: bytes, wanted: str | None, limits: Limits) -> None:
    """Write the wanted sheet, or the first visible one that holds a table."""
    kind = "xls" if data.startswith(_OLD) else check_parts(data, limits)
    if kind == ODS_TYPE:
        check_ods(data, limits)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = _sheets(workbook, wanted)
        chosen = wanted if wanted is not None and wanted in sheets else _choose(workbook, sheets, wanted)
        sheet = workbook.get_sheet_by_name(chosen)
        merged = _merged(sheet)
    except PasswordError as error:
        raise ReadingError("The workbook is protected by a password: save it without one.") from error
    except CalamineError as error:
        raise ReadingError(_say_damage(error, kind)) from error
    marks = _marks(data, chosen, kind)
    notes = [*_passed_over(sheets, chosen, wanted), *marks.notes]
    write_output(About({"sheet": chosen}, sheets, notes, merged), _rows(sheet, marks, limits))


def _sheets(workbook: CalamineWorkbook, wanted: str | None) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and (sheet.visible == SheetVisibleEnum.Visible or sheet.name == wanted)
    ]


def _choose(workbook: CalamineWorkbook, sheets: list[str], wanted: str | None) -> str:
    if not sheets:
        raise ReadingError("The workbook has no visible sheet: unhide the one to read.")
    if wanted is not None and wanted not in sheets:
        raise ReadingError(f"The workbook has no sheet {wanted}: choose one of {', '.join(sheets[:20])}.")
    looked_at = sheets[:_MOST_LOOKED_AT] if len(sheets) > 1 else []
    return next((name for name in looked_at if _holds_table(workbook.get_sheet_by_name(name))), sheets[0])


def _holds_table(sheet: CalamineSheet) -> bool:
    """Return whether two rows that follow each other near the top hold a figure beside something else."""
    before = False
    for cells in islice(sheet.iter_rows(), _TOP_ROWS):
        texts = [str(cell) for cell in cells if cell != ""]
        now = len(texts) > 1 and any(map(is_figure, texts))
        if now and before:
            return True
        before = now
    return False


def _passed_over(sheets: list[str], chosen: str, wanted: str | None) -> list[Note]:
    """Say which sheets stand before and behind the chosen one, where nobody chose it."""
    if wanted is not None or len(sheets) < 2:
        return []
    before, after = sheets[: sheets.index(chosen)], sheets[sheets.index(chosen) + 1 :]
    passed = f"; before it: {_names(before)}, without a table" if before else ""
    left = f"; not read: {_names(after)}" if after else ""
    reason = f"is the first sheet with figures{passed}{left}"
    return [Note(None, None, chosen[:60], reason, "Nothing, if it is the one; else choose another sheet.")]


def _names(sheets: list[str]) -> str:
    return ", ".join(name[:40] for name in sheets[:5]) + (", …" if len(sheets) > 5 else "")


def _say_damage(error: CalamineError, kind: str) -> str:
    if kind == "xls" and any(word in str(error).lower() for word in ("password", "encrypt", "stream")):
        return "The workbook is protected by a password, or is no workbook: save it as XLSX without a password."
    return _DAMAGED


def _merged(sheet: CalamineSheet) -> list[MergedRange]:
    ranges = sheet.merged_cell_ranges or []
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges[:10_000]]


def _marks(data: bytes, sheet: str, kind: str) -> Marks:
    """Return which cells are shares, errors or without a result; the old format hides that from us."""
    if kind == "xls":
        return NO_MARKS
    return marks_of_ods(data, sheet) if kind == ODS_TYPE else marks_of_xlsx(data, sheet)


def _rows(sheet: CalamineSheet, marks: Marks, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        shares = marks.shares.get(line, ())
        texts = [text_of(cell, limits) for cell in cells]
        for column in shares:
            if column <= len(cells):
                texts[column - 1] = _share(cells[column - 1], texts[column - 1])
        yield line, texts


def _share(value: Any, text: str) -> str:
    return percent_text(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else text
