"""`claimsdash remove`: take a table out of every view."""

import click

from claimsdash.cli.options import TellingCommand, by_user, change_as_json, json_option, print_json, workspace_option
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@click.argument("table")
@workspace_option
@json_option
def command(table: str, workspace: str | None, as_json: bool) -> None:
    """Take a table out of every chart and count.

    Nothing is deleted: claimsdash restore TABLE, or claimsdash undo, brings it back.
    """
    change = open_workspace(workspace).ledger.retire(table, by_user())
    if as_json:
        print_json(change_as_json(change))
    else:
        click.echo(f"Removed {table} (version {change.version}).")
