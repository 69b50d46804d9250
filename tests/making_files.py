"""Files for tests: workbooks written part by part, so that they can hold what no program would write."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import openpyxl

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def a_sheet(*cells: tuple[str, str]) -> str:
    """Return the XML of a sheet with texts at the places given."""
    rows = "".join(
        f'<row r="{re.sub("[A-Z]+", "", place)}"><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for place, text in cells
    )
    return f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def a_zip(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def workbook_parts(sheet: str) -> dict[str, str | bytes]:
    """Return the parts of the least workbook with one sheet."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="claims" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet,
    }


def a_workbook(
    *rows: Sequence[str | float | bool | date | datetime | None], **sheets: Iterable[Sequence[str]]
) -> bytes:
    """Return a workbook of one sheet with the rows, and further sheets by name."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    for row in rows:
        first.append(list(row))
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for line in more:
            sheet.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODS_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def an_ods(*rows: str) -> bytes:
    """Return an OpenDocument spreadsheet of one sheet from the XML of its rows (see `ods_row`)."""
    content = (
        f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" '
        f'xmlns:text="{_ODF}:text:1.0"><office:body><office:spreadsheet><table:table table:name="claims">'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_MIMETYPE}"/></manifest:manifest>'
    )
    return a_zip({"mimetype": ODS_MIMETYPE, "content.xml": content, "META-INF/manifest.xml": manifest})


def ods_row(*cells: str | float, repeated: int = 1) -> str:
    """Return a row of texts and numbers; a text such as `45%` is a share."""
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(map(_ods_cell, cells))}</table:table-row>'
    )


def _ods_cell(cell: str | float) -> str:
    if isinstance(cell, str) and cell.endswith("%"):
        kind = f'office:value-type="percentage" office:value="{float(cell[:-1]) / 100}"'
    elif isinstance(cell, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {kind}><text:p>{cell}</text:p></table:table-cell>"
