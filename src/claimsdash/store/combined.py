"""Many small files of the ledger as one, sorted as they are: disposable, and never the only place of any row.

Finding a file's rows costs as much as reading them where files are small: over 1,000 files a filter's counts took 75
times as long as over one. The combined file is made anew when too many files have come beside it; tables that were
replaced or removed since are passed over in it. A workspace without it, or with a damaged one, answers the same.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

import duckdb

from claimsdash.store.errors import WorkspaceError
from claimsdash.store.ledger import Part
from claimsdash.store.ledger.parts import ROWS_PER_GROUP, part_name
from claimsdash.store.place import Folder
from claimsdash.store.schema import SORTED_BY, select_claims

FOLDER = "combined"
MANIFEST = f"{FOLDER}/combined.json"

MOST_FILES = 50
"""Up to so many small files are read as they are."""

SMALL_ROWS = 100_000
"""Files of more rows are read as they are: one costs little beside its rows."""

MEMORY = "1GB"
"""What sorting may hold at once; the rest goes to the disk beside the file."""


@dataclass(frozen=True)
class Combined:
    """A combined file: its name in the workspace, its size in bytes, and the files whose rows it holds."""

    name: str
    size: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Sources:
    """What to read for the live rows: files, and a combined one `without` the rows of some tables."""

    parts: tuple[Part, ...]
    combined: str | None = None
    without: tuple[str, ...] = ()

    @property
    def n_small(self) -> int:
        """Count the small files."""
        return sum(part.rows < SMALL_ROWS for part in self.parts)


def sources_of(folder: Folder, parts: Iterable[Part]) -> Sources:
    """Return what to read for the rows of the files, combining the small ones where they are too many.

    Where the folder cannot be written, the files are read as they are.
    """
    live = tuple(parts)
    found = _using(_held(folder), live)
    if found.n_small <= MOST_FILES:
        return found
    try:
        return _using(_combine(folder, tuple(part for part in live if part.rows < SMALL_ROWS)), live)
    except (OSError, WorkspaceError, duckdb.Error):
        return found


def _using(held: Combined | None, live: tuple[Part, ...]) -> Sources:
    """Return how the live rows are read where there is this combined file."""
    if held is None:
        return Sources(live)
    without = {part.table_id for part in held.parts if part not in live}
    covered = {part for part in held.parts if part.table_id not in without}
    if not covered:
        return Sources(live)
    return Sources(tuple(part for part in live if part not in covered), held.name, tuple(sorted(without)))


def _held(folder: Folder) -> Combined | None:
    """Return the combined file of the workspace, None where there is none that is whole."""
    try:
        values = json.loads(folder.read(MANIFEST))
        held = Combined(values["name"], values["size"], tuple(Part(*part) for part in values["parts"]))
    except (WorkspaceError, OSError, ValueError, KeyError, TypeError):
        return None
    return held if held.size == folder.size(held.name) else None


def _combine(folder: Folder, parts: tuple[Part, ...]) -> Combined:
    """Write the rows of the files into one, name it as the one in use, and delete those before it."""
    name = f"{FOLDER}/{uuid4().hex}.parquet"
    draft = folder.path / f"{name}.draft"
    draft.parent.mkdir(exist_ok=True)
    try:
        with duckdb.connect(
            ":memory:", config={"memory_limit": MEMORY, "temp_directory": f"{draft}.sorting"}
        ) as sorting:
            rows = select_claims(sorting.read_parquet(_paths(folder, parts), union_by_name=True))
            ordered = rows.order(", ".join(SORTED_BY))
            ordered.write_parquet(str(draft), compression="zstd", row_group_size=ROWS_PER_GROUP)
        draft.rename(folder.path / name)
    finally:
        draft.unlink(missing_ok=True)
    made = Combined(name, folder.size(name) or 0, parts)
    listed = [[part.table_id, part.path, part.size, part.rows] for part in parts]
    folder.write(MANIFEST, json.dumps({"name": name, "size": made.size, "parts": listed}).encode())
    for other in folder.names(FOLDER):
        if other.endswith(".parquet") and other != name:
            folder.delete(other)
    return made


def _paths(folder: Folder, parts: Iterable[Part]) -> list[str]:
    return [str(folder.path / part_name(part)) for part in parts]
