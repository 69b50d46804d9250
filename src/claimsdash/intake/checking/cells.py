"""Single cells read as what their column holds: numbers, dates, choices from a list, units, addresses."""

from collections.abc import Callable
from difflib import get_close_matches
from urllib.parse import urlsplit

from claimsdash.domain.dates import DateError, Period, read_edtf
from claimsdash.domain.units import UnitError, Units
from claimsdash.intake.numbers import read_number
from claimsdash.intake.refusal import CellError

PLAIN_ADDRESS = r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][!#-;=?-\[\]^_a-z{|}~]*)?"
"""Most addresses: letters, digits and the signs that may stand in one. The others are taken apart by `address`."""

RELIABILITY = ("A", "B", "C", "D", "E", "F")
CREDIBILITY = ("1", "2", "3", "4", "5", "6")
"""The Admiralty code: how reliable the source is held to be, and how credible the figure."""


def number(cell: str) -> float:
    """Read a number; raise CellError for a cell that is not certainly one."""
    found = read_number(cell)
    if found is None:
        raise CellError(
            "is not certainly a number",
            "Write digits with a point before decimals, as in 6700 or 6700.5; put words into value_text.",
        )
    return found


def period(cell: str) -> Period:
    """Read a date; raise CellError for a cell that is none."""
    try:
        return read_edtf(cell)
    except DateError as error:
        raise CellError(error.reason, f"{error.remedy[:1].upper()}{error.remedy[1:]}.") from error


def choice(words: tuple[str, ...]) -> Callable[[str], str]:
    """Return the reader of a cell that holds one of the words, capitals, spaces and hyphens apart."""
    by_shape = {word.lower(): word for word in words}

    def read(cell: str) -> str:
        shape = "_".join(cell.lower().replace("-", " ").replace("_", " ").split())
        if shape in by_shape:
            return by_shape[shape]
        near = get_close_matches(shape, by_shape, n=1)
        nearest = f"The nearest is {by_shape[near[0]]}; u" if near else "U"
        raise CellError("is not in the list", f"{nearest}se one of {', '.join(words)}.")

    return read


def unit(units: Units) -> Callable[[str], str]:
    """Return the reader of a cell that holds a unit of the package: its text in the package's spelling."""

    def read(cell: str) -> str:
        try:
            return units.check(cell)
        except UnitError as error:
            remedy = f"{units.near(cell)} On the page, the unit is chosen under “How the columns become claims”."
            raise CellError("is not a unit that is known", remedy) from error

    return read


def address(cell: str) -> str:
    """Read the address of a page; raise CellError for anything but http and https with a host."""
    try:
        parts = urlsplit(cell)
        is_page = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and not set(cell) & set(' <>"`\\')
    except ValueError:
        is_page = False
    if not is_page:
        raise CellError("is not the address of a page", "Write it in full, beginning with https:// or http://.")
    return cell
