"""`claimsdash agreement`: how far the claims on one topic agree."""

from datetime import datetime
from pathlib import Path

import click
import pandas as pd

from claimsdash.analysis.agreement import agreement_over_time, alike_claims, standing_claims
from claimsdash.analysis.collapse import Rule, collapse
from claimsdash.analysis.latest import Like
from claimsdash.analysis.origins import claims_of
from claimsdash.cli.asked import Asked, asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand

_COLUMNS = ("on", "n_claims", "n_reports", "n_sharing", "shared_low", "shared_high", "ratio", "dissenters")


@click.command(cls=TellingCommand)
@asking
@click.option("--topic", required=True, help="Key of the topic.")
@click.option(
    "--rule", type=click.Choice([rule.value for rule in Rule]), help="Bring the claims to one figure by this."
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Day for --rule; without it, the last of any claim.")
def command(path: Path | None, workspace: str | None, as_json: bool, **asked_for: object) -> None:
    """Say for each date how many claims share which interval, and who dissents.

    PATH is the folder of a data package, or a CSV or XLSX file; without it the workspace is asked. Numbers are in base
    units; blank is open.
    """
    claims = _alike(read_asked(path, workspace), str(asked_for["topic"]))
    if asked_for["rule"] is None:
        print_table(
            agreement_over_time(claims), _COLUMNS, as_json=as_json, nothing="No claims can be set side by side."
        )
        return
    day = asked_for["on"] if isinstance(asked_for["on"], datetime) else claims["as_of_end"].max()
    found = collapse(standing_claims(claims, on=day.date()), Rule(str(asked_for["rule"])))
    row = {"on": str(day.date()), "low": found.low, "high": found.high, "rule": found.words}
    print_table(pd.DataFrame([row]), row, as_json=as_json, nothing="")


def _alike(asked: Asked, key: str) -> pd.DataFrame:
    """Return the claims that answer the question of the topic: of its unit, basis and scope where it is known."""
    claims = claims_of(asked.of_topic(key))
    topic = asked.package.topics.get(key)
    if topic is None:
        return alike_claims(claims, Like(str(claims["base_unit"].mode().iat[0])))
    return alike_claims(claims, Like(asked.package.units.base(topic.unit)[1], topic.basis.value, topic.scope or None))
