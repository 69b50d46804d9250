"""`claimsdash report`: a view as one HTML file that opens without a network."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from claimsdash.cli.options import TellingCommand, say_size, workspace_option
from claimsdash.cli.selecting import choose, view_options
from claimsdash.export.viewing import report_of


@click.command(cls=TellingCommand)
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file, ending in .html."
)
@view_options
@workspace_option
def command(out: Path, workspace: str | None, **given: Any) -> None:
    """Write a report: charts, evidence cards, table and method of a view, in one HTML file.

    It opens in any current browser, from disk and without a network. Without --topic it holds every topic that the
    other flags leave.
    """
    chosen = choose(workspace, given)
    content = report_of(chosen.collection, chosen.view, on=datetime.now(UTC).date(), version=chosen.held.version)
    out.write_bytes(content)
    click.echo(f"{out} ({say_size(len(content))}).")
