"""Which engine answers the queries on a workspace: DuckDB in this process, or a Spark at an address."""

import re
from collections.abc import Mapping

from claimsdash.store.errors import WorkspaceError

ENGINE_VARIABLE = "CLAIMSDASH_ENGINE"
"""The environment variable that names the engine where no argument does."""

DUCKDB = "duckdb"
"""The engine inside this process."""

_ENGINE = re.compile(rf"{DUCKDB}|local(\[[\w*]+\])?|local-cluster\[\d+,\d+,\d+\]|(spark|sc)://\S+")
"""The addresses of Spark as its own documentation of master URLs and of Spark Connect has them."""


def engine_address(engine: str | None, environment: Mapping[str, str]) -> str:
    """Return the engine that holds: the one named, else that of the environment, else DuckDB.

    Raises WorkspaceError for an address that is none of an engine.

    >>> engine_address(None, {"CLAIMSDASH_ENGINE": "sc://spark.example.org"})
    'sc://spark.example.org'
    """
    address = engine or environment.get(ENGINE_VARIABLE) or DUCKDB
    if not _ENGINE.fullmatch(address):
        raise WorkspaceError(
            f"{address!r} is not an engine. Write {DUCKDB}, or the address of a Spark: spark://host:7077, "
            "sc://host:15002, local[2] or local-cluster[2,1,1024]."
        )
    return address
