"""Visitors without a browser, as the benchmark of many sessions sends them, beside each other."""

import asyncio
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def script() -> Iterator[dict[str, Any]]:
    """Return what the script holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        patch.delitem(sys.modules, "browser", raising=False)  # a folder of tests goes by the name of a script
        yield runpy.run_path(str(BENCHMARKS / "load.py"))


def test_visitors_who_arrive_and_filter_together_get_their_own_answers_and_runs_without_an_error(
    script: dict[str, Any], tmp_path: Path
) -> None:
    with script["serving"]("claimsdash", sys.executable, tmp_path) as (port, process):
        taken, memory = asyncio.run(script["crowd"](port, process, 8, 2))
    assert taken.errors == []
    assert len(taken.answer) == len(taken.run) == 16
    assert all(answer < run for answer, run in zip(sorted(taken.answer), sorted(taken.run), strict=True))
    assert memory[-1] > 0
