"""`claimsdash check`: what is wrong in a data package or a table, and what its figures contradict."""

import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

import click
import orjson
import pandas as pd

from claimsdash.analysis.checks import FINDING_COLUMNS, find, known_of
from claimsdash.domain.errors import ClaimsdashError, Problem, Severity
from claimsdash.domain.selection import Selection
from claimsdash.intake.checking import check_claims
from claimsdash.intake.importing import ImportOptions, import_bytes, problem_as_json
from claimsdash.intake.package import FILES, Package, read_package
from claimsdash.intake.problems import count_of, group_problems, say_group
from claimsdash.intake.reading import read_table
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import keys_at_which_rows_may_point, reports_of
from claimsdash.store.workspace import curated_folder, open_workspace, package_for

_SHOWN_GROUPS = 20
MOST_JUDGED = 20_000
"""Reports above which the rules are not applied: they look at every claim beside others, which takes minutes."""
_TWO_UNITS = "two-units"


@dataclass(frozen=True)
class Checked:
    """What a check found.

    `known` counts the warnings that a package declares to be right as they are. `findings` is the table of
    `analysis.checks.find` with declared: bool; None where there are too many reports to be judged.
    """

    rows: int
    claims: int
    problems: list[Problem]
    known: int = 0
    findings: pd.DataFrame | None = field(default_factory=lambda: _declared(pd.DataFrame(columns=[*FINDING_COLUMNS])))

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

    A file is checked against the topics, sources and units of the curated table. Beside problems of the table stands
    what named rules find in its figures: a total that falls, a relay that changed the number, arithmetic that does not
    close; in a workspace, beside the reports that are there. A finding is no error of the table: the exit code is 0
    without errors (warnings and findings do not count), 1 with errors or where PATH cannot be read, 2 for a misspelled
    command.
    """
    try:
        found = check_folder(path) if path.is_dir() else check_file(path, workspace)
    except (ClaimsdashError, OSError) as error:
        found = Checked(0, 0, [Problem(None, None, "", str(error), "")])
    click.echo(write_json(found) if as_json else say(found))
    sys.exit(1 if found.errors else 0)


def check_folder(folder: Path) -> Checked:
    """Check a data package, its side tables and its claims; problems that it declares are but counted."""
    package = read_package(folder)
    reading = read_table(package.claims, FILES["claims"])
    checked = check_claims(reading.table, package, table_id=package.name, known=package.known_problems)
    problems = [*package.problems, *reading.problems, *checked.problems]
    declared = {known.report_id for known in package.known_problems if known.column == "unit"}
    findings = _declared(_judge(checked.claims, package), declared)
    return Checked(len(reading.table.rows), len(checked.claims), problems, len(checked.known), findings)


def check_file(path: Path, workspace: str | None = None) -> Checked:
    """Check one file as an import would: against the curated package, and what a given workspace holds."""
    package, options, held = read_package(curated_folder()), ImportOptions(), None
    if workspace is not None:
        opened = open_workspace(workspace)
        package, engine = package_for(opened), engine_of(opened)
        options = ImportOptions(known_ids=keys_at_which_rows_may_point(engine))
        held = reports_of(engine, Selection())
    report = import_bytes(path.read_bytes(), path.name, package, options=options)
    findings = _declared(_judge(report.claims, package, held))
    return Checked(report.rows, len(report.claims), report.problems, findings=findings)


def _judge(claims: pd.DataFrame, package: Package, held: pd.DataFrame | None = None) -> pd.DataFrame | None:
    """Return the findings that name one of the claims, seen beside those that a workspace holds."""
    new = set(claims["report_id"])
    known = claims if held is None else pd.concat([claims, held[~held["report_id"].isin(new)]], ignore_index=True)
    if len(known) > MOST_JUDGED:
        return None
    table = find(known, known_of(package)).table
    return table[[not new.isdisjoint(keys.split("; ")) for keys in table["report_ids"]]] if len(table) else table


def _declared(findings: pd.DataFrame | None, keys: Collection[str] = ()) -> pd.DataFrame | None:
    """Tell which findings a package declares: another unit, where the row is declared to measure another thing."""
    if findings is None:
        return None
    pairs = zip(findings["rule"], findings["report_ids"], strict=True)
    return findings.assign(declared=[rule == _TWO_UNITS and keys_ in keys for rule, keys_ in pairs])


def say(found: Checked) -> str:
    """Say what was found, alike problems in a line, errors first.

    >>> print(say(Checked(2, 2, [])))
    2 rows, 2 good. No problem.
    """
    groups = group_problems(found.problems)
    lines = [f"{group.example.severity}: {say_group(group)}" for group in groups[:_SHOWN_GROUPS]]
    if len(groups) > _SHOWN_GROUPS:
        lines.append(f"… and {len(groups) - _SHOWN_GROUPS} more kinds of problem: --json lists all.")
    known = f" {found.known} declared as known." if found.known else ""
    warnings = len(found.problems) - found.errors
    counts = f"{count_of(found.errors, 'error')}, {count_of(warnings, 'warning')}." if found.problems else "No problem."
    told = f"{count_of(found.rows, 'row')}, {found.claims:,} good. {counts}{known}"
    return "\n".join([*lines, *_say_findings(found.findings), told])


def _say_findings(findings: pd.DataFrame | None) -> list[str]:
    """Say each finding that is not declared in a line, and how many there are."""
    if findings is None:
        return [f"Not judged by the rules: more than {MOST_JUDGED:,} reports."]
    told = findings[~findings["declared"].astype(bool)]
    rows = zip(told["title"], told["words"], told["report_ids"], strict=True)
    lines = [f"finding: {title}: {words} ({keys})" for title, words, keys in rows][:_SHOWN_GROUPS]
    if len(told) > _SHOWN_GROUPS:
        lines.append(f"… and {len(told) - _SHOWN_GROUPS} more findings: --json lists all.")
    declared = len(findings) - len(told)
    known = f", {declared} declared as known" if declared else ""
    return (
        [*lines, f"{count_of(len(told), 'finding')} of the rules{known}: no error of the table."]
        if len(findings)
        else []
    )


def write_json(found: Checked) -> str:
    """Return what was found as one JSON object."""
    told = {
        "rows": found.rows,
        "claims": found.claims,
        "errors": found.errors,
        "warnings": len(found.problems) - found.errors,
        "known": found.known,
        "findings": None if found.findings is None else _as_json(found.findings),
        "problems": [problem_as_json(problem) for problem in found.problems],
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2).decode()


def _as_json(findings: pd.DataFrame) -> list[dict[str, object]]:
    rows = findings.astype(object).where(findings.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]
