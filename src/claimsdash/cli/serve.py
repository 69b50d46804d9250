"""`claimsdash serve`: open the dashboard in the browser."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import click

from claimsdash.domain.errors import ClaimsdashError
from claimsdash.intake.limits import limits_by
from claimsdash.store.engine_address import engine_address


class PortTakenError(ClaimsdashError):
    """Something else answers on the port that was asked for."""

    def __init__(self, host: str, port: int, free: int | None) -> None:
        """Name the port, and a free one if there is any near it."""
        hint = f"; port {free} is free: claimsdash serve --port {free}" if free else ""
        super().__init__(f"port {port} on {host} is taken or not allowed{hint}")


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8501, show_default=True, help="0 takes any free port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--allow-host", "named", multiple=True, metavar="NAME", help="A further name browsers may use for it.")
@click.option("--workspace", type=click.Path(), help="Folder (or object-store address) that holds the uploaded tables.")
@click.option("--engine", metavar="ENGINE", help="duckdb, or a Spark: spark://host:7077, sc://host:15002, local[2].")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def command(
    port: int, host: str, named: tuple[str, ...], workspace: str | None, engine: str | None, no_browser: bool
) -> None:
    """Open the dashboard in the browser.

    The engine answers the queries; without the option it is $CLAIMSDASH_ENGINE, else DuckDB inside this process. Spark
    needs the extra claimsdash[spark] and, but for sc://, Java 17.
    """
    try:
        check_port(host, port)
        engine = engine_address(engine, os.environ)
        limits_by(os.environ)
    except ClaimsdashError as error:
        raise click.ClickException(str(error)) from error
    options = [f"--port={port}", f"--host={host}", *(f"--allow-host={name}" for name in named)]
    options += [f"--workspace={workspace}"] if workspace is not None else []
    options += [f"--engine={engine}"]
    options += ["--no-browser"] if no_browser else []
    # -P: what lies in the folder one happens to be in is not taken for a module.
    run([sys.executable, "-P", "-m", "claimsdash.app.launch", *options])


def run(arguments: list[str]) -> None:
    """Become that program, so that signals reach it; where a process cannot do that, wait for it."""
    if os.name == "posix":
        os.execv(arguments[0], arguments)  # noqa: S606 - no shell is wanted
    sys.exit(subprocess.call(arguments))  # noqa: S603 - arguments of our own making


def check_port(host: str, port: int) -> None:
    """Raise PortTakenError, with a free port near it, unless a server can listen there."""
    if not is_free(host, port):
        raise PortTakenError(host, port, next(_free_near(host, port), None))


def is_free(host: str, port: int) -> bool:
    """Say whether a server can listen on that port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _free_near(host: str, port: int) -> Iterator[int]:
    """Go through the next hundred ports for free ones, above those that only an administrator may take."""
    start = max(port, 1023) + 1
    return (near for near in range(start, min(start + 100, 65536)) if is_free(host, near))
