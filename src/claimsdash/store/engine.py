"""Run SQL over the live rows of one version of a workspace."""

import re
import shutil
import weakref
from collections.abc import Mapping
from functools import lru_cache, reduce
from tempfile import mkdtemp
from threading import Lock
from typing import Protocol

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from claimsdash.store.combined import Sources, sources_of
from claimsdash.store.engine_address import DUCKDB
from claimsdash.store.errors import DamageError, WorkspaceError
from claimsdash.store.ledger import Ledger, Part, State
from claimsdash.store.ledger.parts import is_whole, part_name
from claimsdash.store.place import Folder, Place
from claimsdash.store.schema import CLAIM_SCHEMA, missing_columns, select_claims
from claimsdash.store.workspace import Workspace

ROWS_IN_MEMORY = 200_000
"""Up to so many live rows are read once per version and kept; above it each query reads Parquet."""

ENGINES_KEPT = 3
"""Versions whose engines are kept: the latest, one that a slow page still reads, one that is being compared."""


MEMORY = "800MB"
"""What queries over files may hold at once; the rest goes to the disk.

Without it the cards of all topics of 10 million reports held 3.0 GB, and took as long.
"""


class Engine(Protocol):
    """Answers SQL texts of `store.queries`, which read one table, `claims`, with the columns of CLAIM_COLUMNS."""

    version: int
    """The version of the ledger whose rows are seen, always the same."""

    damaged: tuple[Part, ...]
    """Files of that version which cannot be read: their rows are missing from every answer."""

    def run(self, sql: str, params: Mapping[str, object]) -> pd.DataFrame:
        """Return the rows of a query; `:name` in the text stands for the parameter of that name.

        Text comes as str, numbers as float64 or int64, days as datetime64; a text column without any value as object.
        """


class DuckDb:
    """DuckDB inside this process; it only reads, and may read nothing but the files of the ledger."""

    _sources: Sources | None = None
    """What is read where the files stay where they are."""

    def __init__(self, place: Place, state: State, *, rows_in_memory: int = ROWS_IN_MEMORY) -> None:
        """Open the rows of a state; files that are not as they were written are left out and named in `damaged`."""
        self.version = state.version
        self._lock = Lock()
        self._connection = duckdb.connect(":memory:")
        whole = [part for part in state.parts if is_whole(place, part)]
        if not whole or state.rows <= rows_in_memory or not isinstance(place, Folder):
            whole = _load(self._connection, place, whole)
        else:
            whole = self._open_files(place, whole)
        self.damaged = tuple(part for part in state.parts if part not in whole)
        lock_down(self._connection)

    def _open_files(self, folder: Folder, parts: list[Part]) -> list[Part]:
        """Make `claims` a view of the files; return those that could be opened."""
        self._folder, self._whole, self._sources = folder, tuple(parts), sources_of(folder, parts)
        try:
            _attach(self._connection, folder, self._sources)
        except duckdb.Error:
            self._whole = tuple(filter(self._can_be_read, parts))
            if not self._whole:
                return _load(self._connection, folder, [])
            self._sources = Sources(self._whole)
            _attach(self._connection, folder, self._sources)
        _bound(self._connection)
        return list(self._whole)

    def run(self, sql: str, params: Mapping[str, object]) -> pd.DataFrame:
        """Return the rows of a query; may be called from several threads at once.

        Where the combined file is gone or damaged, the files of the ledger are read from then on; where one of these
        turns out to be damaged, the others are.
        """
        while True:
            with self._lock:
                connection = self._connection
                cursor = connection.cursor()
            try:
                with cursor:
                    return cursor.execute(_PARAMETER.sub(r"$\1", sql), dict(params)).df()
            except duckdb.Error:
                if not self._recover(connection):
                    raise

    def _recover(self, failed: duckdb.DuckDBPyConnection) -> bool:
        """Connect to what can be read; False where that is what failed."""
        with self._lock:
            if self._connection is not failed:
                return True
            if self._sources is None:
                return False
            readable = self._whole if self._sources.combined else tuple(filter(self._can_be_read, self._whole))
            if self._sources == (left := Sources(readable)) or not readable:
                return False
            self.damaged += tuple(part for part in self._whole if part not in readable)
            self._whole, self._sources = readable, left
            self._connection = _connected(self._folder, left)
            return True

    def _can_be_read(self, part: Part) -> bool:
        try:
            read_part(self._folder, part)
        except DamageError:
            return False
        return True


_PARAMETER = re.compile(r"(?<![:\w]):([a-z]\w*)")


def engine_of(workspace: Workspace, version: int | None = None) -> Engine:
    """Return an engine for a version of the workspace, the latest where none is given; cheap where it is the same.

    Raises WorkspaceError where the engine that the workspace names is not installed or cannot be reached.
    """
    wanted = workspace.ledger.version() if version is None else version
    with _BUILDING:
        return _engine_at(workspace.ledger, wanted, workspace.engine)


_BUILDING = Lock()


@lru_cache(maxsize=ENGINES_KEPT)
def _engine_at(ledger: Ledger, version: int, address: str) -> Engine:
    state = ledger.at(version)
    if address == DUCKDB:
        return DuckDb(ledger.place, state, rows_in_memory=ROWS_IN_MEMORY)
    from claimsdash.store.spark import Spark

    return Spark(ledger.place, state, address)


def read_part(place: Place, part: Part) -> pa.Table:
    """Read one file as a claims table in Arrow; columns that an older release did not write are null.

    Raises DamageError where the file is not what was written.
    """
    try:
        rows = pq.read_table(pa.BufferReader(place.read(part_name(part))))
    except (pa.ArrowException, OSError, WorkspaceError) as error:
        raise DamageError(f"{place.address}/{part_name(part)} is damaged, with rows of {part.table_id!r}.") from error
    for name in missing_columns(rows.column_names):
        rows = rows.append_column(CLAIM_SCHEMA.field(name), pa.nulls(rows.num_rows, CLAIM_SCHEMA.field(name).type))
    return rows.select(CLAIM_SCHEMA.names)


def _load(connection: duckdb.DuckDBPyConnection, place: Place, parts: list[Part]) -> list[Part]:
    """Make `claims` a table in memory; return the files that could be read."""
    tables, whole = [CLAIM_SCHEMA.empty_table()], []
    for part in parts:
        try:
            tables.append(read_part(place, part))
        except DamageError:
            continue
        whole.append(part)
    connection.register("loaded", pa.concat_tables(tables))
    connection.execute("CREATE TABLE claims AS SELECT * FROM loaded ORDER BY topic, as_of_end, report_id")
    connection.unregister("loaded")
    return whole


def _connected(folder: Folder, sources: Sources) -> duckdb.DuckDBPyConnection:
    """Return a connection to the files alone, locked down."""
    connection = duckdb.connect(":memory:")
    _attach(connection, folder, sources)
    _bound(connection)
    lock_down(connection)
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, folder: Folder, sources: Sources) -> None:
    """Make `claims` a view of the files, which stay where they are."""
    files = [str(folder.path / part_name(part)) for part in sources.parts]
    read = _relations(connection, files)
    if sources.combined:
        files.append(combined := str(folder.path / sources.combined))
        rows = select_claims(connection.read_parquet(combined))
        gone = [duckdb.ConstantExpression(table_id) for table_id in sources.without]
        read.append(rows.filter(duckdb.ColumnExpression("table_id").isnotin(*gone)) if gone else rows)
    reduce(duckdb.DuckDBPyRelation.union, read).create_view("claims")
    # Without GLOBAL it would hold for this connection alone, and queries are asked through cursors of it.
    connection.execute("SET GLOBAL parquet_metadata_cache = true")
    connection.execute("SET allowed_directories = $1", [sorted({file.rpartition("/")[0] + "/" for file in files})])


def _relations(connection: duckdb.DuckDBPyConnection, files: list[str]) -> list[duckdb.DuckDBPyRelation]:
    """Return the rows of the files: of those that have every column, and of those of an older release.

    Told apart because DuckDB looks into every file before each query where columns may differ.
    """
    older = [file for file in files if _is_older(file)]
    alike = [file for file in files if file not in older]
    read = [connection.read_parquet(alike)] if alike else []
    read += [connection.read_parquet(older, union_by_name=True)] if older else []
    return [select_claims(rows) for rows in read]


def _is_older(file: str) -> bool:
    """Tell whether a file lacks columns; what cannot be read at all is for the engine to say."""
    try:
        return bool(missing_columns(pq.read_schema(file).names))
    except (OSError, pa.ArrowException):
        return False


def _bound(connection: duckdb.DuckDBPyConnection) -> None:
    """Bound the memory of the connection; what goes to the disk is deleted with it."""
    folder = mkdtemp(prefix="claimsdash-")
    weakref.finalize(connection, shutil.rmtree, folder, ignore_errors=True)
    connection.execute("SET temp_directory = $1", [folder])
    connection.execute("SET memory_limit = $1", [MEMORY])
    connection.execute("SET preserve_insertion_order = false")


def lock_down(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the connection fetch no extension, reach no other file or host, print nothing, and change none of this."""
    fetching = ("autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access")
    for name in (*fetching, "enable_progress_bar"):
        connection.execute(f"SET {name} = false")
    connection.execute("SET lock_configuration = true")
