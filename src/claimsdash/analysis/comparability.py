"""Whether two claims can be compared at all, and only then whether they are at odds."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import pandas as pd

from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.statement import NEAR_DAYS, Statement, statements, unlike, widest_windows
from claimsdash.domain.bounds import Bounds


class Verdict(StrEnum):
    """What two claims are to each other."""

    SAME = "same thing"
    REVISED = "same thing, revised"
    UPDATED = "same thing, later date"
    DIFFERENT = "different thing"
    CONFLICT = "conflict"
    AGREE = "agree"
    UNCLEAR = "cannot tell"


@dataclass(frozen=True)
class Comparison:
    """A verdict on two claims; `fields` are those that differ, `factor` by how much they miss each other."""

    verdict: Verdict
    words: str
    fields: tuple[str, ...] = ()
    factor: float | None = None


FIELD_WORDS = {
    "topic": "topic",
    "scope": "what is counted",
    "basis": "kind of amount",
    "modality": "said as fact, plan or capacity",
    "unit": "unit",
    "since": "start of the window",
    "as_of": "date of the figure",
}
"""A field to the words by which a verdict names it."""

COLUMNS = ("topic", "claim_id", "other_claim_id", "claimant", "other_claimant", "verdict", "fields", "factor", "words")


def compare(one: Statement, other: Statement) -> Comparison:
    """Give a verdict on two claims.

    First whether they are about one thing (topic, scope, basis, modality, unit, window), then, for one claimant,
    whether it repeats, revises or updates itself, then, for two, whether some number lies in both.
    """
    if one.claim_id == other.claim_id:
        return Comparison(Verdict.SAME, "Two reports of one claim.")
    if one.claim_id == other.supersedes or other.claim_id == one.supersedes:
        return Comparison(Verdict.REVISED, f"{one.name} says that the one takes the place of the other.")
    if fields := unlike(one, other):
        return _different(*fields)
    gap = one.as_of.gap(other.as_of)
    if one.bounds is None or other.bounds is None or gap is None:
        lacking = "date" if gap is None else "number"
        return Comparison(Verdict.UNCLEAR, f"One of them has no {lacking}.")
    if one.claimant == other.claimant:
        return _of_one_claimant(one, other, gap)
    if gap > NEAR_DAYS:
        return _different("as_of")
    return _of_two_claimants(_Figures(one, one.bounds), _Figures(other, other.bounds))


def comparisons(reports: pd.DataFrame, *, claimant: str | None = None) -> pd.DataFrame:
    """Compare every two claims of a topic with each other; with `claimant`, each claim of that one with all others.

    Takes a claims table of reports. Returns one row a pair: topic, claim_id, other_claim_id, claimant,
    other_claimant, verdict, fields (commas between), words: str; factor: float. Windows are read at their widest.
    Fewer than two claims give no row.
    """
    claims = widest_windows(claims_of(reports), reports)
    rows: list[tuple[object, ...]] = []
    for _, group in claims.groupby("topic", sort=True):
        pairs = combinations(statements(group), 2)
        rows += [
            _row(one, other)
            for one, other in pairs
            if claimant is None or (one.claimant == claimant) != (other.claimant == claimant)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"factor": "float64"})


@dataclass(frozen=True)
class _Figures:
    """A statement that has bounds."""

    said: Statement
    bounds: Bounds


def _row(one: Statement, other: Statement) -> tuple[object, ...]:
    found = compare(one, other)
    keys = one.topic, one.claim_id, other.claim_id, one.claimant, other.claimant
    return *keys, found.verdict.value, ", ".join(found.fields), found.factor, found.words


def _different(*fields: str) -> Comparison:
    words = f"Not alike in {', '.join(FIELD_WORDS[field] for field in fields)}: no conflict follows."
    return Comparison(Verdict.DIFFERENT, words, fields)


def _of_one_claimant(one: Statement, other: Statement, gap: int) -> Comparison:
    if gap:
        return Comparison(Verdict.UPDATED, f"{one.name} on a later date.")
    if (one.bounds, one.qualifier) == (other.bounds, other.qualifier):
        return Comparison(Verdict.SAME, f"{one.name} says it again.")
    return Comparison(Verdict.REVISED, f"{one.name} gives another figure for the same date.")


def _of_two_claimants(one: _Figures, other: _Figures) -> Comparison:
    factor = one.bounds.conflict_factor(other.bounds)
    names = f"{one.said.name} and {other.said.name}"
    if factor is None:
        return Comparison(Verdict.AGREE, f"Some number fits both {names}.")
    higher, lower = sorted((one, other), key=lambda figures: figures.bounds.low or 0.0, reverse=True)
    if higher.said.can_only_grow and may_be_later(higher.said, lower.said):
        return Comparison(Verdict.AGREE, f"{higher.said.name} gives more, but may speak of a later date: totals grow.")
    return Comparison(Verdict.CONFLICT, f"No number fits both {names}: a factor of {factor:.2f} apart.", (), factor)


def may_be_later(one: Statement, other: Statement) -> bool:
    """Tell whether the one may be of a later date: it ends later, or NEAR_DAYS after the other may have begun."""
    if one.as_of.last is None or other.as_of.last is None or other.as_of.first is None:
        return False
    return one.as_of.last > other.as_of.last or (one.as_of.last - other.as_of.first).days > NEAR_DAYS
