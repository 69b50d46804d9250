"""`claimsdash compare`: a verdict on every two claims of a topic."""

from pathlib import Path

import click

from claimsdash.analysis.comparability import Verdict, comparisons
from claimsdash.cli.asked import asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand

_COLUMNS = ("verdict", "claim_id", "other_claim_id", "factor", "words")


@click.command(cls=TellingCommand)
@asking
@click.option("--topic", required=True, help="Key of the topic.")
@click.option("--verdict", type=click.Choice([verdict.value for verdict in Verdict]), help="List these alone.")
def command(path: Path | None, workspace: str | None, as_json: bool, topic: str, verdict: str | None) -> None:
    """Say of every two claims whether they are about one thing, and only then whether they are in conflict.

    PATH is the folder of a data package, or a CSV or XLSX file; without it the workspace is asked.
    """
    found = comparisons(read_asked(path, workspace).of_topic(topic))
    shown = found if verdict is None else found[found["verdict"].eq(verdict)]
    print_table(shown, _COLUMNS, as_json=as_json, nothing="No two claims to compare.")
