"""A worker of a Spark cluster that dies while it works."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pandas as pd
from pandas.testing import assert_frame_equal

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import Grain, time_bins
from claimsdash.store.workspace import open_workspace
from making import a_claim, a_table
from storing import an_entry


def a_large_table(rows: int) -> pd.DataFrame:
    three = a_table(*(a_claim(claimant=name) for name in ("nis", "hur", "dod")))
    numbers = np.arange(rows)
    keys, days = pd.Series(numbers).astype("str").array, np.datetime64("2024-01-01", "s") + numbers % 300 * 86_400
    return three.iloc[numbers % 3].assign(report_id=keys, claim_id=keys, as_of_end=days).reset_index(drop=True)


def workers() -> list[int]:
    """Return the processes that run the tasks of the cluster of this process."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words and int(parent) == driver():
            found.append(int(folder.name))
    return found


def driver() -> int:
    from pyspark import SparkContext

    gateway = SparkContext._gateway
    assert gateway is not None
    return int(gateway.proc.pid)


def running_tasks() -> int:
    from pyspark import SparkContext

    context = SparkContext._active_spark_context
    assert context is not None
    tracker = context.statusTracker()
    stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    return sum(stage.numActiveTasks for stage in stages if stage)


def test_a_worker_killed_in_the_middle_of_a_query_does_not_change_its_answer(
    tmp_path: Path, spark_address: str
) -> None:
    plain = open_workspace(str(tmp_path))
    for number in range(6):
        claims, name = a_large_table(60_000), f"table {number}"
        plain.ledger.add(claims, name.encode(), an_entry(name.encode(), table_id=name))
    expected = time_bins(engine_of(plain), Selection(), Grain.MONTH)
    engine = engine_of(open_workspace(str(tmp_path), engine=spark_address))
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(time_bins, engine, Selection(), Grain.MONTH)
        while not (running := running_tasks()):
            assert not answer.done()
            time.sleep(0.002)
        before = workers()
        os.kill(before[0], signal.SIGKILL)
        assert (running > 0, len(before), answer.done()) == (True, 2, False)
        assert_frame_equal(answer.result(), expected)
    assert before[0] not in workers()
