"""Selections applied plainly, row by row: what the queries are compared with."""

from datetime import date
from typing import Any

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.store.queries.conditions import LIST_COLUMNS


def chosen(claims: pd.DataFrame, selection: Selection, *, but: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the rows of a claims table that the selection keeps, some of its fields left out."""
    kept = [is_chosen(row, selection.without(*but)) for row in claims.to_dict("records")]
    return claims[pd.Series(kept, index=claims.index, dtype=bool)]


def is_chosen(row: dict[Any, Any], selection: Selection) -> bool:
    """Say whether the selection keeps the report."""
    keys = all(
        row[column] in getattr(selection, field) for field, column in LIST_COLUMNS.items() if getattr(selection, field)
    )
    texts = [str(row[name]).lower() for name in ("value_text", "scope", "speaker", "notes") if pd.notna(row[name])]
    words = all(any(word in text for text in texts) for word in selection.text.lower().split())
    as_of = overlaps(row["as_of_start"], row["as_of_end"], selection.as_of_from, selection.as_of_to)
    reported = overlaps(row["reported_start"], row["reported_end"], selection.reported_from, selection.reported_to)
    known = selection.known_on is None or row["reported_end"] <= pd.Timestamp(selection.known_on)
    return selection.topic in (None, row["topic"]) and keys and words and as_of and reported and bool(known)


def overlaps(start: Any, end: Any, first: date | None, last: date | None) -> bool:
    """Say whether a period has a day in common with first to last, either of which may be open."""
    if first is None and last is None:
        return True
    if pd.isna(start) and pd.isna(end):
        return False
    begins = pd.Timestamp.min if pd.isna(start) else start
    ends = pd.Timestamp.max if pd.isna(end) else end
    return bool((first is None or ends >= pd.Timestamp(first)) and (last is None or begins <= pd.Timestamp(last)))
