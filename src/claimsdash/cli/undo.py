"""`claimsdash undo`: take back the last change."""

import click

from claimsdash.cli.options import TellingCommand, by_user, change_as_json, json_option, print_json, workspace_option
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@workspace_option
@json_option
def command(workspace: str | None, as_json: bool) -> None:
    """Take back the last change of a workspace: an import, a removal or a restoring.

    Run again, it takes back the one before. claimsdash history lists the changes.
    """
    ledger = open_workspace(workspace).ledger
    change = ledger.undo(by_user())
    if as_json:
        print_json(change_as_json(change))
        return
    undone = next(other for other in ledger.history() if other.version == change.undoes)
    click.echo(
        f"Took back version {undone.version}: {undone.table_id} was {undone.kind} (now version {change.version})."
    )
