"""`claimsdash unpack`: make a workspace of a backup."""

from pathlib import Path

import click

from claimsdash.cli.options import TellingCommand, json_option, print_json
from claimsdash.intake.problems import count_of
from claimsdash.store.backup import read_backup
from claimsdash.store.place import place_at


@click.command(cls=TellingCommand)
@click.argument("backup", metavar="BACKUP.zip", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--workspace", required=True, metavar="FOLDER", help="An empty folder, or an address of an object store.")
@json_option
def command(backup: Path, workspace: str, as_json: bool) -> None:
    """Make an empty folder the workspace that was backed up: same tables, same history, same hashes.

    Every file is checked against its hash before anything is written. To bring back one removed table of a workspace,
    use claimsdash restore.
    """
    unpack(backup, workspace, as_json=as_json)


def unpack(backup: Path, workspace: str, *, as_json: bool) -> None:
    """Make an empty place the workspace that was backed up, and say so."""
    place = place_at(workspace)
    found = read_backup(backup, place)
    if as_json:
        print_json({"workspace": place.address, "version": found.version, "files": len(found.files)})
        return
    click.echo(f"{place.address} is at version {found.version}: {count_of(len(found.files), 'file')} written.")
