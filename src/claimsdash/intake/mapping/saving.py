"""A mapping as a small TOML file, for the command line and for the next table of the same shape."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from claimsdash.domain.claim import FIELDS
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.intake.mapping.days import DAY_FIRST, DayStyle, read_day
from claimsdash.intake.mapping.model import Choices, Part, TableMapping
from claimsdash.intake.raw import RawTable

_FIELDS = frozenset(field.name for field in FIELDS)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


class MappingError(ClaimsdashError):
    """A text that is not a mapping as claimsdash writes it."""


def save_mapping(mapping: TableMapping) -> str:
    """Write what a mapping settles: answers, fields of all claims, and fields of each column of figures."""
    lines = ["# How a table becomes claims: see docs/uploads.md", ""]
    lines += [f"left_out = [{', '.join(map(_quote, mapping.left_out))}]", "", "[answers]"]
    lines += [f"{_quote(key)} = {_quote(answer)}" for key, answer in mapping.answers.items()]
    lines += ["", "[fields]", *(f"{name} = {_part(part)}" for name, part in mapping.fields.items())]
    for measure in mapping.measures:
        lines += ["", f"[columns.{_quote(measure.column)}]"]
        lines += [f"{name} = {_part(part)}" for name, part in measure.fields.items()]
    return "\n".join(lines) + "\n"


def read_mapping(text: str) -> Choices:
    """Read a mapping. Raises MappingError, naming the entry, for anything else."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise MappingError(f"The mapping is not TOML: {error}.") from error
    unknown = [name for name in table if name not in ("answers", "fields", "columns", "left_out")]
    if unknown:
        raise MappingError(f"A mapping has answers, fields, columns and left_out, but no {unknown[0][:60]}.")
    columns = _table(table, "columns")
    return Choices(
        {key: str(answer) for key, answer in _table(table, "answers").items()},
        _parts(_table(table, "fields")),
        {column: _parts(_table(columns, column)) for column in columns},
        tuple(str(name) for name in _list(table, "left_out")),
    )


def shape_key(raw: RawTable) -> str:
    """Return a key that two tables share when their columns do, dates and years in names apart.

    A daily file with one more date across has the same key as yesterday's.
    """
    shapes = dict.fromkeys(_shape(name) for name in raw.columns)
    return hashlib.blake2b("\x1f".join(shapes).encode(), digest_size=12).hexdigest()


def _shape(name: str) -> str:
    parts = ["<date>" if read_day(part, DayStyle(DAY_FIRST, 2000)) else part for part in name.split(" / ")]
    return _YEAR.sub("<year>", " / ".join(parts)).casefold()


def _table(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise MappingError(f"{name[:60]} in a mapping is a table of entries: write [{name[:60]}] and one entry a line.")
    return found


def _list(table: Mapping[str, Any], name: str) -> list[Any]:
    found = table.get(name, [])
    if not isinstance(found, list):
        raise MappingError(f'{name} in a mapping is a list of columns: write {name} = ["one", "other"].')
    return found


def _parts(table: Mapping[str, Any]) -> dict[str, Part]:
    return {field: _read_part(field, value) for field, value in table.items()}


def _read_part(field: str, value: Any) -> Part:
    if field not in _FIELDS:
        raise MappingError(f"{field[:60]} is no field of a claim: see the columns in docs/data-format.md.")
    if isinstance(value, str):
        return Part(constant=value, reason="the mapping says so")
    columns = value.get("column") if isinstance(value, dict) and len(value) == 1 else None
    columns = [columns] if isinstance(columns, str) else columns
    if not isinstance(columns, list) or not columns or not all(isinstance(name, str) for name in columns):
        raise MappingError(f'{field} in a mapping is a text, or {{column = "name"}}.')
    return Part(tuple(columns), reason="the mapping says so")


def _part(part: Part) -> str:
    if not part.columns:
        return _quote(part.constant)
    names = ", ".join(map(_quote, part.columns))
    return f"{{column = {names}}}" if len(part.columns) == 1 else f"{{column = [{names}]}}"


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'
