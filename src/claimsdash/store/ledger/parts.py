"""The Parquet files of the ledger."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from uuid import uuid4

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from claimsdash.intake.watching import Count, tell_nobody
from claimsdash.store.ledger.changes import Part
from claimsdash.store.ledger.entries import FOLDER
from claimsdash.store.place import Place
from claimsdash.store.schema import to_arrow

ROWS_PER_FILE = 1_000_000
ROWS_PER_GROUP = 50_000

ROWS_OF_ITS_OWN = 10_000
"""A topic of so many rows in a file has row groups of its own: whoever asks about it unpacks no other's rows."""


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
        for start, end in row_groups(_topic_ends(rows)) or [(0, 0)]:
            file.write_table(rows.slice(start, end - start), row_group_size=ROWS_PER_GROUP)
            done(end)
    content = buffer.getvalue()
    part = Part(table_id, f"rows/{uuid4().hex}.parquet", content.size, rows.num_rows)
    place.write(part_name(part), content)
    return part


def _topic_ends(rows: pa.Table) -> list[int]:
    """Return the places at which a topic ends, in rows that are sorted by topic."""
    if not rows.num_rows:
        return []
    ends: list[int] = pc.run_end_encode(rows["topic"].combine_chunks()).run_ends.to_pylist()
    return ends


def row_groups(topic_ends: list[int]) -> list[tuple[int, int]]:
    """Return where each row group begins and ends, given where each topic does; small topics share one.

    >>> row_groups([3_000, 5_000, 105_000, 107_000])
    [(0, 5000), (5000, 55000), (55000, 105000), (105000, 107000)]
    """
    return [part for group in _whole_topics(topic_ends) for part in _evenly(*group)]


def _whole_topics(topic_ends: list[int]) -> Iterator[tuple[int, int]]:
    start = before = 0
    for end in topic_ends:
        if start < before and max(before - start, end - before) >= ROWS_OF_ITS_OWN:
            yield start, before
            start = before
        before = end
    if start < before:
        yield start, before


def _evenly(start: int, end: int) -> Iterator[tuple[int, int]]:
    n = -(-(end - start) // ROWS_PER_GROUP)
    yield from pairwise(start + (end - start) * place // n for place in range(n + 1))
