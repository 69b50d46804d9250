"""`claimsdash matches`: which reports may be one claim."""

from pathlib import Path

import click

from claimsdash.analysis.matching import SUGGESTED_FROM, suggest_matches
from claimsdash.cli.asked import asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand

_COLUMNS = ("score", "report_id", "other_report_id", "reasons")


@click.command(cls=TellingCommand)
@asking
@click.option("--least", type=float, default=SUGGESTED_FROM, show_default=True, help="Least score that is listed.")
@click.option("--all", "every", is_flag=True, help="List pairs that are grouped already, too.")
def command(path: Path | None, workspace: str | None, as_json: bool, least: float, every: bool) -> None:
    """Suggest which reports of PATH, or of the workspace, may be one claim. Nothing is merged.

    PATH is the folder of a data package, or a CSV or XLSX file. Keys and notes are not read for the score.
    """
    reports = read_asked(path, workspace).reports
    claim_of = dict(zip(reports["report_id"], reports["claim_id"], strict=True))
    found = suggest_matches(reports, least=least)
    grouped = found["report_id"].map(claim_of).eq(found["other_report_id"].map(claim_of))
    shown = found.assign(grouped=grouped)
    print_table(
        shown if every else shown[~grouped], _COLUMNS, as_json=as_json, nothing="No two reports look like one claim."
    )
