"""The real app on the real data, in the Chromium of the folder above."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from serving import Server, Watch
from visiting import OpenPage, settle

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _running_server(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server that tests only read from."""
    yield from _running_server(tmp_path_factory.mktemp("reading"))


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server for the tests of one file, which may add tables and restart it."""
    yield from _running_server(tmp_path_factory.mktemp("writing"))


@pytest.fixture
def open_page(chromium: Browser, server: Server) -> Iterator[OpenPage]:
    """Return a function that opens an address of the app as a visitor of its own.

    At the end no page may have logged an error, raised an exception, or asked for anything off this machine.
    """
    watch = Watch()
    contexts = []

    def stop(route: Route) -> None:
        route.abort()

    def open_at(path: str = "", *, dark: bool = False, on: Server | None = None, **given: Any) -> Page:
        size = {"width": given.get("width", 1280), "height": given.get("height", 900)}
        context = chromium.new_context(
            viewport=size,  # type: ignore[arg-type]  # a plain dict is what it takes
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        context.set_default_timeout(20_000)
        context.route(lambda url: "//127.0.0.1:" not in url and url.startswith("http"), stop)
        page = context.new_page()
        page.on("console", watch.hear)
        page.on("pageerror", watch.fail)
        page.on("request", watch.see)
        page.goto(f"{(on or server).address}/{path}")
        settle(page)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert watch.trouble == []
    assert watch.outside == []
