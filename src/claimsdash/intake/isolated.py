"""Formats that can exhaust or end the process that opens them: read in one of their own, which hands back texts."""

import csv
import io
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import claimsdash
from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.child.main import REFUSED
from claimsdash.intake.gathering import Wish, gather
from claimsdash.intake.layout import Row
from claimsdash.intake.limits import Limits
from claimsdash.intake.raw import RawTable, Reading, ReadingChoices
from claimsdash.intake.refusal import ReadingError
from claimsdash.intake.watching import Count

_log = logging.getLogger(__name__)
_LOGGED = 300
"""Last bytes of what a reader said that a log takes."""
_SOURCE = Path(claimsdash.__file__).parents[1]
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from claimsdash.intake.child.main import main; main()"
_SPARING = {
    "OMP_NUM_THREADS": "1",
    "ARROW_IO_THREADS": "1",
    # Arrow's own allocator takes a gigabyte of addresses at once, which leaves next to nothing below the limit.
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "1",
}
_LOOKS_EVERY_S = 0.25
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
_TOO_COMPLEX = (
    "The {kind} is too large or too complex to be read within {seconds} s and {megabytes:,} MB. "
    "Save the table alone as CSV and give that."
)


def read_workbook(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Reading:
    """Read one sheet of a workbook, every cell as text.

    Raises ReadingError for a workbook that is refused, and for one over which its reader dies or takes too long; so
    do the other readers here.
    """
    return _read(data, name, told, limits, kind="workbook")


def read_parquet(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Reading:
    """Read a Parquet file, every cell as text."""
    return _read(data, name, told, limits, kind="parquet")


def read_json(data: bytes, name: str, told: ReadingChoices, limits: Limits) -> Reading:
    """Read a table in JSON (records, columns or rows; one object a line as well), every cell as text."""
    return _read(data, name, told, limits, kind="json")


def _read(data: bytes, name: str, told: ReadingChoices, limits: Limits, *, kind: str) -> Reading:
    with tempfile.TemporaryFile() as out:
        asked = {"kind": kind, "sheet": told.sheet, "limits": asdict(limits)}
        _run_child(data, out, asked, limits, told.done)
        out.seek(0)
        lines = io.TextIOWrapper(out, "utf-8", newline="")
        about: dict[str, Any] = json.loads(lines.readline())
        table, problems = gather(_rows(lines), name, limits, Wish(told.header, told.kept, told.done), about["merged"])
    notes = [_problem(note, table) for note in about["notes"]]
    return Reading(table, [*notes, *problems], about["choices"], tuple(about["sheets"]))


def _problem(note: dict[str, Any], table: RawTable) -> Problem:
    """Return the warning for a note of the child, its column by name."""
    place = note["column"]
    names = dict(zip(table.places, table.columns, strict=True))
    column = place if isinstance(place, str) else names.get(place)
    return Problem(note["line"], column, note["value"], note["reason"], note["remedy"], Severity.WARNING)


def _run_child(data: bytes, out: IO[bytes], asked: dict[str, Any], limits: Limits, done: Count) -> None:
    """Start a fresh interpreter: a fork would take over the locks of a server's threads."""
    environment = _SPARING | {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    command = [sys.executable, "-I", "-c", _START, str(_SOURCE), json.dumps(asked)]
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and code; the file goes through standard input
        command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE, env=environment
    )
    try:
        said = _wait_for(child, data, limits, done)
    except subprocess.TimeoutExpired as error:
        raise ReadingError(_say_too_complex(asked["kind"], limits)) from error
    finally:
        _end(child)
    if child.returncode == REFUSED:
        raise ReadingError(said.decode("utf-8", "replace"))
    if child.returncode:
        _log.warning("The reader of a %s ended with code %d: %s", asked["kind"], child.returncode, said[-_LOGGED:])
        raise ReadingError(_say_too_complex(asked["kind"], limits))


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End a child that still runs, and close what led to it."""
    child.kill()
    with child:
        pass


def _wait_for(child: "subprocess.Popen[bytes]", data: bytes, limits: Limits, done: Count) -> bytes:
    """Hand the file over and return what the child says; now and then `done` is told, which may end it all."""
    until = time.monotonic() + limits.wall_seconds
    given: bytes | None = data
    while True:
        try:
            return child.communicate(given, timeout=_LOOKS_EVERY_S)[1]
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise
        given = None
        done(0)


def _say_too_complex(kind: str, limits: Limits) -> str:
    said = {"parquet": "Parquet file", "json": "JSON file"}.get(kind, kind)
    megabytes = limits.memory_bytes // 1_000_000
    return _TOO_COMPLEX.format(kind=said, seconds=limits.processor_seconds, megabytes=megabytes)


def _rows(lines: IO[str]) -> Iterator[Row]:
    for number, *cells in csv.reader(lines, strict=True):
        yield int(number), cells
