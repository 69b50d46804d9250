import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimsdash.cli import main
from claimsdash.cli.serve import is_free

SOURCE = Path(__file__).parents[2] / "src"
CHECKOUT = SOURCE.parent


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start the dashboard for real, in a folder that is not the project's, and give its address."""
    options = ["--port=0", "--no-browser", f"--workspace={tmp_path / 'workspace'}"]
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(
        [sys.executable, "-m", "claimsdash", "serve", *options],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = re.search(r"http://\S+", process.stdout.readline())
        assert said is not None
        yield said.group(), process
        process.kill()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - the address of our own server
        content: bytes = answer.read()
    return content.decode()


def test_serve_answers_and_ends_when_told_to(served: tuple[str, subprocess.Popen[str]]) -> None:
    address, process = served
    assert read(f"{address}/_stcore/health") == "ok"
    assert "<title>" in read(address)
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)


def test_a_taken_port_is_named_with_a_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = CliRunner().invoke(main, ["serve", "--port", str(port)])
    assert ran.exit_code == 1
    assert f"port {port} on 127.0.0.1 is taken" in ran.output
    assert "claimsdash serve --port" in ran.output


def test_a_free_port_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert is_free("127.0.0.1", port)


def test_help_names_every_option() -> None:
    said = CliRunner().invoke(main, ["serve", "--help"]).output
    for option in ("--port", "--host", "--workspace", "--no-browser"):
        assert option in said


def test_an_engine_that_is_none_is_refused_before_anything_starts() -> None:
    ran = CliRunner().invoke(main, ["serve", "--port", "0", "--engine", "oracle://host"])
    assert ran.exit_code == 1
    assert "'oracle://host' is not an engine. Write duckdb, or the address of a Spark" in ran.output
