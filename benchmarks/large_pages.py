"""The pages of a large workspace in a browser: `python benchmarks/large_pages.py --rows 1000000 --json OUT`.

A workspace is filled with made-up reports beside the curated table, and a real Chromium opens home and its largest
topic, filters, moves the day known on, zooms in to the claims and out again: from the pointer or the key to the painted
chart. Each answer stands beside the trivial app's click on its button, taken in turns, and beside the time that its
queries take by themselves: their sum, asked of an engine in this process. `--changes N` then changes the filters N
times and notes the memory of the server.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

import browser as pages
from claimsdash.domain.selection import Selection
from claimsdash.export.collection import Collection, colours_of, glances_of, topics_held
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import Grain, facets, reports_of, spans, tally, time_bins
from claimsdash.store.seeding import seed
from claimsdash.store.workspace import open_workspace
from made_up_claims import fill

TOPIC = "topic 0"
POOLED, SINGLE = ".st-key-pooled .claims-graph", ".st-key-timeline .claims-graph"
DRAWN = "data-drawn"
WIDE, NARROW = (0.3, 0.5), (0.45, 0.5)
"""Shares of the plot's width that are zoomed in to, first to finer bins, then to the claims."""
FIRST, LAST = date(2019, 6, 1), date(2019, 9, 1)


def query_times(folder: str) -> dict[str, float]:
    """Return the milliseconds of the queries behind each answer, the median of five."""
    workspace = open_workspace(folder)
    collection = Collection(seed(workspace, datetime.now(UTC)), engine_of(workspace))
    whole = Selection(topic=TOPIC)
    filtered, known = replace(whole, kinds=("kind 1",)), replace(whole, known_on=date(2025, 12, 1))
    near = replace(whole, as_of_from=FIRST, as_of_to=LAST)
    asked: dict[str, Callable[[], object]] = {
        "home": lambda: (
            home(Collection(collection.package, collection.engine)),
            facets(collection.engine, Selection()),
        ),
        "topic": lambda: pooled(collection, whole),
        "filter": lambda: pooled(collection, filtered),
        "known_on": lambda: pooled(collection, known),
        "zoom": lambda: (pooled(collection, near), reports_of(collection.engine, near)),
    }
    return {name: 1000 * statistics.median(timed(ask) for _ in range(5)) for name, ask in asked.items()}


def home(collection: Collection) -> None:
    """Ask what the home page asks."""
    for topic in topics_held(collection):
        colours_of(collection, topic)
    glances_of(collection, Selection())


def pooled(collection: Collection, selection: Selection) -> None:
    """Ask what a topic page asks whose claims are too many."""
    engine = collection.engine
    tally(engine, selection), spans(engine, selection), facets(engine, selection)
    time_bins(engine, selection, Grain.QUARTER)


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that it takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@contextmanager
def serving(app: pages.App) -> Iterator[tuple[str, int]]:
    """Serve an app; give its address and the process that answers there."""
    with pages.running(app) as address:
        port = int(address.rpartition(":")[2])
        yield address, process_at(port)


def process_at(port: int) -> int:
    """Return the process that listens at a port of this machine (Linux)."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    sockets = {f"socket:[{row[9]}]" for row in rows if row[3] == "0A" and int(row[1].rpartition(":")[2], 16) == port}
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if str(link.readlink()) in sockets:
                return int(link.parts[2])
        except OSError:
            continue
    raise LookupError(f"nothing listens at {port}")


def memory_mb(process: int, what: str) -> float:
    """Return the memory that a process holds now (VmRSS) or held at most (VmHWM)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))


def open_seconds(browser: Browser, address: str, path: str, shows: str) -> float:
    """Return the seconds of a visit by a browser that was never here, until what it came for stands painted."""
    context = browser.new_context(viewport=pages.WINDOW)
    page = context.new_page()
    began = time.perf_counter()
    page.goto(address + path, timeout=200_000)
    page.wait_for_selector(shows, state="attached", timeout=200_000)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    taken = time.perf_counter() - began
    context.close()
    return taken


def drag(page: Page, shares: tuple[float, float]) -> None:
    """Zoom in on part of the time that the bins span."""
    box = page.locator(f"{POOLED} .nsewdrag").first.bounding_box()
    assert box is not None
    start, end = (box["x"] + box["width"] * share for share in shares)
    middle = box["y"] + box["height"] / 2
    page.mouse.move(start, middle)
    page.mouse.down()
    page.mouse.move(end, middle, steps=3)
    page.mouse.up()


def answers_of(visited: pages.Visit, turn: int) -> dict[str, float]:
    """Filter, step back in what is known, zoom in twice and out; return the milliseconds of each."""
    page = visited.page
    kind = page.locator("[data-field=kinds] label").nth(turn % 2)
    taken = {"filter": visited.time(lambda _: kind.click(), POOLED, DRAWN)[0]}
    visited.time(lambda _: kind.click(), POOLED, DRAWN)
    page.locator("[data-field=known_on] input").focus()
    taken["known_on"] = visited.time(lambda page: page.keyboard.press("ArrowLeft"), POOLED, DRAWN)[0]
    visited.time(lambda _: page.locator(".claims-filters-head button").click(), POOLED, DRAWN)
    taken["zoom_to_bins"] = visited.time(lambda page: drag(page, WIDE), ".st-key-zoomed", None)[0]
    taken["zoom_to_claims"] = visited.time(lambda page: drag(page, NARROW), SINGLE, DRAWN)[0]
    taken["zoom_out"] = visited.time(lambda _: page.locator(".st-key-zoom_out button").click(), POOLED, DRAWN)[0]
    return taken


def change_filters(visited: pages.Visit, process: int, changes: int) -> list[float]:
    """Open views with other filters, each different; return the memory of the server after each tenth of them."""
    page, chance, held = visited.page, random.Random(7), []  # noqa: S311 - only has to spread
    slider = page.locator("[data-field=known_on] input")
    for number in range(changes):
        slider.press(chance.choice(("ArrowLeft", "PageDown", "ArrowRight", "ArrowLeft")))
        page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
        page.wait_for_timeout(60)
        if (number + 1) % max(changes // 10, 1) == 0:
            held.append(round(memory_mb(process, "VmRSS"), 1))
    return held


def measure(folder: str, runs: int, changes: int) -> dict[str, Any]:
    """Return all figures for the workspace in a folder."""
    chromium = pages.shutil.which("chromium") or pages.shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=pages.FLAGS)
        large, small = pages.dashboard(folder, TOPIC.replace(" ", "+")), pages.trivial()
        large = replace(large, shows=f"{POOLED}[{DRAWN}]")
        with serving(large) as (address, process), pages.running(small) as other:
            card = '[class*="st-key-topic_"] img'
            found: dict[str, Any] = {"home_first_s": open_seconds(browser, address, "/", card)}
            found["home_again_s"] = open_seconds(browser, address, "/", card)
            found["topic_first_s"] = open_seconds(browser, address, large.path, large.shows)
            found["topic_again_s"] = open_seconds(browser, address, large.path, large.shows)
            visits = [
                pages.visit(browser.new_context(viewport=pages.WINDOW), at, app)
                for at, app in ((address, large), (other, small))
            ]
            times: dict[str, list[float]] = {}
            for turn in range(runs):
                trivial = {"trivial": visits[1].time(pages.press_add, small.shows)[0]}
                for name, taken in (trivial | answers_of(visits[0], turn)).items():
                    times.setdefault(name, []).append(round(taken, 1))
            found["answers_ms"] = {name: round(statistics.median(taken), 1) for name, taken in times.items()}
            found["peak_mb"] = memory_mb(process, "VmHWM")
            found["held_mb"] = change_filters(visits[0], process, changes)
        browser.close()
    return found


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=7, help="how often each answer is taken")
    parser.add_argument("--changes", type=int, default=0, help="filter changes over which memory is noted")
    parser.add_argument("--workspace", help="a folder that is filled already")
    parser.add_argument("--json", type=Path, help="file for the results")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.workspace is None:
            fill(open_workspace(folder), given.rows)
        place = given.workspace or folder
        found = {"query_ms": query_times(place)} | measure(place, given.runs, given.changes)
    text = json.dumps(found, indent=2)
    print(text)
    if given.json:
        given.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
