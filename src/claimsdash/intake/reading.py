"""Bytes to a raw table, whatever the format: what they are is found from the bytes and held against the name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from claimsdash.intake.delimited import read_delimited
from claimsdash.intake.isolated import read_json, read_parquet, read_workbook
from claimsdash.intake.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from claimsdash.intake.packed import Unpacked, is_workbook, unpack_gzip, unpack_zip
from claimsdash.intake.raw import GUESS, Reading, ReadingChoices
from claimsdash.intake.refusal import ReadingError

Reader = Callable[[bytes, str, ReadingChoices, Limits], Reading]


@dataclass(frozen=True)
class Format:
    """A format: its reader, and the endings of names under which it is expected."""

    name: str
    endings: tuple[str, ...]
    read: Reader


def _read_gzip(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Reading:
    return _read_unpacked(unpack_gzip(data, name, told, limits), name, limits)


def _read_zip(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Reading:
    return _read_unpacked(unpack_zip(data, name, told, limits), name, limits)


def _read_unpacked(unpacked: Unpacked, name: str, limits: Limits) -> Reading:
    """Read the file that was in a pack; a pack in a pack is refused."""
    inner = _format_of(unpacked.data, ending(unpacked.name))
    if inner in (GZIP, ZIP):
        raise ReadingError("The file is packed twice: unpack it, and give the table.")
    if not unpacked.data.strip(_BLANK):
        raise ReadingError("The file inside is empty: give one with a header, and a row for each report.")
    reading = inner.read(unpacked.data, name, unpacked.told, limits)
    file = {"file": unpacked.name} if len(unpacked.members) > 1 else {}
    return replace(reading, choices={**file, **reading.choices}, sheets=reading.sheets or unpacked.members)


TEXT = Format("delimited text", ("csv", "tsv", "tab", "txt", "dat", ""), read_delimited)
WORKBOOK = Format("workbook", ("xlsx", "xlsm", "ods"), read_workbook)
OLD_WORKBOOK = Format("workbook", ("xls", "xlsx", "xlsm"), read_workbook)
PARQUET = Format("Parquet file", ("parquet", "pq"), read_parquet)
JSON = Format("JSON file", ("json", "jsonl", "ndjson", "geojson"), read_json)
GZIP = Format("gzip", ("gz",), _read_gzip)
ZIP = Format("ZIP", ("zip",), _read_zip)
FORMATS = (TEXT, WORKBOOK, OLD_WORKBOOK, PARQUET, JSON, GZIP, ZIP)
"""What is read. A further format is a further line here, and its first bytes in `_SIGNATURES`."""

_SAID = "Save the table as CSV or XLSX and give that."

_SIGNATURES: tuple[tuple[bytes, Format | str], ...] = (
    (b"PK\x03\x04", WORKBOOK),
    (b"PK\x05\x06", "an empty ZIP"),
    (b"\xd0\xcf\x11\xe0", OLD_WORKBOOK),
    (b"PAR1", PARQUET),
    (b"\x1f\x8b", GZIP),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    *((bytes((0x80, version)), "a Python pickle") for version in range(2, 6)),
    (b"ARROW1", "Arrow"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"),
    (b"\x28\xb5\x2f\xfd", "packed with Zstandard"),
)
"""First bytes, and what they mean: a format that is read, or a name for the message."""

_BLANK = b"\0 \t\r\n"


def read_table(data: bytes, name: str, *, told: ReadingChoices = GUESS, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read the table in the bytes of a file called `name`: every cell a text, nothing guessed about its type.

    The name serves for its ending and for messages; no path is made of it. Raises ReadingError in words for anything
    that is not a table of a format in FORMATS.
    """
    if not data.strip(_BLANK):
        raise ReadingError("The file is empty: give one with a header, and a row for each report.")
    if len(data) > limits.file_bytes:
        raise ReadingError(
            f"The file has {len(data) / MEGABYTE:,.1f} MB, more than the {limits.file_bytes / MEGABYTE:,.0f} MB that "
            "are read: split it, or ask whoever runs this to allow larger files (CLAIMSDASH_MAX_MB, --max-mb)."
        )
    return _format_of(data, ending(name)).read(data, name, told, limits)


def ending(name: str) -> str:
    """Return the ending of a file name in small letters, without its dot.

    >>> ending("My claims.final.CSV"), ending("claims")
    ('csv', '')
    """
    return PurePosixPath(name.replace("\\", "/").replace("\0", "")).suffix.lower().removeprefix(".")


def _format_of(data: bytes, named: str) -> Format:
    """Return the format that bytes and name agree on; a text is JSON where it is called so."""
    found = next((meaning for first, meaning in _SIGNATURES if data.startswith(first)), TEXT)
    if isinstance(found, str):
        raise ReadingError(f"The file is {found}, which is not read. {_SAID}")
    if found is WORKBOOK and named in ZIP.endings and not is_workbook(data):
        found = ZIP
    if found is TEXT and named in JSON.endings:
        found = JSON
    if named in found.endings:
        return found
    if any(named in known.endings for known in FORMATS):
        raise ReadingError(
            f"The name ends in .{named}, but the file holds a {found.name}: give it the ending .{found.endings[0]}."
        )
    raise ReadingError(f"A file that ends in .{named[:20]} is not read. {_SAID}")
