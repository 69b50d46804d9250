"""Take the pictures of README and guide from a running dashboard.

Start `claimsdash serve --no-browser` on an empty workspace, then: `python docs/pictures.py http://127.0.0.1:8501`.
Needs Playwright (it comes with the extra `test`) and Chromium.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).with_name("pictures")
CLAIM = "rok-mnd-2024-02-26-containers"
SHOTS = {
    "topic": (f"topic?topic=containers_shipped&claim={CLAIM}", 1280, 860),
    "topics": ("", 1280, 720),
}
"""Name of the picture to address, width and height in pixels."""


def take(page: Page, path: str, file: Path) -> None:
    """Open an address of the dashboard and keep what is seen."""
    page.goto(path)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    if "topic?" in path:
        page.wait_for_selector(".claims-graph[data-drawn]")
    page.wait_for_timeout(800)
    page.screenshot(path=file)


def main(address: str) -> None:
    """Take every picture, in the light theme."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (path, width, height) in SHOTS.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            take(page, f"{address}/{path}", FOLDER / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
