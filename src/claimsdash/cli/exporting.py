"""`claimsdash export`: what a view shows as a file, or the whole workspace as a backup."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from claimsdash.cli.backup import back_up
from claimsdash.cli.options import TellingCommand, say_size, workspace_option
from claimsdash.cli.selecting import Chosen, choose, parameters_of, view_options
from claimsdash.export.notes import ViewNotes, notes_of_reports, notes_of_scene
from claimsdash.export.tables import write_csv
from claimsdash.export.view_table import VIEW_FIELDS, Display, view_table
from claimsdash.export.viewing import bundle_of
from claimsdash.export.workbook import write_workbook

Write = Callable[[Chosen, bool], bytes]


@click.command(cls=TellingCommand)
@click.argument("backup", required=False, metavar="[BACKUP.zip]", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; its ending tells the format: .csv, .xlsx or .zip.",
)
@click.option("--raw", is_flag=True, help="Leave texts unguarded that a spreadsheet would run as formulas.")
@view_options
@workspace_option
def command(backup: Path | None, out: Path | None, raw: bool, workspace: str | None, **given: Any) -> None:
    """Write what a view shows, or without flags everything, to a file; or the whole workspace to BACKUP.zip.

    .csv and .xlsx hold one row a report, with its wording, bounds and where it comes from, and with --topic the
    numbers in the unit of the axis beside those of the source; claimsdash import reads them back. .zip is a bundle:
    a data package, linked data, references and the report.

    A file named without --out becomes a backup: all tables in all versions, all originals, the history. claimsdash
    import makes an empty workspace equal to it.
    """
    if backup is not None:
        _check_backup(backup, is_view=bool(out or raw or parameters_of(given)))
        back_up(backup, workspace, as_json=False)
        return
    if out is None:
        raise click.UsageError(
            "Name the file: --out FILE for what a view shows, or BACKUP.zip for the whole workspace."
        )
    write = FORMATS.get(out.suffix.lower())
    if write is None:
        raise click.UsageError(f"{out.name} ends in no known format: name it {' or '.join(FORMATS)}.")
    chosen = choose(workspace, given)
    content = write(chosen, raw)
    out.write_bytes(content)
    click.echo(f"{_notes(chosen).counted}: {out} ({say_size(len(content))}).")
    if raw:
        click.echo("Raw: no text is guarded. Do not open it in a spreadsheet that runs formulas.", err=True)


def _check_backup(backup: Path, *, is_view: bool) -> None:
    if backup.suffix.lower() != ".zip":
        raise click.UsageError(f"A backup ends in .zip. For what a view shows, write --out {backup.name}.")
    if is_view:
        raise click.UsageError("A backup holds the whole workspace: leave the other flags out, or write --out.")


def _csv(chosen: Chosen, raw: bool) -> bytes:
    return write_csv(_table(chosen), VIEW_FIELDS, raw=raw)


def _xlsx(chosen: Chosen, raw: bool) -> bytes:
    return write_workbook(_table(chosen), _notes(chosen), raw=raw)


def _bundle(chosen: Chosen, raw: bool) -> bytes:
    if raw:
        raise click.UsageError("A bundle is always guarded: leave --raw out, or write a .csv or .xlsx.")
    today = datetime.now(UTC).date()
    return bundle_of(chosen.collection, chosen.view, on=today, version=chosen.held.version)


FORMATS: dict[str, Write] = {".csv": _csv, ".xlsx": _xlsx, ".zip": _bundle}
"""Ending of a file name, and what writes it."""


def _table(chosen: Chosen) -> Any:
    reports = chosen.collection.reports(chosen.view.selection)
    if chosen.view.selection.topic is None:
        return view_table(reports)
    return view_table(reports, Display(chosen.collection.scene(chosen.view, reports), chosen.held.package.units))


def _notes(chosen: Chosen) -> ViewNotes:
    reports = chosen.collection.reports(chosen.view.selection)
    if chosen.view.selection.topic is None:
        return notes_of_reports(chosen.view.selection, reports, chosen.held)
    return notes_of_scene(chosen.collection.scene(chosen.view, reports), reports, chosen.held)
