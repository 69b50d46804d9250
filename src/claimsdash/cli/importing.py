"""`claimsdash import`: check a table and add it to a workspace."""

from pathlib import Path

import click

from claimsdash.cli.options import TellingCommand, by_user, json_option, print_json, workspace_option
from claimsdash.domain.errors import Severity
from claimsdash.intake.importing import ImportOptions, ImportReport, Outcome, import_bytes
from claimsdash.intake.problems import group_problems, say_group
from claimsdash.store.engine import engine_of
from claimsdash.store.imports import store_import
from claimsdash.store.ledger import Added
from claimsdash.store.names import check_table_name
from claimsdash.store.queries import keys_at_which_rows_may_point
from claimsdash.store.workspace import Workspace, open_workspace, package_for

_SHOWN_GROUPS = 20


@click.command(cls=TellingCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--table", metavar="NAME", help="Name of the table; without it, that of the file.")
@click.option("--dry-run", is_flag=True, help="Only say what would be added.")
@workspace_option
@json_option
def command(file: Path, table: str | None, dry_run: bool, workspace: str | None, as_json: bool) -> None:
    """Check a CSV or XLSX file of claims and add its good rows to a workspace.

    Rows with errors are kept out and told. A table of the same name is replaced; claimsdash undo brings it back. The
    exit code is 0 where the table was added or is there already, 1 where nothing could be added, 2 for a misspelled
    command.
    """
    opened, original = open_workspace(workspace), file.read_bytes()
    report = _read(opened, file.name, original, check_table_name(table) if table else None)
    is_refused = report.outcome is Outcome.REJECT_WITH_MESSAGE
    added = None if dry_run or is_refused else store_import(opened.ledger, report, original, by_user())
    if as_json:
        stored = {"outcome": added.outcome.value, "version": added.version} if added else None
        print_json({**report.as_json(), "stored": stored})
    else:
        _say(report, added)
    if is_refused:
        click.get_current_context().exit(1)


def _read(opened: Workspace, name: str, original: bytes, table: str | None) -> ImportReport:
    keys = keys_at_which_rows_may_point(engine_of(opened))
    return import_bytes(original, name, package_for(opened), table_id=table, options=ImportOptions(known_ids=keys))


def _say(report: ImportReport, added: Added | None) -> None:
    groups = group_problems(report.problems)
    for group in groups[:_SHOWN_GROUPS]:
        kind = "kept out" if group.example.severity is Severity.ERROR else "warning"
        click.echo(f"{kind}: {say_group(group)}")
    if len(groups) > _SHOWN_GROUPS:
        click.echo(f"… and {len(groups) - _SHOWN_GROUPS} more kinds of problem: --json lists all.")
    click.echo(report.message)
    if added:
        click.echo(f"{report.table_id}: {added.outcome} (version {added.version}).")
    else:
        click.echo("Nothing was stored.")
