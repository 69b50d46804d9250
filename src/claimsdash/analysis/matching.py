"""Which ungrouped reports are likely of one claim: suggestions with their reasons, for an editor to accept or not."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import isclose
from typing import Any

import pandas as pd

from claimsdash.analysis.rounding import is_rounding
from claimsdash.analysis.statement import Statement, statement, text_of

SUGGESTED_FROM = 0.85
"""Least score that is suggested: an equal number of an equal date, and one more thing alike."""

COLUMNS = ("report_id", "other_report_id", "topic", "claimant", "score", "reasons")

_ROUNDED_BY = 0.05
_FARTHEST_DAYS = 10
_DATES = ((0, "same date", 0.3), (3, "at most 3 days apart", 0.25), (_FARTHEST_DAYS, "at most 10 days apart", 0.2))
_WITHOUT_NUMBER = 0.6
"""All weights but that of the number: a long block is not compared in full for what cannot come to more."""
_BLOCK = ("topic", "claimant", "base_unit")


@dataclass(frozen=True)
class _Report:
    """A report as it is matched: nothing here comes from a key that an editor gave or from a note."""

    said: Statement
    at: float
    scope: str
    outlet: str
    cites: frozenset[str]
    url: str


@dataclass(frozen=True)
class _Reason:
    words: str
    weight: float


def suggest_matches(
    reports: pd.DataFrame, *, least: float = SUGGESTED_FROM, apart: Collection[str] = ()
) -> pd.DataFrame:
    """Suggest pairs of reports that may be one claim; nothing is merged.

    Only reports of one topic, claimant and unit dimension, at most 10 days apart, are set beside each other. A score
    is the sum of the weights of its reasons: an equal number 0.5, one rounded from the other by at most 5 % 0.4, no
    number in either 0.4; dates that overlap 0.3, at most 3 days apart 0.25, at most 10 days 0.2; equal scope 0.1,
    modality 0.1; one citing the other's outlet 0.1; one page minus 0.4, for a page gives two numbers of a topic for
    two things. Keys and notes are not read. With `apart`, the keys of some reports, only pairs of one of these and one
    of the others are looked at.

    Takes a claims table. Returns report_id, other_report_id, topic, claimant, reasons (commas between): str and score:
    float, the highest first. Without reports, or with one, no row.
    """
    rows = [
        row
        for _, block in reports.groupby(list(_BLOCK), dropna=False)
        for row in _pairs(block, least, frozenset(apart))
    ]
    found = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"score": "float64"})
    return found.sort_values(["score", *COLUMNS[:2]], ascending=[False, True, True], ignore_index=True)


def _pairs(block: pd.DataFrame, least: float, apart: frozenset[str]) -> Iterator[tuple[object, ...]]:
    for one, other in _near_in_time([_report(row) for row in block.to_dict("records")]):
        if apart and (one.said.report_id in apart) == (other.said.report_id in apart):
            continue
        number = list(_number(one, other))
        if not number and least > _WITHOUT_NUMBER:
            continue
        reasons = [*number, *_reasons(one, other)]
        score = round(sum(reason.weight for reason in reasons), 2)
        if score >= least:
            words = ", ".join(reason.words for reason in reasons)
            keys = one.said.report_id, other.said.report_id, one.said.topic, one.said.claimant
            yield *keys, score, words


def _near_in_time(block: list[_Report]) -> Iterator[tuple[_Report, _Report]]:
    """Yield the pairs whose dates lie within _FARTHEST_DAYS; a long block is not compared each with each."""
    dated = sorted((report for report in block if report.said.as_of.known), key=_first_day)
    for place, one in enumerate(dated):
        for other in dated[place + 1 :]:
            if one.said.as_of.last is None or (_first_day(other) - one.said.as_of.last).days > _FARTHEST_DAYS:
                break
            yield one, other


def _first_day(report: _Report) -> date:
    return report.said.as_of.first or date.max


def _report(row: Mapping[Any, Any]) -> _Report:
    texts = {name: text_of(row[name]) for name in ("scope", "url", "relayed_from")}
    cited = frozenset(name.strip() for name in texts["relayed_from"].split(";") if name.strip())
    return _Report(
        statement(row), float(row["base_at"]), texts["scope"], text_of(row["outlet_name"]), cited, texts["url"]
    )


def _reasons(one: _Report, other: _Report) -> Iterator[_Reason]:
    """Yield what speaks for one claim, but for the number."""
    yield from _date(one.said, other.said)
    if one.scope == other.scope:
        yield _Reason("same scope", 0.1)
    if one.said.modality == other.said.modality:
        yield _Reason("said in the same sense", 0.1)
    if one.outlet in other.cites or other.outlet in one.cites:
        yield _Reason("one cites the other", 0.1)
    if one.url and one.url == other.url:
        yield _Reason("on one page", -0.4)


def _number(one: _Report, other: _Report) -> Iterator[_Reason]:
    if pd.isna(one.at) and pd.isna(other.at):
        yield _Reason("no number in either", 0.4)
    elif one.at == other.at:
        yield _Reason("same number", 0.5)
    elif _nearly(one.at, other.at) and (is_rounding(one.at, other.at) or is_rounding(other.at, one.at)):
        yield _Reason("one rounds the other", 0.4)


def _nearly(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=_ROUNDED_BY)


def _date(one: Statement, other: Statement) -> Iterator[_Reason]:
    gap = one.as_of.gap(other.as_of)
    for most, words, weight in _DATES:
        if gap is not None and gap <= most:
            yield _Reason(words, weight)
            return
