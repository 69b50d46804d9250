"""What interrupted imports leave behind: files that no version names."""

from dataclasses import dataclass
from datetime import datetime

from claimsdash.store.ledger import Ledger
from claimsdash.store.ledger.parts import part_name

FOLDERS = ("ledger/rows", "originals")


@dataclass(frozen=True)
class Leftover:
    """A file that belongs to nothing: its name in the workspace, its size in bytes."""

    name: str
    size: int


def leftovers(ledger: Ledger, *, before: datetime) -> list[Leftover]:
    """List the files that no change in the history names and that were written before the time.

    The time has to be well before any import that may be going on: its files are named only at its end. Originals are
    never leftovers, whole tables of any version neither.
    """
    kept = {part_name(part) for change in ledger.history() for part in change.parts}
    place = ledger.place
    found = [name for folder in FOLDERS for name in place.names(folder) if name.endswith((".draft", ".parquet"))]
    loose = [name for name in found if name not in kept and place.changed(name) < before]
    return [Leftover(name, place.size(name) or 0) for name in loose]


def delete_leftovers(ledger: Ledger, found: list[Leftover]) -> None:
    """Delete the files."""
    for leftover in found:
        ledger.place.delete(leftover.name)
