"""A whole workspace as one zip file, and back: every table in every version, every original, all that was said."""

import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

import orjson

from claimsdash.store.acknowledged import FOLDER as NOTES
from claimsdash.store.acknowledged import NAME as NOTE
from claimsdash.store.drawer import CHANGE
from claimsdash.store.errors import DamageError, WorkspaceError, telling_where
from claimsdash.store.ledger import Ledger
from claimsdash.store.ledger.entries import LOG
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.place import Place
from claimsdash.store.start import FOLDER as START
from claimsdash.store.stories import FOLDER as STORIES
from claimsdash.store.views import FOLDER as VIEWS
from claimsdash.store.workspace import VAGUE_WORDS_FILE, Workspace

LIST = "backup.json"
"""The first file of a backup: which version it holds, and the size and hash of every other file."""

FORMAT = 1

SAID = (NOTES, VIEWS, STORIES, START)
"""Folders of what people said and kept, one file for each change."""

_KNOWN = re.compile(
    rf"{LOG}/\d{{20}}\.json|ledger/rows/[0-9a-f]{{32}}\.parquet|originals/[0-9a-f]{{64}}|{re.escape(VAGUE_WORDS_FILE)}"
    rf"|{NOTE.pattern}|(?:{VIEWS}|{STORIES}|{START})/{CHANGE}"
)


@dataclass(frozen=True)
class Kept:
    """One file of a backup: its name in the workspace, size in bytes, SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Backup:
    """What a backup holds: the version of the ledger, when it was made, its files in the order of writing them back."""

    version: int
    when: str
    files: tuple[Kept, ...]

    @property
    def size(self) -> int:
        """Count the bytes of all files."""
        return sum(kept.size for kept in self.files)


def write_backup(workspace: Workspace, target: Path, *, when: datetime) -> Backup:
    """Write all that the latest version and its history need into a new zip file, whole or not at all.

    Others may go on writing to the workspace: what they add is not in the backup. Raises WorkspaceError where there is
    such a file already, DamageError where a file of the workspace is missing.
    """
    if target.exists():
        raise WorkspaceError(f"{target} is there already. Choose another name.")
    workspace.ledger.refuse_damage()
    version = workspace.ledger.version()
    files = tuple(_describe(workspace.place, name) for name in _names(workspace, version))
    backup = Backup(version, when.isoformat(), files)
    draft = target.with_name(f"{target.name}.draft")
    with telling_where(str(target)):
        try:
            _fill(draft, workspace.place, backup)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    return backup


def read_backup(source: Path, place: Place) -> Backup:
    """Make an empty place the workspace of a backup; the ledger comes last, entry by entry.

    Raises WorkspaceError where the place holds a ledger already or the file is no backup, DamageError where a file in
    it is not what was backed up: then nothing has been written.
    """
    if place.names(LOG):
        raise WorkspaceError(
            f"{place.address} holds a workspace already, and a backup is written over none. Choose an empty folder: "
            "--workspace FOLDER."
        )
    with _opened(source) as packed:
        backup = _list_of(packed, source)
        for kept in backup.files:
            _whole(packed, kept, source)
        for kept in backup.files:
            place.write(kept.name, _whole(packed, kept, source))
    if Ledger(place).version() != backup.version:
        raise DamageError(f"{source} does not hold the whole history: version {backup.version} is missing.")
    return backup


def is_backup(source: Path) -> bool:
    """Tell a backup from every other file by what it begins with, whole or not."""
    try:
        with ZipFile(source) as packed:
            return packed.namelist()[:1] == [LIST]
    except (BadZipFile, OSError):
        return False


def _names(workspace: Workspace, version: int) -> Iterator[str]:
    """Name the files of a version and of its history: what the log names before the log itself."""
    rows = (part_name(part) for c in workspace.ledger.history() if c.version <= version for part in c.parts)
    yield from dict.fromkeys(rows)
    for folder in ("originals", *SAID):
        yield from (name for name in workspace.place.names(folder) if _KNOWN.fullmatch(name))
    if workspace.place.size(VAGUE_WORDS_FILE) is not None:
        yield VAGUE_WORDS_FILE
    yield from (f"{LOG}/{number:020d}.json" for number in range(version + 1))


def _describe(place: Place, name: str) -> Kept:
    if place.size(name) is None:
        raise DamageError(f"{place.address}/{name} is missing: import its table again, then make the backup.")
    content = place.read(name)
    return Kept(name, len(content), sha256(content).hexdigest())


def _fill(draft: Path, place: Place, backup: Backup) -> None:
    """Write the zip file and wait until it is on disk; Parquet is compressed already."""
    with draft.open("xb") as file:
        with ZipFile(file, "w") as packed:
            told = {"format": FORMAT, **asdict(backup)}
            packed.writestr(LIST, orjson.dumps(told, option=orjson.OPT_INDENT_2), ZIP_DEFLATED)
            for kept in backup.files:
                packing = ZIP_STORED if kept.name.endswith(".parquet") else ZIP_DEFLATED
                packed.writestr(kept.name, place.read(kept.name), packing)
        file.flush()
        os.fsync(file.fileno())


def _opened(source: Path) -> ZipFile:
    with telling_where(str(source)):
        try:
            return ZipFile(source)
        except BadZipFile as error:
            raise WorkspaceError(f"{source} is not a backup: it is no zip file, or it is cut off.") from error


def _list_of(packed: ZipFile, source: Path) -> Backup:
    """Return what the backup says that it holds; only names that a workspace has are let in."""
    try:
        told = orjson.loads(packed.read(LIST))
        files = tuple(Kept(each["name"], each["size"], each["sha256"]) for each in told["files"])
        backup, version = Backup(told["version"], told["when"], files), told["format"]
    except (KeyError, TypeError, ValueError, BadZipFile) as error:
        raise WorkspaceError(f"{source} is not a backup of claimsdash: make one with claimsdash backup.") from error
    if version != FORMAT:
        raise WorkspaceError(f"{source} was made by a newer claimsdash (format {version}): upgrade claimsdash.")
    strange = next((kept.name for kept in files if not _KNOWN.fullmatch(kept.name)), None)
    if strange is not None:
        raise WorkspaceError(f"{source} holds {strange!r}, which is no file of a workspace. Nothing was written.")
    return backup


def _whole(packed: ZipFile, kept: Kept, source: Path) -> bytes:
    """Return the content of a file, never more than its size as listed."""
    try:
        with packed.open(kept.name) as stream:
            content = stream.read(kept.size + 1)
    except (KeyError, BadZipFile, OSError) as error:
        raise DamageError(f"{kept.name} in {source} is missing or damaged. Use another backup.") from error
    if sha256(content).hexdigest() != kept.sha256:
        raise DamageError(f"{kept.name} in {source} is not what was backed up. Use another backup.")
    return content
