"""The entries of the log as files: which of them no longer hold what was written."""

import json
from typing import Any

from claimsdash.store.errors import DamageError
from claimsdash.store.ledger.changes import Change, ChangeKind
from claimsdash.store.ledger.encoding import KEY, decode
from claimsdash.store.place import Folder, Place

FOLDER = "ledger"
LOG = f"{FOLDER}/_delta_log"
_LAST_CHECKPOINT = f"{LOG}/_last_checkpoint"


def entry_name(version: int) -> str:
    """Return where the entry of a version lies in the workspace."""
    return f"{LOG}/{version:020d}.json"


def first_damaged(place: Place, *, after: int, until: int | None = None) -> int | None:
    """Return the first version after one, up to another, whose entry is not what was written, None where all are.

    Delta itself takes an empty entry, or one that was cut at the end of a line, for a change of nothing. An object
    store gives back whole what it has taken, so there nothing is looked at.
    """
    if not isinstance(place, Folder):
        return None
    version = after + 1
    while (until is None or version <= until) and place.size(name := entry_name(version)) is not None:
        if not is_whole(place.read(name)):
            return version
        version += 1
    return None


def checkpointed(place: Place) -> int:
    """Return the version of the last checkpoint, from which on the entries make the state; -1 where there is none."""
    if place.size(_LAST_CHECKPOINT) is None:
        return -1
    try:
        return int(json.loads(place.read(_LAST_CHECKPOINT))["version"])
    except (ValueError, KeyError, TypeError):
        return -1


def is_whole(entry: bytes) -> bool:
    """Say whether an entry holds all that was written: its lines, the files of an import, those that a removal took."""
    try:
        lines = [json.loads(line) for line in entry.splitlines()]
    except ValueError:
        return False
    if not lines or not all(isinstance(line, dict) for line in lines):
        return False
    told = next((line["commitInfo"] for line in lines if "commitInfo" in line), None)
    return isinstance(told, dict) and _has_its_files(told.get(KEY), lines)


def _has_its_files(change: object, lines: list[dict[str, Any]]) -> bool:
    """Say whether the files that a change names are added; a change that is not ours names none."""
    if not isinstance(change, dict):
        return True
    added = {line["add"]["path"] for line in lines if "add" in line}
    if change.get("kind") == ChangeKind.RETIRED:
        return any("remove" in line for line in lines)
    return all(part["path"] in added for part in change.get("parts", ()))


def changes_by_entries(place: Place, version: int, *, after: int = -1) -> tuple[Change, ...]:
    """Return the changes after one version, up to another, as the entries tell them; damaged entries are left out."""
    numbers = range(after + 1, version + 1)
    found = (_told(place.read(entry_name(number))) | {"version": number} for number in numbers)
    return tuple(change for commit in found if (change := decode(commit)) is not None)


def _told(entry: bytes) -> dict[str, Any]:
    """Return what an entry says of its change, nothing where it is damaged."""
    if not is_whole(entry):
        return {}
    lines = map(json.loads, entry.splitlines())
    return dict(next(line["commitInfo"] for line in lines if "commitInfo" in line))


def damage_at(place: Place, version: int) -> DamageError:
    """Return the error that names the entry of a version and the remedy."""
    return DamageError(
        f"{place.address}/{entry_name(version)} is damaged: it is not what was written. Put back a copy of it, or "
        "move it and every later entry away to go back to the version before it."
    )
