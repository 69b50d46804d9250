"""The columns of an uploaded table against those of a claims table."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from claimsdash.domain.claim import EXPORT_FIELDS, FIELDS, READ_FIELDS
from claimsdash.domain.errors import Problem, Severity

_NAMES = tuple(field.name for field in FIELDS)
_REQUIRED = tuple(field.name for field in FIELDS if field.required)
_OF_EXPORTS = {field.name for field in (*READ_FIELDS, *EXPORT_FIELDS)}
"""Columns that an export adds: they are passed over without a word, for they follow from the others."""

_NUMBERS = ("value_text", "low", "best", "high")


def match_columns(found: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    """Return which column of a claims table each column found is, and what is missing or left over.

    Capitals, spaces and hyphens in a name do not matter. A missing column that a claim cannot do without is an error
    naming the nearest column found; a column of another name is left out with a warning.

    >>> match_columns(["Topic", "claimant", "unit", "Value text"])[0]["value_text"]
    'Value text'
    """
    matched: dict[str, str] = {}
    for name in found:
        tidy = _tidy(name)
        if tidy in _NAMES and tidy not in matched:
            matched[tidy] = name
    rest = [name for name in found if name not in matched.values()]
    missing = [name for name in _REQUIRED if name not in matched]
    if not any(name in matched for name in _NUMBERS):
        missing.append("value_text")
    left_out = [name for name in rest if name not in _OF_EXPORTS]
    return matched, [_missing(missing, rest)] if missing else [_left_out(name, matched) for name in left_out]


def _missing(names: list[str], rest: list[str]) -> Problem:
    said = [name + _nearest(name, rest) for name in names]
    plural = "columns are" if len(names) > 1 else "column is"
    found = f"Columns of other names are {_few(rest)}." if rest else "There are no other columns."
    remedy = f"Name the columns as in the template; one of value_text, low, best, high holds the number. {found}"
    return Problem(None, None, "", f"required {plural} missing: {'; '.join(said)}", remedy)


def _few(names: list[str]) -> str:
    return ", ".join(name[:40] for name in names[:10]) + (", …" if len(names) > 10 else "")


def _tidy(name: str) -> str:
    return re.sub(r"[\s\-]+", "_", name.strip().lower())


def _nearest(name: str, rest: list[str]) -> str:
    tidy = {_tidy(column): column for column in rest}
    near = get_close_matches(name, tidy, n=1, cutoff=0.65)
    return f" (the nearest column found is {tidy[near[0]]})" if near else ""


def _left_out(name: str, matched: dict[str, str]) -> Problem:
    near = get_close_matches(_tidy(name), [field for field in _NAMES if field not in matched], n=1)
    reason = "is not a column of a claims table, and is left out"
    remedy = f"Rename it {near[0]} if it holds that." if near else "Rename it if it holds a column of the template."
    return Problem(None, name[:60], "", reason, remedy, Severity.WARNING)
