"""Columns that hold the unit of their row, or by how many its number is to be multiplied."""

from collections.abc import Collection, Sequence

import pandas as pd

from claimsdash.intake.mapping.headings import plain_name, read_unit_words
from claimsdash.intake.mapping.model import Part
from claimsdash.intake.mapping.profiles import Kind, Profile
from claimsdash.intake.mapping.vocabulary import SCALE_WORDS

_LOOKED_AT = 200
_UNIT_NAMES = frozenset(
    [
        "unit",
        "units",
        "uom",
        "measure",
        "currency",
        "einheit",
        "währung",
        "unidad",
        "moneda",
        "unité",
        "devise",
        "valuta",
    ]
)
_ONES = frozenset(["units", "unit", "ones", "one", ""])
_SCALE_NAMES = frozenset(
    [
        "powercode",
        "power code",
        "scale",
        "multiplier",
        "unit multiplier",
        "scalar factor",
        "magnitude",
        "powercode code",
        "factor",
        "einheit",
    ]
)


POWER_NAMES = frozenset(["unit mult", "unit multiplier", "powercode code", "power code", "powercode", "scale"])
"""Names of columns that hold powers of ten: SDMX's UNIT_MULT."""
POWERS = {"0": "", "3": "thousand", "6": "million", "9": "billion", "12": "trillion"}


def worded_powers(column: str, cells: pd.Series) -> pd.Series:
    """Return the cells of a column of powers of ten as words; those of any other column as they are."""
    return cells.replace(POWERS) if plain_name(column) in POWER_NAMES else cells


def find_unit_columns(profiles: Sequence[Profile], units: Collection[str]) -> Part | None:
    """Return the column of units, with that of scales behind it where there is one."""
    column = next((profile.name for profile in profiles if holds_units(profile, units)), None)
    scale = next((profile.name for profile in profiles if profile.name != column and _holds_scales(profile)), None)
    columns = tuple(name for name in (column, scale) if name)
    if not columns:
        return None
    reason = "its cells are units" if column else "its cells say by how many to multiply"
    return Part(columns, reason=reason)


def holds_units(profile: Profile, units: Collection[str]) -> bool:
    """Return whether every cell of a column names a unit: by its key, where the column is not called so."""
    if profile.kind is not Kind.WORDS or not profile.texts:
        return False
    if not _UNIT_NAMES & set(profile.words):
        return all(text in units for text in profile.texts)
    read = [read_unit_words(text, units) for text in profile.texts[:_LOOKED_AT]]
    return all(unit and is_all for unit, _, is_all in read)


def _holds_scales(profile: Profile) -> bool:
    if profile.plain in POWER_NAMES and set(profile.texts) <= set(POWERS):
        return True
    texts = {text.lower() for text in profile.texts}
    known = texts <= {*SCALE_WORDS, *_ONES} and bool(texts - _ONES)
    return profile.kind is Kind.WORDS and known and profile.plain in _SCALE_NAMES
