"""The site that `docs/` becomes: built without a warning, each link of its own leads somewhere, nothing is fetched."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
FETCHED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src", "use": "href"}
"""Elements that a browser fetches something for, and the attribute that says what."""


class Links(HTMLParser):
    """Collects of a page what it links to, what it fetches, and the ids in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.fetched: set[str] = set()
        self.ids: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in attrs if value is not None}
        self.ids |= {given["id"]} if "id" in given else set()
        self.links |= {given["href"]} if tag == "a" and "href" in given else set()
        self.fetched |= {given[FETCHED[tag]]} if FETCHED.get(tag) in given else set()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site by the command of the README; where Sphinx is missing, only a run under CI fails for it."""
    if find_spec("sphinx") is None:
        words = "Sphinx is not installed; it comes with the extra docs"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(words)
    folder = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "-n",
        "-q",
        "-d",
        str(folder / "build"),
        "docs",
        str(folder / "site"),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Links]:
    return {page: Links(page) for page in site.rglob("*.html")}


def dead(page: Path, pages: dict[Path, Links]) -> Iterator[str]:
    for link in pages[page].links | pages[page].fetched:
        parts = urlsplit(link)
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if parts.scheme:
            continue
        if not target.is_file() or (parts.fragment and parts.fragment not in pages[target].ids):
            yield f"{page.name}: {link}"


def test_every_page_of_the_folder_is_in_the_site_and_no_link_of_its_own_is_dead(pages: dict[Path, Links]) -> None:
    written = {page.stem for page in (ROOT / "docs").glob("*.md")}
    assert written <= {page.stem for page in pages}
    assert [link for page in pages for link in dead(page, pages)] == []


def test_the_site_fetches_nothing_from_outside(site: Path, pages: dict[Path, Links]) -> None:
    assert {link for page in pages.values() for link in page.fetched if urlsplit(link).netloc} == set()
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet.name


def test_the_readme_says_how_to_build_it() -> None:
    assert "-m sphinx -W -n docs site" in (ROOT / "README.md").read_text(encoding="utf-8")
