"""`claimsdash backup`: a whole workspace as one zip file."""

from pathlib import Path

import click

from claimsdash.cli.options import TellingCommand, by_user, json_option, print_json, workspace_option
from claimsdash.intake.problems import count_of
from claimsdash.store.backup import write_backup
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@click.argument("out", metavar="OUT.zip", type=click.Path(dir_okay=False, path_type=Path))
@workspace_option
@json_option
def command(out: Path, workspace: str | None, as_json: bool) -> None:
    """Write the whole workspace into a new zip file: all tables in all versions, all originals, the history.

    The workspace may be in use. claimsdash unpack OUT.zip makes an equal workspace of it. claimsdash export OUT.zip is
    the same.
    """
    back_up(out, workspace, as_json=as_json)


def back_up(out: Path, workspace: str | None, *, as_json: bool) -> None:
    """Write the backup and say so."""
    backup = write_backup(open_workspace(workspace), out, when=by_user().when)
    if as_json:
        print_json({"file": str(out), "version": backup.version, "files": len(backup.files), "bytes": backup.size})
        return
    files = count_of(len(backup.files), "file")
    click.echo(f"Wrote version {backup.version} to {out}: {files}, {count_of(backup.size, 'byte')}.")
