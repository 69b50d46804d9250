"""The first column of Eurostat's tables, in which several columns stand joined: `freq,unit,geo\\TIME_PERIOD`."""

import re
from dataclasses import replace

import pandas as pd

from claimsdash.intake.raw import RawTable

_JOINED = re.compile(r"(\w+(?:,\w+)*)\\\w+")


def split_joined(table: RawTable) -> RawTable:
    """Return the table with such a first column set apart into its own; any other table as it is."""
    found = _JOINED.fullmatch(table.columns[0].strip())
    if found is None:
        return table
    names = found[1].split(",")
    parts = [str(text).split(",") for text in table.rows.iloc[:, 0]]
    if (
        len(set(names)) < len(names)
        or set(names) & set(table.columns[1:])
        or {len(one) for one in parts} != {len(names)}
    ):
        return table
    split = pd.DataFrame(parts, columns=names, index=table.rows.index, dtype="str")
    rows = pd.concat([split, table.rows.iloc[:, 1:]], axis=1)
    places = (*[table.places[0]] * len(names), *table.places[1:])
    return replace(table, columns=(*names, *table.columns[1:]), rows=rows, places=places)
