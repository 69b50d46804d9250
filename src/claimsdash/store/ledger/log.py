"""The Delta table under the ledger: its versions, its live files, and a commit that is safe on disk."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import CommitProperties, DeltaTable, Field
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError
from deltalake.transaction import AddAction, RemoveAction

from claimsdash.store.errors import DamageError, WorkspaceError, telling_where
from claimsdash.store.ledger.changes import Change, Part
from claimsdash.store.ledger.encoding import decode, encode
from claimsdash.store.ledger.entries import (
    FOLDER,
    LOG,
    changes_by_entries,
    checkpointed,
    damage_at,
    entry_name,
    first_damaged,
    is_whole,
)
from claimsdash.store.ledger.steps import Known
from claimsdash.store.place import Place
from claimsdash.store.schema import CLAIM_SCHEMA, SCHEMA_VERSION, missing_columns

PARTITION = "table_id"
"""Delta's partition column; the files hold it as well, so that they can be read without the log."""

_SCHEMA_KEY = "claimsdash.schema"
_CONFIGURATION = {
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}
"""Delta forgets its log after 30 days unless told otherwise; here the log is the history, so it is kept."""


class _NoLedgerError(WorkspaceError):
    """There is no ledger at the address."""


class StaleError(Exception):
    """Another process committed first: read again and decide again."""


class DeltaLog:
    """The versions of one Delta table; safe to use from several threads."""

    def __init__(self, place: Place) -> None:
        """Open the table of a place, made where there is none."""
        self._place = place
        self._address = f"{place.address}/{FOLDER}"
        self._lock = Lock()
        self._broken: int | None = None
        self._scar: int | None = None
        self._read: tuple[int, tuple[Change, ...]] = (-1, ())
        self._latest = self._open_or_create()

    @property
    def damage(self) -> DamageError | None:
        """The first damaged entry, None where all are whole; it was looked for with the version.

        Versions end before it, unless a checkpoint after it holds the state: then it is missing in the history alone.
        """
        first = self._broken if self._scar is None else self._scar
        return None if first is None else damage_at(self._place, first)

    def version(self) -> int:
        """Return the number of the latest version before any damaged entry, those of other processes included."""
        with self._lock, self._telling():
            version = self._latest.version()
            self._scar = self._still(self._scar)
            is_new = self._place.size(entry_name(version + 1)) is not None
            self._broken = first_damaged(self._place, after=version) if is_new else None
            if is_new and self._broken is None:
                self._latest.update_incremental()
            elif self._broken is not None and self._broken > version + 1:
                self._latest = self._open(self._broken - 1)
            return self._latest.version()

    def _still(self, damaged: int | None) -> int | None:
        """Return the version again while its entry is damaged: somebody may put back a copy of it."""
        return None if damaged is None else first_damaged(self._place, after=damaged - 1, until=damaged)

    def parts(self, version: int) -> tuple[Part, ...]:
        """List the live files of a version, in the order of their tables."""
        with self._lock:
            if version == self._latest.version():
                return _parts(self._latest)
        return _parts(self._open(version))

    def read(self) -> Known:
        """Return the latest version with its live files and every change up to it."""
        self.version()
        with self._lock, self._telling():
            if self._place.size(entry_name(0)) is None:
                raise TableNotFoundError
            table = self._understood(self._latest)
            return Known(table.version(), _parts(table), self._changes_in(table))

    def _changes_in(self, table: DeltaTable) -> tuple[Change, ...]:
        """Return every change up to the version of a table: those known already, and what the entries since tell."""
        version = table.version()
        if self.damage is not None:
            return changes_by_entries(self._place, version)
        read, changes = self._read
        if 0 <= read <= version:
            changes += changes_by_entries(self._place, version, after=read)
        else:
            changes = changes_in(table)
        self._read = version, changes
        return changes

    def commit(self, change: Change, *, adds: Iterable[Part], removes: Iterable[Part]) -> None:
        """Commit the change as the version that it names, durably; StaleError where that version is taken.

        The files of `adds` are already in place. Either all of it happens or nothing. Raises DamageError where the log
        ends in a damaged entry: nothing is put behind it.
        """
        if (damage := self.damage) is not None:
            raise damage
        with self._lock:
            self._write(
                change, [*(_add(part, change) for part in adds), *(_remove(part, change.when) for part in removes)]
            )
        self._settle(change.version)

    def _write(self, change: Change, actions: list[AddAction | RemoveAction]) -> None:
        table = self._upgraded(self._understood(self._latest))
        if table.version() != change.version - 1:
            raise StaleError
        properties = CommitProperties(custom_metadata=encode(change), max_commit_retries=0)
        try:
            with self._telling():
                table.create_write_transaction(
                    actions, "append", CLAIM_SCHEMA, [PARTITION], commit_properties=properties
                )
        except CommitFailedError as error:
            raise StaleError from error

    def _settle(self, version: int) -> None:
        derived = [f"{LOG}/{version:020d}.checkpoint.parquet", f"{LOG}/_last_checkpoint"]
        made = [name for name in derived if self._place.size(derived[0]) is not None and self._place.size(name)]
        self._place.settle([entry_name(version), *made])

    def _open_or_create(self) -> DeltaTable:
        for _ in range(3):
            try:
                return self._open_whole()
            except _NoLedgerError:
                self._create()
        return self._open_whole()

    def _open_whole(self) -> DeltaTable:
        """Open the latest version before any damaged entry that no checkpoint covers."""
        checkpoint = checkpointed(self._place)
        self._scar = first_damaged(self._place, after=-1, until=checkpoint)
        self._broken = first_damaged(self._place, after=checkpoint)
        if self._broken == 0:
            raise damage_at(self._place, 0)
        return self._open(None if self._broken is None else self._broken - 1)

    def _create(self) -> None:
        try:
            with self._telling():
                DeltaTable.create(
                    self._address,
                    CLAIM_SCHEMA,
                    mode="ignore",
                    partition_by=[PARTITION],
                    name=FOLDER,
                    configuration={**_CONFIGURATION, _SCHEMA_KEY: str(SCHEMA_VERSION)},
                    raise_if_key_not_exists=False,
                    commit_properties=CommitProperties(max_commit_retries=0),
                )
        except CommitFailedError:
            return  # another process made it
        self._place.settle([entry_name(0), LOG])

    def _open(self, version: int | None = None) -> DeltaTable:
        with self._telling():
            return self._understood(DeltaTable(self._address, version=version))

    def _understood(self, table: DeltaTable) -> DeltaTable:
        """Return the table, unless a newer release has written it, perhaps while it was open here."""
        written = _schema_version(table)
        if written > SCHEMA_VERSION:
            raise WorkspaceError(
                f"{self._address} was written by a newer claimsdash: its schema is {written}, this one knows "
                f"{SCHEMA_VERSION}. Upgrade claimsdash, or choose another workspace."
            )
        return table

    def _upgraded(self, table: DeltaTable) -> DeltaTable:
        """Give a ledger of an older release the columns of this one; its files stay as they are."""
        if _schema_version(table) == SCHEMA_VERSION:
            return table
        with self._telling():
            known = {field.name for field in table.schema().fields}
            new = [Field.from_arrow(CLAIM_SCHEMA.field(name)) for name in missing_columns(known)]
            if new:
                table.alter.add_columns(new)
            table.alter.set_table_properties({_SCHEMA_KEY: str(SCHEMA_VERSION)}, raise_if_not_exists=False)
        return table

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn errors of the disk and of Delta into words; a lost race stays CommitFailedError."""
        try:
            with telling_where(self._address):
                yield
        except CommitFailedError:
            raise
        except TableNotFoundError as error:
            raise _NoLedgerError(f"There is no ledger at {self._address}: was its folder moved or removed?") from error
        except DeltaError as error:
            raise self._explain(error) from error

    def _explain(self, error: DeltaError) -> WorkspaceError:
        for name in self._place.names(LOG):
            if name.endswith(".json") and not is_whole(self._place.read(name)):
                return damage_at(self._place, int(name[-25:-5]))
            if name.endswith(".checkpoint.parquet") and not _is_parquet(self._place.read(name)):
                return DamageError(
                    f"{self._place.address}/{name} is damaged. Delete it, and _last_checkpoint beside it: both are "
                    "made of the entries, which are all there."
                )
        return DamageError(f"The ledger {self._address} cannot be read: {str(error).splitlines()[0]}")


def _is_parquet(content: bytes) -> bool:
    try:
        pq.read_metadata(pa.BufferReader(content))
    except (pa.ArrowException, OSError):
        return False
    return True


def _schema_version(table: DeltaTable) -> int:
    return int(table.metadata().configuration.get(_SCHEMA_KEY, "0"))


def _parts(table: DeltaTable) -> tuple[Part, ...]:
    files = pa.table(table.get_add_actions(flatten=True)).to_pylist()
    parts = [Part(f[f"partition.{PARTITION}"], f["path"], f["size_bytes"], f["num_records"]) for f in files]
    return tuple(sorted(parts, key=lambda part: (part.table_id, part.path)))


def changes_in(table: DeltaTable) -> tuple[Change, ...]:
    """Return the changes up to the version at which the table is open, oldest first.

    The commits that Delta lists may go beyond that version, where another process has committed since, and are numbered
    as if they did not: so they are counted here, from the first, which is version 0 as no entry of the log is deleted.
    Raises DeltaError where one of them holds nothing, which Delta passes over.
    """
    commits = [{**commit, "version": version} for version, commit in enumerate(reversed(table.history()))]
    if len(commits) <= table.version():
        raise DeltaError("an entry of its log is empty")
    changes = [decode(commit) for commit in commits[: table.version() + 1]]
    return tuple(change for change in changes if change is not None)


def _milliseconds(when: datetime) -> int:
    return int(when.timestamp() * 1000)


def _add(part: Part, change: Change) -> AddAction:
    counted = json.dumps({"numRecords": part.rows})
    return AddAction(part.path, part.size, {PARTITION: part.table_id}, _milliseconds(change.when), True, counted)


def _remove(part: Part, when: datetime) -> RemoveAction:
    return RemoveAction(part.path, True, _milliseconds(when), part.size, {PARTITION: part.table_id})
