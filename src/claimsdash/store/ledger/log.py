"""The Delta table under the ledger: its versions, its live files, and a commit that is safe on disk."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Field
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError
from deltalake.transaction import AddAction, RemoveAction

from claimsdash.store.errors import DamageError, WorkspaceError, telling_where
from claimsdash.store.ledger.changes import Change, Part
from claimsdash.store.ledger.encoding import decode, encode
from claimsdash.store.ledger.steps import Known
from claimsdash.store.place import Place
from claimsdash.store.schema import CLAIM_SCHEMA, SCHEMA_VERSION, missing_columns

PARTITION = "table_id"
"""Delta's partition column; the files hold it as well, so that they can be read without the log."""

FOLDER = "ledger"
LOG = f"{FOLDER}/_delta_log"

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
        self._latest = self._open_or_create()

    def version(self) -> int:
        """Return the number of the latest version, those of other processes included."""
        with self._lock, self._telling():
            version = self._latest.version()
            if self._place.size(f"{LOG}/{version + 1:020d}.json") is not None:
                self._latest.update_incremental()
            return self._latest.version()

    def parts(self, version: int) -> tuple[Part, ...]:
        """List the live files of a version, in the order of their tables."""
        with self._lock:
            if version == self._latest.version():
                return _parts(self._latest)
        return _parts(self._open(version))

    def read(self) -> Known:
        """Return the latest version with its live files and every change up to it."""
        table = self._open()
        with self._telling():
            changes = changes_in(table)
        return Known(table.version(), _parts(table), changes)

    def commit(self, change: Change, *, adds: Iterable[Part], removes: Iterable[Part]) -> None:
        """Commit the change as the version that it names, durably; StaleError where that version is taken.

        The files of `adds` are already in place. Either all of it happens or nothing.
        """
        table = self._upgraded(self._open(change.version - 1))
        if table.version() != change.version - 1:
            raise StaleError
        actions: list[AddAction | RemoveAction] = [
            *(_add(part, change) for part in adds),
            *(_remove(part, change.when) for part in removes),
        ]
        properties = CommitProperties(custom_metadata=encode(change), max_commit_retries=0)
        try:
            with self._telling():
                table.create_write_transaction(
                    actions, "append", CLAIM_SCHEMA, [PARTITION], commit_properties=properties
                )
        except CommitFailedError as error:
            raise StaleError from error
        self._settle(change.version)

    def _settle(self, version: int) -> None:
        entry = f"{LOG}/{version:020d}"
        derived = [f"{entry}.checkpoint.parquet", f"{LOG}/_last_checkpoint"]
        made = [name for name in derived if self._place.size(derived[0]) is not None and self._place.size(name)]
        self._place.settle([f"{entry}.json", *made])

    def _open_or_create(self) -> DeltaTable:
        for _ in range(3):
            try:
                return self._open()
            except _NoLedgerError:
                self._create()
        return self._open()

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
        self._place.settle([f"{LOG}/{0:020d}.json", LOG])

    def _open(self, version: int | None = None) -> DeltaTable:
        with self._telling():
            table = DeltaTable(self._address, version=version)
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
            if name.endswith(".json") and not _is_whole(self._place.read(name)):
                return DamageError(
                    f"{self._place.address}/{name} is damaged: it is not the JSON that was written. Put back a copy of "
                    "it, or move it and every later entry away to go back to the version before it."
                )
        return DamageError(f"The ledger {self._address} cannot be read: {str(error).splitlines()[0]}")


def _is_whole(entry: bytes) -> bool:
    try:
        return all(isinstance(json.loads(line), dict) for line in entry.splitlines()) and entry != b""
    except ValueError:
        return False


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
    """
    commits = [{**commit, "version": version} for version, commit in enumerate(reversed(table.history()))]
    changes = [decode(commit) for commit in commits[: table.version() + 1]]
    return tuple(change for change in changes if change is not None)


def _milliseconds(when: datetime) -> int:
    return int(when.timestamp() * 1000)


def _add(part: Part, change: Change) -> AddAction:
    counted = json.dumps({"numRecords": part.rows})
    return AddAction(part.path, part.size, {PARTITION: part.table_id}, _milliseconds(change.when), True, counted)


def _remove(part: Part, when: datetime) -> RemoveAction:
    return RemoveAction(part.path, True, _milliseconds(when), part.size, {PARTITION: part.table_id})
