"""A table of reports as CSV: what claimsdash reads back, and what the hash of a view is taken of."""

import csv
import io
from collections.abc import Callable, Iterable
from math import isnan

import pandas as pd

from claimsdash.domain.claim import FIELDS, READ_FIELDS, Field, FieldType
from claimsdash.intake.problems import safe_cell

CORE_FIELDS: tuple[Field, ...] = (*FIELDS, *(field for field in READ_FIELDS if field.name == "inferred"))
"""The columns of claims.csv, and which of its cells were inferred."""


def in_file_order(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the reports in the order of their tables and lines.

    Among reports of one day the order of the file decides which speaks for a claim: an export that kept to another
    order would come back as other claims.
    """
    return reports.sort_values(["table_id", "line"], kind="stable", ignore_index=True)


def write_csv(reports: pd.DataFrame, fields: Iterable[Field] = CORE_FIELDS, *, raw: bool = False) -> bytes:
    """Return a table as UTF-8 CSV (RFC 4180), whole and in the given order, in the columns of the fields.

    Takes a claims table, with whatever else the fields name. Text that a spreadsheet would run as a formula gets an
    apostrophe in front (OWASP ASVS 5, 1.2.10), which an import takes away again; `raw` leaves it as it is. Numbers
    are written in full, unknown and open ends are blank, days are ISO 8601.
    """
    named = list(fields)
    columns = [_written(reports[field.name].tolist(), _writer(field, raw=raw)) for field in named]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([field.name for field in named])
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode()


def _written(values: list[object], write: Callable[[object], str]) -> list[str]:
    """Write each different value once: in a table of reports most cells repeat others."""
    known = {value: write(value) for value in set(values)}
    return [known[value] for value in values]


def _writer(field: Field, *, raw: bool) -> Callable[[object], str]:
    if field.holds is FieldType.NUMBER:
        return write_number
    if field.holds is FieldType.DAY:
        return _write_day
    if field.holds in (FieldType.WHOLE, FieldType.YES_NO):
        return lambda value: str(value).upper()
    return _write_text if raw else _write_safe


def write_number(value: object) -> str:
    """Return a number as typed: whole ones without a point, others with as many digits as it takes to read it back.

    >>> [write_number(number) for number in (6700.0, 0.1, 1e-7, 1e300, float("nan"))]
    ['6700', '0.1', '1e-07', '1e+300', '']
    """
    number = value if isinstance(value, float) else float(str(value))
    if isnan(number):
        return ""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _write_day(value: object) -> str:
    return "" if pd.isna(value) else str(value)[:10]  # type: ignore[call-overload]  # a Timestamp or NaT


def _write_text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _write_safe(value: object) -> str:
    return safe_cell(value) if isinstance(value, str) else ""
