"""The descriptor of a bundle: types, vocabularies and keys of its tables, as a Data Package of version 2."""

import types
from collections.abc import Iterable, Mapping
from dataclasses import Field as Column
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from claimsdash.domain.claim import Field, FieldType
from claimsdash.export.bundle.side_tables import VAGUE_COLUMNS, SideTable
from claimsdash.export.notes import LICENCE, ViewNotes
from claimsdash.export.tables import CORE_FIELDS

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MISSING = [{"value": "", "label": "not stated, not known, or open"}]
"""Missing values with their label, after Table Schema 2.0."""

_TYPES = {FieldType.NUMBER: "number", FieldType.WHOLE: "integer", FieldType.YES_NO: "boolean"}
_COLUMN_TYPES: Mapping[Any, str] = {float: "number", int: "integer", bool: "boolean"}
_LICENCE = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "CC0 1.0 Universal",
}
_KEYS = {
    "topics": "key",
    "sources": "key",
    "assumptions": "key",
    "events": "label",
    "vague_words": "word",
}

Json = dict[str, Any]


def _foreign(column: str, table: str) -> Json:
    return {"fields": [column], "reference": {"resource": table, "fields": ["key"]}}


_CLAIM_KEYS: Json = {
    "primaryKey": ["report_id"],
    "foreignKeys": [_foreign("topic", "topics"), _foreign("claimant", "sources"), _foreign("outlet", "sources")],
}


def describe_bundle(name: str, notes: ViewNotes, tables: Iterable[SideTable]) -> Json:
    """Return the descriptor of a bundle with claims.csv, the side tables, vague_words.csv and units.txt."""
    return {
        "$schema": PROFILE,
        "name": name,
        "title": notes.title,
        "description": f"{notes.counted}. Filters: {notes.filters or 'none'}. {notes.rule} {LICENCE}.",
        "version": notes.data[:12],
        "licenses": [_LICENCE],
        "claimsdash": {"view": notes.address, "data_sha256": notes.data, "made_with": notes.edition},
        "resources": [
            _table("claims", "Reports", [_claim_field(field) for field in CORE_FIELDS], **_CLAIM_KEYS),
            *(_described(table) for table in tables),
            _table("vague_words", "Vague words", [_vague(column) for column in VAGUE_COLUMNS]),
            {
                "name": "units",
                "title": "Units, in the language of pint",
                "path": "units.txt",
                "format": "txt",
                "mediatype": "text/plain",
                "encoding": "utf-8",
            },
        ],
    }  # fmt: skip  # several to a line


def _vague(column: str) -> Json:
    return {"name": column, "type": "number" if column in ("low", "high") else "string"}


def _table(name: str, title: str, fields: list[Json], **schema: Any) -> Json:
    key = {"primaryKey": [_KEYS[name]]} if name in _KEYS else {}
    return {
        "name": name.replace("_", "-"),
        "type": "table",
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": MISSING, **key, **schema},
    }


def _claim_field(field: Field) -> Json:
    described: Json = {"name": field.name, "type": _TYPES.get(field.holds, "string"), "description": field.meaning}
    constraints: Json = {"required": True} if field.required or field.name == "report_id" else {}
    if field.vocabulary:
        described["categories"] = [str(word) for word in field.vocabulary]
        constraints["enum"] = [str(word) for word in field.vocabulary]
    return described | ({"constraints": constraints} if constraints else {})


def _described(table: SideTable) -> Json:
    hints = get_type_hints(table.row_type)
    fields = [_column(column, hints[column.name]) for column in table.columns]
    foreign = {"assumptions": [_foreign("said_by", "sources")], "known_problems": [_of_claims()]}.get(table.name)
    title = table.name.replace("_", " ").capitalize()
    return _table(table.name, title, fields, **({"foreignKeys": foreign} if foreign else {}))


def _of_claims() -> Json:
    return {"fields": ["report_id"], "reference": {"resource": "claims", "fields": ["report_id"]}}


def _column(column: Column[Any], hint: Any) -> Json:
    kind = get_args(hint)[0] if isinstance(hint, types.UnionType) else hint
    described: Json = {"name": column.name, "type": _COLUMN_TYPES.get(kind, "string")}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        described["categories"] = [str(word) for word in kind]
    return described
