"""How long the pooled band takes: 40, 200 and 2,000 simulated claims of a running total, a level and a share.

    PYTHONPATH=src python benchmarks/pooling.py [--runs 5]

Medians, in one process that has pooled once before: seconds by the clock, and of the processor over all threads.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from claimsdash.analysis.consensus import pooled_band
from simulated_topics import SCENARIOS, a_topic

SIZES = {40: 8, 200: 15, 2000: 60}
"""Claims to sources."""


def main() -> None:
    """Print a line a size and way to grow, as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="fits of each")
    runs = parser.parse_args().runs
    print("| claims | growth | seconds | of the processor |\n|---|---|---|---|")
    for n_claims, n_sources in SIZES.items():
        for growth, name in (("cumulative", "40 mixed"), ("level", "a level that"), ("share", "a share")):
            [scenario] = [one for one in SCENARIOS if one.name.startswith(name)]
            claims = a_topic(replace(scenario, claims=n_claims, sources=n_sources), 1).claims
            taken = timed(lambda claims=claims, growth=growth: pooled_band(claims, growth=growth), runs)
            print(f"| {n_claims:,} | {growth} | {taken[0]:.2f} | {taken[1]:.2f} |", flush=True)


def timed(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return the medians of the seconds that some work takes by the clock and by the processor."""
    work()
    pairs = []
    for _ in range(runs):
        clock, processor = time.perf_counter(), time.process_time()
        work()
        pairs.append((time.perf_counter() - clock, time.process_time() - processor))
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


if __name__ == "__main__":
    main()
