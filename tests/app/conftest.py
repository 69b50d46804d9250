"""A workspace of its own for each test of the pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from claimsdash.app.launch import entry

OpenApp = Callable[..., AppTest]


@pytest.fixture
def open_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenApp]:
    """Return a function that opens the app at an address, on a new workspace with the curated table."""
    monkeypatch.setenv("CLAIMSDASH_WORKSPACE", str(tmp_path / "workspace"))
    st.cache_resource.clear()

    def open_at(page: str | None = None, **parameters: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(entry()), default_timeout=60)
        for name, value in parameters.items():
            at.query_params[name] = value
        if page is not None:
            at.switch_page(f"src/claimsdash/app/views/{page}.py")
        return at.run()

    yield open_at
    st.cache_resource.clear()
