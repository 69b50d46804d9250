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
