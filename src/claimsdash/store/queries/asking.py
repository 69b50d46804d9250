"""Put a query to an engine and return its answer with settled types."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.intake.table import CLAIM_DTYPES
from claimsdash.store.engine import Engine
from claimsdash.store.queries.conditions import parameters

TEXT, COUNT, NUMBER, DAY = "str", "int64", "float64", "datetime64[s]"

_NAMED = re.compile(r":([a-z]\w*)")


def ask(
    engine: Engine, sql: str, dtypes: Mapping[str, str], selection: Selection | None = None, **values: object
) -> pd.DataFrame:
    """Return the answer with exactly the given columns and types.

    The parameters that the text names are taken from the selection and from `values`.
    """
    known = (parameters(selection) if selection else {}) | values
    answer = engine.run(sql, {name: known[name] for name in _NAMED.findall(sql)})
    return as_typed(answer, dtypes)


def as_typed(answer: pd.DataFrame, dtypes: Mapping[str, str]) -> pd.DataFrame:
    """Return the columns in the given order and types.

    Written column by column because `DataFrame.astype` takes four times as long on a claims table.
    """
    has = {str(name): str(dtype) for name, dtype in answer.dtypes.items()}
    blank = pd.array([None] * len(answer), dtype=pd.StringDtype(na_value=float("nan")))
    columns: dict[str, Any] = {}
    for name, dtype in dtypes.items():
        column = answer[name]
        if has[name] == dtype:
            columns[name] = column.array
        elif dtype == DAY and has[name].startswith("datetime64"):
            columns[name] = column.to_numpy().astype(DAY)
        elif dtype == TEXT and column.isna().all():
            columns[name] = blank
        else:
            columns[name] = column.astype(pd.api.types.pandas_dtype(dtype)).array
    return pd.DataFrame(columns, copy=False)


CLAIM_LIST = ", ".join(CLAIM_DTYPES)
"""The columns of a claims table, for a SELECT."""

READING_ORDER = "as_of_end NULLS LAST, reported_end NULLS LAST, report_id, table_id, line"
"""The order in which reports are read: by the period they are about, then by publication."""
