"""A workspace in an object store: a simulated S3, where `moto_server` is on the PATH (pip install 'moto[server]')."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import Tally, tally
from claimsdash.store.workspace import Workspace, open_workspace
from storing import ANNA, add, live_rows

PROGRAM = Path(__file__).parent / "faults" / "importing.py"


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """Return a workspace in a bucket of its own, or skip."""
    if (program := shutil.which("moto_server")) is None:
        pytest.skip("no simulated S3: pip install 'moto[server]'")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    keys = {"AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any", "AWS_REGION": "us-east-1"}
    where = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_ALLOW_HTTP": "true"}
    for name, value in (keys | where).items():
        monkeypatch.setenv(name, value)
    with subprocess.Popen([program, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        _make_bucket(port)
        yield open_workspace("s3://figures/all")
        server.terminate()


def _make_bucket(port: int) -> None:
    from pyarrow.fs import S3FileSystem

    address = f"http://127.0.0.1:{port}"
    options = {"region": "us-east-1", "endpoint_override": address, "allow_bucket_creation": True}
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            S3FileSystem(**options).create_dir("figures")
            return
        time.sleep(0.1)
    raise TimeoutError(f"no simulated S3 at {address}")


def test_a_bucket_takes_tables_gives_them_back_and_answers(workspace: Workspace) -> None:
    ledger = workspace.ledger
    assert [add(ledger, rows=5).outcome, add(ledger, rows=5).outcome] == ["added", "unchanged"]
    assert add(ledger, b"two", rows=7).outcome == "replaced"
    ledger.retire("mine", ANNA)
    assert tally(engine_of(workspace), Selection()) == Tally(0, 0)
    ledger.undo(ANNA)
    assert tally(engine_of(workspace), Selection()) == Tally(7, 7)
    ledger.undo(ANNA)
    assert live_rows(ledger) == {"mine": 5}


def test_processes_that_write_into_a_bucket_at_once_lose_and_double_nothing(workspace: Workspace) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, str(PROGRAM), "live", workspace.address]
    processes = [
        subprocess.Popen([*command, name, "2"], stdout=subprocess.PIPE, text=True, env=environment) for name in "abc"
    ]
    changes = sum(int(process.communicate()[0]) for process in processes)
    assert len(workspace.ledger.history()) == changes
    assert set(live_rows(workspace.ledger).values()) == {2}
