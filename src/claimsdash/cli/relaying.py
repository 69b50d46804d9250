"""Reports of a file that may be of known claims, for `claimsdash import`."""

from typing import Any

import click
import pandas as pd

from claimsdash.analysis.relays import suggest_relays
from claimsdash.domain.selection import Selection
from claimsdash.intake.importing import ImportReport
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import reports_of
from claimsdash.store.workspace import Workspace

_SHOWN = 20


def relays_in(report: ImportReport, opened: Workspace) -> pd.DataFrame:
    """Return the suggestions for a report, against what the workspace holds beside the table of its name."""
    engine = engine_of(opened)
    known = [reports_of(engine, Selection(topic=topic)) for topic in report.claims["topic"].unique()]
    reports = pd.concat([report.claims.head(0), *known], ignore_index=True)
    return suggest_relays(report.claims, reports[reports["table_id"].ne(report.table_id)])


def claims_by_report(found: pd.DataFrame) -> dict[str, str]:
    """Return report_id to claim_id of all suggestions."""
    return dict(zip(found["report_id"], found["claim_id"], strict=True))


def relays_as_json(found: pd.DataFrame, *, accepted: bool) -> list[dict[str, Any]]:
    """Return the suggestions as objects for JSON."""
    return [
        {str(name): cell for name, cell in row.items()} | {"accepted": accepted} for row in found.to_dict("records")
    ]


def say_relays(found: pd.DataFrame, *, accepted: bool) -> None:
    """Print the first of the suggestions."""
    for row in found.head(_SHOWN).to_dict("records"):
        verb = "is taken as" if accepted else "may be"
        click.echo(f"line {row['line']}: “{row['value_text']}” {verb} a relay of {row['claim_id']} ({row['reasons']}).")
    if len(found) > _SHOWN:
        click.echo(f"… and {len(found) - _SHOWN} more that may be relays: --json lists all.")
    if len(found) and not accepted:
        click.echo("They stand alone; --accept-matches puts them into those claims.")
