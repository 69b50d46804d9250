"""`python -m claimsdash.app.launch`: the dashboard as a server of its own."""

import asyncio
import os
import socket
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import click
import streamlit as st
from starlette.middleware import Middleware

from claimsdash.app import warming
from claimsdash.app.asked import Asked
from claimsdash.app.assets import Assets
from claimsdash.intake.limits import MEGABYTE, limits_by
from claimsdash.store.engine_address import ENGINE_VARIABLE

MIDDLEWARE = [Middleware(Assets), Middleware(Asked)]
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - what the user may ask for, not what is chosen here
WORKSPACE = "CLAIMSDASH_WORKSPACE"
_HERE = Path(__file__).parent
_CHECKOUT = _HERE.parents[2]


def entry() -> Path:
    """Return the script of the app: beside this file in an installed package, at the top of a checkout."""
    packed = _HERE / "entry.py"
    return packed if packed.exists() else _CHECKOUT / "app.py"


def settings() -> dict[str, Any]:
    """Return the settings of `.streamlit/config.toml` by dotted name, wherever the app is started."""
    packed = _HERE / "config.toml"
    file = packed if packed.exists() else _CHECKOUT / ".streamlit" / "config.toml"
    return dict(_dotted(tomllib.loads(file.read_text(encoding="utf-8"))))


def _dotted(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _dotted(value, f"{before}{name}.")
        else:
            yield before + name, value


def hosts_allowed(host: str, named: tuple[str, ...]) -> list[str]:
    """Return the names by which a browser may call this server; any other is refused, against DNS rebinding."""
    own = [socket.gethostname(), socket.getfqdn()] if host in EVERYWHERE else [host]
    return list(dict.fromkeys(["127.0.0.1", "localhost", "::1", *own, *named]))


def upload_settings(environment: Mapping[str, str]) -> dict[str, int]:
    """Return how large a file Streamlit takes, in MB: as large as the readers of tables do.

    >>> upload_settings({"CLAIMSDASH_MAX_MB": "200"})
    {'server.maxUploadSize': 200}
    """
    return {"server.maxUploadSize": limits_by(environment).file_bytes // MEGABYTE}


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Warm up, say where the dashboard is (if Streamlit does not), and open a browser (if there is one)."""
    async with warming.lifespan(app):
        address = _address()
        if st.get_option("logger.hideWelcomeMessage"):
            click.echo(f"claimsdash is at {address} (Ctrl+C ends it)")
        if not st.get_option("server.headless"):
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)
        yield


def _address() -> str:
    host = st.get_option("server.address") or "localhost"
    host = "localhost" if host in EVERYWHERE else host
    return f"http://{f'[{host}]' if ':' in host else host}:{st.get_option('server.port')}"


@click.command()
@click.option("--port", type=int, default=8501)
@click.option("--host", default="127.0.0.1")
@click.option("--allow-host", "named", multiple=True)
@click.option("--workspace", type=click.Path())
@click.option("--engine")
@click.option("--no-browser", is_flag=True)
def main(
    port: int, host: str, named: tuple[str, ...], workspace: str | None, engine: str | None, no_browser: bool
) -> None:
    """Run the server until it is told to stop."""
    chosen = {WORKSPACE: workspace, ENGINE_VARIABLE: engine}
    os.environ.update({name: value for name, value in chosen.items() if value is not None})
    app = st.App(entry(), lifespan=lifespan, middleware=MIDDLEWARE)
    server = {
        "server.address": host,
        "server.port": port,
        "server.headless": no_browser,
        "server.allowedHosts": hosts_allowed(host, named),
        "server.fileWatcherType": "none",
        **upload_settings(os.environ),
        "logger.hideWelcomeMessage": True,
    }
    app.run(config=settings() | server)


if __name__ == "__main__":
    main()
