"""The dashboard as a server of its own, for tests in a browser, and what is noted about its pages."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import ConsoleMessage, Request

SOURCES = Path(__file__).parents[1] / "src"
PROBED = ("/_stcore/health", "/_stcore/host-config")
"""Streamlit looks for its own address below each page; that it is not there is no fault."""


CHECKED_OUT = (sys.executable, "-m", "claimsdash")
"""The command of the checkout."""


@dataclass
class Server:
    """`claimsdash serve` as a process of its own, on a workspace of its own, of this checkout or of an installation."""

    folder: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    command: tuple[str, ...] = CHECKED_OUT

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.port = self.port or _free_port()
        options = ["--no-browser", "--port", str(self.port), "--workspace", str(self.folder / "workspace")]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*self.command, "serve", *options],
                stdout=log,
                stderr=log,
                env=self._environment(),
                cwd=self.folder,
            )
        _wait_for(f"{self.address}/_stcore/health")

    def _environment(self) -> dict[str, str]:
        if self.command == CHECKED_OUT:
            return os.environ | {"PYTHONPATH": str(SOURCES)}
        return without_checkout()

    def stop(self) -> None:
        """Tell it to stop, and wait until it has."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=30)
            self.process = None

    def restart(self) -> None:
        """Stop it and start it again on the same workspace and port."""
        self.stop()
        self.start()


def without_checkout() -> dict[str, str]:
    """Return the environment without what leads Python to the modules of the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - the server just started
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise TimeoutError(f"no answer from {address}")


@dataclass
class Watch:
    """What went wrong in a page, and which addresses off this machine it asked for."""

    trouble: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        """Note an error that the page logs."""
        if message.type == "error" and not str(message.location.get("url", "")).endswith(PROBED):
            self.trouble.append(f"{message.text} {message.location.get('url')}")

    def fail(self, error: object) -> None:
        """Note an exception in the page."""
        self.trouble.append(f"exception: {error}")

    def see(self, request: Request) -> None:
        """Note a request that leaves the machine."""
        if request.url.startswith(("http", "ws")) and "//127.0.0.1:" not in request.url:
            self.outside.append(request.url)
