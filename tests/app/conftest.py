"""A workspace of its own for each test of the pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app.launch import entry
from turning import in_workspace

OpenApp = Callable[..., AppTest]


@pytest.fixture
def new_workspace(tmp_path: Path) -> Iterator[None]:
    """Let the pages open a new workspace with the curated table."""
    with in_workspace(tmp_path / "workspace"):
        yield


@pytest.fixture
def open_app(new_workspace: None) -> OpenApp:
    """Return a function that opens the app at an address, on a new workspace with the curated table."""

    def open_at(page: str | None = None, **parameters: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(entry()), default_timeout=60)
        for name, value in parameters.items():
            at.query_params[name] = value
        if page is not None:
            at.switch_page(f"src/claimsdash/app/views/{page}.py")
        return at.run()

    return open_at
