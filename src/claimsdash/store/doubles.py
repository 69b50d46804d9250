"""Reports of a file that the workspace holds already, in another table: told, and not stored a second time.

What somebody takes along and brings back, such as a bundle, would else count every report twice.
"""

import json
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from claimsdash.domain.claim import FIELDS, FieldType
from claimsdash.intake.importing import ImportReport, Outcome
from claimsdash.intake.problems import count_of
from claimsdash.store.engine import read_part
from claimsdash.store.errors import DamageError
from claimsdash.store.ledger import Ledger

HELD = "held"
"""Among the choices of an import: how many of its reports which other table holds already, as JSON."""

_NUMBERS = [field.name for field in FIELDS if field.holds is FieldType.NUMBER]
_COMPARED = [field.name for field in FIELDS]


def without_doubles(report: ImportReport, ledger: Ledger, known_ids: frozenset[str]) -> ImportReport:
    """Leave out the reports that a live table of another name holds alike, and say how many and where.

    Alike are reports of one report_id and equal cells in all columns of claims.csv. `known_ids` are those of the
    workspace: where none of the file's is among them, nothing is read.
    """
    if report.outcome is Outcome.REJECT_WITH_MESSAGE or known_ids.isdisjoint(report.claims["report_id"]):
        return report
    held = held_elsewhere(report.claims, ledger, report.table_id)
    if held.isna().all():
        return report
    tables = {str(name): int(n) for name, n in held.value_counts().items()}
    return replace(
        report,
        claims=report.claims[held.isna()].reset_index(drop=True),
        message=f"{report.message} {say_held(tables, of=len(held))}",
        choices={**report.choices, HELD: json.dumps(tables, ensure_ascii=False)},
    )


def say_held(tables: dict[str, int], *, of: int) -> str:
    """Say how many reports of a file which tables hold already.

    >>> say_held({"curated": 79}, of=79)
    'All are here already: 79 in the table curated. Nothing is added.'
    >>> say_held({"curated": 2}, of=3)
    '2 reports are here already and not added again: 2 in the table curated.'
    """
    where = ", ".join(f"{n:,} in the table {name}" for name, n in tables.items())
    n_held = sum(tables.values())
    if n_held == of:
        return f"All are here already: {where}. Nothing is added."
    return f"{count_of(n_held, 'report')} are here already and not added again: {where}."


def held_elsewhere(claims: pd.DataFrame, ledger: Ledger, table_id: str) -> pd.Series:
    """Return for each report of a claims table the other live table that holds it alike, missing where none does."""
    coming = _contents(claims)
    stored = {content: name for name, rows in _others(claims, ledger, table_id) for content in _contents(rows)}
    return coming.map(stored).astype("str").where(coming.isin(list(stored)))


def _others(claims: pd.DataFrame, ledger: Ledger, table_id: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the rows of other tables that have an id of the claims; what is damaged holds nothing."""
    ids = pa.array(claims["report_id"], pa.large_string())
    for part in ledger.at().parts:
        if part.table_id == table_id:
            continue
        try:
            rows = read_part(ledger.place, part).select(_COMPARED)
        except DamageError:
            continue
        found = rows.filter(pc.is_in(rows["report_id"].cast(pa.large_string()), value_set=ids))
        if found.num_rows:
            yield part.table_id, found.to_pandas()


def _contents(rows: pd.DataFrame) -> pd.Series:
    """Return the cells of each row as one text, numbers to twelve digits."""
    texts = rows[_COMPARED].copy()
    for name in _NUMBERS:
        texts[name] = texts[name].map("{:.12g}".format)
    filled = texts.astype("str").where(rows[_COMPARED].notna(), "")
    return filled.agg("\x1f".join, axis=1) if len(filled) else pd.Series(dtype="str")
