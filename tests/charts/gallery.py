"""Pictures of every chart, to be looked at: `PYTHONPATH=src:tests python tests/charts/gallery.py FOLDER`.

Needs Playwright and a Chromium, whose path `--chromium` gives.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import plotly
import plotly.graph_objects as go
from playwright.sync_api import Page, sync_playwright

from charts.making_marks import a_bound, a_denial, a_mark, a_range, some_marks
from claimsdash.charts.colours import assign_colours, colours_of_topic
from claimsdash.charts.events import Event
from claimsdash.charts.small import small_timeline
from claimsdash.charts.sources import SourcesView, by_source
from claimsdash.charts.timeline import TimelineView, timeline

NAN = float("nan")
GROUNDS = {"light": ("#ffffff", "#31333f", "#e0e3ea"), "dark": ("#0e1117", "#fafafa", "#31333f")}
LOOKS = (("light", 1100), ("dark", 1100), ("light", 390))
NARROW_PX = 640
EVENTS = (Event(date(2023, 9, 13), "Summit"), Event(date(2024, 11, 4), "Troops in Kursk"))


def every_case() -> list[dict[str, Any]]:
    """Return one mark of each kind, four claimants, half a year apart."""
    month = {"as_of_start": pd.Timestamp("2024-07-01"), "as_of_end": pd.Timestamp("2024-07-31")}
    nis = {"claimant": "nis", "claimant_name": "ROK National Intelligence Service"}
    us = {"claimant": "us", "claimant_name": "US Department of State"}
    hur = {"claimant": "hur", "claimant_name": "Defence Intelligence of Ukraine (HUR)"}
    exact = {"low": 5000, "best": 5000, "high": 5000}
    return [
        a_mark(mark_id=1, as_of="2023-10-01", **exact),
        a_mark(mark_id=2, qualifier="approximate", low=6500, high=6900, as_of="2024-02-26", n_reports=9),
        a_bound("lower_bound", 7000, mark_id=3, as_of="2024-06-14"),
        a_bound("upper_bound", 10000, mark_id=4, as_of="2024-03-01", **nis),
        a_bound("lower_bound", 1000, mark_id=5, as_of="2023-10-13", **us),
        a_bound("lower_bound", 10000, mark_id=6, as_of="2024-02-23", **us),
        a_range(4000, 6000, mark_id=7, **nis, **month),
        a_range(8000, 12000, best=9000, mark_id=8, as_of="2024-12-01", **nis),
        a_range(2000, 9999, qualifier="vague", say="thousands", mark_id=9, as_of="2023-12-15", **hur),
        a_mark(qualifier="vague", low=2000, best=NAN, high=NAN, say="thousands", mark_id=10, as_of="2025-02-01", **hur),
        a_denial(mark_id=11, as_of="2024-05-01", claimant="kcna", claimant_name="KCNA"),
        a_bound("upper_bound", 9000, modality="capacity", mark_id=12, as_of="2024-09-01", **us),
        a_range(9000, 11000, modality="planned", mark_id=13, as_of="2025-06-01", **us),
        a_mark(modality="capacity", mark_id=14, as_of="2025-04-01", **nis),
        a_mark(derived=True, parent_mark=2, mark_id=15, low=9500, best=9500, high=9500),
        a_range(11000, 13000, derived=True, parent_mark=3, mark_id=16, as_of="2024-06-14"),
        a_mark(status="withdrawn", mark_id=17, as_of="2025-01-15", **exact),
        a_mark(status="disputed", mark_id=18, as_of="2025-03-15", **exact),
        a_mark(is_relay=True, mark_id=19, as_of="2024-02-28"),
        a_mark(mark_id=20, as_of="2025-06-30", low=12000, best=12000, high=12000, **hur),
    ]


def five_hundred() -> list[dict[str, Any]]:
    """Return five hundred claims of thirty claimants."""
    made = []
    for n, day in enumerate(pd.date_range("2022-08-01", periods=500, freq="2D")):
        value = 1000 + n * 45 + (n * 7919) % 4000
        who = {"claimant": f"s{n % 30}", "claimant_name": f"Ministry of Number {n % 30}", "as_of": str(day.date())}
        kinds = (
            a_mark(low=value, best=value, high=value, **who),
            a_bound("lower_bound", value, **who),
            a_mark(qualifier="approximate", low=value - 500, best=value, high=value + 500, **who),
            a_bound("upper_bound", value, **who),
            a_range(value, value * 1.3, **who),
        )
        made.append(kinds[(n * 31) % 13 % 5])
    return made


def hostile() -> list[dict[str, Any]]:
    """Return claims whose names are made to break a chart."""
    names = ("<b>Bold</b> & <a href='https://example.org'>link</a>", "$\\alpha$ %{y} \u202etxet", "Ω" * 200)
    days = ("2024-01-01", "2024-02-01", "2024-03-01")
    return [
        a_mark(claimant=day, claimant_name=name, say=name, as_of=day) for day, name in zip(days, names, strict=True)
    ]


def figures() -> Iterator[tuple[str, go.Figure]]:
    """Yield the name and figure of every picture."""
    bounds = [a_bound(kind, 1000 * n, as_of=f"2024-0{n}-01") for n in range(1, 9) for kind in ("lower_bound",)]
    tables = {"cases": every_case(), "crowd": five_hundred(), "one": [a_mark()], "bounds": bounds, "hostile": hostile()}
    for name, rows in tables.items():
        marks = some_marks(*rows)
        counts = marks.groupby(["topic", "claimant"]).size().rename("n_claims").reset_index()
        colours = colours_of_topic(assign_colours(counts), list(marks["claimant"].value_counts().index))
        events = EVENTS if name == "cases" else ()
        yield name, timeline(marks, TimelineView("containers", colours=colours, events=events))
        yield f"{name}-log", timeline(marks, TimelineView("containers", colours=colours, log=True))
        yield f"{name}-sources", by_source(marks.head(60), SourcesView("containers", colours=colours))
    yield "empty", timeline(some_marks(), TimelineView("containers"))


def shoot(page: Page, figure: go.Figure, ground: str, width_px: int) -> bytes:
    """Return a picture of the figure on a ground, as wide as given."""
    back, text, line = GROUNDS[ground]
    spec = json.loads(figure.to_json())
    if width_px < NARROW_PX:
        spec["data"] = [trace for trace in spec["data"] if trace["meta"] not in ("names", "words")]
    axis = {"gridcolor": line, "linecolor": line}
    font = {"color": text, "family": "DejaVu Sans, sans-serif", "size": 12}
    spec["layout"]["template"] = {"layout": {"font": font, "xaxis": axis, "yaxis": axis}}
    page.set_viewport_size({"width": width_px, "height": int(figure.layout.height) + 8})
    page.evaluate(
        "([spec, back]) => { document.body.style.background = back; Plotly.purge('g');"
        " return Plotly.newPlot('g', spec.data, spec.layout, {displayModeBar: false, responsive: true}) }",
        [spec, back],
    )
    return page.screenshot()


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    (given.folder / "small.svg").write_text(small_timeline(some_marks(*every_case())), encoding="utf-8")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        browser = playwright.chromium.launch(executable_path=given.chromium, args=options)
        page = browser.new_page()
        page.set_content('<body style="margin:0"><div id="g"></div></body>')
        page.add_script_tag(path=str(Path(plotly.__file__).parent / "package_data" / "plotly.min.js"))
        for name, figure in figures():
            for ground, width_px in LOOKS:
                (given.folder / f"{name}-{ground}-{width_px}.png").write_bytes(shoot(page, figure, ground, width_px))
        browser.close()


if __name__ == "__main__":
    main()
