"""How fast each tab answers once what it shows is cached, beside a rerun of the smallest Streamlit app there is.

    PYTHONPATH=src python benchmarks/tabs.py --json out.json [--runs 9] [--topic troops_deployed]

In turns: a click on the button of the trivial app, then, in an open page of the dashboard, a click on each tab and on
each choice inside one, measured from the press until the frame in which its chart or table stands drawn. The first
rounds fill the caches and do not count. Each ratio is that of the medians.
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from browser import (
    CHART,
    FLAGS,
    WARM_UP,
    WINDOW,
    Times,
    Visit,
    dashboard,
    press_add,
    running,
    trivial,
    visit,
    write_down,
)

DRAWN = "data-drawn"
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"]'
FORGET = "() => document.querySelectorAll('[data-drawn]').forEach((one) => { one.dataset.drawn = 0 })"
"""Makes a chart that is put up anew, and so counts its drawings from one again, look changed."""
TABS = {
    "by source": ("By source", ".st-key-sources .claims-graph", DRAWN),
    "revisions": ("Revisions", ".st-key-ladder .claims-graph", DRAWN),
    "rates": ("Rates", ".st-key-rates .claims-graph", DRAWN),
    "agreement": ("Agreement", ".st-key-agreement .claims-graph", DRAWN),
    "table": ("Table", ".st-key-claims_table .claims-listing", DRAWN),
    "over time": ("Over time", CHART, DRAWN),
}
"""What is measured to the label of the tab, what stands drawn in it, and by which attribute that is seen."""
CHOICES = {
    "by claimant": ("ArrowDown", ".st-key-panels .claims-graph"),
    "by topic": ("ArrowDown", ".st-key-panels .claims-graph"),
    "one chart": ("Home", CHART),
}
"""Likewise for the menu of panels above the timeline, to the key that goes from one choice to the next."""
SWITCHES = {"pooled band": "Pooled band (a model)"}


def press_tab(label: str) -> Callable[[Page], None]:
    """Return what clicks a tab."""
    return lambda page: page.get_by_role("tab", name=label, exact=True).click()


def press_choice(key: str) -> Callable[[Page], None]:
    """Return what presses a key in the menu of panels."""
    return lambda page: page.get_by_label("Panels").press(key)


def press(label: str) -> Callable[[Page], None]:
    """Return what clicks a switch."""
    return lambda page: page.get_by_label(label).click()


def time_press(visited: Visit, act: Callable[[Page], None], *seen: str) -> float:
    """Return the milliseconds that a press takes in a page that has come to rest."""
    visited.page.wait_for_selector(AT_REST)
    visited.page.evaluate(FORGET)
    return visited.time(act, *seen)[0]


def measure(visited: Visit) -> dict[str, float]:
    """Go through all tabs, choices and switches once; return milliseconds by name."""
    taken = {name: time_press(visited, press_tab(label), *seen) for name, (label, *seen) in TABS.items()}
    taken |= {name: time_press(visited, press_choice(key), shows, DRAWN) for name, (key, shows) in CHOICES.items()}
    for name, switch in SWITCHES.items():
        taken[name] = time_press(visited, press(switch), CHART, DRAWN)
        visited.page.wait_for_selector(AT_REST)
        press(switch)(visited.page)
        visited.page.wait_for_url(lambda address: "band" not in address)
        visited.page.wait_for_selector(AT_REST)
    return taken


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="file for the results")
    parser.add_argument("--runs", type=int, default=9, help="how often each tab is opened")
    parser.add_argument("--topic", default="troops_deployed", help="topic opened; by default that with most claims")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        apps = [trivial(), dashboard(folder, given.topic)]
        times: Times = {}
        with running(apps[0]) as first, running(apps[1]) as second:
            small, large = (
                visit(browser.new_context(viewport=WINDOW), at, app)
                for at, app in zip((first, second), apps, strict=True)
            )
            for turn in range(given.runs + WARM_UP):
                taken = {"trivial": small.time(press_add, apps[0].shows)[0]} | measure(large)
                for name, ms in taken.items() if turn >= WARM_UP else ():
                    times.setdefault(name, []).append(ms)
        browser.close()
    write_down(summary(times), given.json)


def summary(times: Times) -> dict[str, object]:
    """Return the ratio of each tab to the trivial rerun, and the medians behind them."""
    mid = {name: statistics.median(taken) for name, taken in times.items()}
    return {
        "tabs_ratio": {name: round(ms / mid["trivial"], 2) for name, ms in mid.items() if name != "trivial"},
        "median_ms": {name: round(ms, 1) for name, ms in mid.items()},
        "runs": len(times["trivial"]),
    }


if __name__ == "__main__":
    main()
