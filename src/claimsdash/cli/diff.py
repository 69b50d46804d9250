"""`claimsdash diff`: what changed between two states of a workspace."""

import click

from claimsdash.cli.asked import print_table
from claimsdash.cli.options import TellingCommand, json_option, workspace_option
from claimsdash.store.differences import changed_cells, differences
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@click.argument("before", type=int, required=False)
@click.argument("after", type=int, required=False)
@click.option("--table", metavar="NAME", help="Only this table.")
@click.option("--cells", is_flag=True, help="List each cell of the changed reports.")
@workspace_option
@json_option
def command(
    before: int | None, after: int | None, table: str | None, *, cells: bool, workspace: str | None, as_json: bool
) -> None:
    """List the reports that are new, changed or withdrawn between the versions BEFORE and AFTER.

    Without AFTER, the state now; without BEFORE, the version before the last change. claimsdash history lists versions.
    """
    ledger = open_workspace(workspace).ledger
    latest = ledger.version()
    later = latest if after is None else after
    earlier = max(later - 1, 0) if before is None else before
    found = (changed_cells if cells else differences)(ledger, earlier, later)
    shown = found if table is None else found[found["table_id"].eq(table)]
    print_table(shown, found.columns, as_json=as_json, nothing=f"No report differs between {earlier} and {later}.")
