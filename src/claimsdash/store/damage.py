"""What is damaged in a workspace, in words that name the file and the remedy."""

from collections.abc import Sequence

from claimsdash.store.ledger import Ledger, Part
from claimsdash.store.ledger.parts import part_name

_MOST_NAMED = 3


def say_damage(ledger: Ledger, parts: Sequence[Part]) -> list[str]:
    """Return a sentence for a damaged entry of the log, and one for each table with damaged files.

    `parts` are the files that cannot be read: those of Ledger.damaged_parts or of an engine.
    """
    told = [damage] if (damage := ledger.damage()) else []
    by_table: dict[str, list[str]] = {}
    for part in parts:
        by_table.setdefault(part.table_id, []).append(f"{ledger.place.address}/{part_name(part)}")
    return told + [_say(table_id, files) for table_id, files in sorted(by_table.items())]


def _say(table_id: str, files: Sequence[str]) -> str:
    more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
    return (
        f"Rows of {table_id} are missing: {', '.join(files[:_MOST_NAMED])}{more} is damaged or gone. "
        "Import its table again: the file it came from is kept under originals/."
    )
