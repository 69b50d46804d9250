"""XLSX workbooks: read in a process of their own, which hands back texts."""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import claimsdash
from claimsdash.intake.gathering import Row, gather
from claimsdash.intake.limits import Limits
from claimsdash.intake.raw import Reading, ReadingChoices
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.workbook_child import REFUSED

_SOURCE = Path(claimsdash.__file__).parents[1]
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from claimsdash.intake.workbook_child import main; main()"
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
_TOO_COMPLEX = (
    "The workbook is too large or too complex to be read within {seconds} s and {megabytes:,} MB. "
    "Save the sheet with the table as CSV and give that."
)


def read_workbook(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Reading:
    """Read one sheet of a workbook, every cell as text.

    Raises ReadingError for a workbook that is refused, and for one over which its reader dies or takes too long.
    """
    with tempfile.TemporaryFile() as out:
        _run_child(data, out, told.sheet, limits)
        out.seek(0)
        lines = io.TextIOWrapper(out, "utf-8", newline="")
        about: dict[str, Any] = json.loads(lines.readline())
        table, problems = gather(_rows(lines), name, limits)
    return Reading(table, problems, {"sheet": about["sheet"]}, tuple(about["sheets"]))


def _run_child(data: bytes, out: IO[bytes], sheet: str | None, limits: Limits) -> None:
    """Start a fresh interpreter: a fork would take over the locks of a server's threads."""
    request = json.dumps({"sheet": sheet, "limits": asdict(limits)})
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    command = [sys.executable, "-I", "-c", _START, str(_SOURCE), request]
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter and code; the file goes through standard input
            command,
            input=data,
            stdout=out,
            stderr=subprocess.PIPE,
            env=environment,
            timeout=limits.wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadingError(_say_too_complex(limits)) from error
    if ended.returncode == REFUSED:
        raise ReadingError(ended.stderr.decode("utf-8", "replace"))
    if ended.returncode:
        raise ReadingError(_say_too_complex(limits))


def _say_too_complex(limits: Limits) -> str:
    return _TOO_COMPLEX.format(seconds=limits.processor_seconds, megabytes=limits.memory_bytes // 1_000_000)


def _rows(lines: IO[str]) -> Iterator[Row]:
    for number, *cells in csv.reader(lines, strict=True):
        yield int(number), cells
