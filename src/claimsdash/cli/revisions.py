"""`claimsdash revisions`: what one claimant said in succession."""

from pathlib import Path

import click

from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.revisions import ladder
from claimsdash.cli.asked import AskingError, asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand

_COLUMNS = ("topic", "reported_on", "as_of", "words", "change_low", "change_high", "claim_id")


@click.command(cls=TellingCommand)
@asking
@click.option("--claimant", required=True, help="Key of the claimant.")
def command(path: Path | None, workspace: str | None, as_json: bool, claimant: str) -> None:
    """List the figures of one claimant by thing and day of report, and what each was to the one before.

    PATH is the folder of a data package, or a CSV or XLSX file; without it the workspace is asked. Differences are in
    base units; blank is open.
    """
    reports = read_asked(path, workspace).reports
    own = reports[reports["claimant"].eq(claimant)]
    if own.empty:
        raise AskingError(f"No report is by “{claimant}”. The key of a claimant stands in sources.csv.")
    print_table(ladder(claims_of(own)), _COLUMNS, as_json=as_json, nothing="")
