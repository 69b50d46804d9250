"""Pay for what every page needs while the first browser is still loading, and keep the collector away from it."""

import gc
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from importlib import import_module
from threading import Lock, Thread
from typing import Any

from claimsdash.app.sending import send_at_once
from claimsdash.domain.errors import ClaimsdashError

FIRST = (
    "orjson",
    "pandas",
    "plotly.graph_objects",
    "duckdb",
    "deltalake",
    *(f"claimsdash.app.{name}" for name in ("shelf", "drawing", "evidence", "controls", "filters", "tables")),
)
"""What takes long to import and every page needs; not the list of pages, which only a visitor's run can make."""

_SCOLDS = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
_NAME = "warming"
MOST_WAITED_S = 1.0
_lock = Lock()
_first = Lock()
_begun: list[Thread] = []


def begin() -> Thread:
    """Start to warm up, once a process, beside whatever else goes on; return the thread that does it."""
    with _lock:
        if not _begun:
            _begun.append(Thread(target=warm, name=_NAME, daemon=True))
            _begun[0].start()
        return _begun[0]


def finish() -> None:
    """Wait until what was begun is done, rather than import the same beside it; do nothing where nothing was begun."""
    for thread in _begun:
        thread.join()


@contextmanager
def going_first() -> Iterator[None]:
    """Work out the chart of a page that is being opened (`ahead.first`): runs that begin meanwhile let it go first."""
    with _first:
        yield


def let_first_go() -> None:
    """Wait while the chart of a page is worked out: the run of that page draws the same, from its cache."""
    if _first.acquire(timeout=MOST_WAITED_S):
        _first.release()


def warm() -> None:
    """Import what takes long and open the workspace, then freeze.

    Streamlit collects garbage after each run. Objects that are frozen are left out of that, and most of the time
    of a small run with it (see the Python documentation of `gc.freeze`). A workspace that cannot be opened says so on
    the page that needs it.
    """
    _SCOLDS.addFilter(_is_not_ours)  # Streamlit warns of caches filled before any visitor is there
    gc.disable()  # nothing that is imported is garbage, and looking for it takes a tenth of the time
    try:
        for name in FIRST:
            import_module(name)
        with suppress(ClaimsdashError):
            import_module("claimsdash.app.shelf").shelf()
    finally:
        gc.freeze()
        gc.enable()


def _is_not_ours(record: logging.LogRecord) -> bool:
    return record.threadName != _NAME


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Warm up while a server starts: hand it to `st.App(lifespan=...)`."""
    begin()
    send_at_once()
    yield
