"""Reports as references: BibTeX, RIS and CSL-JSON, for reference managers and word processors.

Titles of pages are not collected, so a title says who claims what, and a note says that claimsdash made it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
import pandas as pd

from claimsdash.export.card import page_of
from claimsdash.export.names import is_known

_NOTE = "Title made by claimsdash; the words in quotes are as printed."
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}$&#%_"},
}

Report = Mapping[Any, Any]


def write_bibtex(reports: pd.DataFrame) -> str:
    """Return a BibTeX entry for each report of a claims table; keys are the report_ids in plain letters."""
    return "\n".join(_bibtex(row, key) for row, key in zip(_rows(reports), _keys(reports), strict=True))


def write_ris(reports: pd.DataFrame) -> str:
    """Return a RIS record for each report of a claims table."""
    return "".join("".join(f"{name}  - {text}\r\n" for name, text in _ris(row)) + "\r\n" for row in _rows(reports))


def write_csl(reports: pd.DataFrame) -> bytes:
    """Return CSL-JSON: an item for each report of a claims table."""
    items = [_csl(row, key) for row, key in zip(_rows(reports), _keys(reports), strict=True)]
    return orjson.dumps(items, option=orjson.OPT_INDENT_2)


def _rows(reports: pd.DataFrame) -> list[dict[Any, Any]]:
    return reports.to_dict("records")


def _keys(reports: pd.DataFrame) -> list[str]:
    """Return a citation key for each report: letters, digits and hyphens, no two alike."""
    keys: dict[str, int] = {}
    made = []
    for report_id in reports["report_id"]:
        key = re.sub(r"[^A-Za-z0-9]+", "-", report_id).strip("-") or "report"
        keys[key] = keys.get(key, 0) + 1
        made.append(key if keys[key] == 1 else f"{key}-{keys[key]}")
    return made


def _title(report: Report) -> str:
    quoted = f"“{_line(report['value_text'])}” " if is_known(report["value_text"]) else ""
    as_of = f", as of {report['as_of']}" if is_known(report["as_of"]) else ""
    return f"{_line(report['claimant_name'])}: {quoted}({report['unit']}){as_of}"


def _line(text: object) -> str:
    return " ".join(str(text).split())


def _date(report: Report) -> tuple[int, ...]:
    """Return year, month and day of publication, as far as they are known for sure; nothing for a span."""
    found = _DATE.fullmatch(report["reported_on"]) if is_known(report["reported_on"]) else None
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _bibtex(report: Report, key: str) -> str:
    date = "-".join(f"{part:02}" for part in _date(report))
    fields = {
        "title": f"{{{_tex(_title(report))}}}",
        "organization": _tex(_line(report["outlet_name"])) if is_known(report["outlet_name"]) else "",
        "date": date,
        "year": date[:4],
        "url": _url(report),
        "note": _tex(_NOTE),
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@online{{{key},\n{lines}}}\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)


def _url(report: Report) -> str:
    """Return the address, without what would end a field of BibTeX."""
    return re.sub(r"[{}\s\\]", lambda found: f"%{ord(found[0]):02X}", page_of(report["url"]))


def _ris(report: Report) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "TI", _title(report)
    if is_known(report["outlet_name"]):
        yield "PB", _line(report["outlet_name"])
    if date := _date(report):
        parts = [f"{part:02}" for part in date]
        yield "PY", parts[0]
        yield "DA", "/".join([*parts, *[""] * (4 - len(parts))])
    if url := page_of(report["url"]):
        yield "UR", url
    yield "ID", _line(report["report_id"])
    yield "N1", _NOTE
    yield "ER", ""


def _csl(report: Report, key: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": key, "type": "webpage", "title": _title(report), "note": _NOTE}
    if is_known(report["outlet_name"]):
        item["container-title"] = _line(report["outlet_name"])
    if date := _date(report):
        item["issued"] = {"date-parts": [list(date)]}
    if url := page_of(report["url"]):
        item["URL"] = url
    return item
