"""Whether numbers are running totals: by names such as total beside new, and where they never fall along the dates."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from claimsdash.intake.mapping.adding_up import running_totals
from claimsdash.intake.mapping.measures import Figures
from claimsdash.intake.mapping.model import Measure, Option, Part, Question
from claimsdash.intake.mapping.vocabulary import FLOW_WORDS

if TYPE_CHECKING:
    from claimsdash.intake.mapping.proposing import Draft

BASIS = "basis"
_LEAST_SERIES = 5
_TOTAL_WORDS = ("total", "all time", "accumulated", "overall")
_OPTIONS = (
    Option("cumulative", "running totals: each number contains the ones before"),
    Option("stock", "levels: each number stands for its date alone"),
)


def ask_basis(
    draft: "Draft", fields: Mapping[str, Part], figures: Sequence[Figures], measures: tuple[Measure, ...]
) -> tuple[Measure, ...]:
    """Ask about counts that only ever grow from row to row of dates, or whose names set them against new ones."""
    added = _added_up(draft, fields, measures)
    beside = {**_totals_beside(figures), **added}
    free = [measure for measure in measures if "basis" not in measure.fields]
    named = [measure for measure in free if measure.column in beside]
    running = [measure for measure in free if measure not in named and _runs_up(draft, fields, measure)]
    told = [measure for measure in measures if "basis" in measure.fields]
    if not (running or named or added) and len({measure.fields["basis"].constant for measure in told}) < 2:
        return measures
    found = [*running, *named]
    columns = [measure.column for measure in found] or [measure.column for measure in told]
    seen = f"{', '.join(columns[:4])}: daily and running numbers, kept apart"
    seen = f"{columns[0]} never falls" if running else f"{columns[0]} beside {beside[columns[0]]}" if named else seen
    seen = "; ".join(f"each step of {total} is {step}" for total, step in added.items()) or seen
    question = Question(BASIS, "Do the numbers run up over time?", seen, _OPTIONS, "cumulative", is_sure=not found)
    answer = draft.ask(question)
    basis = {measure.column: answer or "" for measure in found}
    basis |= {measure.column: "flow" for measure in free if measure.column in added.values() and answer == "cumulative"}
    return tuple(_with_basis(measure, basis.get(measure.column, "")) for measure in measures)


def _with_basis(measure: Measure, basis: str) -> Measure:
    part = Part(constant=basis, reason="it never falls, it adds up another column, or its name says so")
    return replace(measure, fields={**measure.fields, "basis": part}) if basis else measure


def _added_up(draft: "Draft", fields: Mapping[str, Part], measures: Sequence[Measure]) -> dict[str, str]:
    """Return the columns of one date whose numbers run up by those of another column, with the latter's name."""
    columns = [measure.column for measure in measures if "as_of" not in measure.fields]
    if "as_of" not in fields or len(columns) < 2:
        return {}
    return running_totals(draft.raw.rows[columns], _series(draft, fields))


def _series(draft: "Draft", fields: Mapping[str, Part]) -> pd.Series:
    """Return for each row what tells its series apart: claimant, scope and topic."""
    apart = [name for field in ("claimant", "scope", "topic") for name in fields.get(field, Part()).columns]
    rows = draft.raw.rows
    return rows[apart].agg("\x1f".join, axis=1) if apart else pd.Series("", index=rows.index)


def _totals_beside(figures: Sequence[Figures]) -> dict[str, str]:
    """Return the columns called total cases and the like that stand beside new cases, with the latter's name."""
    flows = {_without(one.group, FLOW_WORDS): one.profile.name for one in figures}
    totals = {one.profile.name: _without(one.group, _TOTAL_WORDS) for one in figures}
    return {column: flows[base] for column, base in totals.items() if base and base in flows}


def _without(group: str, words: Sequence[str]) -> str:
    """Return a name without the word with which it begins or ends; "" where there is none of these."""
    for word in words:
        if group.startswith(f"{word} "):
            return group.removeprefix(f"{word} ")
        if group.endswith(f" {word}"):
            return group.removesuffix(f" {word}")
    return ""


def _runs_up(draft: "Draft", fields: Mapping[str, Part], measure: Measure) -> bool:
    """Return whether whole numbers never fall along the dates of each series, and one series is long enough."""
    if "as_of" not in fields or "as_of" in measure.fields:
        return False
    apart = [name for field in ("claimant", "scope", "topic") for name in fields.get(field, Part()).columns]
    cells = draft.raw.rows[measure.column].str.strip()
    filled = cells[cells.ne("")]
    if not filled.str.fullmatch("[0-9]{1,18}").all():
        return False
    keys = [draft.raw.rows.loc[filled.index, name] for name in apart] or [filled.ne("")]
    series = [list(map(int, one)) for _, one in filled.groupby(keys, sort=False)]
    if not any(len(set(numbers)) >= _LEAST_SERIES for numbers in series):
        return False
    ups = all(a <= b for numbers in series for a, b in pairwise(numbers))
    return ups or all(a >= b for numbers in series for a, b in pairwise(numbers))
