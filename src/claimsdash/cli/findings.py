"""`claimsdash findings`: what claims cannot all be true of."""

from pathlib import Path

import click

from claimsdash.analysis.checks import find, known_of
from claimsdash.cli.asked import asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand


@click.command(cls=TellingCommand)
@asking
def command(path: Path | None, workspace: str | None, as_json: bool) -> None:
    """List what named rules find in the reports of PATH, or of the workspace: a total that falls, a capacity quoted
    as a count, arithmetic that does not close.

    PATH is the folder of a data package, or a CSV or XLSX file. Findings are no errors: the exit code is 0.
    """
    asked = read_asked(path, workspace)
    found = find(asked.reports, known_of(asked.package))
    print_table(found.table, ("rule", "factor", "words", "report_ids"), as_json=as_json, nothing="Nothing found.")
    judged = f"{len(found.table)} findings of {int(found.tally['n_checked'].sum()):,} judgements by {len(found.tally)}"
    click.echo(f"{judged} rules; {int(found.tally['n_unclear'].sum())} could not be told.", err=True)
