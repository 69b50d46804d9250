"""The names of tables: a person's words, kept as such and never part of a path."""

import unicodedata

from claimsdash.store.errors import LedgerError

CURATED = "curated"
"""The table that claimsdash brings along."""

LONGEST_NAME = 100


def check_table_name(name: str) -> str:
    """Return the name as it is stored: Unicode form NFC, spaces at the ends removed.

    Raises LedgerError for a name that is empty, longer than 100 characters or holds control characters.

    >>> check_table_name("  Shells, May 2024 ")
    'Shells, May 2024'
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not name:
        raise LedgerError("A table needs a name: give it one of 1 to 100 characters.")
    if len(name) > LONGEST_NAME:
        raise LedgerError(f"The name of a table has at most {LONGEST_NAME} characters, this one has {len(name)}.")
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name):
        raise LedgerError(f"The name {name!r} holds a control character: write it with letters, digits and signs.")
    return name
