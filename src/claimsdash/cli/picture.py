"""`claimsdash picture`: a chart as PNG or SVG."""

import os
from pathlib import Path
from typing import Any

import click

from claimsdash.cli.options import TellingCommand, workspace_option
from claimsdash.cli.selecting import choose, view_options
from claimsdash.export.notes import WHAT, notes_of_scene
from claimsdash.export.picture import CHARTS, draw_picture, find_chrome

FORMS = {".png": "png", ".svg": "svg"}


@click.command(cls=TellingCommand)
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; its ending tells the format: .png or .svg.",
)
@click.option("--chart", type=click.Choice(list(CHARTS)), help="Which chart; without it, that of the address.")
@view_options
@workspace_option
def command(out: Path, chart: str | None, workspace: str | None, **given: Any) -> None:
    """Draw the chart of one topic as a picture that stands on its own.

    Its foot carries filters, known-on day, rule, counts, sources and the hash of the data, as in a picture from the
    page. A Chrome or Chromium of this machine draws it, without a network; $CLAIMSDASH_CHROME names another.
    """
    form = FORMS.get(out.suffix.lower())
    if form is None:
        raise click.UsageError(f"{out.name} ends in no known format: name it {' or '.join(FORMS)}.")
    chrome, chosen = find_chrome(os.environ), choose(workspace, given)
    reports = chosen.collection.reports(chosen.view.selection)
    scene = chosen.collection.scene(chosen.view, reports)
    kind = chart or ("sources" if chosen.view.tab == "source" else "timeline")
    notes = notes_of_scene(scene, reports, chosen.held, what=WHAT[kind])
    content = draw_picture(chrome, scene, notes, kind=kind, form=form)
    out.write_bytes(content)
    click.echo(f"{notes.counted}: {out} ({len(content) / 1e3:,.0f} kB).")
