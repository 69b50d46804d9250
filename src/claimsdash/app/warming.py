"""Pay for what every page needs while the first browser is still loading, and keep the collector away from it."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Lock, Thread
from typing import Any

FIRST = ("orjson", "pandas", "plotly.graph_objects", "duckdb", "deltalake")
"""What takes long to import and every page needs, in the order in which pages come upon it."""

_lock = Lock()
_begun: list[Thread] = []


def begin() -> Thread:
    """Start to warm up, once a process, beside whatever else goes on; return the thread that does it."""
    with _lock:
        if not _begun:
            _begun.append(Thread(target=warm, name="warming", daemon=True))
            _begun[0].start()
        return _begun[0]


def warm() -> None:
    """Import what takes long, then freeze.

    Streamlit collects garbage after each run. Objects that are frozen are left out of that, and most of the time
    of a small run with it (see the Python documentation of `gc.freeze`).
    """
    for name in FIRST:
        import_module(name)
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Warm up while a server starts: hand it to `st.App(lifespan=...)`."""
    begin()
    yield
