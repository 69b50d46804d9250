"""A file to a report of what it gave: the one path that page, command line and tests take."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking import Checked, check_claims
from claimsdash.intake.checking.columns import match_columns
from claimsdash.intake.leftovers import TOTAL_REASON
from claimsdash.intake.limits import DEFAULT_LIMITS, Limits
from claimsdash.intake.mapped import Mapped, map_and_check
from claimsdash.intake.mapping import NOTHING_CHOSEN, Choices, Part, Question, TableMapping
from claimsdash.intake.mapping.asking import TOTALS
from claimsdash.intake.package import Package
from claimsdash.intake.problems import count_of, group_problems, say_group
from claimsdash.intake.raw import GUESS, RawTable, Reading, ReadingChoices
from claimsdash.intake.reading import TEXT, ending, read_table
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.table import as_claims_table
from claimsdash.intake.watching import Stage, Watch, tell_rows, watch_nothing

LONGEST_NAME = 100
_SHOWN_WARNINGS = 20


Corrections = Mapping[int, Mapping[str, str]]
"""Line of the file to the columns whose cells in it read otherwise, with the texts."""


class Outcome(StrEnum):
    """How an import ended."""

    ACCEPT = "accept"
    ACCEPT_WITH_WARNINGS = "accept_with_warnings"
    REJECT_WITH_MESSAGE = "reject_with_message"


@dataclass(frozen=True)
class ImportOptions:
    """How to import: what a person chose, the operator's limits, and what rows may point at.

    `known_ids` are report_ids and claim_ids of other tables. `choices` say how a table in other columns than those of
    claims becomes claims; `topic` and `claimant` are those of all of them. `corrections` are cells typed anew.
    `watch` is told how far it is.
    """

    told: ReadingChoices = GUESS
    limits: Limits = DEFAULT_LIMITS
    known_ids: frozenset[str] = frozenset()
    choices: Choices = NOTHING_CHOSEN
    topic: str = ""
    claimant: str = ""
    corrections: Corrections = field(default_factory=dict)
    watch: Watch = field(default=watch_nothing, repr=False, compare=False)

    def all_choices(self) -> Choices:
        """Return the choices with topic and claimant among the fields."""
        told = {"topic": self.topic, "claimant": self.claimant}
        parts = {name: Part(constant=text, reason="as told") for name, text in told.items() if text}
        return replace(self.choices, fields={**self.choices.fields, **parts})


GUESS_ALL = ImportOptions()


@dataclass(frozen=True)
class ImportReport:
    """What a file gave, before any of it is stored.

    `rows` counts the data rows read; `claims` is a claims table of those let in; `kept_out` holds the others as typed,
    with their lines as index (ragged rows are among the problems alone); `choices` says what was guessed or told.
    """

    name: str
    table_id: str
    outcome: Outcome
    message: str
    rows: int
    claims: pd.DataFrame
    kept_out: pd.DataFrame
    problems: list[Problem]
    choices: Mapping[str, str]
    sheets: tuple[str, ...] = ()
    size_bytes: int = 0
    sha256: str = ""
    kept_out_count: int = 0
    warnings: list[str] = field(default_factory=list)
    raw: RawTable | None = None
    mapping: TableMapping | None = None
    """How the table became claims, with its questions; None where its columns are those of claims."""

    def as_json(self) -> dict[str, Any]:
        """Return the report as one object for JSON: counts in place of tables."""
        return {
            "name": self.name,
            "table": self.table_id,
            "outcome": self.outcome.value,
            "rows": self.rows,
            "claims": len(self.claims),
            "kept_out": self.kept_out_count,
            "warnings": self.warnings,
            "message": self.message,
            "problems": [problem_as_json(problem) for problem in self.problems],
            "choices": dict(self.choices),
            "questions": [question_as_json(one, self.mapping) for one in self.mapping.questions]
            if self.mapping
            else [],
            "sha256": self.sha256,
        }


def question_as_json(question: Question, mapping: TableMapping) -> dict[str, Any]:
    """Return a question as an object for JSON; its answer is null where it is open."""
    return {
        "key": question.key,
        "asks": question.asks,
        "seen": question.seen,
        "options": [option.answer for option in question.options],
        "may_be_typed": question.may_be_typed,
        "proposal": question.proposal,
        "answer": mapping.answers.get(question.key),
    }


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem as an object for JSON."""
    return {
        "line": problem.line,
        "column": problem.column,
        "value": problem.value,
        "reason": problem.reason,
        "remedy": problem.remedy,
        "severity": problem.severity.value,
        "file": problem.file,
    }


def import_bytes(
    data: bytes,
    name: str,
    package: Package,
    *,
    table_id: str | None = None,
    options: ImportOptions = GUESS_ALL,
) -> ImportReport:
    """Read and check the bytes of a file called `name` against a package; nothing is stored.

    `table_id` is the name under which the table will stand: by default the file's, without its ending. Nothing is
    raised but what the options' `watch` raises, such as CancelledError.
    """
    table_id = table_id or table_name(name)
    about = {"name": name, "table_id": table_id, "size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    try:
        reading = _correct(_read(data, name, options), options.corrections)
    except ReadingError as refusal:
        return _refused(str(refusal), about)

    def check(table: RawTable) -> Checked:
        told = tell_rows(options.watch, Stage.CHECKING, len(table.rows))
        return check_claims(table, package, table_id=table_id, known_ids=options.known_ids, done=told)

    if reading.table.names_claims:
        table = _with_constants(reading.table, {"topic": options.topic, "claimant": options.claimant})
        return _report(reading, check(table), about)
    mapped = map_and_check(reading.table, package, options.all_choices(), check)
    return replace(_report(reading, mapped.checked, about, mapped), raw=reading.table, mapping=mapped.mapping)


def _correct(reading: Reading, corrections: Corrections) -> Reading:
    """Put corrected cells in place of those of the file, and say among the choices which they are."""
    if not corrections:
        return reading
    rows = reading.table.rows.copy()
    for line, cells in corrections.items():
        at_line = reading.table.lines.eq(line).to_numpy()
        for column in set(cells) & set(rows.columns):
            rows[column] = rows[column].mask(at_line, cells[column])
    told = json.dumps({str(line): dict(cells) for line, cells in corrections.items()}, ensure_ascii=False)
    table = replace(reading.table, rows=rows)
    return replace(reading, table=table, choices={**reading.choices, "corrected": told})


def _with_constants(table: RawTable, told: Mapping[str, str]) -> RawTable:
    """Add the topic and the claimant that are told as columns, where the table has none of its own."""
    added = {name: text for name, text in told.items() if text and name not in match_columns(table.columns)[0]}
    if not added:
        return table
    return replace(table, columns=(*table.columns, *added), rows=table.rows.assign(**added).astype("str"))


def _read(data: bytes, name: str, options: ImportOptions) -> Reading:
    """Read the table; its rows of totals are read in turn where somebody chose to keep them."""
    of = data.count(b"\n") if ending(name) in TEXT.endings else None
    told = replace(options.told, done=tell_rows(options.watch, Stage.READING, of))
    reading = read_table(data, name, told=told, limits=options.limits)
    totals = [one.line for one in reading.table.layout.dropped if one.reason == TOTAL_REASON]
    if options.choices.answers.get(TOTALS) != "keep" or not totals:
        return reading
    return read_table(data, name, told=replace(told, kept=told.kept | set(totals)), limits=options.limits)


def table_name(file_name: str) -> str:
    """Return the name of a table for a file name: no folder, ending or hidden character, at most 100 characters.

    >>> table_name("../uploads/Shells, May 2024.csv")
    'Shells, May 2024'
    """
    stem = PurePosixPath(file_name.replace("\\", "/")).stem
    seen = "".join(letter for letter in stem if unicodedata.category(letter)[0] != "C")
    tidy = re.sub(r"\s+", " ", unicodedata.normalize("NFC", seen)).strip()
    return tidy[:LONGEST_NAME].strip() or "table"


def _refused(message: str, about: Mapping[str, Any]) -> ImportReport:
    empty = as_claims_table(pd.DataFrame())
    problem = Problem(None, None, "", message, "Mend the file, and give it again.")
    return ImportReport(
        **about,
        outcome=Outcome.REJECT_WITH_MESSAGE,
        message=message,
        rows=0,
        claims=empty,
        kept_out=pd.DataFrame(),
        problems=[problem],
        choices={},
    )


def _report(reading: Reading, checked: Checked, about: Mapping[str, Any], mapped: Mapped | None = None) -> ImportReport:
    problems = [*reading.problems, *checked.problems]
    ragged = sum(problem.severity is Severity.ERROR for problem in reading.problems)
    rows = len(reading.table.rows) + ragged
    kept_out = ragged + len(checked.kept_out)
    return ImportReport(
        **about,
        outcome=_outcome(checked.claims, problems),
        message=mapped.refusal if mapped and mapped.refusal else _message(rows, kept_out, checked.claims, problems),
        rows=rows,
        claims=checked.claims,
        kept_out=checked.kept_out,
        problems=problems,
        choices={**reading.choices, **(mapped.choices if mapped else {})},
        sheets=reading.sheets,
        kept_out_count=kept_out,
        warnings=_warnings(problems),
    )


def _outcome(claims: pd.DataFrame, problems: list[Problem]) -> Outcome:
    if claims.empty:
        return Outcome.REJECT_WITH_MESSAGE
    return Outcome.ACCEPT_WITH_WARNINGS if problems else Outcome.ACCEPT


def _message(rows: int, kept_out: int, claims: pd.DataFrame, problems: list[Problem]) -> str:
    whole = [p for p in problems if p.line is None and p.severity is Severity.ERROR]
    if whole:
        return " ".join(f"{p.reason[:1].upper()}{p.reason[1:]}. {p.remedy}" for p in whole)
    told = f"{count_of(len(claims), 'report')} of {count_of(rows, 'row')} can be added"
    if kept_out:
        told += f"; {count_of(kept_out, 'row')} with errors kept out"
    warned = sum(problem.severity is Severity.WARNING for problem in problems)
    return f"{told}; {count_of(warned, 'warning')}." if warned else f"{told}."


def _warnings(problems: list[Problem]) -> list[str]:
    groups = group_problems(problem for problem in problems if problem.severity is Severity.WARNING)
    told = [say_group(group) for group in groups[:_SHOWN_WARNINGS]]
    left = len(groups) - len(told)
    return [*told, f"and {left:,} more kinds of warning"] if left else told
