"""Spark as the engine of a workspace: the SQL texts of `store.queries` over the same files, beyond one machine.

This module is imported when such an engine is chosen; it needs the extra `claimsdash[spark]` and, but for sc://, Java.
"""

import atexit
import os
import re
import socket
import warnings
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import pyarrow as pa

from claimsdash.store.errors import WorkspaceError
from claimsdash.store.ledger import Part, State
from claimsdash.store.ledger.parts import is_whole, part_name
from claimsdash.store.place import Folder, Place
from claimsdash.store.schema import CLAIM_SCHEMA

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "true",
}
"""Whatever the cluster is set to: days stay days in every zone, and what does not fit is an error and not a null."""

_OWN = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
"""A Spark that is started here opens no page of its own, and is as quiet as DuckDB."""

_THIS_MACHINE = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}

_PORTS = {"spark": 7077, "sc": 15002}
LONGEST_KNOCK_S = 10

_SPARK_TYPES = {pa.string(): "STRING", pa.float64(): "DOUBLE", pa.int64(): "BIGINT", pa.date32(): "DATE"}
COLUMNS = {name: _SPARK_TYPES.get(CLAIM_SCHEMA.field(name).type, "BOOLEAN") for name in CLAIM_SCHEMA.names}


class Spark:
    """Spark at an address: `local[2]`, `local-cluster[2,1,1024]`, `spark://host:7077` or, by Spark Connect, `sc://host`.

    The files have to be where every worker sees them: on this machine, in a shared folder, or in an object store.
    """

    def __init__(self, place: Place, state: State, address: str) -> None:
        """Open the rows of a state; files that are not as they were written are left out and named in `damaged`."""
        self.version = state.version
        self._address, self._place = address, place
        self._whole = [part for part in state.parts if is_whole(place, part)]
        self.damaged = tuple(part for part in state.parts if part not in self._whole)
        with _telling(address):
            self._session = self._opened()

    def run(self, sql: str, params: Mapping[str, object]) -> pd.DataFrame:
        """Return the rows of a query; may be called from several threads at once.

        A server of Spark Connect forgets a session that was idle for an hour: it is opened again.
        """
        with _telling(self._address):
            try:
                return self._ask(sql, params)
            except _spark_error():
                if not _is_connect(self._address):
                    raise
                _knock(self._address)
                self._session = self._opened()
                return self._ask(sql, params)

    def _ask(self, sql: str, params: Mapping[str, object]) -> pd.DataFrame:
        answer = self._session.sql(sql, args=dict(params)).toArrow()
        rows: pd.DataFrame = answer.to_pandas(date_as_object=False)
        return rows

    def _opened(self) -> Any:
        """Return a session of its own, in which `claims` are the rows of this version."""
        session = _spark(self._address).newSession()
        if _is_connect(self._address):
            weakref.finalize(self, session.client.close)
        for name, value in SETTINGS.items():
            session.conf.set(name, value)
        _rows(session, self._place, self._whole).createOrReplaceTempView("claims")
        return session


def _rows(session: Any, place: Place, parts: list[Part]) -> Any:
    """Return the rows of the files; columns that an older release did not write are null."""
    if not parts:
        nothing = ", ".join(f"CAST(NULL AS {kind}) AS `{name}`" for name, kind in COLUMNS.items())
        return session.sql(f"SELECT {nothing} WHERE FALSE")
    schema = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS.items())
    return session.read.schema(schema).parquet(*(spark_path(place, part_name(part)) for part in parts))


def spark_path(place: Place, name: str) -> str:
    """Return the address under which Spark knows a file, the signs that it would read as wildcards escaped."""
    address = f"file://{place.path.as_posix()}" if isinstance(place, Folder) else _as_hadoop(place.address)
    return re.sub(r"([\\*?\[\]{},])", r"\\\1", f"{address}/{name}")


def _as_hadoop(address: str) -> str:
    """Return an address of an object store as Hadoop's file systems write it.

    >>> _as_hadoop("s3://figures/all")
    's3a://figures/all'
    """
    scheme, _, path = address.partition("://")
    if scheme == "s3":
        return f"s3a://{path}"
    if scheme == "az":
        container, _, folder = path.partition("/")
        account = os.environ.get("AZURE_STORAGE_ACCOUNT_NAME", "")
        return f"abfss://{container}@{account}.dfs.core.windows.net/{folder}"
    return address


@lru_cache(maxsize=1)
def _spark(address: str) -> Any:
    """Return the one connection of this process to a Spark, ended with the process."""
    from pyspark.sql import SparkSession

    _knock(address)
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)  # only Arrow is used
    if _is_connect(address):
        session = SparkSession.builder.remote(address).getOrCreate()
        atexit.register(session.client.close)
    else:
        session = _started(address)
        atexit.register(session.stop)
    return session


def _is_connect(address: str) -> bool:
    return address.startswith("sc://")


def _knock(address: str) -> None:
    """Raise OSError where nothing listens at the address: Spark itself would try for minutes before it says so."""
    scheme, _, hosts = address.partition("://")
    if not hosts or "," in hosts:
        return
    server = urlsplit(f"//{hosts}")
    with socket.create_connection((server.hostname or "", server.port or _PORTS[scheme]), timeout=LONGEST_KNOCK_S):
        pass


def _started(address: str) -> Any:
    """Start the driver of a Spark, which on one machine listens to this machine alone."""
    from pyspark.sql import SparkSession

    settings = _OWN
    if address.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        settings = _OWN | _THIS_MACHINE
    builder = SparkSession.builder.master(address).appName("claimsdash")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _spark_error() -> type[Exception]:
    from pyspark.errors import PySparkException

    error: type[Exception] = PySparkException
    return error


@contextmanager
def _telling(address: str) -> Iterator[None]:
    """Turn what Spark and the way to it raise inside the block into a WorkspaceError about the address."""
    try:
        from py4j.protocol import Py4JError

        errors = (_spark_error(), Py4JError, OSError)
    except ImportError as error:
        raise WorkspaceError(f"The engine {address} needs Spark: pip install 'claimsdash[spark]'.") from error
    try:
        yield
    except errors as error:
        raise WorkspaceError(f"Spark at {address} does not answer: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
