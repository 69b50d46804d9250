"""`claimsdash check`: what is wrong in a data package or a table, without storing anything."""

import sys
from dataclasses import dataclass
from pathlib import Path

import click
import orjson

from claimsdash.domain.errors import ClaimsdashError, Problem, Severity
from claimsdash.intake.checking import check_claims
from claimsdash.intake.importing import ImportOptions, import_bytes, problem_as_json
from claimsdash.intake.package import FILES, read_package
from claimsdash.intake.problems import count_of, group_problems, say_group
from claimsdash.intake.reading import read_table
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import keys_at_which_rows_may_point
from claimsdash.store.workspace import curated_folder, open_workspace, package_for

_SHOWN_GROUPS = 20


@dataclass(frozen=True)
class Findings:
    """What a check found; `known` counts the warnings that a package declares to be right as they are."""

    rows: int
    claims: int
    problems: list[Problem]
    known: int = 0

    @property
    def errors(self) -> int:
        """The number of errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--workspace", metavar="ADDRESS", help="Check a file as an import into this workspace would.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
def command(path: Path, workspace: str | None, as_json: bool) -> None:
    """Check the data package in a folder, or a CSV or XLSX file of claims; nothing is stored.

    A file is checked against the topics, sources and units of the curated table. The exit code is 0 without errors
    (warnings do not count), 1 with errors or where PATH cannot be read, 2 for a misspelled command.
    """
    try:
        found = check_folder(path) if path.is_dir() else check_file(path, workspace)
    except (ClaimsdashError, OSError) as error:
        found = Findings(0, 0, [Problem(None, None, "", str(error), "")])
    click.echo(write_json(found) if as_json else say(found))
    sys.exit(1 if found.errors else 0)


def check_folder(folder: Path) -> Findings:
    """Check a data package, its side tables and its claims; problems that it declares are but counted."""
    package = read_package(folder)
    reading = read_table(package.claims, FILES["claims"])
    checked = check_claims(reading.table, package, table_id=package.name, known=package.known_problems)
    problems = [*package.problems, *reading.problems, *checked.problems]
    return Findings(len(reading.table.rows), len(checked.claims), problems, len(checked.known))


def check_file(path: Path, workspace: str | None = None) -> Findings:
    """Check one file as an import would: against the curated package, and what a given workspace holds."""
    package, options = read_package(curated_folder()), ImportOptions()
    if workspace is not None:
        opened = open_workspace(workspace)
        package = package_for(opened)
        options = ImportOptions(known_ids=keys_at_which_rows_may_point(engine_of(opened)))
    report = import_bytes(path.read_bytes(), path.name, package, options=options)
    return Findings(report.rows, len(report.claims), report.problems)


def say(found: Findings) -> str:
    """Say what was found, alike problems in a line, errors first.

    >>> print(say(Findings(2, 2, [])))
    2 rows, 2 good. No problem.
    """
    groups = group_problems(found.problems)
    lines = [f"{group.example.severity}: {say_group(group)}" for group in groups[:_SHOWN_GROUPS]]
    if len(groups) > _SHOWN_GROUPS:
        lines.append(f"… and {len(groups) - _SHOWN_GROUPS} more kinds of problem: --json lists all.")
    known = f" {found.known} declared as known." if found.known else ""
    warnings = len(found.problems) - found.errors
    counts = f"{count_of(found.errors, 'error')}, {count_of(warnings, 'warning')}." if found.problems else "No problem."
    return "\n".join([*lines, f"{count_of(found.rows, 'row')}, {found.claims:,} good. {counts}{known}"])


def write_json(found: Findings) -> str:
    """Return what was found as one JSON object."""
    told = {
        "rows": found.rows,
        "claims": found.claims,
        "errors": found.errors,
        "warnings": len(found.problems) - found.errors,
        "known": found.known,
        "problems": [problem_as_json(problem) for problem in found.problems],
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2).decode()
