"""The history of a ledger as plain values: what was changed, by whom, and what is live after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any


class ChangeKind(StrEnum):
    """What a change did to its table."""

    ADDED = "added"
    REPLACED = "replaced"
    RETIRED = "retired"
    RESTORED = "restored"
    UNDONE = "undone"


@dataclass(frozen=True)
class Counts:
    """How an import went: rows of the file, distinct claims let in, rows kept out, warnings."""

    rows: int = 0
    claims: int = 0
    kept_out: int = 0
    warnings: int = 0


@dataclass(frozen=True)
class Entry:
    """One import: the table's name, the file as it came, who brought it and when, the choices made in reading it.

    `when` carries its time zone. `choices` holds JSON values only: equal bytes read with equal choices are the same.
    """

    table_id: str
    file_name: str
    sha256: str
    size: int
    when: datetime
    who: str = ""
    choices: Mapping[str, Any] = field(default_factory=dict)
    counts: Counts = Counts()


def describe(original: bytes, *, table_id: str, file_name: str, when: datetime, **others: Any) -> Entry:
    """Return the entry of a file, its hash and size filled in; `others` are `who`, `choices` and `counts`.

    >>> from datetime import UTC
    >>> describe(b"topic", table_id="mine", file_name="mine.csv", when=datetime(2024, 3, 1, tzinfo=UTC)).size
    5
    """
    digest = sha256(original).hexdigest()
    return Entry(table_id, file_name, digest, len(original), when, **others)


@dataclass(frozen=True)
class Part:
    """One Parquet file with rows of one table: its path in the ledger, size in bytes, number of rows."""

    table_id: str
    path: str
    size: int
    rows: int


@dataclass(frozen=True)
class Change:
    """One commit: what it did to which table; `content` is the version whose rows are live after it, None for none.

    `entry` and `parts` are those of an import. `undoes` is the version that an undo takes back. A change that the
    program made by itself is `automatic`: undo passes over it.
    """

    version: int
    kind: ChangeKind
    table_id: str
    when: datetime
    who: str = ""
    content: int | None = None
    entry: Entry | None = None
    parts: tuple[Part, ...] = ()
    undoes: int | None = None
    automatic: bool = False


@dataclass(frozen=True)
class Held:
    """One table of the ledger, live or retired: the import its rows come from, and the change that last touched it."""

    table_id: str
    live: bool
    entry: Entry
    content: int
    changed: Change


def content_before(changes: Sequence[Change], table_id: str, version: int) -> int | None:
    """Return the version whose rows of the table were live before the given version, None where none were."""
    earlier = [change.content for change in changes if change.table_id == table_id and change.version < version]
    return earlier[-1] if earlier else None


def last_content(changes: Sequence[Change], table_id: str) -> int | None:
    """Return the version whose rows of the table were live last, even if the table is retired now."""
    contents = [c.content for c in changes if c.table_id == table_id and c.content is not None]
    return contents[-1] if contents else None


def change_to_undo(changes: Iterable[Change]) -> Change | None:
    """Return the last change that is not undone and was made by a person, None where nothing is left to undo."""
    pending: list[Change] = []
    for change in changes:
        if change.undoes is not None:
            pending = [other for other in pending if other.version != change.undoes]
        elif not change.automatic:
            pending.append(change)
    return pending[-1] if pending else None


def held_tables(changes: Sequence[Change]) -> list[Held]:
    """List the tables, live or retired, in the order in which they were first added."""
    by_version = {change.version: change for change in changes}
    last = {change.table_id: change for change in changes}
    held = []
    for table_id, change in last.items():
        content = last_content(changes, table_id)
        if content is not None and (entry := by_version[content].entry) is not None:
            held.append(Held(table_id, change.content is not None, entry, content, change))
    return held
