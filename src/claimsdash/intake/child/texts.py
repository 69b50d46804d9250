"""Values of typed formats as the texts that a person would type."""

import datetime
from decimal import Decimal
from typing import Any

from claimsdash.intake.limits import Limits
from claimsdash.intake.refusal import ReadingError


def text_of(value: Any, limits: Limits) -> str:
    """Write a value: whole numbers without a point, days in ISO 8601, nothing for what is missing.

    >>> from claimsdash.intake.limits import DEFAULT_LIMITS
    >>> [text_of(value, DEFAULT_LIMITS) for value in (6700.0, None, datetime.date(2024, 2, 6))]
    ['6700', '', '2024-02-06']
    """
    if isinstance(value, str):
        if len(value) > limits.cell_characters:
            raise ReadingError(f"A cell has {len(value):,} characters, more than the {limits.cell_characters:,} read.")
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else str(value)


def number_text(value: float) -> str:
    """Write a number with the 15 digits that a spreadsheet keeps, never with an exponent.

    >>> number_text(0.1 + 0.2), number_text(1e22)
    ('0.3', '10000000000000000000000')
    """
    return format(Decimal(f"{value:.15g}"), "f")


def percent_text(value: float) -> str:
    """Write a number as a cell in the format of percentages shows it.

    >>> percent_text(0.453), percent_text(1)
    ('45.3%', '100%')
    """
    return f"{format((Decimal(f'{value:.15g}') * 100).normalize(), 'f')}%"
