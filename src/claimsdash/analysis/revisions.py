"""What one claimant said in succession: each figure beside its last one on the same thing, and what the step was."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

import pandas as pd

from claimsdash.analysis.display import mark_ids
from claimsdash.analysis.saying import say_claims, say_counts
from claimsdash.analysis.statement import Statement, starts_differ, statements


class Step(StrEnum):
    """What a figure is to the claimant's last one on the same thing."""

    FIRST = "first"
    UPDATE = "update"
    """For a later date: the world may have moved."""
    BACK = "looks back"
    """For an earlier date."""
    MOVED = "another window"
    """Counted from another start: no difference follows."""
    REPEATED = "repeated"
    REFINED = "refined"
    WIDENED = "widened"
    SHIFTED = "shifted"
    CONTRADICTED = "contradicted"
    HEDGE_LOST = "hedge lost"
    HEDGE_GAINED = "hedge gained"
    NO_NUMBER = "no number"


REVISIONS = (
    Step.REPEATED,
    Step.REFINED,
    Step.WIDENED,
    Step.SHIFTED,
    Step.CONTRADICTED,
    Step.HEDGE_LOST,
    Step.HEDGE_GAINED,
)
"""Steps that speak of the same date as the figure before: the claimant changed what it says, not the world."""

ADDED = {
    "series": "int64", "step": "str", "before": "str", "change_low": "float64", "change_high": "float64",
    "log_step": "float64", "days": "float64", "mark_id": "int32", "words": "str",
}  # fmt: skip  # several to a line

_SINGLE = ("exact", "approximate")
_SERIES = ("topic", "scope", "basis", "modality", "base_unit")


@dataclass(frozen=True)
class RevisionRecord:
    """How one claimant revises; shares and medians over its revisions of single numbers, NaN without any.

    `median_step` is the median size of ln(new / old), `days_to_last` the longest time from the first report of a date
    to the last figure for it, `total` ln(last / first) of the series with the most revisions.
    """

    n_claims: int
    n_reports: int
    n_revisions: int
    n_updates: int
    median_step: float
    share_upwards: float
    days_to_last: float
    total: float


def ladder(claims: pd.DataFrame) -> pd.DataFrame:
    """Set each claim of one claimant beside its last one on the same topic, scope, basis, modality and dimension.

    Takes a table of claims (one row each, with n_reports) of one claimant. Returns its columns in the order of report,
    by series, and series: int, step: str (of Step), before: str (claim_id of the figure before), change_low and
    change_high: float (the difference in base units, by bound arithmetic: NaN is an open end), log_step: float
    (ln(new / old) of two numbers), days: float (from report to report), mark_id: int32 and words: str. Claims without a
    date of report stand by the date that they refer to. Empty stays empty.
    """
    ordered = claims.assign(_on=claims["reported_end"].fillna(claims["as_of_end"]))
    ordered = ordered.sort_values(["_on", "as_of_end", "report_id"], na_position="last", kind="stable")
    ordered["series"] = ordered.groupby(list(_SERIES), dropna=False, sort=False).ngroup()
    ordered = ordered.sort_values("series", kind="stable").drop(columns="_on").reset_index(drop=True)
    steps = list(_steps(statements(ordered), ordered["series"].tolist()))
    added = pd.DataFrame(
        [(step.kind.value, step.before, *step.change, step.log, step.days) for step in steps],
        columns=["step", "before", "change_low", "change_high", "log_step", "days"],
    )
    table = ordered.assign(**{str(name): added[name] for name in added}, mark_id=mark_ids(ordered["report_id"]))
    return table.assign(words=_words(table)).astype(ADDED)


def record_of(steps: pd.DataFrame) -> RevisionRecord:
    """Sum up the ladder of one claimant."""
    revised = steps[steps["step"].isin([step.value for step in REVISIONS])]
    logs = [float(step) for step in revised["log_step"] if math.isfinite(step)]
    moved = [step for step in logs if step]
    return RevisionRecord(
        n_claims=len(steps),
        n_reports=int(steps["n_reports"].sum()),
        n_revisions=len(revised),
        n_updates=int(steps["step"].isin([Step.UPDATE.value, Step.BACK.value]).sum()),
        median_step=median(map(abs, logs)) if logs else math.nan,
        share_upwards=sum(step > 0 for step in moved) / len(moved) if moved else math.nan,
        days_to_last=float(revised.groupby("series")["days"].sum().max()) if len(revised) else math.nan,
        total=_total(revised),
    )


def say_record(record: RevisionRecord) -> str:
    """Say how often a claimant revised, and how far.

    >>> say_record(RevisionRecord(5, 9, 2, 1, 0.2, 0.5, 30.0, 0.1))
    '5 claims from 9 reports: 1 figure for another date, 2 revisions of the same date, within 30 days, by 22 % or more \
in half of the cases, 50 % of them upwards.'
    """
    said = [_many(record.n_updates, "figure") + " for another date"]
    said += [_many(record.n_revisions, "revision") + " of the same date"]
    if record.n_revisions and math.isfinite(record.days_to_last):
        said += [f"within {_many(int(record.days_to_last), 'day')}"]
    if math.isfinite(record.median_step) and record.median_step:
        said += [f"by {math.expm1(record.median_step):.0%}".replace("%", " %") + " or more in half of the cases"]
    if math.isfinite(record.share_upwards):
        said += [f"{record.share_upwards:.0%} of them upwards".replace("%", " %")]
    return f"{say_counts(record.n_claims, record.n_reports)}: {', '.join(said)}."


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@dataclass(frozen=True)
class _Found:
    kind: Step
    before: str = ""
    change: tuple[float, float] = (math.nan, math.nan)
    log: float = math.nan
    days: float = math.nan


def _steps(said: Iterable[Statement], series: list[int]) -> Iterator[_Found]:
    last: dict[int, Statement] = {}
    for one, number in zip(said, series, strict=True):
        yield _step(one, last.get(number))
        last[number] = one


def _step(now: Statement, before: Statement | None) -> _Found:
    if before is None:
        return _Found(Step.FIRST)
    days = _days_between(before.reported.last, now.reported.last)
    if now.bounds is None or before.bounds is None:
        return _Found(Step.NO_NUMBER, before.claim_id, days=days)
    if starts_differ(now, before):
        return _Found(Step.MOVED, before.claim_id, days=days)
    change = now.bounds - before.bounds
    ends = tuple(math.nan if end is None else float(end) for end in (change.low, change.high))
    return _Found(_kind(now, before), before.claim_id, (ends[0], ends[1]), _log_step(now, before), days)


def _kind(now: Statement, before: Statement) -> Step:
    gap = now.as_of.gap(before.as_of)
    if gap and now.supersedes != before.claim_id:
        is_later = now.as_of.first is not None and before.as_of.last is not None and now.as_of.first > before.as_of.last
        return Step.UPDATE if is_later else Step.BACK
    return _revision(now, before)


def _revision(now: Statement, before: Statement) -> Step:
    new, old = now.bounds, before.bounds
    if new is None or old is None:
        return Step.NO_NUMBER
    if new == old and now.qualifier == before.qualifier:
        return Step.REPEATED
    if now.qualifier != before.qualifier and _printed(now) == _printed(before):
        return Step.HEDGE_LOST if now.qualifier == "exact" else Step.HEDGE_GAINED
    if new.is_disjoint(old):
        return Step.CONTRADICTED
    both = new.overlap(old)
    if both == new:
        return Step.REFINED
    return Step.WIDENED if both == old else Step.SHIFTED


def _printed(said: Statement) -> float | None:
    """Return the number as printed: that of a bound, the middle of a rounding."""
    if said.bounds is None:
        return None
    low, high = said.bounds.low, said.bounds.high
    if low is None or high is None:
        return low if high is None else high
    return (low + high) / 2


def _log_step(now: Statement, before: Statement) -> float:
    """Return ln(new / old) where both are single numbers above zero: bounds and ranges have none to divide."""
    new, old = (_printed(said) if said.qualifier in _SINGLE else None for said in (now, before))
    return math.log(new / old) if new and old and min(new, old) > 0 else math.nan


def _days_between(first: date | None, last: date | None) -> float:
    return math.nan if first is None or last is None else float((last - first).days)


def _total(revised: pd.DataFrame) -> float:
    stepped = revised[revised["log_step"].notna()]
    if stepped.empty:
        return math.nan
    longest = stepped["series"].value_counts().index[0]
    return float(stepped.loc[stepped["series"].eq(longest), "log_step"].sum())


def _words(table: pd.DataFrame) -> list[str]:
    said = say_claims(table)
    notes = table["step"].where(table["step"].ne(Step.FIRST.value), "")
    return [f"{words}: {note}" if note else words for words, note in zip(said, notes, strict=True)]
