"""The store against its peers on the same claims: `python benchmarks/store.py --rows N --json OUT`.

Every question is put to the store and, as hand-written SQL, to DuckDB over the same files, in turns in one process;
then those of a topic to the store, pandas, Polars and SQLite (benchmarks/peers/tables.py), in turns too, each in a
process of its own, so that a busy minute falls on all of them and the most memory each has held can stand beside it.
Every figure is a median of seven. Polars comes with `[bench]`. `--folder` keeps the rows, and what SQLite made of them,
for the next run.
"""

import argparse
import importlib.util
import json
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine, engine_of
from claimsdash.store.ledger import By, describe
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
from made_up_claims import NOW, fill, made_up
from peers.tables import PEERS, sum_up_bins, sum_up_facets, sum_up_latest

ROUNDS = 7
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
    workspace.ledger.retire("small", By(NOW))
    return statistics.median(spent)


def filled(address: str, rows: int) -> float | None:
    """Fill a new workspace and return the seconds spent in adding; None where it has rows already."""
    workspace = open_workspace(address)
    return None if workspace.ledger.at().rows else fill(workspace, rows)


def added(address: str) -> float:
    """Return the median seconds of adding a table of 1,000 reports to the workspace."""
    return add_small(open_workspace(address))


def asked(address: str) -> dict[str, Any]:
    """Open a workspace as the app does, and return what its questions cost, there and by hand."""
    workspace = open_workspace(address)
    opened = timed(lambda: engine_of(workspace))
    engine = engine_of(workspace)
    version = statistics.median(timed(workspace.ledger.version) for _ in range(ROUNDS))
    for ask, _ in PAIRS.values():
        ask(engine)
    return {
        "open_s": opened,
        "version_s": version,
        "peak_mb": peak_mb(),
        "queries": compare(workspace),
        "files_mb": sum(part.size for part in workspace.ledger.at().parts) / 2**20,
    }


_HELD: dict[str, Callable[[], list[float]]] = {}
"""The questions of the one peer that a process holds."""


def load(name: str, address: str, folder: str) -> float:
    """Load the rows into a peer, or open the store; return the seconds it takes."""
    return timed(lambda: _HELD.update(questions_to(name, address, folder)))


def questions_to(name: str, address: str, folder: str) -> dict[str, Callable[[], list[float]]]:
    """Return the questions of a topic, as they are put to a peer or to the store."""
    workspace = open_workspace(address)
    if name != "store":
        files = [Path(address) / part_name(part) for part in workspace.ledger.at().parts]
        return PEERS[name](files, TOPIC, Path(folder))
    engine = engine_of(workspace)
    return {
        "facets": lambda: sum_up_facets(facets(engine, OF_TOPIC)),
        "latest": lambda: sum_up_latest(latest_per_claimant(engine, OF_TOPIC)),
        "bins": lambda: sum_up_bins(time_bins(engine, OF_TOPIC, Grain.MONTH)),
    }


def put(question: str) -> tuple[float, list[float]]:
    """Put a question to what this process holds; return seconds and answer."""
    began = time.perf_counter()
    answer = _HELD[question]()
    return time.perf_counter() - began, answer


def side_by_side(address: str, folder: str) -> dict[str, Any]:
    """Put the questions of a topic to the store and its peers in turns, each in a process of its own."""
    names = ["store", *(name for name in PEERS if not name.startswith("polars") or importlib.util.find_spec("polars"))]
    with ExitStack() as stack:
        at = {name: stack.enter_context(a_process()) for name in names}
        found: dict[str, Any] = {name: {"load_s": at[name].submit(load, name, address, folder).result()} for name in at}
        print("loaded", {name: round(told["load_s"], 1) for name, told in found.items()}, flush=True)
        for question in ("facets", "latest", "bins"):
            rounds = [{name: at[name].submit(put, question).result() for name in at} for _ in range(ROUNDS + 1)]
            for name in at:
                took = statistics.median(told[name][0] for told in rounds[1:])
                same = all(told[name][1] == told["store"][1] for told in rounds)
                found[name][question] = {"s": took, "same_answer": same}
        for name, process in at.items():
            found[name]["peak_mb"] = process.submit(peak_mb).result()
    return found


def a_process() -> ProcessPoolExecutor:
    """Return a process of its own, so that its memory is its own."""
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def alone(function: Callable[..., Any], *given: Any) -> Any:
    """Run the function in a process of its own."""
    with a_process() as process:
        return process.submit(function, *given).result()


def measure(rows: int, folder: str, apart: str) -> dict[str, Any]:
    """Return all figures of a workspace in the folder, filled where it is new, beside those of an empty one apart."""
    full = f"{folder}/full"
    figures: dict[str, Any] = {"rows": rows, "fill_s": alone(filled, full, rows)}
    figures |= {"peers": side_by_side(full, folder), "store": alone(asked, full)}
    for name, found in figures["peers"].items():
        print(name, found, flush=True)
    small = {"empty": alone(added, apart), "full": alone(added, full)}
    return figures | {"add_1000_s": small | {"ratio": small["full"] / small["empty"]}}


def peak_mb() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--folder", help="where the rows are kept between runs")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as folder, TemporaryDirectory() as apart:
        figures = measure(options.rows, options.folder or folder, apart)
    for name, found in figures["store"]["queries"].items():
        store_ms, hand_ms = found["store_s"] * 1e3, found["hand_s"] * 1e3
        print(f"{name:10} store {store_ms:8.1f} ms  by hand {hand_ms:8.1f} ms  x{found['ratio']:.2f}")
    print({name: value for name, value in figures["store"].items() if name != "queries"}, figures["add_1000_s"])
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
