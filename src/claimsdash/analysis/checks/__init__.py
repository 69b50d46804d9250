"""Named rules that claims may break, and the findings of a table: which rows, by how much, and why it matters."""

from claimsdash.analysis.checks.acknowledging import Acknowledgement, acknowledge
from claimsdash.analysis.checks.finding import Known, Outcome
from claimsdash.analysis.checks.findings import FINDING_COLUMNS, Findings, find
from claimsdash.analysis.checks.knowing import known_of
from claimsdash.analysis.checks.rules import RULES, Rule

__all__ = [
    "FINDING_COLUMNS",
    "RULES",
    "Acknowledgement",
    "Findings",
    "Known",
    "Outcome",
    "Rule",
    "acknowledge",
    "find",
    "known_of",
]
