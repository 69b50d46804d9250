"""What the commands share: where the workspace is, who acts and when, and errors told in words."""

import getpass
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import click

from claimsdash.domain.errors import ClaimsdashError
from claimsdash.store.damage import say_damage
from claimsdash.store.ledger import By, Change, Ledger, Part


class TellingCommand(click.Command):
    """A command that ends with a message and exit code 1 where claimsdash raises an error on purpose."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except ClaimsdashError as error:
            raise click.ClickException(str(error)) from error


workspace_option = click.option(
    "--workspace",
    metavar="FOLDER",
    help="Folder, or address such as s3://bucket/name, that holds the imported tables. "
    "Without it: $CLAIMSDASH_WORKSPACE, else your user data folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


def by_user() -> By:
    """Return who runs the command, and now."""
    return By(datetime.now(UTC).replace(microsecond=0), getpass.getuser())


def print_json(value: object) -> None:
    """Print a value as JSON that a person can read as well."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def tell_damage(ledger: Ledger, parts: Sequence[Part]) -> None:
    """Print what is damaged, with the remedy, where it does not come between the lines of an answer."""
    for damage in say_damage(ledger, parts):
        click.echo(damage, err=True)


def say_size(n_bytes: int) -> str:
    """Return the size of a file in words.

    >>> say_size(7_247), say_size(2_094_330)
    ('7 kB', '2.1 MB')
    """
    return f"{n_bytes / 1e6:,.1f} MB" if n_bytes >= 1e6 else f"{n_bytes / 1e3:,.0f} kB"


def change_as_json(change: Change) -> dict[str, Any]:
    """Return a change of the ledger as JSON values."""
    return {
        "version": change.version,
        "change": change.kind.value,
        "table": change.table_id,
        "when": change.when.isoformat(),
        "who": change.who,
        "file": change.entry.file_name if change.entry else None,
        "undoes": change.undoes,
        "automatic": change.automatic,
    }


def print_rows(rows: Sequence[Mapping[str, object]]) -> None:
    """Print rows of equal keys in columns as wide as they need, headed by the keys."""
    if not rows:
        return
    lines = [[name.replace("_", " ") for name in rows[0]], *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cell(value: object) -> str:
    return "" if value is None else str(value)
