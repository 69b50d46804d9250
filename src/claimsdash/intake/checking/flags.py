"""Which cells of a table were inferred when an export of claimsdash wrote it."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from claimsdash.domain.claim import FIELDS


def join_flags(found: pd.Series, told: pd.Series | None, texts: Mapping[str, pd.Series]) -> pd.Series:
    """Return the column `inferred`: what was filled in now, and what the file itself says was filled in before.

    `told` is the column of that name of the file. A name in it counts where it is a column of a claims table and the
    cell holds something; so a date that was once inferred is not taken for stated after an export and an import.
    """
    if told is None or not told.ne("").any():
        return found
    now, before = _lists(found), _lists(told)
    names = np.full(len(found), "", dtype="object")
    for field in FIELDS:
        holds = _in(now, field.name) | (_in(before, field.name) & texts[field.name].notna().to_numpy())
        names = names + np.where(holds, f"{field.name},", "")
    return pd.Series(names, index=found.index, dtype="str").str.removesuffix(",").replace("", None)


Lists = tuple[np.ndarray, list[set[str]]]
"""For each row the place of its list, and the names of each distinct list."""


def _lists(cells: pd.Series) -> Lists:
    codes, distinct = pd.factorize(cells.fillna(""))
    return codes, [{name.strip() for name in text.split(",")} for text in distinct]


def _in(lists: Lists, name: str) -> np.ndarray:
    codes, distinct = lists
    return np.array([name in names for names in distinct], dtype="bool")[codes]
