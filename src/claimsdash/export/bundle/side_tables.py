"""The side tables of a view: what its claims point at, as CSV in the columns of the data format."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import Field, dataclass, fields
from decimal import Decimal
from typing import Any

import pandas as pd

from claimsdash.domain.assumption import Assumption
from claimsdash.export.tables import write_number
from claimsdash.intake.package import Event, KnownProblem, Package, Source, Topic
from claimsdash.intake.problems import safe_cell

VAGUE_COLUMNS = ("word", "low", "high", "said_by")


@dataclass(frozen=True)
class SideTable:
    """One side table: its rows, all of the one dataclass whose fields are the columns."""

    name: str
    row_type: Any
    rows: Sequence[Any]

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    @property
    def columns(self) -> tuple[Field[Any], ...]:
        """The fields that are its columns."""
        return fields(self.row_type)


def side_tables(reports: pd.DataFrame, package: Package, topics: Mapping[str, Topic]) -> list[SideTable]:
    """Return the tables that the reports need to be read again: every key in them has its row.

    `topics` are those known, the ones that came with a table among them; a source that the package lacks is listed
    under its key, of unknown kind.
    """
    used = [key for key in topics if key in set(reports["topic"])]
    assumptions = list(package.assumptions.values())
    keys = {*reports["claimant"].dropna(), *reports["outlet"].dropna(), *(one.said_by for one in assumptions)} - {""}
    ids = set(reports["report_id"])
    known = [problem for problem in package.known_problems if problem.report_id in ids]
    return [
        SideTable("topics", Topic, [topics[key] for key in used]),
        SideTable("sources", Source, [package.sources.get(key, Source(key, key)) for key in sorted(keys)]),
        SideTable("assumptions", Assumption, assumptions),
        SideTable("events", Event, package.events),
        SideTable("known_problems", KnownProblem, known),
    ]


def write_side_table(table: SideTable) -> bytes:
    """Return a side table as CSV, text guarded against formulas as in the claims."""
    names = [column.name for column in table.columns]
    return _csv(names, ([getattr(row, name) for name in names] for row in table.rows))


def write_vague_words(package: Package) -> bytes:
    """Return the vague words in force as CSV."""
    return _csv(VAGUE_COLUMNS, ([getattr(word, name) for name in VAGUE_COLUMNS] for word in package.vague_words))


def _csv(names: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float, Decimal)):
        return write_number(value)
    return safe_cell(str(value))
