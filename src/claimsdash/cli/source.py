"""`claimsdash source`: what is known of one claimant."""

from collections.abc import Callable
from pathlib import Path

import click
import pandas as pd

from claimsdash.analysis.latest import Like
from claimsdash.analysis.leaning import Question, leans_of
from claimsdash.analysis.looking import every_claim
from claimsdash.analysis.profile import against_others, grades_of, relayers_of, topics_of
from claimsdash.cli.asked import Asked, AskingError, asking, print_table, read_asked
from claimsdash.cli.options import TellingCommand


def _house(asked: Asked, claimant: str) -> pd.DataFrame:
    units, topics = asked.package.units, asked.package.topics
    questions = {
        key: Question(Like(units.base(topic.unit)[1], topic.basis.value, topic.scope or None), topic.growth.value)
        for key, topic in topics.items()
    }
    return leans_of(asked.reports, claimant, questions)


SHOWN: dict[str, tuple[Callable[[Asked, str], pd.DataFrame], tuple[str, ...]]] = {
    "topics": (lambda asked, key: topics_of(asked.reports, key), ("topic", "latest", "as_of", "position", "n_claims")),
    "claims": (
        lambda asked, key: every_claim(asked.reports[asked.reports["claimant"].eq(key)]),
        ("as_of", "topic", "value_text", "say", "reported_on", "outlet_name"),
    ),
    "relayers": (
        lambda asked, key: relayers_of(asked.reports, key),
        ("outlet_name", "n_claims", "n_reports", "n_changed"),
    ),
    "others": (
        lambda asked, key: against_others(asked.reports, key),
        ("other_name", "n_conflicts", "n_pairs", "greatest", "n_different", "topics"),
    ),
    "house": (_house, ("topic", "n", "factor", "low", "high", "why")),
    "grades": (lambda asked, key: grades_of(asked.reports, key), ("grade", "n_claims", "n_reports")),
}
"""What can be shown of a claimant: how it is worked out, and the columns for people."""


@click.command(cls=TellingCommand)
@asking
@click.option("--claimant", required=True, help="Key of the claimant.")
@click.option("--show", "shown", type=click.Choice(list(SHOWN)), default="topics", show_default=True)
def command(path: Path | None, workspace: str | None, as_json: bool, claimant: str, shown: str) -> None:
    """Show what one claimant said: its latest claim on each topic and its place among the others, all its claims, who
    printed it, where it stands against others, its house effects, its Admiralty codes.

    PATH is the folder of a data package, or a CSV or XLSX file; without it the workspace is asked.
    """
    asked = read_asked(path, workspace)
    if not asked.reports["claimant"].eq(claimant).any():
        raise AskingError(
            f"No report is by “{claimant}”. There are: {', '.join(sorted(set(asked.reports['claimant'])))}."
        )
    find, columns = SHOWN[shown]
    print_table(find(asked, claimant), columns, as_json=as_json, nothing="None.")
