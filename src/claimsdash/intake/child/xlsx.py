"""What the parts of an XLSX workbook say about its cells beyond their values."""

import io
import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from claimsdash.intake.child.marked_cells import NO_MARKS, Marks
from claimsdash.intake.child.parts import column_number

_PERCENT_FORMATS = frozenset((9, 10))
"""The numbers of the built-in formats `0%` and `0.00%` (ECMA-376 part 1, 18.8.30)."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORTH_A_LOOK = re.compile(rb"<(?:\w+:)?f[\s>/]|\bt=[\"']e[\"']|\bs=[\"']")


def marks_of_xlsx(data: bytes, sheet: str) -> Marks:
    """Find the marked cells of a sheet; of parts that cannot be read so, none. Parts hold no DOCTYPE by now."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = {name.lower(): name for name in file.namelist()}
            part = names.get(_part_of(file, names, sheet).lower())
            xml = file.read(part) if part else b""
            shares = _share_styles(file, names)
        return _scan(xml, shares) if _WORTH_A_LOOK.search(xml) else NO_MARKS
    except (ElementTree.ParseError, expat.ExpatError, KeyError, ValueError):
        return NO_MARKS


def _part_of(file: zipfile.ZipFile, names: dict[str, str], sheet: str) -> str:
    book = _tree(file, names, "xl/workbook.xml")
    relations = _tree(file, names, "xl/_rels/workbook.xml.rels")
    wanted = next(one.get(_RELATION) for one in book.iter() if _local(one) == "sheet" and one.get("name") == sheet)
    target = next((one.get("Target") or "" for one in relations.iter() if one.get("Id") == wanted), "")
    return target.removeprefix("/") if target.startswith("/") else normpath(join("xl", target))


def _tree(file: zipfile.ZipFile, names: dict[str, str], part: str) -> ElementTree.Element:
    return ElementTree.fromstring(file.read(names[part]))  # noqa: S314 - parts with a DOCTYPE were refused before


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _share_styles(file: zipfile.ZipFile, names: dict[str, str]) -> frozenset[str]:
    """Return the numbers of the cell styles whose format shows a number as per cent."""
    if "xl/styles.xml" not in names:
        return frozenset()
    styles = _tree(file, names, "xl/styles.xml")
    formats = set(_PERCENT_FORMATS)
    for one in styles.iter():
        if _local(one) == "numFmt" and "%" in re.sub(r'"[^"]*"|\\.', "", one.get("formatCode", "")):
            formats.add(int(one.get("numFmtId", "0")))
    cells = next((one for one in styles.iter() if _local(one) == "cellXfs"), ())
    return frozenset(str(place) for place, one in enumerate(cells) if int(one.get("numFmtId", "0")) in formats)


def _scan(xml: bytes, shares: frozenset[str]) -> Marks:
    scan = _Scan(shares)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    parser.buffer_text = True
    parser.Parse(xml, True)
    return scan.marks


@dataclass
class _Scan:
    """One pass over a sheet: where we are, and what the cell at hand holds."""

    shares: frozenset[str]
    marks: Marks = field(default_factory=Marks)
    line: int = 0
    column: int = 0
    cell: dict[str, Any] | None = None
    inside: str = ""
    held: dict[str, str] = field(default_factory=lambda: defaultdict(str))

    def start(self, name: str, attributes: dict[str, Any]) -> None:
        local = name.rpartition(" ")[2]
        if local == "row":
            self.line = int(attributes.get("r", self.line + 1))
            self.column = 0
        elif local == "c":
            letters = re.match("[A-Za-z]{1,3}", attributes.get("r", ""))
            self.column = column_number(letters[0]) if letters else self.column + 1
            self.cell = attributes
            self.held.clear()
        elif local in ("f", "v") and self.cell is not None:
            self.inside = local
            self.held[local] += ""

    def text(self, text: str) -> None:
        if self.inside and len(self.held[self.inside]) < 100:
            self.held[self.inside] += text

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if local in ("f", "v"):
            self.inside = ""
        elif local == "c" and self.cell is not None:
            self._mark(self.cell)
            self.cell = None

    def _mark(self, cell: dict[str, Any]) -> None:
        if cell.get("t") == "e":
            self.marks.add_error(self.line, self.column, self.held["v"] or "#N/A")
        elif "f" in self.held and not self.held["v"] and cell.get("t") != "str":
            self.marks.add_unfinished(self.line, self.column, self.held["f"])
        elif cell.get("s") in self.shares and cell.get("t", "n") == "n" and self.held["v"]:
            self.marks.shares[self.line].append(self.column)
