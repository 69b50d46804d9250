"""The process that opens a workbook: a fresh interpreter with limits, which may die without harm to anyone.

It takes the bytes on standard input and writes to standard output one line of JSON with the sheets, then CSV: the row
of the sheet, and its cells as text. Code 3 means a refusal, with its message on standard error. It never imports
pandas, which takes longer than any sheet.
"""

import csv
import datetime
import io
import json
import sys
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from claimsdash.intake.limits import Limits
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.workbook_parts import check_parts

REFUSED = 3


def main() -> None:
    """Read the request from the arguments, limit this process, and write the sheet."""
    request = json.loads(sys.argv[1])
    limits = Limits(**request["limits"])
    limit_process(limits)
    try:
        write_sheet(sys.stdin.buffer.read(), request["sheet"], limits)
    except ReadingError as refusal:
        sys.stderr.write(str(refusal))
        raise SystemExit(REFUSED) from refusal


def limit_process(limits: Limits) -> None:
    """Set the limits of this process, where the system has such limits."""
    try:
        import resource
    except ImportError:
        return
    seconds = limits.processor_seconds
    for kind, most in (
        (resource.RLIMIT_CPU, (seconds, seconds + 1)),
        (resource.RLIMIT_AS, (limits.memory_bytes,) * 2),
        (resource.RLIMIT_FSIZE, (limits.text_bytes,) * 2),
        (resource.RLIMIT_CORE, (0, 0)),
    ):
        resource.setrlimit(kind, most)


def write_sheet(data: bytes, wanted: str | None, limits: Limits) -> None:
    """Write the wanted sheet, or the first that is visible."""
    check_parts(data, limits)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
            and (sheet.visible == SheetVisibleEnum.Visible or sheet.name == wanted)
        ]
        chosen = _choose(sheets, wanted)
        rows = workbook.get_sheet_by_name(chosen).iter_rows()
    except CalamineError as error:
        raise ReadingError("The workbook is damaged: open it in a spreadsheet program and save it anew.") from error
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")  # type: ignore[union-attr]  # a real stream
    sys.stdout.write(json.dumps({"sheet": chosen, "sheets": sheets}) + "\n")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for number, cells in enumerate(rows, start=1):
        writer.writerow([number, *(_text(cell, limits) for cell in cells)])
    sys.stdout.flush()


def _choose(sheets: list[str], wanted: str | None) -> str:
    if not sheets:
        raise ReadingError("The workbook has no visible sheet: unhide the one to read.")
    if wanted is not None and wanted not in sheets:
        raise ReadingError(f"The workbook has no sheet {wanted}: choose one of {', '.join(sheets[:20])}.")
    return wanted or sheets[0]


def _text(cell: Any, limits: Limits) -> str:
    """Write a cell as a person would type it: whole numbers without a point, days in ISO 8601."""
    if isinstance(cell, str):
        if len(cell) > limits.cell_characters:
            raise ReadingError(f"A cell has {len(cell):,} characters, more than the {limits.cell_characters:,} read.")
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return format(Decimal(f"{cell:.15g}"), "f")
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, (datetime.date, datetime.time)) else str(cell)


if __name__ == "__main__":
    main()
