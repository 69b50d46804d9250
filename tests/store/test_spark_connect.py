"""Spark Connect: the queries put to a server in another process, by a process without a Spark of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import facets
from claimsdash.store.workspace import open_workspace
from storing import add

ASKING = """
import sys
from claimsdash.domain.selection import Selection
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import facets
from claimsdash.store.workspace import open_workspace
engine = engine_of(open_workspace(sys.argv[1]))
print(facets(engine, Selection()).to_json())
engine._session.client.release_session()
print(facets(engine, Selection()).to_json())
"""
"""Asks twice; in between the server forgets the session, as it does with one that was idle for an hour."""


@contextmanager
def a_connect_server(folder: Path) -> Iterator[str]:
    """Start a Spark Connect server on this machine, and end it; yield its address."""
    import pyspark

    home = Path(pyspark.__file__).parent
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    binding = [
        f"spark.connect.grpc.binding.{name}={value}" for name, value in (("address", "127.0.0.1"), ("port", port))
    ]
    settings = [word for setting in [*binding, "spark.ui.enabled=false"] for word in ("--conf", setting)]
    main = ["--master", "local[2]", "--class", "org.apache.spark.sql.connect.service.SparkConnectServer"]
    command = [str(home / "bin" / "spark-submit"), *main, *settings, "spark-internal"]
    environment = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"}
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log) as server,
    ):
        try:
            wait_for(port, server)
            yield f"sc://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert server.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail("the Spark Connect server did not start within two minutes")


def test_the_engine_of_the_environment_answers_by_spark_connect(tmp_path: Path, spark_address: str) -> None:
    workspace = open_workspace(str(tmp_path / "held"))
    add(workspace.ledger, rows=5)
    with a_connect_server(tmp_path) as address:
        environment = {
            **os.environ,
            "CLAIMSDASH_ENGINE": address,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
        command = [sys.executable, "-c", ASKING, workspace.address]
        asked = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    assert asked.stdout.splitlines() == [facets(engine_of(workspace), Selection()).to_json()] * 2
