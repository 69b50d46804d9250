"""`claimsdash rates`: the rates that follow from the totals of one topic."""

from pathlib import Path

import click

from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.rates import DAYS_IN, implied_rates, per
from claimsdash.cli.asked import asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand

_COLUMNS = ("claim_id", "kind", "before", "rate_low", "rate_high", "refused")


@click.command(cls=TellingCommand)
@asking
@click.option("--topic", required=True, help="Key of the topic.")
@click.option("--per", "length", type=click.Choice(list(DAYS_IN)), default="day", show_default=True)
def command(path: Path | None, workspace: str | None, as_json: bool, topic: str, length: str) -> None:
    """Derive rates between successive claims of each claimant, and from the start of each window.

    PATH is the folder of a data package, or a CSV or XLSX file; without it the workspace is asked. Rates are in base
    units; blank is open, and where none follows the reason is given.
    """
    rates = per(implied_rates(claims_of(read_asked(path, workspace).of_topic(topic))), length)
    print_table(rates.assign(per=length), _COLUMNS, as_json=as_json, nothing="No two claims give a rate.")
