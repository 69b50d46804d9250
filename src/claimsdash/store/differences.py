"""What changed between two versions of the ledger, report by report."""

import duckdb
import pandas as pd
import pyarrow as pa

from claimsdash.store.engine import read_part
from claimsdash.store.ledger import Ledger, Part
from claimsdash.store.schema import CLAIM_SCHEMA

COMPARED = tuple(name for name in CLAIM_SCHEMA.names if name not in ("table_id", "report_id", "line"))
"""A report that only moved to another line has not changed."""

DIFFERENCE_DTYPES = {"table_id": "str", "report_id": "str", "change": "str", "before": "str", "after": "str"}

CELL_DTYPES = {"table_id": "str", "report_id": "str", "change": "str", "column": "str", "before": "str", "after": "str"}


def differences(ledger: Ledger, before: int, after: int) -> pd.DataFrame:
    """List the reports that came, went or changed from one version to another.

    Returns table_id, report_id, change ("added", "removed" or "changed"), before and after (the wordings): str; one row
    a report, by table and report. Only tables whose files differ are read.
    """
    old, new = ledger.at(before).parts, ledger.at(after).parts
    gone, come = [part for part in old if part not in new], [part for part in new if part not in old]
    connection = duckdb.connect(":memory:")
    with connection:
        connection.register("earlier", _rows(ledger, gone))
        connection.register("later", _rows(ledger, come))
        return connection.execute(_SQL).df().astype(DIFFERENCE_DTYPES)


def changed_cells(ledger: Ledger, before: int, after: int) -> pd.DataFrame:
    """List the cells in which reports differ between two versions.

    Returns table_id, report_id, change, column, before, after: str; one row a cell of a changed report, and one row
    (column value_text) for each report that came or went.
    """
    found = differences(ledger, before, after)
    whole = found[found["change"].ne("changed")].assign(column="value_text")
    changed = found[found["change"].eq("changed")]
    keys = pd.MultiIndex.from_frame(changed[["table_id", "report_id"]])
    earlier, later = (_texts(ledger, version, keys) for version in (before, after))
    cells = [
        changed.assign(column=name, before=earlier[name].to_numpy(), after=later[name].to_numpy())[
            (earlier[name] != later[name]).to_numpy()
        ]
        for name in COMPARED
    ]
    listed: pd.DataFrame = pd.concat([whole, *cells], ignore_index=True)[[*CELL_DTYPES]].astype(CELL_DTYPES)
    return listed.sort_values(["table_id", "report_id"], kind="stable", ignore_index=True)


def _texts(ledger: Ledger, version: int, keys: pd.MultiIndex) -> pd.DataFrame:
    """Return the cells of the reports of those tables and ids, in their order, as texts; blank ones empty."""
    tables = set(keys.get_level_values(0))
    rows = _rows(ledger, [part for part in ledger.at(version).parts if part.table_id in tables]).to_pandas()
    found: pd.DataFrame = rows.set_index(["table_id", "report_id"]).loc[keys]
    return found.astype("str").where(found.notna(), "")


def _rows(ledger: Ledger, parts: list[Part]) -> pa.Table:
    return pa.concat_tables([CLAIM_SCHEMA.empty_table(), *(read_part(ledger.place, part) for part in parts)])


_EARLIER, _LATER = (", ".join(f"{side}.{name}" for name in COMPARED) for side in ("earlier", "later"))
_SQL = f"""
    SELECT coalesce(earlier.table_id, later.table_id) AS table_id,
        coalesce(earlier.report_id, later.report_id) AS report_id,
        CASE WHEN earlier.report_id IS NULL THEN 'added' WHEN later.report_id IS NULL THEN 'removed' ELSE 'changed' END
            AS change, earlier.value_text AS before, later.value_text AS after
    FROM earlier FULL JOIN later ON earlier.table_id = later.table_id AND earlier.report_id = later.report_id
    WHERE ROW({_EARLIER}) IS DISTINCT FROM ROW({_LATER})
        OR earlier.report_id IS NULL OR later.report_id IS NULL
    ORDER BY 1, 2"""  # noqa: S608 - the names of columns are fixed
