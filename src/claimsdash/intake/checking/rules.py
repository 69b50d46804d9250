"""Rules across columns: dates in order, values within the limits of their topic, units of its dimension."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from claimsdash.domain.claim import Basis, Modality
from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.units import DIMENSIONLESS, UnitError
from claimsdash.intake.checking.distinct import Fault
from claimsdash.intake.mapping.eras import AHEAD, YEARS_READ
from claimsdash.intake.package import Package

_AHEAD = (Modality.PLANNED.value, Modality.FORECAST.value)
_SLACK = 1e-9
_IN_COLUMN = {"reported": "reported_on"}
_FIRST, _AFTER = (pd.Timestamp(f"{year}-01-01").as_unit("s") for year in YEARS_READ)


def broken_rules(claims: Mapping[str, pd.Series], package: Package, lines: np.ndarray) -> list[Problem]:
    """Return a warning for each row that breaks a rule.

    Takes the columns of a claims table, numbers and days as in it.
    """
    topics = _of_topics(claims, package)
    return [*_dates(claims, lines), *_units(claims, topics, lines), *_limits(claims, topics, lines)]


def _warn(column: str, reason: str, remedy: str) -> Fault:
    return Fault(column, reason, remedy, Severity.WARNING)


def _dates(claims: Mapping[str, pd.Series], lines: np.ndarray) -> list[Problem]:
    ahead = claims["modality"].isin(_AHEAD)
    later = (claims["as_of_start"] > claims["reported_end"]) & ~ahead
    reversed_window = claims["since_start"] > claims["as_of_end"]
    late = _warn("as_of", "lies after reported_on", "Correct one, or use the modality planned or forecast.")
    crossed = _warn("since", "lies after as_of", "Correct one: since is the start of the window, as_of its end.")
    return [
        *_buddhist(claims, "as_of", lines),
        *_buddhist(claims, "reported", lines),
        *late.at(later.to_numpy(dtype=bool), lines, claims["as_of"]),
        *crossed.at(reversed_window.to_numpy(dtype=bool), lines, claims["since"]),
    ]


def _buddhist(claims: Mapping[str, pd.Series], period: str, lines: np.ndarray) -> list[Problem]:
    """Warn of dates that seem to be of the Thai calendar."""
    column, start = _IN_COLUMN.get(period, period), claims[f"{period}_start"]
    of_thailand = _warn(
        column, "lies five centuries ahead", f"Of a year of the Buddhist era take {AHEAD}: 2567 is 2024."
    )
    return of_thailand.at(start.between(_FIRST, _AFTER).to_numpy(dtype=bool), lines, claims[column])


@dataclass(frozen=True)
class _TopicUnit:
    """The unit of a topic and its limits in base units; NaN where there is no limit, "" where the unit is unknown."""

    unit: str = ""
    base: str = ""
    low: float = np.nan
    high: float = np.nan


def _topic_unit(key: str, package: Package) -> _TopicUnit:
    topic = package.topics.get(key)
    if topic is None:
        return _TopicUnit()
    try:
        factor, base = package.units.base(topic.unit)
    except UnitError:
        return _TopicUnit()
    low, high = (np.nan if limit is None else limit * factor for limit in (topic.low_limit, topic.high_limit))
    return _TopicUnit(topic.unit, base, low, high)


def _of_topics(claims: Mapping[str, pd.Series], package: Package) -> pd.DataFrame:
    """Return the unit and limits of the topic of each row: the columns of _TopicUnit."""
    codes, distinct = pd.factorize(claims["topic"])
    by_topic = pd.DataFrame([_topic_unit(key, package) for key in distinct] + [_TopicUnit()])
    return by_topic.iloc[codes].reset_index(drop=True)


def _units(claims: Mapping[str, pd.Series], topics: pd.DataFrame, lines: np.ndarray) -> list[Problem]:
    other = claims["base_unit"].notna() & topics["base"].ne("") & claims["base_unit"].ne(topics["base"])
    problems = []
    for unit, rows in topics["unit"][other].groupby(topics["unit"][other], sort=False):
        fault = _warn(
            "unit",
            f"measures another thing than the unit of the topic, {unit}",
            "Use another topic, or a unit of the same kind: such rows are drawn on an axis of their own.",
        )
        problems += fault.at(np.isin(np.arange(len(topics)), rows.index), lines, claims["unit"])
    return problems


def _limits(claims: Mapping[str, pd.Series], topics: pd.DataFrame, lines: np.ndarray) -> list[Problem]:
    is_share = topics["base"].eq("") & claims["basis"].eq(Basis.SHARE.value) & claims["base_unit"].eq(DIMENSIONLESS)
    most = topics["high"].where(~is_share, 1.0)
    within = claims["base_unit"].eq(topics["base"]) | is_share
    ends = pd.DataFrame({end: claims[f"base_{end}"] for end in ("low", "best", "high")})
    below = within & ends.min(axis=1).lt(topics["low"] - _SLACK)
    above = within & ends.max(axis=1).gt(most * (1 + _SLACK))
    if not (below.any() or above.any()):
        return []
    wording = claims["value_text"].where(claims["value_text"].notna(), claims["value_at"].astype("str"))
    least = _warn("value_text", "is below the least that the topic allows", "Correct the number or the unit.")
    too_much = _warn("value_text", "is above the most that the topic allows", "Correct the number or the unit.")
    return [
        *least.at(below.to_numpy(dtype=bool), lines, wording),
        *too_much.at(above.to_numpy(dtype=bool), lines, wording),
    ]
