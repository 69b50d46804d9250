"""Raw tables for tests of the check: only the cells that matter are given."""

import pandas as pd

from claimsdash.intake.checking import Checked, check_claims
from claimsdash.intake.package import Package
from claimsdash.intake.raw import RawTable
from making_package import a_package

CELLS = {"topic": "shells", "value_text": "1,000", "unit": "shell", "claimant": "rok_mnd", "reported_on": "2024-02-27"}


def a_raw_table(*rows: dict[str, str]) -> RawTable:
    """Return a raw table of the rows, the first on line 2; a cell that is not given is that of CELLS or blank."""
    columns = list(dict.fromkeys([*CELLS, *(name for row in rows for name in row)]))
    frame = pd.DataFrame([{**dict.fromkeys(columns, ""), **CELLS, **row} for row in rows], columns=columns, dtype="str")
    return RawTable("test.csv", tuple(columns), frame, pd.Series(range(2, len(rows) + 2), dtype="int64"))


def check(*rows: dict[str, str], package: Package | None = None) -> Checked:
    """Check rows against a package, by default the small one."""
    return check_claims(a_raw_table(*rows), package or a_package(), table_id="test")


def told(checked: Checked) -> list[tuple[int | None, str | None, str]]:
    """Return line, column and reason of each problem."""
    return [(problem.line, problem.column, problem.reason) for problem in checked.problems]
