"""What the commands that question claims share: which reports they are asked about, and how they print tables."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pandas as pd

from claimsdash.cli.options import json_option, print_json, print_rows, workspace_option
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.domain.selection import Selection
from claimsdash.intake.checking import check_claims
from claimsdash.intake.importing import import_bytes
from claimsdash.intake.package import Package, read_package
from claimsdash.intake.reading import read_table
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import reports_of
from claimsdash.store.workspace import curated_folder, open_workspace, package_for

_LONGEST_CELL = 90


class AskingError(ClaimsdashError):
    """A question about claims that are not there."""


@dataclass(frozen=True)
class Asked:
    """The reports of a question as a claims table, and the package that knows their topics."""

    reports: pd.DataFrame
    package: Package

    def of_topic(self, topic: str) -> pd.DataFrame:
        """Return the reports of one topic; raises AskingError, naming the topics, where there is none."""
        found = self.reports[self.reports["topic"].eq(topic)]
        if found.empty:
            raise AskingError(f"No report has the topic “{topic}”. There are: {_names(self.reports['topic'])}.")
        return found.reset_index(drop=True)


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command PATH, --workspace and --json."""
    path = click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
    return path(workspace_option(json_option(command)))


def read_asked(path: Path | None, workspace: str | None) -> Asked:
    """Read the reports of a data package's folder or of a file; without a path, those of the workspace."""
    if path is None:
        opened = open_workspace(workspace)
        return Asked(reports_of(engine_of(opened), Selection()), package_for(opened))
    if path.is_dir():
        package = read_package(path)
        table = read_table(package.claims, "claims.csv").table
        return Asked(check_claims(table, package, table_id=package.name).claims, package)
    package = read_package(curated_folder())
    return Asked(import_bytes(path.read_bytes(), path.name, package).claims, package)


def print_table(table: pd.DataFrame, columns: Iterable[str], *, as_json: bool, nothing: str) -> None:
    """Print a table: all of it as JSON for programs, some columns for people, or that there is nothing."""
    rows = [{name: _value(cell) for name, cell in row.items()} for row in table.to_dict("records")]
    if as_json:
        print_json(rows)
    elif rows:
        print_rows([{name: _cell(row[name]) for name in columns} for row in rows])
    else:
        click.echo(nothing)


def _names(column: pd.Series) -> str:
    return ", ".join(sorted(set(column.dropna().map(str)))) or "none"


def _value(cell: Any) -> Any:
    if pd.isna(cell) or cell in (float("inf"), float("-inf")):
        return None
    if isinstance(cell, pd.Timestamp):
        return str(cell.date())
    return cell.item() if hasattr(cell, "item") else cell


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = f"{value:,.6g}" if isinstance(value, float) else str(value)
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
