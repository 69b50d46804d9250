"""The store against hand-written DuckDB SQL on the same files: `python benchmarks/store.py --rows N --json OUT`.

Made-up claims with a realistic skew: 40 topics, 300 claimants, 3,000 outlets, one claim in five with an open end, three
reports a claim. Every figure is a median of seven; ratios compare medians of one run, interleaved, on one machine.
"""

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.intake.table import as_claims_table
from claimsdash.store.engine import Engine, engine_of
from claimsdash.store.ledger import describe
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.queries import (
    Grain,
    facets,
    latest_per_claimant,
    reports_of,
    tally,
    time_bins,
    topics_overview,
)
from claimsdash.store.workspace import Workspace, open_workspace

ROUNDS = 7
SLICE = 1_000_000
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def made_up(rows: int, seed: int) -> pd.DataFrame:
    """Return a claims table of so many reports."""
    chance = np.random.default_rng(seed)
    claim = np.sort(chance.integers(0, max(rows // 3, 1), rows))
    claims = claim.max() + 1

    def skewed(values: int) -> np.ndarray[Any, Any]:
        return np.minimum(chance.zipf(1.3, claims) - 1, values - 1)[claim]

    topic, claimant = skewed(40), skewed(300)
    outlet = np.minimum(chance.zipf(1.2, rows) - 1, 2_999)
    as_of = pd.Timestamp("2015-01-01") + pd.to_timedelta(chance.integers(0, 4_000, claims)[claim], unit="D")
    reported = as_of + pd.to_timedelta(chance.integers(0, 60, rows), unit="D")
    best = np.round(chance.lognormal(8, 2, claims), 0)[claim]
    is_open = (chance.random(claims) < 0.2)[claim]
    texts = {
        "report_id": pd.Series(np.arange(rows)).map(f"r{seed}-{{}}".format),
        "claim_id": pd.Series(claim).map(f"c{seed}-{{}}".format),
        "topic": names("topic", topic),
        "value_text": names("about", best.astype(int)),
        "qualifier": np.where(is_open, "lower_bound", "exact"),
        "unit": "shell",
        "basis": "cumulative",
        "modality": "asserted",
        "claimant": names("claimant", claimant),
        "claimant_name": names("Claimant", claimant),
        "claimant_kind": names("kind", claimant % 8),
        "claimant_country": names("C", claimant % 30),
        "outlet": names("outlet", outlet),
        "outlet_name": names("Outlet", outlet),
        "scope": names("shells of calibre", chance.integers(0, 200, rows)),
        "notes": names("as told at the briefing", chance.integers(0, 5_000, rows)),
        "status": "normal",
        "base_unit": "shell",
    }
    numbers = {
        "low": best,
        "best": np.where(is_open, np.nan, best),
        "high": np.where(is_open, np.nan, best),
        "value_at": best,
    }
    days = {
        f"{name}_{end}": day for name, day in (("as_of", as_of), ("reported", reported)) for end in ("start", "end")
    }
    based = {f"base_{name.removeprefix('value_')}": values for name, values in numbers.items()}
    return as_claims_table(pd.DataFrame(texts | numbers | based | days | {"line": np.arange(rows) + 2}))


def names(word: str, numbers: np.ndarray[Any, Any]) -> pd.Series:
    """Return `word number` for each number, each distinct text made once."""
    codes, distinct = pd.factorize(numbers)
    return pd.Series(np.array([f"{word} {number}" for number in distinct], dtype=object)[codes])


def fill(workspace: Workspace, rows: int) -> float:
    """Add the rows in tables of at most a million; return the seconds spent in adding."""
    spent = 0.0
    for number, start in enumerate(range(0, rows, SLICE)):
        claims = made_up(min(SLICE, rows - start), number)
        entry = describe(b"%d" % number, table_id=f"table {number}", file_name="made-up.csv", when=NOW)
        began = time.perf_counter()
        workspace.ledger.add(claims, b"%d" % number, entry)
        spent += time.perf_counter() - began
    return spent


TOPIC = "topic 3"
OF_TOPIC = Selection(topic=TOPIC)
NARROW = Selection(topic=TOPIC, kinds=("kind 1", "kind 2"), known_on=date(2020, 1, 1))
_ORIGINS = """WITH o AS (SELECT *, row_number() OVER (PARTITION BY claim_id ORDER BY
    CASE WHEN outlet = claimant THEN 0 ELSE 1 END, reported_end, report_id) AS r FROM c WHERE topic = 'topic 3')"""
_LIKE = "topic, claimant, basis, modality, base_unit"
PAIRS: dict[str, tuple[Callable[[Engine], object], str]] = {
    "overview": (
        lambda engine: topics_overview(engine, Selection()),
        """SELECT topic, count(DISTINCT claim_id), count(*), count(DISTINCT claimant), count(DISTINCT outlet),
        min(reported_start), max(reported_end), max(as_of_end), string_agg(DISTINCT base_unit, '; ')
        FROM c GROUP BY 1""",
    ),
    "tally": (
        lambda engine: tally(engine, OF_TOPIC),
        "SELECT count(DISTINCT claim_id), count(*) FROM c WHERE topic = 'topic 3'",
    ),
    "facets": (
        lambda engine: facets(engine, OF_TOPIC),
        " UNION ALL ".join(
            f"SELECT '{column}', {column}, max({label}), count(DISTINCT claim_id), count(*) FROM c"
            f" WHERE topic = 'topic 3' GROUP BY {column}"
            for column, label in (
                ("claimant", "claimant_name"),
                ("claimant_kind", "claimant_kind"),
                ("claimant_country", "claimant_country"),
                ("outlet", "outlet_name"),
                ("modality", "modality"),
                ("table_id", "table_id"),
            )
        ),
    ),
    "reports": (
        lambda engine: reports_of(engine, NARROW),
        """SELECT * FROM c WHERE topic = 'topic 3' AND claimant_kind IN ('kind 1', 'kind 2')
        AND reported_end <= DATE '2020-01-01' ORDER BY as_of_end, reported_end, report_id""",
    ),
    "latest": (
        lambda engine: latest_per_claimant(engine, OF_TOPIC),
        f"""{_ORIGINS} SELECT * FROM o WHERE r = 1 QUALIFY row_number() OVER (PARTITION BY {_LIKE}
        ORDER BY as_of_end DESC, reported_end DESC, report_id) = 1""",
    ),
    "bins": (
        lambda engine: time_bins(engine, OF_TOPIC, Grain.MONTH),
        f"""{_ORIGINS} SELECT date_trunc('month', as_of_end), {_LIKE}, min(base_low), median(base_best), max(base_high),
        count(*), count(*) FILTER (base_low IS NULL OR base_high IS NULL) FROM o WHERE r = 1 GROUP BY ALL""",
    ),
}
"""Question to the store's function, and to the SQL that one would write by hand over a view `c` of the files."""


def by_hand(workspace: Workspace) -> duckdb.DuckDBPyConnection:
    """Open DuckDB as one would without the store."""
    connection = duckdb.connect()
    files = [str(Path(workspace.address) / part_name(part)) for part in workspace.ledger.at().parts]
    connection.read_parquet(files).create_view("c")
    return connection


def compare(workspace: Workspace) -> dict[str, dict[str, float]]:
    """Measure each question both ways, one after the other, and return seconds and ratios."""
    engine, hand = engine_of(workspace), by_hand(workspace)
    measured = {}
    for name, (ask, sql) in PAIRS.items():
        store, plain = [], []
        for _ in range(ROUNDS + 1):
            store.append(timed(lambda ask=ask: ask(engine)))
            plain.append(timed(lambda sql=sql: hand.execute(sql).df()))
        store_s, hand_s = statistics.median(store[1:]), statistics.median(plain[1:])
        measured[name] = {"store_s": store_s, "hand_s": hand_s, "ratio": store_s / hand_s}
    return measured


def timed(action: Callable[[], object]) -> float:
    """Return the seconds an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def add_small(workspace: Workspace) -> float:
    """Return the median seconds of adding a table of 1,000 reports."""
    claims = made_up(1_000, 999)
    spent = []
    for number in range(ROUNDS):
        original = b"small %d" % number
        entry = describe(original, table_id="small", file_name="small.csv", when=NOW)
        spent.append(timed(lambda: workspace.ledger.add(claims, original, entry)))  # noqa: B023 - called at once
    return statistics.median(spent)


def measure(rows: int, folder: str) -> dict[str, Any]:
    """Fill a new workspace and return all figures."""
    empty = add_small(open_workspace(f"{folder}/empty"))
    workspace = open_workspace(f"{folder}/full")
    filled = fill(workspace, rows)
    before_mb = peak_mb()
    opened = timed(lambda: engine_of(workspace))
    return {
        "rows": rows,
        "fill_s": filled,
        "open_s": opened,
        "queries": compare(workspace),
        "add_1000_s": {"empty": empty, "full": (full := add_small(workspace)), "ratio": full / empty},
        "version_s": statistics.median(timed(workspace.ledger.version) for _ in range(ROUNDS)),
        "peak_mb": {"after_filling": before_mb, "after_queries": peak_mb()},
        "files_mb": sum(part.size for part in workspace.ledger.at().parts) / 2**20,
    }


def peak_mb() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        figures = measure(options.rows, folder)
    for name, found in figures["queries"].items():
        store_ms, hand_ms = found["store_s"] * 1e3, found["hand_s"] * 1e3
        print(f"{name:10} store {store_ms:8.1f} ms  by hand {hand_ms:8.1f} ms  x{found['ratio']:.2f}")
    print({name: value for name, value in figures.items() if name != "queries"})
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
