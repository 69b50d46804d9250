"""All rules over a table of reports."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import itemgetter

import pandas as pd

from claimsdash.analysis.checks.finding import Case, Judged, Known, Outcome
from claimsdash.analysis.checks.rules import RULES, Rule
from claimsdash.analysis.origins import claims_of, origins_first
from claimsdash.analysis.statement import statements

FINDING_COLUMNS = {
    "finding_id": "str", "rule": "str", "title": "str", "topic": "str", "report_ids": "str", "verdict": "str",
    "factor": "float64", "words": "str", "why": "str", "n_claims": "int64", "n_reports": "int64",
}  # fmt: skip  # several to a line
"""Column to type of a table of findings; report_ids are separated by '; '."""

TALLY_COLUMNS = {
    "rule": "str", "title": "str", "n_checked": "int64", "n_conflicts": "int64", "n_unclear": "int64",
}  # fmt: skip  # several to a line


@dataclass(frozen=True)
class Findings:
    """What the rules found: `table` holds the conflicts, `tally` what each rule judged: TALLY_COLUMNS, a row a rule."""

    table: pd.DataFrame
    tally: pd.DataFrame


def find(reports: pd.DataFrame, known: Known, *, rules: Iterable[Rule] = RULES) -> Findings:
    """Apply rules to a claims table of reports.

    Findings come in the order of the rules, the greatest factor first. finding_id depends on rule and reports alone, so
    that an acknowledgement outlives other changes of the table. Without reports there are none.
    """
    case = case_of(reports, known)
    rows: list[tuple[object, ...]] = []
    tally: list[tuple[object, ...]] = []
    for rule in rules:
        judged = list(rule.judge(case))
        counts = Counter(one.outcome for one in judged)
        tally.append((rule.key, rule.title, len(judged), counts[Outcome.CONFLICT], counts[Outcome.UNCLEAR]))
        conflicts = [one for one in judged if one.outcome is Outcome.CONFLICT]
        rows += [_row(rule, one) for one in sorted(conflicts, key=_order)]
    return Findings(
        pd.DataFrame(rows, columns=list(FINDING_COLUMNS)).astype(FINDING_COLUMNS),
        pd.DataFrame(tally, columns=list(TALLY_COLUMNS)).astype(TALLY_COLUMNS),
    )


def case_of(reports: pd.DataFrame, known: Known) -> Case:
    """Lay reports out as the rules judge them."""
    claims = claims_of(reports)
    rows = origins_first(reports).to_dict("records")
    groups = tuple(tuple(group) for _, group in groupby(rows, key=itemgetter("claim_id")))
    return Case(reports, claims, tuple(statements(claims)), groups, known)


def finding_id(rule: str, report_ids: Iterable[str]) -> str:
    """Return the key of a finding: the same for the same rule and reports, in any order.

    >>> finding_id("two-units", ["b", "a"]) == finding_id("two-units", ["a", "b"])
    True
    """
    return sha256("\0".join([rule, *sorted(report_ids)]).encode()).hexdigest()[:16]


def _order(judged: Judged) -> tuple[float, str, tuple[str, ...]]:
    return -(judged.factor or 0.0), judged.topic, judged.report_ids


def _row(rule: Rule, found: Judged) -> tuple[object, ...]:
    key = finding_id(rule.key, found.report_ids)
    told = found.topic, "; ".join(found.report_ids), found.outcome.value, found.factor, found.words
    return key, rule.key, rule.title, *told, rule.why, found.n_claims, found.n_reports
