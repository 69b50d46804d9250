"""Files inside a gzip or ZIP: the one that holds the table, unpacked within limits, nothing written to disk."""

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import IO, Any

from claimsdash.intake.limits import MEGABYTE, Limits
from claimsdash.intake.raw import ReadingChoices
from claimsdash.intake.refusal import ReadingError

TABLE_ENDINGS = frozenset(
    ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "ods", "parquet", "json", "jsonl", "ndjson"]
)
_CHUNK_BYTES = 262_144
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Unpacked:
    """The bytes of one file, its name, what is told of how to read it, and the others that could be chosen."""

    data: bytes
    name: str
    told: ReadingChoices
    members: tuple[str, ...] = ()


def unpack_gzip(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Unpacked:
    """Unpack a gzip. Raises ReadingError for one that is damaged or a bomb."""
    try:
        unpacked = _read(_Gzip(data), len(data), limits)
    except (zlib.error, EOFError) as error:
        raise ReadingError("The gzip is damaged: pack the file anew, or give it as it is.") from error
    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    return Unpacked(unpacked, inner, told)


class _Gzip:
    """A stream that unpacks the members of a gzip one after the other."""

    def __init__(self, data: bytes) -> None:
        self._unzip = zlib.decompressobj(wbits=31)
        self._left = data

    def read(self, most: int) -> bytes:
        while self._left and not self._unzip.eof:
            out = self._unzip.decompress(self._left, most)
            self._left = self._unzip.unconsumed_tail
            if self._unzip.eof:
                self._left = self._unzip.unused_data.lstrip(b"\0")
                self._unzip = zlib.decompressobj(wbits=31) if self._left else self._unzip
            if out:
                return out
        if not self._unzip.eof:
            raise EOFError
        return b""


def unpack_zip(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Unpacked:
    """Unpack the table of a ZIP: of a Data Package the resource, else the file that is told or the first.

    Raises ReadingError for a ZIP that is damaged, locked, a bomb or without a table.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            _check_list(file, limits)
            members = _tables(file)
            described = _described(file, members, limits)
            choices = described or dict.fromkeys(members, told)
            chosen = _choose(choices, told.sheet, is_package=bool(described))
            with file.open(members[chosen]) as opened:
                unpacked = _read(opened, file.getinfo(members[chosen]).compress_size, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise ReadingError(f"The ZIP {name[:60]} is damaged: pack it anew, or give the table alone.") from error
    return Unpacked(unpacked, members[chosen], _inner(choices[chosen], told, choices), tuple(choices))


def _inner(described: ReadingChoices, told: ReadingChoices, choices: Mapping[str, Any]) -> ReadingChoices:
    """Return what is told about the file inside: the name of a member is no name of a sheet."""
    sheet = None if told.sheet in choices else told.sheet
    return replace(told, delimiter=told.delimiter or described.delimiter, sheet=sheet)


def is_workbook(data: bytes) -> bool:
    """Return whether a ZIP is a workbook, XLSX or ODS."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = {name.lower() for name in file.namelist()}
            return "xl/workbook.xml" in names or {"content.xml", "mimetype"} <= names
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _check_list(file: zipfile.ZipFile, limits: Limits) -> None:
    parts = file.infolist()
    if len(parts) > limits.parts:
        raise ReadingError(f"The ZIP has {len(parts):,} entries, more than the {limits.parts:,} that are read.")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise ReadingError("The ZIP is protected by a password: pack it without one.")


def _tables(file: zipfile.ZipFile) -> dict[str, str]:
    """Return the entries that may be tables; hidden files and those that a Mac adds are none."""
    found = {}
    for name in file.namelist():
        path = PurePosixPath(name.replace("\\", "/"))
        hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part != "..")
        if path.suffix.lower().removeprefix(".") in TABLE_ENDINGS and not hidden and path.name != "datapackage.json":
            found[name] = name
    if not found:
        raise ReadingError("The ZIP holds no table: put a CSV, XLSX, ODS, Parquet or JSON file into it.")
    return found


def _described(file: zipfile.ZipFile, members: dict[str, str], limits: Limits) -> dict[str, ReadingChoices]:
    """Return the resources of a Data Package that are in the ZIP, each by its name, which is added to `members`."""
    place = next((name for name in file.namelist() if PurePosixPath(name).name == "datapackage.json"), None)
    if place is None or file.getinfo(place).file_size > MEGABYTE:
        return {}
    try:
        with file.open(place) as opened:
            about = json.loads(_read(opened, file.getinfo(place).compress_size, limits))
        resources = [one for one in about["resources"] if isinstance(one.get("path"), str)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadingError("datapackage.json is not the JSON object of a Data Package with resources.") from error
    choices = {}
    for one in resources:
        path = str(PurePosixPath(place).parent / one["path"])
        if path in members:
            resource = str(one.get("name") or path)
            members[resource] = members[path]
            choices[resource] = _told_by(one)
    return choices


def _told_by(resource: Mapping[str, Any]) -> ReadingChoices:
    dialect = resource.get("dialect")
    delimiter = dialect.get("delimiter") if isinstance(dialect, dict) else None
    return ReadingChoices(delimiter=delimiter if isinstance(delimiter, str) and len(delimiter) == 1 else None)


def _choose(choices: Mapping[str, Any], wanted: str | None, *, is_package: bool) -> str:
    if wanted in choices:
        return str(wanted)
    if wanted is not None and len(choices) > 1:
        raise ReadingError(f"The ZIP has no table {wanted[:60]}: choose one of {', '.join(list(choices)[:20])}.")
    if is_package and "claims" in choices:
        return "claims"
    return next(iter(choices))


def _read(opened: IO[bytes] | _Gzip, packed: int, limits: Limits) -> bytes:
    """Read to the end: the size that is declared may be a lie."""
    out = bytearray()
    while chunk := opened.read(_CHUNK_BYTES):
        out += chunk
        if len(out) > limits.unpacked_bytes or (len(out) > MEGABYTE and len(out) > limits.ratio * max(packed, 1)):
            raise ReadingError(
                f"The file unpacks to more than {limits.unpacked_bytes // MEGABYTE} MB, or to more than "
                f"{limits.ratio} times its size: give the table alone."
            )
    return bytes(out)
