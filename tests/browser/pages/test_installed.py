"""The wheel, installed into an empty environment outside the checkout: `.ci/run` makes both before the tests."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from serving import Server, without_checkout
from visiting import OpenPage, click_mark, drawn

VARIABLE = "CLAIMSDASH_INSTALLED"
"""Names the command `claimsdash` of that environment."""


@pytest.fixture(scope="module")
def command() -> str:
    """Return the installed command; where there is none, only a run under CI fails for it."""
    found = os.environ.get(VARIABLE)
    if found is None:
        words = f"{VARIABLE} names no installed claimsdash; .ci/run installs one"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(words)
    return found


@pytest.fixture
def installed(command: str, tmp_path: Path) -> Iterator[Server]:
    """Serve the installed dashboard on an empty workspace."""
    server = Server(tmp_path, command=(command,))
    server.start()
    yield server
    server.stop()


def say(command: str, folder: Path, *arguments: str) -> str:
    """Run the installed command in a folder without a checkout, and return what it says."""
    environment = without_checkout() | {"CLAIMSDASH_WORKSPACE": str(folder / "workspace")}
    ran = subprocess.run(
        [command, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_the_installed_dashboard_shows_the_curated_table(installed: Server, open_page: OpenPage) -> None:
    page = open_page("", on=installed)
    expect(page.get_by_text("45 topics · 270 claims from 495 reports")).to_be_visible()
    page.locator(".st-key-topic_containers_shipped").get_by_role("link").click()
    drawn(page)
    click_mark(page)
    expect(page.locator(".st-key-evidence[data-open]")).to_contain_text("Claimant")


def test_the_installed_commands_check_add_and_write_a_table(command: str, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    assert "495 reports" in say(command, tmp_path, "export", "--out", str(out))
    assert "495" in say(command, tmp_path, "check", str(out))
    assert "495" in say(command, tmp_path, "import", str(out))
    assert "all" in say(command, tmp_path, "tables")
    report = tmp_path / "report.html"
    say(command, tmp_path, "report", "--out", str(report))
    page = report.read_bytes()
    assert page.startswith(b"<!DOCTYPE html>")
    assert len(page) < 6_000_000, "the whole curated table is to fit into a mail"
