"""A claimant is chosen in the dashboard and in apps of the same chart in Dash, Panel, Vizro, marimo and Streamlit.

    python3 -m venv .peers && .peers/bin/pip install -r benchmarks/peers/requirements.txt
    python benchmarks/peer_apps.py --peers .peers/bin/python --json out.json [--runs 15] [--only dash ...]

All stand open in one Chromium, which is told that its reader prefers no motion, and are pressed in turns: a claimant is
chosen for the first time, then the same one again and again, and taken back. Measured is from the pointer's press to
the end of the first frame that begins with exactly the marks of that choice drawn: each mark is a node that plotly has
bound to its claim, or stands on the canvas of a chart of ours, which counts when its drawing has ended. Further rounds,
not timed, go through a counter of what travels over the connection in either direction until the page has come to rest:
all of it, addresses and heads too, packed as the server packs it.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import pandas as pd
from playwright.sync_api import Browser, Page, sync_playwright

from browser import FLAGS, HERE, IDLE_MS, SOURCE, WARM_UP, WINDOW

PEERS = HERE / "peers"
TOPIC = "troops_deployed"
PATIENCE_S = 90
REST_MS = 1000
SHARE = 65536
STREAMLIT = ["-m", "streamlit", "run", "streamlit_app.py", "--server.headless=true", "--server.port={port}"]
GUNICORN = ["-m", "gunicorn", "--bind=127.0.0.1:{port}", "--threads=4"]
COMMANDS = {
    "claimsdash": ["-m", "claimsdash", "serve", "--no-browser", "--port={port}", "--workspace={folder}"],
    "dash": [*GUNICORN, "dash_app:server"],
    "panel": ["-m", "panel", "serve", "panel_app.py", "--port={port}", "--allow-websocket-origin=*"],
    "vizro": [*GUNICORN, "vizro_app:server"],
    "marimo": ["-m", "marimo", "run", "marimo_app.py", "--headless", "--no-token", "--port={port}"],
    "streamlit": [*STREAMLIT, "--browser.gatherUsageStats=false"],
}
"""What follows the name of Python; Dash and Vizro with the server that their guides name for use by others."""
PATHS = {"claimsdash": f"/topic?topic={TOPIC}", "panel": "/panel_app"}
MORE = "[data-field=claimants] > button"
"""Ours shows the first claimants, until it is asked for all."""

OURS = ("claimsdash", "streamlit")
"""Apps that run with what the project itself is installed with."""

WAYS = {"new": "chosen for the first time", "again": "chosen again", "back": "taken back"}
Measured = dict[str, dict[str, list[float]]]
Found = dict[str, Any]

CLOCK = """
window.drawn = (root = document) => {
  const found = [...root.querySelectorAll(".js-plotly-plot .point")]
  for (const node of root.querySelectorAll("*")) if (node.shadowRoot) found.push(...drawn(node.shadowRoot))
  return found
}
window.onCanvas = (chart) => {
  if (chart.counted !== chart.dataset.drawn) {
    const traces = chart.querySelector(".js-plotly-plot")?._fullData ?? []
    chart.marks = traces.flatMap(({ customdata }) => [...customdata ?? []])
    chart.counted = chart.dataset.drawn
  }
  return chart.marks
}
window.marksDrawn = () => {
  const ours = [...document.querySelectorAll("[data-drawn]")].flatMap(onCanvas)
  const ids = new Set([...ours, ...drawn().map((node) => node.__data__?.data)].filter(Number.isInteger))
  return [...ids].sort((one, other) => one - other).join()
}
window.clock = (expected) => new Promise((done, fail) => {
  let begun
  addEventListener("pointerdown", () => { begun = performance.now() }, { capture: true, once: true })
  setTimeout(() => fail(new Error(`not drawn: ${expected}; but ${marksDrawn()}`)), 20000)
  const look = () => {
    if (begun === undefined || marksDrawn() !== expected) return requestAnimationFrame(look)
    const channel = new MessageChannel()
    channel.port1.onmessage = () => done(performance.now() - begun)
    channel.port2.postMessage(0)
  }
  requestAnimationFrame(look)
})
"""


@dataclass
class Counter:
    """A port that passes on to another what it is sent and what comes back, and counts both."""

    port: int
    up: int = 0
    down: int = 0
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def begin(self) -> None:
        """Listen, beside whatever else goes on."""
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            browser, _ = self.listener.accept()
            server = socket.create_connection(("127.0.0.1", self.port))
            for ends in ((browser, server, "up"), (server, browser, "down")):
                Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, way: str) -> None:
        try:
            while part := one.recv(SHARE):
                setattr(self, way, getattr(self, way) + len(part))
                other.sendall(part)
            other.shutdown(socket.SHUT_WR)
        except OSError:  # the browser is gone, or the server is
            other.close()


@dataclass(frozen=True)
class Choice:
    """A claimant, and the marks that are drawn when it is chosen, by their numbers; of all claimants for None."""

    claimant: str
    marks: str


def marks_of_topic(topic: str) -> pd.DataFrame:
    """Return what the dashboard draws of a topic, as `peers/chart.py` reads it."""
    from claimsdash.charts.glyphs import place
    from claimsdash.charts.look import colour
    from claimsdash.charts.marks import hover_texts
    from claimsdash.export import notebook

    chosen = notebook.select(notebook.curated(), topic=topic)
    scene = notebook._scene(chosen, {})
    rows = place(scene.look.marks).rows
    told = {"mark_id": "mark_id", "claimant": "claimant_name", "glyph": "glyph", "family": "family", "y": "y"}
    told |= {"low": "y_low", "high": "y_high", "opacity": "opacity"}
    days = {name: pd.to_datetime(rows[name], unit="ms").round("s") for name in ("at", "start", "end")}
    colours = [colour(scene.colours.get(claimant)) for claimant in rows["claimant"].tolist()]
    return pd.DataFrame(
        {name: rows[column] for name, column in told.items()}
        | days
        | {"colour": colours, "said": hover_texts(rows, named=True)}
    )


def choices_of(marks: pd.DataFrame) -> list[Choice]:
    """Return all marks, then the choice of each claimant, those with most marks first."""
    claimants = marks["claimant"].value_counts().index
    parts = [("", marks), *((name, marks[marks["claimant"].eq(name)]) for name in claimants)]
    return [Choice(name, ",".join(map(str, sorted(part["mark_id"])))) for name, part in parts]


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(name: str, python: str, folder: Path) -> Iterator[tuple[int, int]]:
    """Start an app; give its port, once it answers, and the number of its process."""
    port = free_port()
    environment = os.environ | {"PYTHONPATH": f"{SOURCE if name == 'claimsdash' else PEERS}"}
    environment |= {"PEER_MARKS": str(folder / "marks.csv")}
    command = [python, *(part.format(port=port, folder=folder / "workspace") for part in COMMANDS[name])]
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, cwd=PEERS, stdout=log, stderr=log)
    try:
        _wait_for(f"http://127.0.0.1:{port}/", process)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE_S and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - the server just started
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise TimeoutError(f"no answer from {' '.join(map(str, process.args))}")  # type: ignore[arg-type]


def opened(browser: Browser, address: str, choices: Sequence[Choice], *, motion: bool = False) -> Page:
    """Open a page and wait until all marks stand drawn."""
    context = browser.new_context(viewport=WINDOW, reduced_motion="no-preference" if motion else "reduce")
    page = context.new_page()
    page.add_init_script(CLOCK)
    page.goto(address)
    page.wait_for_function("(expected) => marksDrawn() === expected", arg=choices[0].marks, timeout=PATIENCE_S * 1000)
    page.get_by_role("checkbox", name=choices[1].claimant).first.wait_for()
    for longer in page.locator(MORE).all():
        longer.click()
    page.wait_for_timeout(REST_MS)
    return page


def press(page: Page, choice: Choice, *, then: Choice) -> float:
    """Press the box of a claimant; return the milliseconds until exactly the marks of what is then chosen are seen."""
    page.wait_for_timeout(IDLE_MS)
    page.evaluate("(expected) => { window.ticking = clock(expected) }", then.marks)
    page.get_by_role("checkbox", name=choice.claimant).first.click(force=True)
    taken: float = page.evaluate("window.ticking")
    return taken


def count(page: Page, counter: Counter, choice: Choice, *, then: Choice) -> int:
    """Return the bytes that travel either way when the box of a claimant is pressed."""
    page.wait_for_timeout(REST_MS)
    before = counter.up + counter.down
    press(page, choice, then=then)
    page.wait_for_timeout(REST_MS)
    return counter.up + counter.down - before


def measure(browser: Browser, ports: dict[str, int], choices: Sequence[Choice], runs: int) -> Measured:
    """Press in each app, in turns; return the milliseconds by app and way."""
    places = {name: f"http://127.0.0.1:{port}{PATHS.get(name, '/')}" for name, port in ports.items()}
    pages = {name: opened(browser, address, choices) for name, address in places.items()}
    pages["claimsdash, marks moving"] = opened(browser, places["claimsdash"], choices, motion=True)
    times: Measured = {name: {way: [] for way in WAYS} for name in pages}
    for turn in range(runs + WARM_UP):
        for name, page in pages.items():
            page.bring_to_front()
            taken = once(page, choices, turn)
            for way, ms in taken.items() if turn >= WARM_UP else ():
                times[name][way].append(ms)
    return times


def once(page: Page, choices: Sequence[Choice], turn: int) -> dict[str, float]:
    """Choose a claimant that was not chosen before, then the same one as ever, and take each back."""
    everyone, most, *others = choices
    other = others[turn % len(others)]
    new = press(page, other, then=other)
    press(page, other, then=everyone)
    return {"new": new, "again": press(page, most, then=most), "back": press(page, most, then=everyone)}


def weigh(browser: Browser, ports: dict[str, int], choices: Sequence[Choice], rounds: int = 2) -> Measured:
    """Return the bytes by app and way: the claimant is chosen for the first time, taken back, and so on."""
    everyone, most = choices[:2]
    found = {}
    for name, port in ports.items():
        counter = Counter(port)
        counter.begin()
        page = opened(browser, counter.address + PATHS.get(name, "/"), choices)
        new, *again = (
            (count(page, counter, most, then=most), count(page, counter, most, then=everyone)) for _ in range(rounds)
        )
        found[name] = {"new": [new[0]], "again": [size for size, _ in again], "back": [size for _, size in again]}
        page.close()
    return found


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", required=True, help="Python with benchmarks/peers/requirements.txt installed")
    parser.add_argument("--json", type=Path, help="file for the results")
    parser.add_argument("--runs", type=int, default=15, help="how often the claimant is chosen and taken back")
    parser.add_argument("--only", nargs="*", default=list(COMMANDS)[1:], help="the peers to measure; all by default")
    given = parser.parse_args()
    names = ["claimsdash", *given.only]
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running, sync_playwright() as playwright:
        marks = marks_of_topic(TOPIC)
        marks.to_csv(Path(folder) / "marks.csv", index=False)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        ports = {
            name: running.enter_context(serving(name, sys.executable if name in OURS else given.peers, Path(folder)))[0]
            for name in names
        }
        times = measure(browser, ports, choices_of(marks), given.runs)
        sizes = weigh(browser, ports, choices_of(marks))
        browser.close()
    found = summary(times, sizes)
    print(table(found))
    if given.json:
        given.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def summary(times: Measured, sizes: Measured) -> dict[str, dict[str, Found]]:
    """Return medians and quartiles in milliseconds, their ratio to ours, and the bytes, by app and way."""
    ours = times["claimsdash"]
    return {
        name: {
            way: {
                "ms": round(statistics.median(taken), 1),
                "quartiles_ms": [round(end, 1) for end in statistics.quantiles(taken)],
                "ratio": round(statistics.median(taken) / statistics.median(ours[way]), 2),
                "bytes": statistics.median(sizes.get(name, sizes["claimsdash"])[way]),
                "runs": len(taken),
            }
            for way, taken in ways.items()
        }
        for name, ways in times.items()
    }


def table(found: dict[str, dict[str, Found]]) -> str:
    """Write the medians as a table."""
    lines = ["| app | " + " | ".join(WAYS.values()) + " |", "|---" * (len(WAYS) + 1) + "|"]
    for name, ways in found.items():
        cells = [f"{of['ms']:.0f} ms ({of['ratio']} x), {of['bytes']:,.0f} bytes" for of in ways.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
