"""Parquet: rows of texts, after a look at the footer; read in batches, for a small file may hold 300 million rows."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from claimsdash.intake.child.output import About, Note, write_output
from claimsdash.intake.child.texts import text_of
from claimsdash.intake.limits import MEGABYTE, Limits
from claimsdash.intake.refusal import ReadingError

_BATCH_ROWS = 10_000


def write(data: bytes, wanted: str | None, limits: Limits) -> None:
    """Write the rows; the parts of a structure become columns, other nested columns are left out and named."""
    try:
        file = pq.ParquetFile(io.BytesIO(data), arrow_extensions_enabled=False)
        _check_footer(file.metadata, limits)
        names, notes = _columns(file.schema_arrow)
        write_output(About(notes=notes), _rows(file, names, limits))
    except MemoryError:
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        raise ReadingError("The Parquet file is damaged, or of a kind that is not read: write it anew.") from error


def _check_footer(footer: Any, limits: Limits) -> None:
    unpacked = sum(footer.row_group(group).total_byte_size for group in range(footer.num_row_groups))
    if footer.num_rows > limits.rows or footer.num_columns > limits.columns:
        raise ReadingError(
            f"The Parquet file has {footer.num_rows:,} rows and {footer.num_columns:,} columns, more than the "
            f"{limits.rows:,} rows and {limits.columns:,} columns that are read: split it."
        )
    if footer.num_rows * footer.num_columns > limits.cells or unpacked > limits.unpacked_bytes:
        raise ReadingError(
            f"The Parquet file holds more than {limits.cells:,} cells or {limits.unpacked_bytes // MEGABYTE} MB "
            "unpacked: split it."
        )


def _columns(schema: pa.Schema) -> tuple[list[str], list[Note]]:
    """Return the columns that hold one value a row, and notes for those that do not."""
    flat = pa.table({field.name: pa.array([], field.type) for field in schema})
    while any(pa.types.is_struct(field.type) for field in flat.schema):
        flat = flat.flatten()
    left_out = [field.name for field in flat.schema if pa.types.is_nested(field.type)]
    reason, remedy = "holds lists in its cells, and is left out", "Write it as a table of its own."
    notes = [Note(None, name[:60], "", reason, remedy) for name in left_out]
    return [name for name in flat.column_names if name not in left_out], notes


def _rows(file: pq.ParquetFile, names: list[str], limits: Limits) -> Iterator[tuple[int, list[str]]]:
    yield 0, names
    line = 1
    for batch in file.iter_batches(batch_size=_BATCH_ROWS, use_threads=False):
        table = pa.table(batch)
        while any(pa.types.is_struct(field.type) for field in table.schema):
            table = table.flatten()
        for row in zip(*(_texts(table[name], limits) for name in names), strict=True):
            yield line, list(row)
            line += 1


def _texts(column: pa.ChunkedArray, limits: Limits) -> Iterator[str]:
    """Write the values of a column batch; equal texts of a dictionary are measured once."""
    if pa.types.is_dictionary(column.type):
        for chunk in column.chunks:
            words = [text_of(_plain(word), limits) for word in chunk.dictionary.to_pylist()]
            yield from ("" if place is None else words[place] for place in chunk.indices.to_pylist())
    else:
        yield from (text_of(_plain(value), limits) for value in column.to_pylist())


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, float) and value != value:
        return None
    return json.dumps(value) if isinstance(value, (dict, list)) else value
