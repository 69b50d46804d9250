"""How large a file may be: defaults that an operator may raise or lower."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The most that one file may hold and that reading it may use.

    Numbers of the defaults: a table of 1,000,000 reports is within them, and the smallest files known to exhaust a
    reader (a workbook of 2 KB with its only cell in the last corner, a ZIP of 42 KB) are refused by them.
    """

    file_bytes: int = 50 * MEGABYTE
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
    wall_seconds: int = 40
    """Time on the clock, for a machine that is busy with other things."""
    text_bytes: int = 300 * MEGABYTE
    """Text that a workbook may give."""
    json_depth: int = 64
    json_digits: int = 300


DEFAULT_LIMITS = Limits()
