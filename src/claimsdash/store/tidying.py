"""What interrupted work leaves behind: files that no version names, and drafts of files that came to nothing."""

from dataclasses import dataclass
from datetime import datetime

from claimsdash.store.acknowledged import FOLDER as NOTES
from claimsdash.store.combined import FOLDER as COMBINED
from claimsdash.store.ledger import Ledger
from claimsdash.store.ledger.entries import LOG
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.start import FOLDER as START
from claimsdash.store.stories import FOLDER as STORIES
from claimsdash.store.views import FOLDER as VIEWS

ROWS = "ledger/rows"
FOLDERS = (ROWS, "originals", LOG, COMBINED, NOTES, VIEWS, STORIES, START)


@dataclass(frozen=True)
class Leftover:
    """A file that belongs to nothing: its name in the workspace, its size in bytes."""

    name: str
    size: int


def leftovers(ledger: Ledger, *, before: datetime) -> list[Leftover]:
    """List the files that no change in the history names and that were written before the time.

    The time has to be well before any import that may be going on: its files are named only at its end. Originals are
    never leftovers, whole tables of any version neither. Raises DamageError where an entry of the log is damaged: the
    files that it names would be taken for such.
    """
    ledger.refuse_damage()
    kept = {part_name(part) for change in ledger.history() for part in change.parts}
    place = ledger.place
    drafts = [name for folder in FOLDERS for name in place.names(folder) if name.endswith((".draft", ".tmp"))]
    sorting = [name for folder in place.names(COMBINED) if folder.endswith(".sorting") for name in place.names(folder)]
    found = [*drafts, *sorting, *(name for name in place.names(ROWS) if name.endswith(".parquet"))]
    loose = [name for name in found if name not in kept and place.changed(name) < before]
    return [Leftover(name, place.size(name) or 0) for name in loose]


def delete_leftovers(ledger: Ledger, found: list[Leftover]) -> None:
    """Delete the files."""
    for leftover in found:
        ledger.place.delete(leftover.name)
