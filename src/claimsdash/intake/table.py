"""The claims table as pandas holds it: one set of columns and types for store, analysis and charts."""

import pandas as pd

from claimsdash.domain.claim import FIELDS, READ_FIELDS, FieldType

_DTYPES = {
    FieldType.TEXT: "str",
    FieldType.URL: "str",
    FieldType.PERIOD: "str",
    FieldType.NUMBER: "float64",
    FieldType.WHOLE: "int64",
    FieldType.YES_NO: "bool",
    FieldType.DAY: "datetime64[s]",
}

CLAIM_DTYPES: dict[str, str] = {field.name: _DTYPES[field.holds] for field in (*FIELDS, *READ_FIELDS)}
"""Column to pandas type, in the order of the table."""


def as_claims_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with exactly the columns and types of a claims table, in their order.

    Takes any of the columns of `domain.claim.CLAIM_COLUMNS`: what is missing is added empty, others are left out.
    An empty frame gives an empty claims table.
    """
    columns = {}
    for name, dtype in CLAIM_DTYPES.items():
        blank = pd.Series(0 if dtype == "int64" else None, index=frame.index)
        cells, wanted = frame.get(name, blank), pd.api.types.pandas_dtype(dtype)
        columns[name] = cells if cells.dtype == wanted else cells.astype(wanted)
    return pd.DataFrame(columns, index=frame.index, copy=False).reset_index(drop=True)
