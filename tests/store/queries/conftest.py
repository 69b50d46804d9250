"""Engines over drawn tables."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimsdash.store.engine import DuckDb, Engine
from claimsdash.store.ledger import Part, State
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.place import Folder
from claimsdash.store.schema import CLAIM_SCHEMA


@pytest.fixture(scope="session", params=[200_000, 0], ids=["rows in memory", "rows in files"])
def engine_over(request: pytest.FixtureRequest) -> Iterator[Callable[[pd.DataFrame], Engine]]:
    """Return a function from a claims table to an engine over its rows."""
    with TemporaryDirectory() as folder:
        place = Folder(Path(folder))
        (Path(folder) / "ledger").mkdir()

        def make(claims: pd.DataFrame) -> Engine:
            content = pa.BufferOutputStream()
            pq.write_table(pa.Table.from_pandas(claims, schema=CLAIM_SCHEMA, preserve_index=False), content)
            file = content.getvalue()
            part = Part("any", "drawn.parquet", file.size, len(claims))
            (Path(folder) / part_name(part)).write_bytes(file)
            return DuckDb(place, State(1, (part,)), rows_in_memory=request.param)

        yield make
