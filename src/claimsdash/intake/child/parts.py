"""What a workbook must pass before a reader opens it: looked at as a ZIP of XML parts, nothing kept.

A reader that lays out a sheet as a grid asks for 550 GB for one cell in the last corner, and ends the process; so the
last cell of each sheet is looked up here, in the text of its part.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from claimsdash.intake.limits import MEGABYTE, Limits
from claimsdash.intake.refusal import ReadingError

_CHUNK_BYTES = 262_144
_OVERLAP_BYTES = 300
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_PLACE = re.compile(rb"<(?:\w+:)?(?:c|row)\s[^>]*?\br\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,9})[\"']")
_ENCRYPTED = 0x1

XLSX_TYPE = "xlsx"
ODS_TYPE = "ods"


def check_parts(data: bytes, limits: Limits) -> str:
    """Return whether it is an XLSX or an ODS workbook.

    Raises ReadingError for one that is damaged, locked, above the limits or declares XML entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            kind = _check_list(file, limits)
            left = limits.unpacked_bytes
            for part in file.infolist():
                left -= _check_part(file, part, left, limits)
            return kind
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise ReadingError("The workbook is damaged: open it in a spreadsheet program and save it anew.") from error


def _check_list(file: zipfile.ZipFile, limits: Limits) -> str:
    parts = file.infolist()
    if len(parts) > limits.parts:
        raise ReadingError(f"The workbook has {len(parts):,} parts, more than the {limits.parts:,} that are read.")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise ReadingError("The workbook is protected by a password: save it without one.")
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise ReadingError(_too_large(limits))
    names = {part.filename.lower() for part in parts}
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        raise ReadingError("This is a ZIP, but not an XLSX or ODS workbook: give the table inside.")
    return XLSX_TYPE if "xl/workbook.xml" in names else ODS_TYPE


def _check_part(file: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, limits: Limits) -> int:
    """Read one part to its end and return its size: what the ZIP declares may be a lie."""
    size, tail, last = 0, b"", (0, 0)
    is_sheet = part.filename.lower().startswith("xl/worksheets/")
    for chunk in _chunks(file, part):
        size += len(chunk)
        if size > left or (size > MEGABYTE and size > limits.ratio * max(part.compress_size, 1)):
            raise ReadingError(_too_large(limits))
        text = tail + chunk.replace(b"\0", b"")
        if _DECLARATION.search(text) and not part.filename.lower().endswith((".bin", ".png", ".jpg", ".jpeg")):
            raise ReadingError("The workbook declares XML entities, which no table needs: save it anew as XLSX.")
        last = _furthest(text, last) if is_sheet else last
        tail = text[-_OVERLAP_BYTES:]
    check_reach(last, limits)
    return size


def _chunks(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with file.open(part) as opened:
        while chunk := opened.read(_CHUNK_BYTES):
            yield chunk


def _furthest(text: bytes, last: tuple[int, int]) -> tuple[int, int]:
    row, column = last
    for letters, digits in _PLACE.findall(text):
        row, column = max(row, int(digits)), max(column, column_number(letters.decode()))
    return row, column


def column_number(letters: str) -> int:
    """Return the place of a column from its letters.

    >>> column_number("A"), column_number("AB"), column_number("XFD")
    (1, 28, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def check_reach(last: tuple[int, int], limits: Limits) -> None:
    """Raise ReadingError for a sheet whose last row or column is beyond the limits."""
    row, column = last
    if row > limits.rows + 1 or column > limits.columns or row * column > limits.cells:
        raise ReadingError(
            f"A sheet reaches to row {row:,} and column {column:,}, beyond the {limits.rows:,} rows, {limits.columns} "
            f"columns and {limits.cells:,} cells that are read. Delete the rows and columns that hold no data."
        )


def _too_large(limits: Limits) -> str:
    return (
        f"The workbook unpacks to more than {limits.unpacked_bytes // MEGABYTE} MB, or to more than {limits.ratio} "
        "times its size: save the table alone, as CSV."
    )
