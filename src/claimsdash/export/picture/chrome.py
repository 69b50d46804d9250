"""The Chrome or Chromium of this machine, which draws a page and tells what came of it; no server, no network."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from claimsdash.domain.errors import ClaimsdashError

VARIABLE = "CLAIMSDASH_CHROME"
"""The environment variable that names the browser where it is not among NAMES."""

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
"""Commands and places under which Linux, macOS and Windows have one; they are asked in this order."""

PATIENCE_S = 120

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Flags of a browser that works for a program: it greets nobody and asks the network for nothing of its own."""

_FLAGS = (
    "--headless=new",
    # Modules on disk may load each other; no name leads anywhere, so nothing is fetched from outside.
    "--allow-file-access-from-files",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # The page has this much of its own time, which stands still while something loads or computes.
    "--virtual-time-budget=60000",
)


class ChromeError(ClaimsdashError):
    """No browser that could draw, or one that drew nothing."""


def find_chrome(environment: Mapping[str, str]) -> str:
    """Return the command of a Chrome or Chromium; raises ChromeError, saying how to get one, where there is none."""
    named = environment.get(VARIABLE)
    for name in (named,) if named else NAMES:
        if found := shutil.which(name):
            return found
    told = f"{VARIABLE} names {named}, which is no program" if named else "no Chrome or Chromium is on this machine"
    raise ChromeError(
        f"A picture is drawn by a browser, and {told}. Install one (Debian and Ubuntu: apt-get install chromium; else "
        f"from google.com/chrome), or name yours in {VARIABLE}. The buttons above each chart of the page need none."
    )


def page_after_loading(chrome: str, page: Path) -> str:
    """Return the markup of a page on disk once its scripts have run; raises ChromeError where the browser fails."""
    # Chromium refuses to sandbox what the administrator starts; the page is of our own making.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [chrome, *QUIET, *_FLAGS, *sandbox, f"--user-data-dir={profile}", "--dump-dom", page.as_uri()]
        try:
            ran = subprocess.run(command, capture_output=True, timeout=PATIENCE_S, check=True)  # noqa: S603 - our own
        except (OSError, subprocess.SubprocessError) as error:
            raise ChromeError(f"{chrome} could not draw the picture: {error}") from error
    return ran.stdout.decode("utf-8", "replace")
