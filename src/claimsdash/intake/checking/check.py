"""Rows of texts to claims and problems."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking.columns import match_columns
from claimsdash.intake.checking.identity import lost_references, repeated_ids, shared_claims
from claimsdash.intake.checking.pieces import Typed, type_table
from claimsdash.intake.checking.rows import Columns
from claimsdash.intake.package import KnownProblem, Package
from claimsdash.intake.raw import RawTable
from claimsdash.intake.table import as_claims_table
from claimsdash.intake.watching import Count, tell_nobody


@dataclass(frozen=True)
class Checked:
    """What a raw table gave.

    `claims` is a claims table of the rows without an error, in the order of the file. `problems` are in the order of
    the lines, those of the whole table first; `known` are the warnings that were declared beforehand. `kept_out`
    holds the rows with an error as they were typed, with their lines as index.
    """

    claims: pd.DataFrame
    problems: list[Problem]
    known: list[Problem] = field(default_factory=list)
    kept_out: pd.DataFrame = field(default_factory=pd.DataFrame)


def check_claims(
    raw: RawTable,
    package: Package,
    *,
    table_id: str,
    known: tuple[KnownProblem, ...] = (),
    known_ids: frozenset[str] = frozenset(),
    done: Count = tell_nobody,
) -> Checked:
    """Read the rows of a raw table as reports: every problem told, and no row held back for the fault of another.

    Each distinct wording, date, unit and word is read once. `known` are warnings declared to be right as they are,
    `known_ids` report_ids and claim_ids elsewhere at which rows may point; `done` is told from time to time how many
    rows are. A table that lacks a column without which there is no claim gives none, and an error that names it.
    """
    columns, column_problems = match_columns(raw.columns)
    if any(problem.severity is Severity.ERROR for problem in column_problems):
        return Checked(as_claims_table(pd.DataFrame()), column_problems, kept_out=raw.rows)
    typed = type_table(raw, columns, package, table_id, done)
    lines = raw.lines.to_numpy()
    problems = _problems(typed, lines, known_ids)
    counted, declared = _withhold(problems, known, typed.columns["report_id"], lines)
    in_error = np.isin(lines, [problem.line or 0 for problem in problems if problem.severity is Severity.ERROR])
    return Checked(
        as_claims_table(_without(typed.columns, in_error)),
        [*column_problems, *sorted(counted, key=lambda problem: problem.line or 0)],
        declared,
        raw.rows[in_error].set_axis(raw.lines[in_error], axis=0),
    )


def _problems(typed: Typed, lines: np.ndarray, known_ids: frozenset[str]) -> list[Problem]:
    """Return the problems of rows, and those of rows beside the others of their table."""
    claims = typed.columns
    return [
        *typed.problems,
        *repeated_ids(claims["report_id"], typed.has_own_id, lines),
        *shared_claims(claims, lines),
        *lost_references(claims, lines, known_ids=known_ids),
    ]


def _without(columns: Columns, in_error: np.ndarray) -> pd.DataFrame:
    """Return the rows without an error; each column goes as its rows are taken, so that none is held twice."""
    if in_error.any():
        columns = {name: columns.pop(name)[~in_error] for name in list(columns)}
    return pd.DataFrame(columns, copy=False)


def _withhold(
    problems: list[Problem], known: tuple[KnownProblem, ...], ids: pd.Series, lines: np.ndarray
) -> tuple[list[Problem], list[Problem]]:
    """Part the problems into those that count and the warnings that were declared: same report, column and reason."""
    if not known:
        return problems, []
    declared = {(entry.report_id, entry.column): entry.reason for entry in known}
    id_of = dict(zip(lines.tolist(), ids, strict=True))
    counted: list[Problem] = []
    withheld: list[Problem] = []
    for problem in problems:
        reason = declared.get((id_of.get(problem.line or 0, ""), problem.column or ""))
        is_known = reason is not None and problem.reason.startswith(reason) and problem.severity is Severity.WARNING
        (withheld if is_known else counted).append(problem)
    return counted, withheld
