"""A real Chromium, and real servers for it to visit."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from claimsdash.export.picture.chrome import QUIET

collect_ignore = ["small_page.py"]

CHECKOUT = Path(__file__).parents[2]
SMALL_PAGE = Path(__file__).with_name("small_page.py")
FLAGS = ["--no-sandbox", *QUIET]
PATIENCE_MS = 30_000
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium(chrome: str) -> Iterator[Browser]:
    """Start the Chromium of this machine."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        browser = playwright.chromium.launch(executable_path=chrome, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Return a function that opens an address in a browser of its own; an error on a page fails the test."""
    errors: list[str] = []
    with ExitStack() as stack:

        def open_at(address: str, **options: object) -> Page:
            context = stack.enter_context(chromium.new_context(**options))  # type: ignore[arg-type]  # named in tests
            page = context.new_page()
            page.set_default_timeout(PATIENCE_MS)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.goto(address)
            return page

        yield open_at
    assert errors == []


@contextmanager
def served(arguments: list[str], folder: Path) -> Iterator[str]:
    """Start a server that says its address on the first line with one, and stop it in the end."""
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT / "src"), "CLAIMSDASH_WORKSPACE": str(folder / "workspace")}
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield next(found.group() for line in process.stdout if (found := re.search(r"http://\S+", line)))
        finally:
            process.kill()  # an open page would hold up a server that is asked to end


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the dashboard on a workspace of its own."""
    folder = tmp_path_factory.mktemp("served")
    options = ["--port=0", "--no-browser", f"--workspace={folder / 'workspace'}"]
    with served(["-m", "claimsdash", "serve", *options], folder) as address:
        yield address


@pytest.fixture(scope="module")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small page with two charts, as `streamlit run` does."""
    with streamlit_run(SMALL_PAGE, tmp_path_factory.mktemp("small")) as address:
        yield address


@contextmanager
def streamlit_run(script: Path, folder: Path) -> Iterator[str]:
    """Serve a script with Streamlit's own command."""
    options = ["--server.port=0", "--server.headless=true", "--server.address=127.0.0.1"]
    with served(["-m", "streamlit", "run", str(script), *options], folder) as address:
        yield address
