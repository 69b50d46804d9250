"""How large a file may be: defaults that an operator may raise or lower."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimsdash.domain.errors import ClaimsdashError

MEGABYTE = 1_000_000
MAX_MB = "CLAIMSDASH_MAX_MB"
"""The environment variable by which an operator allows larger files, or smaller ones alone."""
_DEFAULT_MB = 50
_MOST_MB = 4_000
_MOST_MEMORY = 4
"""By how much the memory of a reading process grows at most."""


@dataclass(frozen=True)
class Limits:
    """The most that one file may hold and that reading it may use.

    Numbers of the defaults: a table of 1,000,000 reports is within them, and the smallest files known to exhaust a
    reader (a workbook of 2 KB with its only cell in the last corner, a ZIP of 42 KB) are refused by them.
    """

    file_bytes: int = _DEFAULT_MB * MEGABYTE
    rows: int = 1_000_000
    columns: int = 500
    cells: int = 10_000_000
    cell_characters: int = 100_000
    unpacked_bytes: int = 150 * MEGABYTE
    parts: int = 2_000
    """Entries of a ZIP, such as a workbook is."""
    ratio: int = 250
    """Unpacked over packed size of a part above 1 MB."""
    processor_seconds: int = 20
    memory_bytes: int = 1_500 * MEGABYTE
    wall_seconds: int = 90
    """Time on the clock, for a machine that is busy with other things."""
    text_bytes: int = 300 * MEGABYTE
    """Text that a workbook may give."""
    json_depth: int = 64
    json_digits: int = 300


DEFAULT_LIMITS = Limits()


class LimitError(ClaimsdashError):
    """A size of files that nobody can allow."""


def limits_of(megabytes: int) -> Limits:
    """Return the limits for files of so many megabytes: what else is limited grows with them, the shapes stay.

    >>> limits_of(500).file_bytes, limits_of(500).rows, limits_of(10).rows
    (500000000, 10000000, 1000000)
    """
    if not 1 <= megabytes <= _MOST_MB:
        raise LimitError(f"Files of {megabytes} MB cannot be allowed: give a number from 1 to {_MOST_MB:,}.")
    times = max(1, megabytes // _DEFAULT_MB)
    usual = DEFAULT_LIMITS
    return Limits(
        file_bytes=megabytes * MEGABYTE,
        rows=usual.rows * times,
        cells=usual.cells * times,
        unpacked_bytes=usual.unpacked_bytes * times,
        text_bytes=usual.text_bytes * times,
        processor_seconds=usual.processor_seconds * times,
        wall_seconds=usual.wall_seconds * times,
        memory_bytes=usual.memory_bytes * min(times, _MOST_MEMORY),
    )


def limits_by(environment: Mapping[str, str]) -> Limits:
    """Return the limits that the operator set, else the default ones. Raises LimitError for what is no number."""
    said = environment.get(MAX_MB, "").strip()
    if not said:
        return DEFAULT_LIMITS
    if not said.isdecimal():
        raise LimitError(f"{MAX_MB} is {said[:20]!r}: give a number of megabytes, such as 200.")
    return limits_of(int(said))
