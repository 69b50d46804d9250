"""Engines over drawn tables."""

from collections.abc import Callable
from itertools import count

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimsdash.store.engine import DuckDb, Engine
from claimsdash.store.ledger import Part, State
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.place import Folder
from claimsdash.store.schema import CLAIM_SCHEMA


@pytest.fixture(scope="session", params=["rows in memory", "rows in files", "spark"])
def engine_over(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[pd.DataFrame], Engine]:
    """Return a function from a claims table to an engine over its rows."""
    spark = request.getfixturevalue("spark_address") if request.param == "spark" else None
    place, numbers = Folder(tmp_path_factory.mktemp("drawn")), count()
    (place.path / "ledger").mkdir()

    def make(claims: pd.DataFrame) -> Engine:
        content = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pandas(claims, schema=CLAIM_SCHEMA, preserve_index=False), content)
        file = content.getvalue()
        part = Part("any", f"drawn-{next(numbers)}.parquet", file.size, len(claims))
        (place.path / part_name(part)).write_bytes(file)
        state = State(1, (part,))
        if spark:
            from claimsdash.store.spark import Spark

            return Spark(place, state, spark)
        return DuckDb(place, state, rows_in_memory=200_000 if request.param == "rows in memory" else 0)

    return make
