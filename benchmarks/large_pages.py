"""The pages of a large workspace in a browser: `python benchmarks/large_pages.py --rows 1000000 --json OUT`.

A workspace is filled with made-up reports beside the curated table, and a real Chromium opens home and its largest
topic, filters, moves the day known on, zooms in to the claims and out again: from the pointer or the key to the painted
chart. No choice is made twice, so that each answer is worked out. It stands beside the trivial app's click on its
button, taken in turns, and beside the time that its queries take by themselves: those that the chart waits for, asked
of an engine in this process for the very selection that the address of the page names. `--changes N` then changes the
filters N times and notes the memory of the server.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

import browser as pages
from claimsdash.analysis.bins import grain_between, is_crowded
from claimsdash.domain.selection import Selection, read_address
from claimsdash.export.collection import Collection, colours_of, glances_of, topics_held
from claimsdash.store.engine import Engine, engine_of
from claimsdash.store.queries import Grain, extent, facets, reports_of, time_bins
from claimsdash.store.seeding import seed
from claimsdash.store.workspace import open_workspace
from made_up_claims import fill

TOPIC = "topic 0"
CHART = ".st-key-timeline .claims-graph"
DRAWN = "data-drawn"
HOME = ('[class*="st-key-topic_"] img', "[data-field=kinds] label")
"""What shows that the cards stand with their counts, and that all of home does: its filters come after the drawings."""
WIDE, NARROW, SHIFT = (0.3, 0.5), (0.45, 0.5), 0.01
"""Shares of the plot's width that are zoomed in to, first to finer bins, then to the claims; further on each turn."""
Answer = tuple[float, str]
"""Milliseconds, and the address of the page then."""


def home_ms(folder: str) -> float:
    """Return the milliseconds of the queries behind the home page, the median of three."""
    workspace = open_workspace(folder)
    collection = Collection(seed(workspace, datetime.now(UTC)), engine_of(workspace))

    def ask() -> None:
        home(Collection(collection.package, collection.engine))
        facets(collection.engine, Selection())

    return median_ms(ask, 3)


def query_ms(engine: Engine, address: str) -> float:
    """Return the milliseconds of the queries that the chart at an address waits for, the median of three."""
    selection = read_address(parse_qs(urlsplit(address).query))[0]
    return median_ms(lambda: queries_of(engine, selection), 3)


def queries_of(engine: Engine, selection: Selection) -> None:
    """Ask what the chart of a selection asks: bins where its claims are too many, else their reports."""
    held = extent(engine, selection)
    if not is_crowded(held.n_claims):
        reports_of(engine, selection)
        return
    first, last = selection.as_of_from or held.as_of_first, selection.as_of_to or held.as_of_last
    time_bins(engine, selection, Grain(grain_between(first, last)))


def median_ms(ask: Callable[[], object], times: int) -> float:
    """Return the median of the milliseconds that it takes."""
    return 1000 * statistics.median(timed(ask) for _ in range(times))


def home(collection: Collection) -> None:
    """Ask what the home page asks."""
    for topic in topics_held(collection):
        colours_of(collection, topic)
    glances_of(collection, Selection())


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


def open_seconds(browser: Browser, address: str, path: str, *shows: str) -> list[float]:
    """Return the seconds of a visit by a browser that was never here, until each thing that it came for is painted."""
    context = browser.new_context(viewport=pages.WINDOW)
    page = context.new_page()
    began, taken = time.perf_counter(), []
    page.goto(address + path, timeout=200_000)
    for shown in shows:
        page.wait_for_selector(shown, state="attached", timeout=200_000)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        taken.append(round(time.perf_counter() - began, 2))
    context.close()
    return taken


def hold_from_to(page: Page, shares: tuple[float, float], turn: int) -> None:
    """Press at one share of the time that the bins span and move to the other: letting go there zooms in."""
    box = page.locator(f"{CHART} .nsewdrag").first.bounding_box()
    assert box is not None
    start, end = (box["x"] + box["width"] * (share + turn * SHIFT) for share in shares)
    middle = box["y"] + box["height"] / 2
    page.mouse.move(start, middle)
    page.mouse.down()
    page.mouse.move(end, middle, steps=3)


def settled(page: Page) -> None:
    """Wait until the run of the page has ended: its address follows the chart."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)


def let_go(page: Page) -> None:
    """Let go of the pointer; a key that means nothing starts the clock."""
    page.keyboard.press("F9")
    page.mouse.up()


def answers_of(visited: pages.Visit, turn: int) -> dict[str, Answer]:
    """Filter, step back in what is known, zoom in twice and out, each to what was not asked for before."""
    page = visited.page

    def answer(act: Callable[[Page], None]) -> Answer:
        taken = visited.time(act, CHART, DRAWN)[0]
        settled(page)
        return taken, page.url

    kind = page.locator("[data-field=kinds] label").nth(turn)
    taken = {"filter": answer(lambda _: kind.click())}
    taken["filter_taken_off"] = answer(lambda _: kind.click())
    page.locator("[data-field=known_on] input").focus()
    for _ in range(turn):
        answer(lambda page: page.keyboard.press("ArrowLeft"))
    taken["known_on"] = answer(lambda page: page.keyboard.press("ArrowLeft"))
    answer(lambda _: page.locator(".claims-filters-head button").click())
    hold_from_to(page, WIDE, turn)
    taken["zoom_to_bins"] = answer(let_go)
    hold_from_to(page, NARROW, turn)
    taken["zoom_to_claims"] = answer(let_go)
    taken["zoom_out"] = answer(lambda _: page.locator(".claims-zoomed button").click())
    return taken


ASKED_BEFORE = ("filter_taken_off", "zoom_out")
"""Answers to what was asked before: no query is behind them."""


def beside(engine: Engine, times: dict[str, list[Answer]]) -> dict[str, dict[str, float]]:
    """Return each answer beside its yardstick: medians in milliseconds, and of how many times the yardstick it is."""
    trivial = statistics.median(taken for taken, _ in times["trivial"])
    found = {"trivial": {"answer_ms": round(trivial, 1)}}
    for name, answers in times.items():
        if name == "trivial":
            continue
        asked = [0.0 if name in ASKED_BEFORE else query_ms(engine, address) for _, address in answers]
        taken, queries = statistics.median(taken for taken, _ in answers), statistics.median(asked)
        aim = 2 * trivial + queries
        ratio = {"aim_ms": round(aim, 1), "ratio": round(taken / aim, 2)}
        found[name] = {"answer_ms": round(taken, 1), "query_ms": round(queries, 1)} | ratio
    return found


def change_filters(visited: pages.Visit, process: int, changes: int) -> list[float]:
    """Open views with other filters, each different; return the memory of the server after each tenth of them."""
    page, chance, held = visited.page, random.Random(7), []  # noqa: S311 - only has to spread
    slider = page.locator("[data-field=known_on] input")
    for number in range(changes):
        slider.press(chance.choice(("ArrowLeft", "PageDown", "ArrowRight", "ArrowLeft")))
        settled(page)
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
        large = replace(large, shows=f"{CHART}[{DRAWN}]")
        with serving(large) as (address, process), pages.running(small) as other:
            found: dict[str, Any] = {"home_first_s": open_seconds(browser, address, "/", *HOME)}
            found["home_again_s"] = open_seconds(browser, address, "/", *HOME)
            found["topic_first_s"] = open_seconds(browser, address, large.path, large.shows)
            found["topic_again_s"] = open_seconds(browser, address, large.path, large.shows)
            visits = [
                pages.visit(browser.new_context(viewport=pages.WINDOW), at, app)
                for at, app in ((address, large), (other, small))
            ]
            times: dict[str, list[Answer]] = {}
            for turn in range(runs):
                trivial = {"trivial": (visits[1].time(pages.press_add, small.shows)[0], "")}
                for name, taken in (trivial | answers_of(visits[0], turn)).items():
                    times.setdefault(name, []).append(taken)
            found["answers"] = beside(engine_of(open_workspace(folder)), times)
            found["peak_mb"] = memory_mb(process, "VmHWM")
            found["held_mb"] = change_filters(visits[0], process, changes)
        browser.close()
    return found


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5, help="how often each answer is taken, at most 5")
    parser.add_argument("--changes", type=int, default=0, help="filter changes over which memory is noted")
    parser.add_argument("--workspace", help="a folder that is filled already")
    parser.add_argument("--json", type=Path, help="file for the results")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.workspace is None:
            fill(open_workspace(folder), given.rows)
        place = given.workspace or folder
        found = {"home_query_ms": home_ms(place)} | measure(place, given.runs, given.changes)
    pages.write_down(found, given.json)


if __name__ == "__main__":
    main()
