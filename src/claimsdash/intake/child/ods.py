"""What the content of an OpenDocument spreadsheet says about its cells, and how far its sheets reach.

Rows and cells may be repeated by a number: a few bytes can stand for a million rows.
"""

import io
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from claimsdash.intake.child.marked_cells import NO_MARKS, Marks
from claimsdash.intake.child.parts import check_reach
from claimsdash.intake.limits import Limits
from claimsdash.intake.refusal import ReadingError

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_MOST_MARKED = 500


def check_ods(data: bytes, limits: Limits) -> None:
    """Raise ReadingError for sheets that reach beyond the limits."""
    try:
        scan = _scan(data, None)
    except (expat.ExpatError, KeyError, ValueError) as error:
        raise ReadingError("The workbook is damaged: open it in a spreadsheet program and save it anew.") from error
    for reach in scan.reaches:
        check_reach(reach, limits)


def marks_of_ods(data: bytes, sheet: str) -> Marks:
    """Find the marked cells of a sheet."""
    try:
        return _scan(data, sheet).marks
    except (expat.ExpatError, KeyError, ValueError):
        return NO_MARKS


def _scan(data: bytes, sheet: str | None) -> "_Scan":
    scan = _Scan(sheet)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parser.Parse(file.read("content.xml"), True)
    return scan


@dataclass
class _Scan:
    """One pass over the content: the place, and how far down and right anything stands in each sheet."""

    sheet: str | None
    marks: Marks = field(default_factory=Marks)
    reaches: list[tuple[int, int]] = field(default_factory=list)
    line: int = 0
    repeated: int = 1
    column: int = 0
    is_wanted: bool = False

    def start(self, name: str, attributes: dict[str, Any]) -> None:
        if name == f"{_TABLE}table":
            self.reaches.append((0, 0))
            self.line, self.repeated = 0, 1
            self.is_wanted = attributes.get(f"{_TABLE}name") == self.sheet
        elif name == f"{_TABLE}table-row":
            self.line += self.repeated if self.line else 1
            self.repeated = _times(attributes, "rows")
            self.column = 1
        elif name in _CELLS:
            times = _times(attributes, "columns")
            if f"{_OFFICE}value-type" in attributes:
                self._reach(times)
                self._mark(attributes, times)
            self.column += times

    def end(self, name: str) -> None:
        if name == f"{_TABLE}table":
            self.is_wanted = False

    def _reach(self, times: int) -> None:
        if self.reaches:
            row, column = self.reaches[-1]
            last_row, last_column = self.line + self.repeated - 1, self.column + times - 1
            self.reaches[-1] = (max(row, last_row), max(column, last_column))

    def _mark(self, attributes: dict[str, Any], times: int) -> None:
        if not self.is_wanted:
            return
        lines = range(self.line, self.line + min(self.repeated, _MOST_MARKED))
        columns = range(self.column, self.column + min(times, _MOST_MARKED))
        if attributes.get(f"{_CALC}value-type") == "error":
            self.marks.add_error(self.line, self.column, "error")
        elif attributes.get(f"{_OFFICE}value-type") == "percentage":
            for line in lines:
                self.marks.shares.setdefault(line, []).extend(columns)


def _times(attributes: dict[str, Any], kind: str) -> int:
    return max(int(attributes.get(f"{_TABLE}number-{kind}-repeated", "1")), 1)
