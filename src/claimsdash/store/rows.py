"""An engine over a table that is not in any workspace."""

from threading import Lock

import duckdb
import pandas as pd
import pyarrow as pa

from claimsdash.store.engine import DuckDb, Engine, lock_down
from claimsdash.store.schema import CLAIM_SCHEMA


def engine_over(claims: pd.DataFrame) -> Engine:
    """Return an engine over a claims table in memory, so that a filter means there what it means on the page."""
    return _Rows(claims)


class _Rows(DuckDb):
    """DuckDB over one table: of no version, and locked down as that of a workspace."""

    def __init__(self, claims: pd.DataFrame) -> None:
        self.version = 0
        self.damaged = ()
        self._lock = Lock()
        self._connection = duckdb.connect(":memory:")
        rows = pa.Table.from_pandas(claims, schema=CLAIM_SCHEMA, preserve_index=False)
        self._connection.register("loaded", rows.replace_schema_metadata())
        self._connection.execute("CREATE TABLE claims AS SELECT * FROM loaded")
        self._connection.unregister("loaded")
        lock_down(self._connection)
