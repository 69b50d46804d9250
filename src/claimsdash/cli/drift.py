"""`claimsdash drift`: what relays made of one claim."""

from pathlib import Path

import click

from claimsdash.analysis.attributes import ATTRIBUTES, attributes_of, say_drift
from claimsdash.analysis.citing import echo_of
from claimsdash.cli.asked import AskingError, asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand


@click.command(cls=TellingCommand)
@asking
@click.option("--claim", required=True, help="Key of the claim, or of any of its reports.")
def command(path: Path | None, workspace: str | None, as_json: bool, claim: str) -> None:
    """List the reports of one claim in order of publication, and what each changed.

    PATH is the folder of a data package, or a CSV or XLSX file; without it the workspace is asked.
    """
    reports = read_asked(path, workspace).reports
    keys = set(reports.loc[reports["report_id"].eq(claim) | reports["claim_id"].eq(claim), "claim_id"])
    own = reports[reports["claim_id"].isin(keys)]
    if own.empty:
        raise AskingError(f"No claim or report has the key “{claim}”.")
    table = attributes_of(own)
    changes = table[[f"{name}_change" for name in ATTRIBUTES]]
    changed = [", ".join(word for word in row if word) for row in changes.itertuples(index=False)]
    columns = ("reported", "outlet", "printed", "changed")
    print_table(table.assign(changed=changed), columns, as_json=as_json, nothing="")
    click.echo(f"{say_drift(own)} {echo_of(own)}.", err=True)
