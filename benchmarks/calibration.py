"""Check the pooled band on simulated topics: does it hold the truth as often as it says, and how wide is it?

    python benchmarks/calibration.py --topics 300 > table.md

Coverage is pointwise, at 40 days evenly between the first and the last as-of date of a topic. The half width is the
factor from the middle to the end of the 95 % interval (of shares, of the odds). House effects are compared with the
leans that the sources were given, where the band shows them. Times are of the processor, for one fit.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from claimsdash.analysis.consensus import Fit, NoBand, fit
from simple_lines import LINES, points
from simulated_topics import FIRST_DAY, SCENARIOS, Scenario, Topic, a_topic

DAYS = 40
MOST = (0.995, 0.93)
"""Coverage above which the 95 % and the 80 % band fail: they would be too wide to say anything."""
HOUSE = (0.75, 0.88)


@dataclass(frozen=True)
class Score:
    """How one interval did on one topic; half width in the log."""

    covered: float
    half_width: float
    squared_error: float


@dataclass(frozen=True)
class Outcome:
    """One fitted topic."""

    at_80: float
    band: Score
    house: tuple[int, int]
    seconds: float
    lines: dict[str, Score]


def main() -> None:
    """Print a line a scenario as Markdown, and which of them fail."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--topics", type=int, default=300, help="simulated topics a scenario")
    parser.add_argument("--first", type=int, default=0, help="number of the first, to take others")
    parser.add_argument("--only", default="", help="scenarios whose name holds this")
    wanted = parser.parse_args()
    print(f"| scenario | 80 % | 95 % | half width | RMSE log | house 80 % | ms | {' | '.join(LINES)} |")
    print("|---|---|---|---|---|---|---|" + "---|" * len(LINES))
    verdicts = []
    for scenario in SCENARIOS:
        if wanted.only in scenario.name:
            outcomes = list(run(scenario, range(wanted.first, wanted.first + wanted.topics)))
            print(say(scenario, outcomes), flush=True)
            verdicts += faults(scenario, outcomes)
    print("\n" + ("\n".join(verdicts) or "Every scenario is within its limits."))


def run(scenario: Scenario, seeds: range) -> Iterator[Outcome]:
    """Return one outcome a topic; topics on which no band follows are passed over."""
    for seed in seeds:
        topic = a_topic(scenario, seed)
        begun = time.process_time()
        try:
            found = fit(topic.claims, growth=scenario.growth)
        except NoBand:
            continue
        yield judge(topic, found, time.process_time() - begun)


def judge(topic: Topic, found: Fit, seconds: float) -> Outcome:
    """Compare a fit and the simple lines with the truth."""
    share = topic.scenario.growth == "share"
    rows = found.band.iloc[np.unique(np.linspace(0, len(found.band) - 1, DAYS).astype(int))]
    since = (rows["date"] - pd.Timestamp(FIRST_DAY)).dt.days.to_numpy(dtype=float)
    truth = topic.truth(since)
    values = rows[["p2.5", "p10", "p50", "p90", "p97.5"]].to_numpy(dtype=float)
    low, low_80, middle, high_80, high = (np.log(values / (1.0 - values)) if share else np.log(values)).T
    table = points(topic.claims, share=share)
    days = since + FIRST_DAY.toordinal()
    return Outcome(
        at_80=float(((low_80 <= truth) & (truth <= high_80)).mean()),
        band=score(truth, low, middle, high),
        house=house_score(topic, found),
        seconds=seconds,
        lines={name: line_score(truth, *line(table, days)) for name, line in LINES.items()},
    )


def score(truth: np.ndarray, low: np.ndarray, middle: np.ndarray, high: np.ndarray) -> Score:
    """Return pointwise coverage, mean half width and mean squared error."""
    inside = ((low <= truth) & (truth <= high)).mean()
    return Score(float(inside), float((high - low).mean() / 2.0), float(((middle - truth) ** 2).mean()))


def line_score(truth: np.ndarray, middle: np.ndarray, half: np.ndarray) -> Score:
    """Score a simple line where it gives an interval; where it gives none anywhere, everything is NaN."""
    given = ~np.isnan(half)
    if not given.any():
        return Score(np.nan, np.nan, np.nan)
    at, reach = middle[given], half[given]
    return score(truth[given], at - reach, at, at + reach)


def house_score(topic: Topic, found: Fit) -> tuple[int, int]:
    """Return how many shown house effects hold the true lean, and how many are shown."""
    shown = found.house.dropna()
    true = np.exp(shown["claimant"].map(topic.leans).to_numpy(dtype=float))
    return int(((shown["low"] <= true) & (true <= shown["high"])).sum()), len(shown)


def say(scenario: Scenario, outcomes: list[Outcome]) -> str:
    """Return one line of the table."""
    hits, shown = np.sum([outcome.house for outcome in outcomes], axis=0)
    cells = [
        scenario.name,
        f"{np.mean([outcome.at_80 for outcome in outcomes]):.2f}",
        *say_score([outcome.band for outcome in outcomes]),
        f"{np.sqrt(np.mean([outcome.band.squared_error for outcome in outcomes])):.2f}",
        f"{hits / shown:.2f}" if shown else "",
        f"{1000 * np.mean([outcome.seconds for outcome in outcomes]):.0f}",
        *(" ".join(say_score([outcome.lines[name] for outcome in outcomes])) for name in LINES),
    ]
    return f"| {' | '.join(cells)} |"


def say_score(scores: list[Score]) -> tuple[str, str]:
    """Say coverage and half width."""
    covered = np.nanmean([one.covered for one in scores])
    return f"{covered:.2f}", f"x{np.exp(np.nanmean([one.half_width for one in scores])):.2f}"


def faults(scenario: Scenario, outcomes: list[Outcome]) -> list[str]:
    """Name what lies outside its limits."""
    found = {
        "95 %": (np.mean([outcome.band.covered for outcome in outcomes]), scenario.least[0], MOST[0]),
        "80 %": (np.mean([outcome.at_80 for outcome in outcomes]), scenario.least[1], MOST[1]),
    }
    return [
        f"{scenario.name}: the {name} band covers {value:.3f}, not {least} to {most}."
        for name, (value, least, most) in found.items()
        if not least <= value <= most
    ]


if __name__ == "__main__":
    main()
