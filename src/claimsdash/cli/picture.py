"""`claimsdash picture`: a chart as PNG or SVG."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from claimsdash.cli.options import TellingCommand, say_size, workspace_option
from claimsdash.cli.selecting import Chosen, choose, view_options
from claimsdash.domain.view import LENGTHS, PANELS, RULES
from claimsdash.export.picture import draw_picture, find_chrome
from claimsdash.export.scenes.charts import CHARTS, Asked, chart_of, kind_of

FORMS = {".png": "png", ".svg": "svg"}


@click.command(cls=TellingCommand)
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; its ending tells the format: .png or .svg.",
)
@click.option("--chart", type=click.Choice(CHARTS), help="Which chart; without it, the first of the address.")
@click.option("--of", metavar="KEY", help="Claimant of ladder and clocks; without it, the one with the most claims.")
@click.option("--over", metavar="KEY", help="Topic by which ratios divide.")
@click.option("--per", type=click.Choice(LENGTHS), help="Length of time of rates.")
@click.option("--rule", type=click.Choice(RULES), help="Rule by which agreement makes one figure of many.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Day of agreement; without it, that of most claims.")
@click.option("--panels", type=click.Choice(PANELS), help="A panel for each of these.")
@click.option("--free", is_flag=True, flag_value="1", default=None, help="Give each panel an axis of its own.")
@view_options
@workspace_option
def command(out: Path, chart: str | None, workspace: str | None, **given: Any) -> None:
    """Draw a chart of one topic as a picture that stands on its own.

    Its foot carries filters, known-on day, rule, counts, sources and the hash of the data, as in a picture from the
    page. A Chrome or Chromium of this machine draws it, without a network; $CLAIMSDASH_CHROME names another.
    """
    form = FORMS.get(out.suffix.lower())
    if form is None:
        raise click.UsageError(f"{out.name} ends in no known format: name it {' or '.join(FORMS)}.")
    chrome, chosen = find_chrome(os.environ), choose(workspace, given)
    asked = _asked(chosen, chart)
    drawn = chart_of(asked, chart or kind_of(asked), chosen.held)
    content = draw_picture(chrome, drawn, form=form)
    out.write_bytes(content)
    click.echo(f"{drawn.notes.counted}: {out} ({say_size(len(content))}).")


def _asked(chosen: Chosen, chart: str | None) -> Asked:
    """Return what is asked; panels that nothing more is said of are by claimant."""
    view = chosen.view
    if chart == "panels" and view.panels is None:
        view = replace(view, panels="claimant")
    return Asked(chosen.collection, view)
