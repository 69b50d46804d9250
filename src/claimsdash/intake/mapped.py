"""A table in columns of its own, mapped and checked: claims, problems at their places, and what has to be asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking import Checked
from claimsdash.intake.mapping import (
    Choices,
    Origins,
    Question,
    TableMapping,
    propose,
    save_mapping,
    shape_key,
    to_claims,
)
from claimsdash.intake.mapping.tables import settle_tables
from claimsdash.intake.package import Package
from claimsdash.intake.raw import RawTable
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.table import as_claims_table

SHAPE, MAPPING = "shape", "mapping"
"""Names among the choices of an import under which the next table of the same shape finds how this one was read."""
_MOST_CLAIMS = 5_000_000
_SHOWN_OPTIONS = 8


@dataclass(frozen=True)
class Mapped:
    """A mapping, what came of it, and a refusal in words where a question is open or no column holds figures."""

    mapping: TableMapping
    checked: Checked
    choices: Mapping[str, str]
    refusal: str = ""


def map_and_check(raw: RawTable, package: Package, choices: Choices, check: Callable[[RawTable], Checked]) -> Mapped:
    """Map a table and check its claims by `check`; without an answer to every question there are none."""
    whole = raw
    raw, asked = settle_tables(raw, choices)
    mapping = propose(raw, package, choices, asked)
    said = _choices(whole, mapping)
    refusal = _refusal(raw, mapping)
    if refusal:
        nothing = Checked(as_claims_table(pd.DataFrame()), _left_open(mapping) or [_whole("", refusal)])
        return Mapped(mapping, nothing, said, refusal)
    rows, origins = to_claims(raw, mapping, package.units.names)
    if len(rows.rows) > _MOST_CLAIMS:
        raise ReadingError(f"The table gives {len(rows.rows):,} claims, more than {_MOST_CLAIMS:,}: split it.")
    return Mapped(mapping, _at_origin(raw, check(rows), origins, mapping), said)


def _at_origin(raw: RawTable, checked: Checked, origins: Origins, mapping: TableMapping) -> Checked:
    """Put lines and columns of the file in place of those of the claims; the rows kept out are those of the file."""
    claims = checked.claims.assign(line=origins.lines[checked.claims["line"].to_numpy() - 1])
    problems = [origins.place(problem) for problem in checked.problems]
    wrong = {problem.line for problem in problems if problem.severity is Severity.ERROR}
    kept_out = raw.rows.set_axis(raw.lines, axis=0)[raw.lines.isin(wrong).to_numpy()]
    return replace(checked, claims=claims, problems=[*_doubts(mapping), *problems], kept_out=kept_out)


def _doubts(mapping: TableMapping) -> list[Problem]:
    """Return a warning for each thing that was read as proposed although the table does not settle it."""
    return [
        Problem(None, None, question.seen[:80], _doubt(question), _remedy(question), Severity.WARNING)
        for question in mapping.questions
        if not question.is_sure and mapping.answers.get(question.key) == question.proposal
    ]


def _doubt(question: Question) -> str:
    says = next((option.says for option in question.options if option.answer == question.proposal), question.proposal)
    return f"leaves open: {question.asks} Read as: {says}"


def _remedy(question: Question) -> str:
    return f"Nothing, if that is right; else choose another answer ({question.key})."


def _choices(raw: RawTable, mapping: TableMapping) -> dict[str, str]:
    """Say what the table was read as: fields, figures, answers."""
    fields = {name: f"{part.say()} ({part.reason})" for name, part in mapping.fields.items()}
    figures = ", ".join(measure.column for measure in mapping.measures)
    return {
        **fields,
        "figures": figures[:500],
        **mapping.answers,
        SHAPE: shape_key(raw),
        MAPPING: save_mapping(mapping),
    }


def _refusal(raw: RawTable, mapping: TableMapping) -> str:
    if not mapping.measures:
        names = ", ".join(name[:40] for name in raw.columns[:10])
        return (
            f"No column holds figures; the columns are {names}. Choose another sheet or header line, or name the "
            "columns as in the template."
        )
    asked = mapping.open_questions
    if not asked:
        return ""
    first = "One thing" if len(asked) == 1 else f"{len(asked)} things"
    return f"{first} must be said first. " + " ".join(map(_ask, asked))


def _ask(question: Question) -> str:
    return f"{question.asks} ({question.seen})"


def _left_open(mapping: TableMapping) -> list[Problem]:
    """Return a problem for each open question of a table that has figures."""
    asked = mapping.open_questions if mapping.measures else ()
    return [Problem(None, None, one.seen[:80], f"leaves open: {one.asks}", _say_answers(one)) for one in asked]


def _say_answers(question: Question) -> str:
    """Say what can be answered, in words that are right on the page and on the command line."""
    shown = "; ".join(dict.fromkeys(option.says for option in question.options[:_SHOWN_OPTIONS]))
    more = "; …" if len(question.options) > _SHOWN_OPTIONS else ""
    return f"Say which: {shown}{more}." if shown else "Say it."


def _whole(value: str, reason: str) -> Problem:
    return Problem(None, None, value, reason, "Mend the table, or say where it lies, and give it again.")
