"""A table of reports as a file that spreadsheets open and that claimsdash reads back."""

import pandas as pd

from claimsdash.domain.claim import FIELDS
from claimsdash.intake.problems import safe_cell

_TEXTS = [field.name for field in FIELDS if field.name not in ("low", "best", "high")]


def write_csv(reports: pd.DataFrame) -> bytes:
    """Return the reports as UTF-8 CSV in the columns of claims.csv, whole and in the given order.

    Takes a claims table. Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP ASVS 5,
    1.2.10); numbers stay numbers; open ends are blank.
    """
    columns = reports[[field.name for field in FIELDS]].copy()
    for name in _TEXTS:
        columns[name] = columns[name].map(safe_cell, na_action="ignore")
    return columns.to_csv(index=False, lineterminator="\r\n").encode()
