"""The Parquet files of the ledger."""

from functools import partial
from uuid import uuid4

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from claimsdash.intake.watching import Count, tell_nobody
from claimsdash.store.ledger.changes import Part
from claimsdash.store.ledger.entries import FOLDER
from claimsdash.store.place import Place
from claimsdash.store.schema import to_arrow

ROWS_PER_FILE = 1_000_000
ROWS_PER_GROUP = 50_000


def write_parts(place: Place, claims: pd.DataFrame, table_id: str, done: Count = tell_nobody) -> tuple[Part, ...]:
    """Write the rows to files of their own, on disk when this returns, and return the files.

    Takes a claims table; an empty one gives one file without rows. Nobody sees the files until they are committed.
    `done` is told how many rows are packed.
    """
    rows = to_arrow(claims, table_id)
    starts = range(0, max(rows.num_rows, 1), ROWS_PER_FILE)
    return tuple(
        _write(place, rows.slice(start, ROWS_PER_FILE), table_id, partial(_add, done, start)) for start in starts
    )


def _add(done: Count, before: int, rows: int) -> None:
    done(before + rows)


def part_name(part: Part) -> str:
    """Return where the file lies in the workspace."""
    return f"{FOLDER}/{part.path}"


def is_whole(place: Place, part: Part) -> bool:
    """Say whether the file is there in the size in which it was written."""
    return place.size(part_name(part)) == part.size


def _write(place: Place, rows: pa.Table, table_id: str, done: Count) -> Part:
    buffer = pa.BufferOutputStream()
    with pq.ParquetWriter(buffer, rows.schema, compression="zstd") as file:
        for start in range(0, max(rows.num_rows, 1), ROWS_PER_GROUP):
            file.write_table(rows.slice(start, ROWS_PER_GROUP), row_group_size=ROWS_PER_GROUP)
            done(min(start + ROWS_PER_GROUP, rows.num_rows))
    content = buffer.getvalue()
    part = Part(table_id, f"rows/{uuid4().hex}.parquet", content.size, rows.num_rows)
    place.write(part_name(part), content)
    return part
