"""The curated table in a workspace: loaded once, and again whenever it or the way it is read has changed."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pandas as pd

import claimsdash
from claimsdash.intake.checking import check_claims
from claimsdash.intake.package import Package
from claimsdash.intake.reading import read_table
from claimsdash.store.ledger import Added, Counts, Ledger, describe
from claimsdash.store.names import CURATED
from claimsdash.store.workspace import VAGUE_WORDS_FILE, Workspace, curated_folder, package_for

_CONTENT = "content"
_KINDS = (".csv", ".json", ".txt")
_READING_FLOORS = ("domain", "intake")


def seed(workspace: Workspace, when: datetime) -> Package:
    """Return the curated package as the workspace reads it, its claims loaded unless they are there or were removed."""
    package = package_for(workspace)
    own_words = {VAGUE_WORDS_FILE: (workspace.vague_words() or "").encode()}
    key = content_key(package_files(curated_folder()), reading_rules() | own_words)
    if workspace.ledger.damage() is None and needs_curated(workspace.ledger, key):
        raw = read_table(package.claims, "claims.csv").table
        checked = check_claims(raw, package, table_id=CURATED, known=package.known_problems)
        load_curated(workspace.ledger, checked.claims, package.claims, key=key, when=when)
    return package


def package_files(folder: Path) -> dict[str, bytes]:
    """Return name to bytes of the files of a data package, in order."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in _KINDS and path.is_file())
    return {path.name: path.read_bytes() for path in paths}


def reading_rules() -> dict[str, bytes]:
    """Return name to bytes of the code that reads claims: where it changes, equal files may give other rows."""
    package = Path(claimsdash.__file__).parent
    paths = sorted(path for floor in _READING_FLOORS for path in (package / floor).rglob("*.py"))
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in paths}


def content_key(files: Mapping[str, bytes], rules: Mapping[str, bytes]) -> str:
    """Return a hash of all that the rows of a package follow from: its files, and the rules they are read by.

    >>> content_key({"a.csv": b"1"}, {}) == content_key({"a.csv": b"2"}, {})
    False
    """
    parts = [f"{name}\0{sha256(content).hexdigest()}\n" for group in (files, rules) for name, content in group.items()]
    return sha256("".join(parts).encode()).hexdigest()


def needs_curated(ledger: Ledger, key: str) -> bool:
    """Say whether the curated table is missing, damaged or read from something else, and nobody has removed it."""
    held = next((held for held in ledger.tables() if held.table_id == CURATED), None)
    if held is None:
        return True
    return held.live and (held.entry.choices.get(_CONTENT) != key or CURATED in ledger.damaged_tables())


def load_curated(ledger: Ledger, claims: pd.DataFrame, original: bytes, *, key: str, when: datetime) -> Added:
    """Make the checked claims of the package the live rows of the curated table; undo passes over this.

    Takes a claims table, and the bytes of claims.csv. Equal content changes nothing.
    """
    entry = describe(
        original,
        table_id=CURATED,
        file_name="claims.csv",
        when=when,
        who="claimsdash",
        choices={_CONTENT: key},
        counts=Counts(rows=len(claims), claims=claims["claim_id"].nunique()),
    )
    return ledger.add(claims, original, entry, automatic=True)
