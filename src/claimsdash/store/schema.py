"""How the claims table is kept in Parquet and Delta: its types, its order, its version."""

from collections.abc import Iterable

import duckdb
import pandas as pd
import pyarrow as pa

from claimsdash.domain.claim import FIELDS, READ_FIELDS, FieldType

SCHEMA_VERSION = 1
"""Raised by one whenever a column is added, so that an older release does not write what it does not understand."""

_ARROW = {
    FieldType.TEXT: pa.string(),
    FieldType.URL: pa.string(),
    FieldType.PERIOD: pa.string(),
    FieldType.NUMBER: pa.float64(),
    FieldType.WHOLE: pa.int64(),
    FieldType.YES_NO: pa.bool_(),
    FieldType.DAY: pa.date32(),
}

CLAIM_SCHEMA = pa.schema([pa.field(field.name, _ARROW[field.holds]) for field in (*FIELDS, *READ_FIELDS)])
"""The columns of a claims table: days as date32, every column nullable."""

SORTED_BY = ("topic", "as_of_end", "report_id")
"""The order of rows in a file: that of a topic's timeline, so that a query which names a topic skips the others."""


def to_arrow(claims: pd.DataFrame, table_id: str) -> pa.Table:
    """Return the rows as they are stored: sorted, all of the one table, missing values null.

    Takes a claims table. An empty one stays empty.
    """
    rows = pa.Table.from_pandas(claims.assign(table_id=table_id), schema=CLAIM_SCHEMA, preserve_index=False)
    order = [(name, "ascending") for name in SORTED_BY]
    return rows.replace_schema_metadata().sort_by(order)


def missing_columns(stored: Iterable[str]) -> list[str]:
    """Name the columns of a claims table that files of an older release lack."""
    known = set(stored)
    return [name for name in CLAIM_SCHEMA.names if name not in known]


def select_claims(rows: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """Return the columns of a claims table in their order; those that files of an older release lack are null."""
    missing = set(missing_columns(rows.columns))
    columns = [f"NULL::{_duckdb_type(name)} AS {name}" if name in missing else name for name in CLAIM_SCHEMA.names]
    return rows.select(", ".join(columns))


def _duckdb_type(column: str) -> str:
    names = {pa.string(): "VARCHAR", pa.float64(): "DOUBLE", pa.int64(): "BIGINT", pa.date32(): "DATE"}
    return names.get(CLAIM_SCHEMA.field(column).type, "BOOLEAN")
