"""Many imported tables, read one by one and as a combined file: `python benchmarks/many_files.py --tables N`.

Each table has 300 made-up reports. Medians of seven, in turns in one process; the answers are compared.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from claimsdash.domain.selection import Selection
from claimsdash.store import combined
from claimsdash.store.engine import DuckDb, Engine
from claimsdash.store.ledger import describe
from claimsdash.store.queries import Grain, facets, latest_per_claimant, time_bins
from claimsdash.store.workspace import open_workspace
from made_up_claims import NOW, made_up

ROUNDS = 7
ROWS = 300
ASKED = Selection(topic="topic 3")
QUESTIONS: dict[str, Callable[[Engine], object]] = {
    "facets": lambda engine: facets(engine, ASKED),
    "latest": lambda engine: latest_per_claimant(engine, ASKED),
    "bins": lambda engine: time_bins(engine, ASKED, Grain.MONTH),
}


def timed(action: Callable[[], object]) -> float:
    """Return the seconds an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=1_000)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        measure(folder, options.tables)


def measure(folder: str, tables: int) -> None:
    """Print what each question takes either way."""
    ledger = open_workspace(folder).ledger
    for number in range(tables):
        entry = describe(b"%d" % number, table_id=f"table {number}", file_name="made-up.csv", when=NOW)
        ledger.add(made_up(ROWS, number), b"%d" % number, entry)
    combined.MOST_FILES, most = tables, combined.MOST_FILES
    apart = DuckDb(ledger.place, ledger.at(), rows_in_memory=0)
    combined.MOST_FILES = most
    made_s = timed(lambda: DuckDb(ledger.place, ledger.at(), rows_in_memory=0))
    held: list[Engine] = []
    opened_s = timed(lambda: held.append(DuckDb(ledger.place, ledger.at(), rows_in_memory=0)))
    in_memory_s = timed(lambda: DuckDb(ledger.place, ledger.at(), rows_in_memory=tables * ROWS))
    size = sum(path.stat().st_size for path in (Path(folder) / "combined").glob("*.parquet"))
    print(
        f"combined in {made_s:.2f} s, {size / 2**20:.1f} MB; opened {opened_s:.2f} s; into memory {in_memory_s:.2f} s"
    )
    for name, ask in QUESTIONS.items():
        assert str(ask(apart)) == str(ask(held[0]))
        took = [(timed(lambda ask=ask: ask(apart)), timed(lambda ask=ask: ask(held[0]))) for _ in range(ROUNDS)]
        before, after = (statistics.median(times) * 1e3 for times in zip(*took, strict=True))
        print(f"{name:8} {tables} files {before:8.1f} ms  combined {after:8.1f} ms  x{before / after:.1f}")


if __name__ == "__main__":
    main()
