"""Changes as JSON in the metadata of a commit, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from claimsdash.store.ledger.changes import Change, ChangeKind, Counts, Entry, Part

KEY = "claimsdash"
"""The name under which a commit's metadata hold its change."""


def encode(change: Change) -> dict[str, Any]:
    """Return the change as JSON values; its version is that of the commit and left out."""
    values = asdict(change)
    del values["version"]
    for part in values["parts"]:
        del part["table_id"]
    values["when"] = change.when.isoformat()
    if change.entry is not None:
        values["entry"]["when"] = change.entry.when.isoformat()
    return {KEY: values}


def decode(commit: Mapping[str, Any]) -> Change | None:
    """Return the change that a commit of the log holds, None for a commit that changed no table.

    Fields that this release does not know are passed over, so that it can show the history of a later one.
    """
    values = commit.get(KEY)
    if not isinstance(values, dict):
        return None
    kind, version = ChangeKind(values["kind"]), int(commit["version"])
    imported = kind in (ChangeKind.ADDED, ChangeKind.REPLACED)
    return Change(
        version,
        kind,
        values["table_id"],
        datetime.fromisoformat(values["when"]),
        who=values.get("who", ""),
        content=version if imported else values.get("content"),
        entry=_entry(values["entry"]) if values.get("entry") else None,
        parts=tuple(
            Part(values["table_id"], part["path"], part["size"], part["rows"]) for part in values.get("parts", ())
        ),
        undoes=values.get("undoes"),
        automatic=values.get("automatic", False),
    )


def _entry(values: Mapping[str, Any]) -> Entry:
    counts = {name: values.get("counts", {}).get(name, 0) for name in Counts.__dataclass_fields__}
    return Entry(
        values["table_id"],
        values["file_name"],
        values["sha256"],
        values["size"],
        datetime.fromisoformat(values["when"]),
        who=values.get("who", ""),
        choices=values.get("choices", {}),
        counts=Counts(**counts),
    )
