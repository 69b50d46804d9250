"""The ledger: every imported table in every version, as one Delta Lake table."""

from claimsdash.store.ledger.changes import Change, ChangeKind, Counts, Entry, Held, Part, describe
from claimsdash.store.ledger.ledger import Added, Ledger, Outcome, State
from claimsdash.store.ledger.steps import By

__all__ = [
    "Added",
    "By",
    "Change",
    "ChangeKind",
    "Counts",
    "Entry",
    "Held",
    "Ledger",
    "Outcome",
    "Part",
    "State",
    "describe",
]
