"""The days that a claim is about, as numbers."""

from datetime import date

from claimsdash.analysis.consensus.intervals import NotPooledError
from claimsdash.domain.dates import DateError, read_edtf


def read_days(cell: object) -> tuple[int, int] | None:
    """Return first and last day (as ordinals) of a date, or of an ISO or EDTF text; None where blank.

    A time of day is passed over. Raises NotPooledError where the text is no period, or one that is open.

    >>> read_days("2024-02/2024-03-01") == (date(2024, 2, 1).toordinal(), date(2024, 3, 1).toordinal())
    True
    """
    if cell is None:
        return None
    if isinstance(cell, date):
        return cell.toordinal(), cell.toordinal()
    text = str(cell).strip()
    if not text:
        return None
    try:
        period = read_edtf("/".join(_day(end) for end in text.split("/")))
    except DateError as error:
        raise NotPooledError(str(error)) from error
    if period.start is None or period.end is None:
        raise NotPooledError(f"its period {text!r} is open: give both ends")
    return period.start.toordinal(), period.end.toordinal()


def _day(text: str) -> str:
    """Cut off a time of day."""
    return text[:10] if text[10:11] in ("T", " ") else text
