"""Tables in JSON: records, columns, rows, records under keys, and records a line; nested objects become columns."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

from claimsdash.intake.child.output import MOST_NOTES, About, Note, write_output
from claimsdash.intake.child.texts import text_of
from claimsdash.intake.limits import Limits
from claimsdash.intake.refusal import ReadingError

_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_NO_TABLE = "The JSON holds no table: give a list of objects, an object of equally long lists, or an object of objects."

Record = dict[str, Any]


class _Number(str):
    """A number as written: never rounded, never read as another."""


def write(data: bytes, wanted: str | None, limits: Limits) -> None:
    """Write the one table of the file, or the list of that name where there are several."""
    text = _decode(data)
    check_depth(text, limits)
    tables = find_tables(_parse(text, limits))
    chosen = _choose(tables, wanted)
    notes: list[Note] = []
    records = [_flatten(record, place, notes) for place, record in enumerate(tables[chosen], start=1)]
    names = list(dict.fromkeys(name for record in records for name in record))
    if len(names) > limits.columns:
        raise ReadingError(f"The table has {len(names):,} columns, more than the {limits.columns:,} that are read.")
    choices = {"table": chosen} if chosen else {}
    write_output(About(choices, [name for name in tables if name], notes), _rows(records, names, limits))


def _decode(data: bytes) -> str:
    try:
        return data.decode(json.detect_encoding(data))
    except (UnicodeDecodeError, LookupError) as error:
        raise ReadingError("The JSON is not in UTF-8: save it as UTF-8.") from error


def check_depth(text: str, limits: Limits) -> None:
    """Raise ReadingError for text in which brackets nest deeper than the limit.

    >>> from claimsdash.intake.limits import DEFAULT_LIMITS
    >>> check_depth('[{"a": "[[[["}]', DEFAULT_LIMITS)
    """
    depth = 0
    for bracket in _BRACKETS.findall(_STRINGS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > limits.json_depth:
            raise ReadingError(f"The JSON is nested deeper than the {limits.json_depth} levels that are read.")


def _parse(text: str, limits: Limits) -> Any:
    def whole(digits: str) -> _Number:
        if len(digits) > limits.json_digits:
            raise ReadingError(f"A number has {len(digits):,} digits, more than the {limits.json_digits} read.")
        return _Number(digits)

    decoder = json.JSONDecoder(
        object_pairs_hook=_object, parse_int=whole, parse_float=whole, parse_constant=_not_a_number
    )
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg == "Extra data" and len(lines) > 1 and lines[0].lstrip()[:1] in "{[":
            return [_parse_line(decoder, line, number) for number, line in enumerate(lines, start=1)]
        raise ReadingError(f"Line {error.lineno} is not JSON ({error.msg}): write the file anew.") from error
    except RecursionError as error:
        raise ReadingError("The JSON is nested too deep to be read.") from error


def _parse_line(decoder: json.JSONDecoder, line: str, number: int) -> Any:
    try:
        return decoder.decode(line.strip())
    except json.JSONDecodeError as error:
        raise ReadingError(f"Line {number} is not JSON ({error.msg}): each line must hold one object.") from error


def _object(pairs: list[tuple[str, Any]]) -> Record:
    record = dict(pairs)
    if len(record) < len(pairs):
        twice = next(name for place, (name, _) in enumerate(pairs) if name in dict(pairs[:place]))
        raise ReadingError(f"The key {twice[:60]} stands twice in one object: keep the one that is meant.")
    return record


def _not_a_number(name: str) -> NoReturn:
    raise ReadingError(f"The JSON holds {name}, which is no number: write null where a number is missing.")


def find_tables(value: Any) -> dict[str, list[Record]]:
    """Return the tables in a JSON value by the key at which each stands, '' for the value itself."""
    if isinstance(value, list):
        return {"": _records(_without_envelope(value))}
    if not isinstance(value, dict) or not value:
        raise ReadingError(_NO_TABLE)
    split = _split(value)
    if split is not None:
        return {"": split}
    if all(isinstance(part, list) and not any(map(_is_nested, part)) for part in value.values()):
        return {"": _of_columns(value)}
    found = {name: _records(part) for name, part in value.items() if _is_table(part)} or _inner(value)
    if not found and (keyed := _keyed(value)):
        return keyed
    if not found and all(isinstance(part, dict) for part in value.values()):
        return {"": _of_objects(value)}
    return found or {"": [value]}


def _without_envelope(value: list[Any]) -> list[Any]:
    """Return the records of `[{"page": 1, ...}, [{...}, ...]]`, as some services answer; else the list itself."""
    is_envelope = len(value) == 2 and isinstance(value[0], dict) and isinstance(value[1], list)
    inner: list[Any] = value[1] if is_envelope else value
    return inner


def _inner(value: Record) -> dict[str, list[Record]]:
    """Look one level down, as in `{"result": {"records": [...]}}`."""
    parts = {name: part for name, part in value.items() if isinstance(part, dict)}
    return {
        f"{name}.{key}": _records(part)
        for name, inner in parts.items()
        for key, part in inner.items()
        if _is_table(part)
    }


def _keyed(value: Record) -> dict[str, list[Record]]:
    """Return the objects of objects beside other things, as in `{"status": "ok", "data": {"2023-01-01": {...}}}`."""
    parts = {name: part for name, part in value.items() if isinstance(part, dict) and len(part) > 1}
    tables = {name: part for name, part in parts.items() if all(isinstance(one, dict) for one in part.values())}
    return {name: _of_objects(part) for name, part in tables.items()} if len(tables) < len(value) else {}


def _is_nested(value: Any) -> bool:
    return isinstance(value, (list, dict))


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_nested, value))


def _split(value: Record) -> list[Record] | None:
    """Read `{"columns": [...], "data": [[...], ...]}`."""
    columns, rows = value.get("columns"), value.get("data")
    if not (isinstance(columns, list) and isinstance(rows, list) and rows and isinstance(rows[0], list)):
        return None
    return _records([columns, *rows])


def _records(rows: list[Any]) -> list[Record]:
    if rows and all(isinstance(row, dict) for row in rows):
        return rows
    if len(rows) > 1 and all(isinstance(row, list) for row in rows):
        header = [text or f"column {place}" for place, text in enumerate(map(_plain, rows[0]), start=1)]
        uneven = next((place for place, row in enumerate(rows) if len(row) != len(header)), None)
        if uneven is None and len(set(header)) == len(header):
            return [dict(zip(header, row, strict=True)) for row in rows[1:]]
        if uneven is not None:
            raise ReadingError(f"Row {uneven} of the JSON has {len(rows[uneven])} cells, the header {len(header)}.")
    raise ReadingError(_NO_TABLE)


def _of_columns(columns: Mapping[str, list[Any]]) -> list[Record]:
    lengths = {len(cells) for cells in columns.values()}
    if len(lengths) > 1:
        raise ReadingError(f"The columns of the JSON have different lengths ({min(lengths)} to {max(lengths)}).")
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _of_objects(objects: Mapping[str, Record]) -> list[Record]:
    """Read records under keys; where the inner keys count the rows, the outer ones are columns."""
    inner = list(dict.fromkeys(key for part in objects.values() for key in part))
    if inner and inner == [str(place) for place in range(len(inner))]:
        return [{name: part.get(key) for name, part in objects.items()} for key in inner]
    return [{"key": key, **part} for key, part in objects.items()]


def _choose(tables: Mapping[str, list[Record]], wanted: str | None) -> str:
    if wanted is None:
        return max(tables, key=lambda name: len(tables[name]))
    if wanted not in tables:
        raise ReadingError(f"The JSON has no table {wanted[:60]}: choose one of {', '.join(list(tables)[:20])}.")
    return wanted


def _flatten(record: Record, place: int, notes: list[Note], prefix: str = "") -> Record:
    flat: Record = {}
    for name, value in record.items():
        path = f"{prefix}{name}"
        if isinstance(value, dict):
            flat |= _flatten(value, place, notes, f"{path}.")
        elif isinstance(value, list) and any(map(_is_nested, value)):
            if len(notes) < MOST_NOTES:
                remedy = "Give it as a table of its own."
                notes.append(Note(place, path[:60], "", "holds a list of objects, and is left out", remedy))
        else:
            flat[path] = "; ".join(map(_plain, value)) if isinstance(value, list) else value
    return flat


def _plain(value: Any) -> str:
    return "" if value is None or _is_nested(value) else str(value)


def _rows(records: Iterable[Record], names: list[str], limits: Limits) -> Iterator[tuple[int, list[str]]]:
    yield 0, names
    for place, record in enumerate(records, start=1):
        yield place, [text_of(record.get(name), limits) for name in names]
