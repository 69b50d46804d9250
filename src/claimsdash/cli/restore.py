"""`claimsdash restore`: bring a removed table back."""

import click

from claimsdash.cli.options import TellingCommand, by_user, change_as_json, json_option, print_json, workspace_option
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@click.argument("table")
@workspace_option
@json_option
def command(table: str, workspace: str | None, as_json: bool) -> None:
    """Bring a removed table back as it was.

    claimsdash tables lists the removed ones.
    """
    change = open_workspace(workspace).ledger.restore(table, by_user())
    if as_json:
        print_json(change_as_json(change))
    else:
        click.echo(f"Restored {table} (version {change.version}).")
