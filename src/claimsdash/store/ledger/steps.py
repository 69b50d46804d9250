"""Decide a change from what the ledger holds: pure, so that it can be decided anew when another process came first."""

from dataclasses import dataclass, replace
from datetime import datetime

from claimsdash.store.errors import LedgerError
from claimsdash.store.ledger.changes import (
    Change,
    ChangeKind,
    Entry,
    Part,
    change_to_undo,
    content_before,
    held_tables,
    last_content,
)


@dataclass(frozen=True)
class Known:
    """What a change is decided on: the latest version, its live files, and all changes up to it."""

    version: int
    parts: tuple[Part, ...]
    changes: tuple[Change, ...]

    def live(self, table_id: str) -> tuple[Part, ...]:
        """Return the live files of a table, none where it is not live."""
        return tuple(part for part in self.parts if part.table_id == table_id)

    def parts_of(self, content: int | None) -> tuple[Part, ...]:
        """Return the files that the import of the given version wrote."""
        return next((change.parts for change in self.changes if change.version == content), ())

    def live_entry(self, table_id: str) -> Entry | None:
        """Return the import that the live rows of a table come from, None where it is not live."""
        return next((held.entry for held in held_tables(self.changes) if held.table_id == table_id and held.live), None)


@dataclass(frozen=True)
class Step:
    """One commit to be: the change, the files that become live and those that cease to be."""

    change: Change
    adds: tuple[Part, ...] = ()
    removes: tuple[Part, ...] = ()


@dataclass(frozen=True)
class By:
    """Who makes a change, and when; `when` carries its time zone."""

    when: datetime
    who: str = ""


def step_to_add(
    known: Known, entry: Entry, parts: tuple[Part, ...], *, automatic: bool = False, mending: bool = False
) -> Step | None:
    """Return the step that makes the files the live ones of the entry's table, None where they would change nothing.

    `mending` replaces the live files even by equal rows, because they are damaged.
    """
    live = known.live_entry(entry.table_id)
    if is_same(live, entry) and not mending:
        return None
    kind = ChangeKind.REPLACED if live else ChangeKind.ADDED
    change = Change(known.version + 1, kind, entry.table_id, entry.when, entry.who, automatic=automatic)
    change = replace(change, content=change.version, entry=entry, parts=parts)
    return Step(change, parts, known.live(entry.table_id))


def step_to_retire(known: Known, table_id: str, by: By) -> Step:
    """Return the step that takes a live table out of every view; LedgerError where there is none of that name."""
    if known.live_entry(table_id) is None:
        raise LedgerError(_no_such(table_id, known, live=True))
    return Step(_change(known, ChangeKind.RETIRED, table_id, by), (), known.live(table_id))


def step_to_restore(known: Known, table_id: str, by: By) -> Step:
    """Return the step that makes the last rows of a retired table live again; LedgerError where it is not retired."""
    content = last_content(known.changes, table_id)
    if content is None or known.live_entry(table_id) is not None:
        raise LedgerError(_no_such(table_id, known, live=False))
    change = replace(_change(known, ChangeKind.RESTORED, table_id, by), content=content)
    return Step(change, known.parts_of(content))


def step_to_go_back(known: Known, table_id: str, version: int, by: By) -> Step | None:
    """Return the step that makes the rows of a table those that were live after a version; None where they are."""
    then = content_before(known.changes, table_id, version + 1)
    if then == content_before(known.changes, table_id, known.version + 1):
        return None
    change = _change(known, ChangeKind.RETIRED if then is None else ChangeKind.RESTORED, table_id, by)
    adds, live = known.parts_of(then), known.live(table_id)
    return Step(
        replace(change, content=then),
        tuple(part for part in adds if part not in live),
        tuple(part for part in live if part not in adds),
    )


def step_to_undo(known: Known, by: By) -> Step:
    """Return the step that takes back the last change a person made; LedgerError where none is left."""
    undone = change_to_undo(known.changes)
    if undone is None:
        raise LedgerError("There is nothing to undo.")
    content = content_before(known.changes, undone.table_id, undone.version)
    change = _change(known, ChangeKind.UNDONE, undone.table_id, by)
    adds, live = known.parts_of(content), known.live(undone.table_id)
    return Step(
        replace(change, content=content, undoes=undone.version),
        tuple(part for part in adds if part not in live),
        tuple(part for part in live if part not in adds),
    )


def is_same(live: Entry | None, entry: Entry) -> bool:
    """Say whether an import would give the rows that are live: equal bytes, read with equal choices."""
    return live is not None and live.sha256 == entry.sha256 and dict(live.choices) == dict(entry.choices)


def _change(known: Known, kind: ChangeKind, table_id: str, by: By) -> Change:
    return Change(known.version + 1, kind, table_id, by.when, by.who)


def _no_such(table_id: str, known: Known, *, live: bool) -> str:
    names = [held.table_id for held in held_tables(known.changes) if held.live is live]
    state = "live" if live else "removed"
    there_are = f"The {state} tables are: {', '.join(names)}." if names else f"No table is {state}."
    return f"There is no {state} table {table_id!r}. {there_are}"
