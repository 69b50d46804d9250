"""`claimsdash ratios`: the ratios that follow from the totals of two topics."""

from pathlib import Path

import click

from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.ratios import implied_ratios
from claimsdash.cli.asked import asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand

_COLUMNS = ("claimant", "as_of_start", "as_of_end", "claim_id", "over", "ratio_low", "ratio_high", "refused")


@click.command(cls=TellingCommand)
@asking
@click.option("--topic", required=True, help="Key of the topic.")
@click.option("--over", required=True, help="Key of the topic by which it is divided, such as shells over containers.")
def command(path: Path | None, workspace: str | None, as_json: bool, topic: str, over: str) -> None:
    """Divide the claims on one topic by those of the same claimant and date on another.

    PATH is the folder of a data package, or a CSV or XLSX file; without it the workspace is asked. Ratios are in base
    units, each with its range; blank is open, and where none follows the reason is given.
    """
    asked = read_asked(path, workspace)
    ratios = implied_ratios(claims_of(asked.of_topic(topic)), claims_of(asked.of_topic(over)))
    print_table(ratios, _COLUMNS, as_json=as_json, nothing="No two claims give a ratio.")
