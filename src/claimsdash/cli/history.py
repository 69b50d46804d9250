"""`claimsdash history`: list who changed what, and when."""

import click

from claimsdash.cli.options import (
    TellingCommand,
    change_as_json,
    json_option,
    print_json,
    print_rows,
    tell_damage,
    workspace_option,
)
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the last N changes.")
@workspace_option
@json_option
def command(limit: int | None, workspace: str | None, as_json: bool) -> None:
    """List the changes of a workspace, oldest first: imports, removals, restorings, undoings."""
    ledger = open_workspace(workspace).ledger
    changes = [change_as_json(change) for change in ledger.history()]
    tell_damage(ledger, ())
    shown = changes[-limit:] if limit else changes
    if as_json:
        print_json(shown)
    elif shown:
        print_rows(
            [{name: row[name] for name in ("version", "when", "change", "table", "file", "who")} for row in shown]
        )
    else:
        click.echo("Nothing has been changed yet.")
