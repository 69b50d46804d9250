"""Workspaces, entries and times for tests of the store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from claimsdash.store.ledger import Added, By, Entry, Ledger, describe
from claimsdash.store.place import place_at
from making import a_claim, a_table

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
ANNA = By(NOON + timedelta(hours=1), "Anna")


def a_ledger(folder: Path | str) -> Ledger:
    """Open the ledger of a workspace in a folder or at an address."""
    return Ledger(place_at(str(folder)))


def an_entry(original: bytes = b"one", **given: Any) -> Entry:
    """Return the entry of a file `mine.csv` brought as the table `mine`, but for what is given."""
    values: dict[str, Any] = {"table_id": "mine", "file_name": "mine.csv", "when": NOON, "who": "Anna"} | given
    return describe(original, **values)


def add(ledger: Ledger, original: bytes = b"one", *, rows: int = 1, **given: Any) -> Added:
    """Add a table of so many reports, `mine-0` and on, as the file with these bytes."""
    claims = many_reports(rows, name=given.get("table_id", "mine"))
    return ledger.add(claims, original, an_entry(original, **given))


def many_reports(rows: int, *, name: str) -> pd.DataFrame:
    """Return a claims table of so many reports `name-0` and on, all alike otherwise."""
    keys = pd.Series([f"{name}-{number}" for number in range(rows)], dtype="str").array
    alike = a_table(a_claim()).iloc[[0] * rows].reset_index(drop=True)
    return alike.assign(report_id=keys, claim_id=keys)


def live_rows(ledger: Ledger, version: int | None = None) -> dict[str, int]:
    """Return the number of rows of each live table."""
    rows: dict[str, int] = {}
    for part in ledger.at(version).parts:
        rows[part.table_id] = rows.get(part.table_id, 0) + part.rows
    return rows
