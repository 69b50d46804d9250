"""Bytes to a raw table, whatever the format: what they are is found from the bytes and held against the name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from claimsdash.intake.delimited import read_delimited
from claimsdash.intake.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from claimsdash.intake.raw import GUESS, Reading, ReadingChoices
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.workbook import read_workbook

Reader = Callable[[bytes, str, ReadingChoices, Limits], Reading]


@dataclass(frozen=True)
class Format:
    """A format: its reader, and the endings of names under which it is expected."""

    name: str
    endings: tuple[str, ...]
    read: Reader


TEXT = Format("delimited text", ("csv", "tsv", "tab", "txt", ""), read_delimited)
WORKBOOK = Format("workbook", ("xlsx", "xlsm"), read_workbook)
FORMATS = (TEXT, WORKBOOK)
"""What is read. A further format is a further line here, and its first bytes in `_SIGNATURES`."""

_SIGNATURES: tuple[tuple[bytes, Format | str], ...] = (
    (b"PK\x03\x04", WORKBOOK),
    (b"PK\x05\x06", "an empty ZIP"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (XLS), or one protected by a password"),
    (b"PAR1", "Parquet"),
    (b"\x1f\x8b", "packed with gzip"),
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
)
"""First bytes, and what they mean: a format that is read, or a name for the message."""


def read_table(data: bytes, name: str, *, told: ReadingChoices = GUESS, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read the table in the bytes of a file called `name`: every cell a text, nothing guessed about its type.

    The name serves for its ending and for messages; no path is made of it. Raises ReadingError in words for anything
    that is not a table of a format in FORMATS.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ReadingError("The file is empty: give one with a header, and a row for each report.")
    if len(data) > limits.file_bytes:
        raise ReadingError(
            f"The file has {len(data) / MEGABYTE:,.0f} MB, more than the {limits.file_bytes / MEGABYTE:,.0f} MB that "
            "are read: split it."
        )
    return _format_of(data, ending(name)).read(data, name, told, limits)


def ending(name: str) -> str:
    """Return the ending of a file name in small letters, without its dot.

    >>> ending("My claims.final.CSV"), ending("claims")
    ('csv', '')
    """
    return PurePosixPath(name.replace("\\", "/").replace("\0", "")).suffix.lower().removeprefix(".")


def _format_of(data: bytes, named: str) -> Format:
    found = next((meaning for first, meaning in _SIGNATURES if data.startswith(first)), TEXT)
    if isinstance(found, str):
        raise ReadingError(f"The file is {found}, which is not read: save the table as CSV or XLSX and give that.")
    if named in found.endings:
        return found
    if any(named in known.endings for known in FORMATS):
        raise ReadingError(
            f"The name ends in .{named}, but the file holds a {found.name}: give it the ending .{found.endings[0]}."
        )
    raise ReadingError(f"A file that ends in .{named[:20]} is not read: save the table as CSV or XLSX and give that.")
