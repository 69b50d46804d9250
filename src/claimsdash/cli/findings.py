"""`claimsdash findings`: what claims cannot all be true of."""

from pathlib import Path

import click
import pandas as pd

from claimsdash.analysis.checks import find, known_of
from claimsdash.analysis.checks.acknowledging import Acknowledgement, acknowledge
from claimsdash.cli.asked import asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand
from claimsdash.store.acknowledged import in_force, read_notes
from claimsdash.store.workspace import open_workspace


@click.command(cls=TellingCommand)
@asking
def command(path: Path | None, workspace: str | None, as_json: bool) -> None:
    """List what named rules find in the reports of PATH, or of the workspace: a total that falls, a capacity quoted
    as a count, arithmetic that does not close.

    PATH is the folder of a data package, or a CSV or XLSX file. Findings are no errors: the exit code is 0. Those that
    were acknowledged in the workspace come last, with the reason.
    """
    asked = read_asked(path, workspace)
    found = find(asked.reports, known_of(asked.package))
    table = acknowledge(found.table, _said(workspace) if path is None else [])
    shown = table.assign(acknowledged_on=_in_words(table["acknowledged_on"]))
    columns = ("rule", "factor", "words", "report_ids", *(("reason",) if table["acknowledged"].any() else ()))
    print_table(shown, columns, as_json=as_json, nothing="Nothing found.")
    judged = f"{len(table)} findings of {int(found.tally['n_checked'].sum()):,} judgements by {len(found.tally)}"
    apart = f"{int(table['acknowledged'].sum())} acknowledged; " if path is None else ""
    click.echo(f"{judged} rules; {apart}{int(found.tally['n_unclear'].sum())} could not be told.", err=True)


def _said(workspace: str | None) -> list[Acknowledgement]:
    """Return the acknowledgements of the workspace that hold."""
    notes = in_force(read_notes(open_workspace(workspace).place)).values()
    return [Acknowledgement(note.finding_id, note.reason, note.who, note.when) for note in notes]


def _in_words(moments: pd.Series) -> pd.Series:
    """Write moments in ISO form, "" for none."""
    return pd.Series(["" if pd.isna(moment) else moment.isoformat() for moment in moments], moments.index, dtype="str")
