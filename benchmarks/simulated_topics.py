"""Simulated topics: claims by leaning, erring, rounding and hedging sources about a figure whose course is known."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

FIRST_DAY = date(2022, 3, 1)
Course = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Scenario:
    """How the claims of a topic come about. Scales are in the log, for shares in the logit."""

    name: str
    growth: str = "cumulative"
    course: str = "grows"
    claims: int = 40
    sources: int = 8
    lean: float = 0.3
    error: float = 0.2
    kinds: tuple[float, float, float, float, float] = (0.35, 0.25, 0.15, 0.20, 0.05)
    """Shares of exact, approximate, range, lower_bound, upper_bound."""
    bounds: str = "mixed"
    one_digit: float = 0.2
    """Share of exact figures and ranges that are rounded to one digit."""
    relays: float = 0.0
    """Mean number of relays of a claim."""
    marked: bool = True
    vague_days: int = 0
    drift: float = 0.0
    outlier: float = 0.0
    least: tuple[float, float] = (0.90, 0.72)
    """Coverage below which the 95 % and the 80 % band fail."""


HALF_FLOORS = (0.2, 0.15, 0.1, 0.5, 0.05)
SCENARIOS = (
    Scenario("40 mixed claims, 8 sources"),
    Scenario("24 claims, 3 sources", claims=24, sources=3),
    Scenario("house effects of x2", lean=0.7),
    Scenario("half lower bounds, tight", kinds=HALF_FLOORS, bounds="tight"),
    Scenario("half lower bounds, loose", kinds=HALF_FLOORS, bounds="loose"),
    Scenario("half lower bounds, mixed", kinds=HALF_FLOORS),
    Scenario("80 % lower bounds, loose", kinds=(0.15, 0.05, 0.0, 0.8, 0.0), bounds="loose", least=(0.0, 0.0)),
    Scenario("80 % rounded to one digit", one_digit=0.8, kinds=(0.7, 0.1, 0.1, 0.1, 0.0)),
    Scenario("one source of 6 at x6", sources=6, outlier=math.log(6.0)),
    Scenario("relays marked", claims=15, sources=8, relays=1.5),
    Scenario("relays not marked", claims=15, sources=8, relays=1.5, marked=False, least=(0.0, 0.0)),
    Scenario("6 claims, 4 sources", claims=6, sources=4, kinds=(0.4, 0.3, 0.2, 0.1, 0.0)),
    Scenario("200 claims, 15 sources", claims=200, sources=15),
    Scenario("a share", growth="share", course="wanders"),
    Scenario("a falling level", growth="level", course="falls"),
    Scenario("a rising level", growth="level", course="rises"),
    Scenario("a level that wanders", growth="level", course="wanders"),
    Scenario("vague dates", vague_days=120),
    Scenario("a step", growth="level", course="steps", least=(0.85, 0.0)),
    Scenario("a step in a total", course="steps", least=(0.85, 0.0)),
    Scenario("house effects drift", drift=0.4, least=(0.80, 0.0)),
)


@dataclass(frozen=True)
class Topic:
    """One simulated topic: its claims, and what is true. `truth` takes days after the first."""

    scenario: Scenario
    claims: pd.DataFrame
    truth: Course
    leans: dict[str, float]


def a_topic(scenario: Scenario, seed: int) -> Topic:
    """Return one topic of the scenario; the same seed gives the same topic."""
    random = np.random.default_rng([seed, sum(map(ord, scenario.name))])
    span = int(random.integers(300, 900))
    truth = _course(scenario, span, random)
    leans = random.normal(0.0, scenario.lean, scenario.sources)
    leans[0] += scenario.outlier
    names = [f"source {number + 1}" for number in range(scenario.sources)]
    shares = random.dirichlet(np.full(scenario.sources, 3.0))
    rows = []
    for number in range(scenario.claims):
        who = number if number < scenario.sources else int(random.choice(scenario.sources, p=shares))
        day = int(random.integers(0, span + 1))
        drift = scenario.drift * (2.0 * day / span - 1.0) * (1 if who % 2 else -1)
        error = scenario.error * (random.normal() if random.random() < 0.5 else random.standard_t(4) * 0.8)
        figure = _natural(scenario, float(truth(np.array([float(day)]))[0]) + leans[who] + drift + error)
        rows.append({"id": f"c{number:03}", "claimant": names[who], **_claim(scenario, day, figure, random)})
    rows = [report for row in rows for report in (row, *_relays(scenario, row, names, random))]
    claims = pd.DataFrame(rows).sample(frac=1.0, random_state=seed).reset_index(drop=True)
    return Topic(scenario, claims, truth, dict(zip(names, leans, strict=True)))


def _natural(scenario: Scenario, value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value)) if scenario.growth == "share" else math.exp(value)


@dataclass(frozen=True)
class _Bends:
    """What is drawn anew for the course of each topic."""

    base: float
    amount: float
    bend: float
    at: float
    wave: np.ndarray
    turn: np.ndarray
    pace: float
    logistic: bool

    def waves(self, u: np.ndarray) -> np.ndarray:
        waves = zip(self.wave, self.turn, strict=True)
        return sum(size * np.sin(1.2 * math.pi * (k + 1) * u + turn) for k, (size, turn) in enumerate(waves))

    def grows(self, u: np.ndarray) -> np.ndarray:
        if not self.logistic:
            return np.log1p(u**self.bend * math.expm1(self.amount))
        rise = 1.0 / (1.0 + np.exp(-(u - self.at) / self.pace))
        first, last = (1.0 / (1.0 + math.exp((self.at - end) / self.pace)) for end in (0.0, 1.0))
        return np.log1p((rise - first) / (last - first) * math.expm1(self.amount))

    def rises(self, u: np.ndarray) -> np.ndarray:
        return 0.7 * self.amount * u**self.bend + 0.3 * self.waves(u)

    def falls(self, u: np.ndarray) -> np.ndarray:
        return -0.7 * self.amount * u**self.bend + 0.3 * self.waves(u)

    def steps(self, u: np.ndarray) -> np.ndarray:
        return 0.4 * u + (u > self.at) * math.log(2.5)


def _course(scenario: Scenario, span: int, random: np.random.Generator) -> Course:
    """Return the truth of a topic by days after the first; before the first day and after the last it stands still."""
    bends = _Bends(
        base=-0.5 if scenario.growth == "share" else random.uniform(math.log(500.0), math.log(5e6)),
        amount=random.uniform(math.log(2.0), math.log(12.0)),
        bend=random.uniform(0.4, 1.6),
        at=random.uniform(0.3, 0.7),
        wave=random.normal(0.0, 1.0, 3) * np.array([0.35, 0.2, 0.1]),
        turn=random.uniform(0.0, 2.0 * math.pi, 3),
        pace=random.uniform(0.03, 0.25),
        logistic=random.random() < 0.5,
    )
    shape = bends.waves if scenario.course == "wanders" else getattr(bends, scenario.course)
    return lambda days: bends.base + shape(np.clip(days / span, 0.0, 1.0))


def _claim(scenario: Scenario, day: int, figure: float, random: np.random.Generator) -> dict[str, Any]:
    """Return date and number of a claim as they are printed."""
    kind = str(random.choice(("exact", "approximate", "range", "lower_bound", "upper_bound"), p=scenario.kinds))
    low, best, high = _worded(scenario, kind, figure, random)
    about = _day(day)
    if scenario.vague_days and random.random() < 0.6:
        width = int(random.integers(20, scenario.vague_days))
        start = day - int(random.integers(0, width + 1))
        about = f"{_day(start)}/{_day(start + width)}"
    reported = _day(day + int(random.exponential(15.0)))
    number = {"kind": kind, "low": low, "best": best, "high": high}
    return {"as_of": about, "reported_on": reported, **number, "relay_of": None}


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def _worded(scenario: Scenario, kind: str, figure: float, random: np.random.Generator) -> tuple[float, float, float]:
    """Return low, best and high as printed."""
    digits = 1 if random.random() < scenario.one_digit else int(random.integers(2, 4))
    if kind == "exact":
        value = rounded(figure, digits)
        return value, value, value
    if kind == "approximate":
        return math.nan, rounded(figure, min(digits, 2)), math.nan
    if kind == "range":
        below, above = random.uniform(0.03, 0.25, 2)
        return _range(scenario, figure, below, above)
    if kind == "lower_bound":
        low = _bound(scenario, figure, random, upward=True)
        return low, low, math.nan
    high = _bound(scenario, figure, random, upward=False)
    return math.nan, high, high


def _range(scenario: Scenario, figure: float, below: float, above: float) -> tuple[float, float, float]:
    low, high = rounded(figure * (1.0 - below), 2, math.floor), rounded(figure * (1.0 + above), 2, math.ceil)
    return low, math.nan, min(high, 0.999) if scenario.growth == "share" else high


def _bound(scenario: Scenario, figure: float, random: np.random.Generator, *, upward: bool) -> float:
    """Return a round number beyond the figure: just beyond where tight, well beyond where loose."""
    loose = scenario.bounds == "loose" or (scenario.bounds == "mixed" and random.random() < 0.5)
    way = math.floor if upward else math.ceil
    digits = 1 if random.random() < 0.6 else 2
    slack = random.exponential(0.5) if loose else 0.0
    if random.random() < 0.04:
        slack += 1.0
    if scenario.growth == "share":
        odds = figure / (1.0 - figure) * math.exp(-slack if upward else slack)
        return min(max(rounded(odds / (1.0 + odds), digits, way), 0.001), 0.999)
    return rounded(figure * math.exp(-slack if upward else slack), digits, way)


def rounded(value: float, digits: int, way: Callable[[float], int] = round) -> float:
    """Return the value rounded to so many significant digits.

    >>> rounded(6_743.0, 2), rounded(0.0371, 1, math.floor)
    (6700.0, 0.03)
    """
    unit = 10.0 ** (math.floor(math.log10(value)) - digits + 1)
    return float(f"{way(value / unit) * unit:.10g}")


def _relays(
    scenario: Scenario, row: dict[str, Any], names: list[str], random: np.random.Generator
) -> list[dict[str, Any]]:
    """Return relays of a claim by other sources, some of which drop the hedge."""
    found = []
    for number in range(int(random.poisson(scenario.relays)) if scenario.relays else 0):
        relay = dict(row, id=f"{row['id']}r{number}", claimant=str(random.choice(names)))
        relay["reported_on"] = (
            date.fromisoformat(row["reported_on"]) + timedelta(days=int(random.integers(0, 9)))
        ).isoformat()
        if scenario.marked:
            relay["relay_of"] = row["id"]
        if random.random() < 0.15:
            value = next(relay[name] for name in ("best", "low", "high") if not math.isnan(relay[name]))
            relay |= {"kind": "exact", "low": value, "best": value, "high": value}
        found.append(relay)
    return found
