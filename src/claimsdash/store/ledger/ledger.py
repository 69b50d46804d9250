"""The ledger of imported tables: add, retire, restore, undo; every earlier state can be seen again."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from hashlib import sha256
from time import sleep
from typing import TypeVar

import pandas as pd

from claimsdash.intake.watching import Count, tell_nobody
from claimsdash.store.errors import DamageError, LedgerError
from claimsdash.store.ledger.changes import Change, Entry, Held, Part, held_tables
from claimsdash.store.ledger.log import DeltaLog, StaleError
from claimsdash.store.ledger.parts import is_whole, part_name, write_parts
from claimsdash.store.ledger.steps import (
    By,
    Known,
    Step,
    is_same,
    step_to_add,
    step_to_go_back,
    step_to_restore,
    step_to_retire,
    step_to_undo,
)
from claimsdash.store.names import check_table_name
from claimsdash.store.place import Place

S = TypeVar("S", bound=Step | None)

ATTEMPTS = 100
LONGEST_WAIT_S = 0.25
"""A commit that finds others before it is tried again this often; with waits of at most this, for about 20 s."""


class Outcome(StrEnum):
    """What an import came to."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Added:
    """The answer to an import: what it came to, and the version that holds it."""

    outcome: Outcome
    version: int
    entry: Entry


@dataclass(frozen=True)
class State:
    """One version of the ledger: the files whose rows are live in it."""

    version: int
    parts: tuple[Part, ...]

    @property
    def rows(self) -> int:
        """Count the live rows."""
        return sum(part.rows for part in self.parts)


class Ledger:
    """The imported tables of one workspace, with every earlier version of each.

    Each change is one atomic commit, on disk before the call returns. Several processes and threads may change it at
    once: a commit that finds another one before it is decided anew (optimistic concurrency). Times are passed in.
    """

    def __init__(self, place: Place) -> None:
        """Open the ledger of a place, made where there is none."""
        self.place = place
        self._log = DeltaLog(place)

    def version(self) -> int:
        """Return the number of the latest version, those that other processes made included."""
        return self._log.version()

    def damage(self) -> str | None:
        """Say which entry of the log is damaged and what to do; None where all are whole, as `version` found them.

        Until it is mended, the versions before it can be read and nothing can be changed.
        """
        damage = self._log.damage
        if damage is None:
            return None
        return f"{damage} Until then version {self.version()} is shown, and nothing can be changed."

    def at(self, version: int | None = None) -> State:
        """Return the state at a version, the latest where none is given."""
        latest = self.version()
        version = latest if version is None else version
        if not 0 <= version <= latest:
            raise LedgerError(f"There is no version {version}: the ledger has 0 to {latest}.")
        return State(version, self._log.parts(version))

    def history(self) -> list[Change]:
        """List every change, oldest first."""
        return list(self._log.read().changes)

    def tables(self) -> list[Held]:
        """List the tables, live and retired, in the order in which they were first added."""
        return held_tables(self.history())

    def damaged_parts(self) -> list[Part]:
        """List the live files that are missing or cut; importing their tables again mends them."""
        return [part for part in self.at().parts if not is_whole(self.place, part)]

    def damaged_tables(self) -> set[str]:
        """Name the live tables of which a file is missing or cut."""
        return {part.table_id for part in self.damaged_parts()}

    def original(self, sha256_hex: str) -> bytes:
        """Return the bytes of an imported file; DamageError where they are no longer those that were imported."""
        content = self.place.read(original_name(sha256_hex))
        if sha256(content).hexdigest() != sha256_hex:
            raise DamageError(f"{self.place.address}/{original_name(sha256_hex)} no longer holds what was imported.")
        return content

    def add(
        self,
        claims: pd.DataFrame,
        original: bytes,
        entry: Entry,
        *,
        automatic: bool = False,
        done: Count = tell_nobody,
    ) -> Added:
        """Add a table, or replace the one of that name; equal bytes read with equal choices change nothing.

        Where the live rows are damaged, equal bytes mend them. Takes a claims table; its `table_id` becomes that of the
        entry. `original` is kept under its hash. Nobody asked for an `automatic` import: undo passes over it.
        `done` is told how many rows are packed, and may end it all before anything is seen of it.
        """
        entry = replace(entry, table_id=check_table_name(entry.table_id))
        if sha256(original).hexdigest() != entry.sha256:
            raise LedgerError(f"The bytes of {entry.file_name} are not those that its entry describes.")
        known = self._log.read()
        self.refuse_damage()
        mending = not all(is_whole(self.place, part) for part in known.live(entry.table_id))
        if is_same(known.live_entry(entry.table_id), entry) and not mending:
            return Added(Outcome.UNCHANGED, known.version, entry)
        if self.place.size(original_name(entry.sha256)) != entry.size:
            self.place.write(original_name(entry.sha256), original)
        parts = write_parts(self.place, claims, entry.table_id, done)
        version, step = self._commit(
            lambda known: self._present(step_to_add(known, entry, parts, automatic=automatic, mending=mending))
        )
        return Added(Outcome(step.change.kind.value) if step else Outcome.UNCHANGED, version, entry)

    def refuse_damage(self) -> None:
        """Raise DamageError where an entry of the log is damaged: nobody can say then what the history needs."""
        self.version()
        if (damage := self._log.damage) is not None:
            raise damage

    def retire(self, table_id: str, by: By) -> Change:
        """Take a table out of every view, its rows and its file kept."""
        return self._commit(lambda known: step_to_retire(known, table_id, by))[1].change

    def restore(self, table_id: str, by: By) -> Change:
        """Bring a retired table back as it was."""
        return self._commit(lambda known: self._present(step_to_restore(known, table_id, by)))[1].change

    def go_back(self, version: int, by: By) -> list[Change]:
        """Make every table that people brought what it was after a version: a change for each that differs.

        Nothing is lost: the states in between stay in the history, and undo takes each change back. Return the changes.
        """
        self.at(version)
        brought = dict.fromkeys(change.table_id for change in self.history() if not change.automatic)
        steps = [self._commit(partial(self._step_back, table_id, version, by))[1] for table_id in brought]
        return [step.change for step in steps if step is not None]

    def _step_back(self, table_id: str, version: int, by: By, known: Known) -> Step | None:
        step = step_to_go_back(known, table_id, version, by)
        return step if step is None else self._present(step)

    def undo(self, by: By) -> Change:
        """Take back the last change that a person made and nobody took back yet; return the change that does so."""
        return self._commit(lambda known: self._present(step_to_undo(known, by)))[1].change

    def _present(self, step: S) -> S:
        """Return the step if the files that it makes live are still whole: a clock that jumps may have tidied them."""
        for part in () if step is None else step.adds:
            if not is_whole(self.place, part):
                raise DamageError(
                    f"{self.place.address}/{part_name(part)} is missing or damaged, so the rows of {part.table_id!r} "
                    "cannot be brought back. Import its file again: the original bytes are kept."
                )
        return step

    def _commit(self, decide: Callable[[Known], S]) -> tuple[int, S]:
        """Decide and commit until no other process comes first; return the version and the step taken."""
        for attempt in range(ATTEMPTS):
            known = self._log.read()
            step = decide(known)
            if step is None:
                return known.version, step
            try:
                self._log.commit(step.change, adds=step.adds, removes=step.removes)
            except StaleError:
                sleep(_wait_s(attempt))
                continue
            return step.change.version, step
        raise LedgerError(f"{self.place.address} is being changed by others all the time. Try again in a minute.")


def original_name(sha256_hex: str) -> str:
    """Return where the bytes of that hash lie in the workspace."""
    return f"originals/{sha256_hex}"


def _wait_s(attempt: int) -> float:
    """Return a wait that grows with the attempts and differs between processes, so that they do not meet again."""
    longest = min(0.002 * 2.0 ** min(attempt, 10), LONGEST_WAIT_S)
    return longest * (0.5 + os.urandom(1)[0] / 512)
