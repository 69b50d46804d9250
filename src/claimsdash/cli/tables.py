"""`claimsdash tables`: list what a workspace holds."""

from typing import Any

import click

from claimsdash.cli.options import TellingCommand, json_option, print_json, print_rows, tell_damage, workspace_option
from claimsdash.store.ledger import Held
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@workspace_option
@json_option
def command(workspace: str | None, as_json: bool) -> None:
    """List the tables of a workspace, those that were removed as well.

    A removed table can be brought back: claimsdash restore TABLE.
    """
    opened = open_workspace(workspace)
    broken = opened.ledger.damaged_parts()
    damaged = {part.table_id for part in broken}
    rows = [_row(held, is_damaged=held.table_id in damaged) for held in opened.ledger.tables()]
    if as_json:
        print_json(rows)
        return
    click.echo(f"Workspace: {opened.address}")
    print_rows([{name: value for name, value in row.items() if name != "sha256"} for row in rows])
    tell_damage(opened.ledger, broken)
    if not rows:
        click.echo("It holds no tables yet. Add one: claimsdash import FILE")


def _row(held: Held, *, is_damaged: bool) -> dict[str, Any]:
    entry = held.entry
    state = "damaged" if is_damaged else "live"
    return {
        "table": held.table_id,
        "state": state if held.live else "removed",
        "rows": entry.counts.rows,
        "claims": entry.counts.claims,
        "kept_out": entry.counts.kept_out,
        "warnings": entry.counts.warnings,
        "file": entry.file_name,
        "imported": entry.when.isoformat(),
        "by": entry.who,
        "sha256": entry.sha256,
    }
