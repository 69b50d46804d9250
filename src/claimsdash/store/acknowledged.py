"""Why somebody holds a finding to be right as it is: one small file for each word said, never changed or deleted."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import uuid4

from claimsdash.store.errors import WorkspaceError
from claimsdash.store.place import Place

FOLDER = "acknowledged"
NAME = re.compile(rf"{FOLDER}/\d{{8}}T\d{{12}}-[0-9a-f]{{8}}\.json")
"""A day and time in UTC to the microsecond, and a random part: two processes never write the same name."""


@dataclass(frozen=True)
class Note:
    """What somebody said of a finding; a blank reason takes back what was said before. `when` is in UTC."""

    finding_id: str
    reason: str
    who: str
    when: datetime


def keep_note(place: Place, note: Note) -> None:
    """Add a note; when this returns it is safe."""
    name = f"{FOLDER}/{note.when:%Y%m%dT%H%M%S%f}-{uuid4().hex[:8]}.json"
    text = json.dumps(asdict(note) | {"when": note.when.isoformat()}, ensure_ascii=False)
    place.write(name, text.encode("utf-8"))


def read_notes(place: Place) -> list[Note]:
    """Return all notes in the order in which they were said; raises WorkspaceError, naming the file that is none."""
    return [_read(place, name) for name in place.names(FOLDER) if NAME.fullmatch(name)]


def in_force(notes: Iterable[Note]) -> dict[str, Note]:
    """Return the last note on each finding, those taken back left out."""
    last = {note.finding_id: note for note in sorted(notes, key=lambda note: note.when)}
    return {key: note for key, note in last.items() if note.reason.strip()}


def _read(place: Place, name: str) -> Note:
    try:
        told = json.loads(place.read(name))
        return Note(told["finding_id"], told["reason"], told["who"], datetime.fromisoformat(told["when"]))
    except (ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(f"{name} is no acknowledgement: take the file away, or bring back a backup.") from error
