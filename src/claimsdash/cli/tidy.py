"""`claimsdash tidy`: delete what interrupted imports left behind."""

from datetime import timedelta

import click

from claimsdash.cli.options import TellingCommand, by_user, json_option, print_json, print_rows, workspace_option
from claimsdash.intake.problems import count_of
from claimsdash.store.tidying import delete_leftovers, leftovers
from claimsdash.store.workspace import open_workspace

LONGEST_IMPORT = timedelta(days=1)
"""Younger files may belong to an import that is still going on."""


@click.command(cls=TellingCommand)
@click.option("--dry-run", is_flag=True, help="Only list the files.")
@workspace_option
@json_option
def command(dry_run: bool, workspace: str | None, as_json: bool) -> None:
    """Delete the files that interrupted imports left behind more than a day ago.

    No version in the history needs them. Originals and removed tables are kept.
    """
    ledger = open_workspace(workspace).ledger
    found = leftovers(ledger, before=by_user().when - LONGEST_IMPORT)
    if not dry_run:
        delete_leftovers(ledger, found)
    rows = [{"file": leftover.name, "bytes": leftover.size} for leftover in found]
    if as_json:
        print_json(rows)
        return
    print_rows(rows)
    done = "would be deleted" if dry_run else "deleted"
    click.echo(f"{count_of(len(found), 'file')}, {count_of(sum(each.size for each in found), 'byte')} {done}.")
