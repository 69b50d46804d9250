"""Every hostile file has its stated outcome, in words, soon, and leaves memory and disk as they were."""

import json
import resource
import sys
import time
from pathlib import Path

import pytest

from claimsdash.intake.importing import import_bytes
from intake.hostile import CASES
from making_package import a_package

PACKAGE = a_package()
_SECONDS = 40
_GROWTH_BYTES = 600_000_000


@pytest.mark.parametrize("title", CASES)
def test_a_hostile_file_has_its_outcome_in_words(title: str) -> None:
    case = CASES[title]
    data = case.make()
    began = time.monotonic()
    report = import_bytes(data, case.name, PACKAGE)
    told = json.dumps(report.as_json(), ensure_ascii=False)
    assert time.monotonic() - began < _SECONDS
    assert (report.outcome, len(report.claims)) == (case.outcome, case.claims), report.message
    assert case.said in told
    assert len(report.message) < 1_200
    assert not [word for word in ("Traceback", "root:", "site-packages", "Error(") if word in told]
    assert all(len(problem.value) < 300 and problem.reason and problem.remedy for problem in report.problems)


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60


def test_no_file_ran_anything_or_was_written_where_it_said() -> None:
    for canary in ("/tmp/canary", "/tmp/canary.csv"):  # noqa: S108 - the very places that hostile files name
        assert not Path(canary).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such account of memory")
def test_refusing_large_files_again_and_again_takes_no_more_memory() -> None:
    large = [CASES[title] for title in ("a gzip bomb", "a ZIP bomb", "the last corner", "a million columns")]
    files = [(case.make(), case.name) for case in large]
    before = _peak_bytes()
    for data, name in files * 2:
        import_bytes(data, name, PACKAGE)
    assert _peak_bytes() - before < _GROWTH_BYTES


def _peak_bytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
