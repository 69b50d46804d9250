"""Programs that tests run as processes of their own: `python importing.py WHAT ...`."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from claimsdash.store.errors import LedgerError, WorkspaceError
from claimsdash.store.ledger import Added, By, Ledger
from storing import a_ledger, add, live_rows


def import_without_end(folder: str, rows: str) -> None:
    """Add and replace three tables of so many reports in turn, and say the version of each when it is saved."""
    ledger = a_ledger(Path(folder))
    for number in count():
        original = f"{os.getpid()} {number}".encode()
        say(add(ledger, original, table_id=f"table {number % 3}", rows=int(rows)).version)


def add_and_retire(folder: str, name: str, seconds: str) -> None:
    """Add, replace, retire and restore tables of this process, and say for each what is live in the end."""
    ledger, until, by = a_ledger(folder), time.monotonic() + float(seconds), By(datetime.now(UTC), name)
    changes = 0
    for number in count():
        if time.monotonic() > until:
            break
        changes += _one_life(ledger, f"{name} {number}", by)
    say(changes)


def _one_life(ledger: Ledger, table: str, by: By) -> int:
    add(ledger, b"first", table_id=table, rows=1)
    add(ledger, b"second", table_id=table, rows=2)
    ledger.retire(table, by)
    ledger.restore(table, by)
    return 4


def fight_over_one(folder: str, name: str, seconds: str) -> None:
    """Add and retire one table that other processes add and retire as well; say how many changes went through."""
    ledger, until, by = a_ledger(Path(folder)), time.monotonic() + float(seconds), By(datetime.now(UTC), name)
    changes = 0
    for number in count():
        if time.monotonic() > until:
            break
        changes += add(ledger, f"{name} {number}".encode(), table_id="shared").outcome != "unchanged"
        try:
            ledger.retire("shared", by)
            changes += 1
        except LedgerError:
            continue  # another process retired it first
    say(changes)


def fill_the_disk(folder: str) -> None:
    """Import while ever more of the disk is free, on a disk of its own; say what each import came to."""
    with a_disk(folder):
        for free_kb in (0, 8, 20, 400):
            ledger, ballast = a_ledger(Path(folder) / f"{free_kb}"), Path(folder) / "ballast"
            add(ledger)
            room = os.statvfs(folder)
            ballast.write_bytes(bytes(max(room.f_bavail * room.f_frsize - free_kb * 1024, 0)))
            say(tell(partial(add, ledger, b"second" * 500, table_id="second", rows=20)))
            ballast.unlink()
            say(live_rows(a_ledger(Path(folder) / f"{free_kb}")))


def read_only(folder: str) -> None:
    """Read and import on a disk that cannot be written, and say what came of it."""
    with a_disk(folder):
        add(a_ledger(Path(folder) / "ws"), rows=3)
        remount = ["mount", "-o", "remount,ro", folder]
        subprocess.run(remount, check=True)
        say(live_rows(a_ledger(Path(folder) / "ws")))
        say(tell(lambda: add(a_ledger(Path(folder) / "ws"), b"second")))
        say(tell(lambda: add(a_ledger(Path(folder) / "new"))))


@contextmanager
def a_disk(folder: str) -> Iterator[None]:
    """Mount two megabytes of memory as the folder."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder], check=True)
    yield


def tell(action: Callable[[], Added]) -> object:
    try:
        return action().outcome
    except WorkspaceError as error:
        return error


def say(value: object) -> None:
    print(value, flush=True)  # noqa: T201 - the test reads what the program prints


PROGRAMS: dict[str, Callable[..., None]] = {
    "import": import_without_end,
    "live": add_and_retire,
    "fight": fight_over_one,
    "fill": fill_the_disk,
    "read": read_only,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
