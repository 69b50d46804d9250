"""How fast the dashboard answers in a real Chromium, beside the smallest Streamlit app there is (peers/trivial.py).

    python benchmarks/browser.py --json out.json [--runs 15] [--topic troops_deployed] [--only start filter ...]

Each measure is taken in turns, once in either app, and its ratio is that of the medians: what the machine does
besides falls on both. The trivial app runs with Streamlit's defaults.

start, second_visit: from starting the server, and from opening the page again, until chart or text stand painted. The
dashboard's chart stands before the rest of its page (src/claimsdash/app/first.py), which the measures named "whole"
wait for as well.
filter, known_on, click: from the press of a button or key until the next frame that shows what follows from it. Beside
all three stands the trivial app's click. filter_bytes, click_bytes: what websocket and requests brought, median.
filter_3000: likewise a filter taken off a made-up topic, after which 3,000 marks stand there; narrow_3000: it is set.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Response, ViewportSize, WebSocket, sync_playwright

from claimsdash.export.picture.chrome import QUIET
from claimsdash.store.workspace import open_workspace
from made_up_claims import fill

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src"
FLAGS = ["--no-sandbox", *QUIET]
WINDOW: ViewportSize = {"width": 1400, "height": 1000}
CHART = ".st-key-timeline .claims-graph"
TEXT = "[data-testid=stText]"
ANY_CHART = ".claims-graph"
SHOWS_CHART = "data-drawn"
CARD = ".st-key-evidence"
IDLE_MS = 350
WARM_UP = 2
MANY, MANY_REPORTS = "topic 0", 37_200
"""The largest topic of so many made-up reports, which holds 3,000 claims."""

CLOCK = """
window.clock = (selector, attribute) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(`nothing changed in ${selector}`)), 30000)
  const read = () => {
    const node = document.querySelector(selector)
    return attribute ? node?.getAttribute(attribute) : node?.textContent
  }
  const before = read()
  let begun
  for (const kind of ["pointerdown", "keydown"]) {
    addEventListener(kind, () => { begun ??= performance.now() }, { capture: true, once: true })
  }
  const painted = () => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.now() - begun)
    channel.port2.postMessage(0)
  }
  const watcher = new MutationObserver(() => {
    if (begun === undefined || read() === before) return
    watcher.disconnect()
    requestAnimationFrame(painted)
  })
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
})
"""


@dataclass(frozen=True)
class App:
    """An app to measure: how it is started, which page is opened, what shows that what it is for is there, and all."""

    name: str
    command: list[str]
    path: str
    shows: str
    whole: str


@dataclass
class Visit:
    """An open page, with the sizes of what its websocket and its requests brought."""

    page: Page
    received: list[int] = field(default_factory=list)

    def listen(self, socket: WebSocket) -> None:
        """Count each frame that comes in."""
        socket.on("framereceived", lambda frame: self.received.append(len(frame)))

    def hear(self, response: Response) -> None:
        """Count each answer to a request."""
        self.received.append(int(response.headers.get("content-length", 0)))

    def time(self, act: Callable[[Page], None], watched: str, attribute: str | None = None) -> tuple[float, int]:
        """Return the milliseconds until what is watched stands painted in another state, and the bytes received."""
        self.page.wait_for_timeout(IDLE_MS)
        self.received.clear()
        self.page.evaluate(f"() => {{ window.ticking = clock({watched!r}, {json.dumps(attribute)}) }}")
        act(self.page)
        taken: float = self.page.evaluate("window.ticking")
        self.page.wait_for_timeout(IDLE_MS)
        return taken, sum(self.received)


def trivial() -> App:
    """Return the trivial app, with Streamlit's defaults but for the browser that it would open."""
    options = ["--server.headless=true", "--server.port=0", "--browser.gatherUsageStats=false"]
    script = str(HERE / "peers" / "trivial.py")
    return App("trivial", [sys.executable, "-m", "streamlit", "run", script, *options], "/", TEXT, TEXT)


def dashboard(workspace: str, topic: str) -> App:
    """Return the dashboard on a workspace, opened at the page of a topic."""
    options = ["--port=0", "--no-browser", f"--workspace={workspace}"]
    command = [sys.executable, "-m", "claimsdash", "serve", *options]
    return App("dashboard", command, f"/topic?topic={topic}", f"{ANY_CHART}[{SHOWS_CHART}]", f"{CHART}[{SHOWS_CHART}]")


@contextmanager
def running(app: App) -> Iterator[str]:
    """Start the server of an app and give its address."""
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    with (
        tempfile.TemporaryDirectory() as elsewhere,  # where no settings of this project are found
        subprocess.Popen(app.command, env=environment, cwd=elsewhere, stdout=subprocess.PIPE, text=True) as process,
    ):
        assert process.stdout is not None
        try:
            found = next(said for line in process.stdout if (said := re.search(r"http://[^:]+:(\d+)", line)))
            yield f"http://127.0.0.1:{found.group(1)}"
        finally:
            process.kill()


def arrive(context: BrowserContext, address: str, app: App) -> Visit:
    """Open a page and wait until what it is for stands painted."""
    visited = Visit(context.new_page())
    visited.page.add_init_script(CLOCK)
    visited.page.on("websocket", visited.listen)
    visited.page.on("response", visited.hear)
    visited.page.goto(address + app.path)
    wait_for(visited, app.shows)
    return visited


def wait_for(visited: Visit, shown: str) -> None:
    """Wait until something on a page stands painted."""
    visited.page.wait_for_selector(shown, state="attached", timeout=120_000)
    visited.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def visit(context: BrowserContext, address: str, app: App) -> Visit:
    """Open a page and wait until it can be used."""
    visited = arrive(context, address, app)
    wait_for(visited, app.whole)
    return visited


def time_arrival(context: BrowserContext, address: str, app: App, begun: float) -> tuple[float, float]:
    """Return the milliseconds from `begun` until a page shows what it is for, and until it is whole."""
    visited = arrive(context, address, app)
    shown = time.perf_counter() - begun
    wait_for(visited, app.whole)
    whole = time.perf_counter() - begun
    visited.page.close()
    return shown * 1000, whole * 1000


def time_start(browser: Browser, app: App) -> tuple[float, float]:
    """Time the first page of an app from starting its server."""
    begun = time.perf_counter()
    with running(app) as address:
        context = browser.new_context(viewport=WINDOW)
        taken = time_arrival(context, address, app, begun)
        context.close()
    return taken


def press_add(page: Page) -> None:
    """Click the one button of the trivial app."""
    page.locator(".st-key-add button").click()


def filter_once(visited: Visit) -> tuple[float, int]:
    """Choose a kind of claimant, and take it back unmeasured."""
    box = visited.page.locator("[data-field=kinds] label").nth(1)
    taken = visited.time(lambda _: box.click(), CHART, SHOWS_CHART)
    visited.time(lambda page: page.locator(".claims-filters-head button").click(), CHART, SHOWS_CHART)
    return taken


def filter_many(visited: Visit) -> dict[str, float]:
    """Choose the largest kind of claimant, and take it back."""
    box = visited.page.locator("[data-field=kinds] label").first
    narrowed, _ = visited.time(lambda _: box.click(), CHART, SHOWS_CHART)
    widened, _ = visited.time(lambda page: page.locator(".claims-filters-head button").click(), CHART, SHOWS_CHART)
    return {"narrow_3000": narrowed, "filter_3000": widened}


def step_known_on(visited: Visit) -> tuple[float, int]:
    """Move the slider of the day known on by one step."""
    visited.page.locator("[data-field=known_on] input").focus()
    return visited.time(lambda page: page.keyboard.press("ArrowLeft"), CHART, SHOWS_CHART)


def click_mark(visited: Visit, turn: int) -> tuple[float, int]:
    """Click a mark that stands alone, each time another."""
    x, y = visited.page.evaluate(MARK, turn)
    visited.page.mouse.move(x, y)
    return visited.time(lambda page: page.mouse.click(x, y), CARD)


MARK = """(turn) => {
  const plot = document.querySelector(".st-key-timeline .claims-plot")
  const box = plot.getBoundingClientRect()
  const places = []
  for (const points of plot.calcdata) {
    const trace = points[0]?.trace
    if (trace?.meta !== "marks" || !trace.customdata) continue
    for (const point of points) {
      const [across, up] = [trace.xaxis, trace.yaxis].map((name) => plot._fullLayout[name[0] + "axis" + name.slice(1)])
      places.push([box.x + across._offset + across.c2p(point.x), box.y + up._offset + up.c2p(point.y)])
    }
  }
  const far = ([x, y], [otherX, otherY]) => Math.hypot(x - otherX, y - otherY) > 25 || (x === otherX && y === otherY)
  const alone = places.filter((place) => places.every((other) => far(place, other)))
  return alone[turn % alone.length]
}"""


Times = dict[str, list[float]]


def measure_starts(browser: Browser, apps: list[App], runs: int) -> Times:
    """Start each app as often as asked for, in turns."""
    times = no_times(apps)
    for _ in range(runs):
        for app in apps:
            note(times, app, time_start(browser, app))
    return times


def no_times(apps: list[App]) -> Times:
    """Return where the times of apps are noted."""
    return {name: [] for app in apps for name in (app.name, f"{app.name} whole")}


def note(times: Times, app: App, taken: tuple[float, float]) -> None:
    """Note how long the page of an app took until it showed what it is for, and until it was whole."""
    for name, ms in zip((app.name, f"{app.name} whole"), taken, strict=True):
        times[name].append(ms)


def measure_visits(browser: Browser, apps: list[App], runs: int) -> Times:
    """Visit each app again and again with the same browser, in turns; the first visits do not count."""
    times = no_times(apps)
    with running(apps[0]) as first, running(apps[1]) as second:
        places = [
            (app, browser.new_context(viewport=WINDOW), address)
            for app, address in zip(apps, (first, second), strict=True)
        ]
        for turn in range(runs + WARM_UP):
            for app, context, address in places:
                taken = time_arrival(context, address, app, time.perf_counter())
                if turn >= WARM_UP:
                    note(times, app, taken)
    return times


def measure_answers(browser: Browser, apps: list[App], runs: int) -> tuple[Times, Times]:
    """Click, filter and step in open pages, in turns; return milliseconds and bytes by measure."""
    times: Times = {"trivial": [], "filter": [], "known_on": [], "click": []}
    sizes: Times = {name: [] for name in times}
    with running(apps[0]) as first, running(apps[1]) as second:
        small, large = (
            visit(browser.new_context(viewport=WINDOW), at, app) for at, app in zip((first, second), apps, strict=True)
        )
        for turn in range(runs + WARM_UP):
            taken = {"trivial": small.time(press_add, apps[0].shows), "filter": filter_once(large)}
            taken |= {"click": click_mark(large, turn), "known_on": step_known_on(large)}
            for name, (ms, size) in taken.items() if turn >= WARM_UP else ():
                times[name].append(ms)
                sizes[name].append(size)
    return times, sizes


def ratios(name: str, times: Times) -> dict[str, float]:
    """Return the ratios of the medians of two apps, until their pages show what they are for, and all."""
    mid = {which: statistics.median(taken) for which, taken in times.items()}
    whole = mid["dashboard whole"] / mid["trivial whole"]
    return {f"{name}_ratio": mid["dashboard"] / mid["trivial"], f"{name}_whole_ratio": whole}


def measure_many(browser: Browser, runs: int) -> Times:
    """Filter a topic of 3,000 claims, each a mark, beside the trivial app's click, in turns; return milliseconds."""
    times: Times = {}
    with tempfile.TemporaryDirectory() as folder:
        fill(open_workspace(folder), MANY_REPORTS)
        apps = [trivial(), dashboard(folder, MANY)]
        with running(apps[0]) as first, running(apps[1]) as second:
            small, large = (
                visit(browser.new_context(viewport=WINDOW), at, app)
                for at, app in zip((first, second), apps, strict=True)
            )
            for turn in range(runs + WARM_UP):
                taken = {"trivial_3000": small.time(press_add, apps[0].shows)[0]} | filter_many(large)
                for name, ms in taken.items() if turn >= WARM_UP else ():
                    times.setdefault(name, []).append(ms)
    return times


def summary_many(times: Times) -> dict[str, object]:
    """Return the ratios at 3,000 marks and the medians behind them."""
    mid = {name: statistics.median(taken) for name, taken in times.items()}
    ratios = {f"{name.partition('_')[0]}_ratio_3000": mid[name] / mid["trivial_3000"] for name in mid}
    return {name: ratio for name, ratio in ratios.items() if ratio != 1} | {"median_ms_3000": mid}


def summary(starts: Times, visits: Times, answers: Times, sizes: Times) -> dict[str, object]:
    """Return the ratios, the bytes and the medians behind them."""
    mid = {name: statistics.median(times) for name, times in answers.items()}
    ends = {f"start {name}": times for name, times in starts.items()}
    ends |= {f"second visit {name}": times for name, times in visits.items()} | answers
    return {
        **ratios("start", starts),
        **ratios("second_visit", visits),
        **{f"{name}_ratio": mid[name] / mid["trivial"] for name in ("filter", "known_on", "click")},
        **{f"{name}_bytes": statistics.median(sizes[name]) for name in ("filter", "known_on", "click")},
        "median_ms": {name: round(statistics.median(times), 1) for name, times in ends.items()},
        "quartiles_ms": {name: [round(end, 1) for end in statistics.quantiles(times)] for name, times in ends.items()},
        "runs": len(answers["filter"]),
        "processors": os.cpu_count(),
    }


def write_down(found: dict[str, object], file: Path | None) -> None:
    """Print what was found, and write it into a file where one is asked for."""
    text = json.dumps(found, indent=2)
    print(text)
    if file:
        file.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="file for the results")
    parser.add_argument("--runs", type=int, default=15, help="how often each measure is taken")
    parser.add_argument("--topic", default="troops_deployed", help="topic opened; by default that with most claims")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        apps = [trivial(), dashboard(folder, given.topic)]
        answers, sizes = measure_answers(browser, apps, given.runs)
        visits = measure_visits(browser, apps, given.runs)
        found = summary(measure_starts(browser, apps, given.runs), visits, answers, sizes)
        found |= summary_many(measure_many(browser, given.runs))
        browser.close()
    write_down(found, given.json)


if __name__ == "__main__":
    main()
