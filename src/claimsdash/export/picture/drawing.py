"""A scene as PNG or SVG: the figure in a page that composes it as the buttons of the dashboard do."""

import base64
import re
import tempfile
from dataclasses import asdict, dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import orjson

from claimsdash.charts.alt import alt_text
from claimsdash.charts.scene import Scene, events_shown, scene_by_source, scene_over_time
from claimsdash.export.notes import ViewNotes, say_events
from claimsdash.export.picture.chrome import ChromeError, page_after_loading
from claimsdash.export.report.page import data_for_script, plain_value, plotly_file

CHARTS = {"timeline": scene_over_time, "sources": scene_by_source}
"""The charts that can be drawn, by the names that `export.notes.WHAT` has for them."""

_DRAWN = re.compile(r'<pre id="(picture|trouble)">([^<]*)</pre>')


@dataclass(frozen=True)
class _Caption:
    """The words around the chart, as `app/browser/picture.js` reads them."""

    title: str
    subtitle: str
    footer: tuple[str, ...]
    alt: str


def draw_picture(chrome: str, scene: Scene, notes: ViewNotes, *, kind: str, form: str) -> bytes:
    """Return the chart of that kind with its head, key and foot, as "png" or "svg".

    `notes` are those of the scene, named after the chart. Raises ChromeError where the browser fails.
    """
    figure = CHARTS[kind](scene)
    subtitle = f"{notes.subtitle} · {notes.counted}"
    events = say_events(events_shown(scene)) if kind == "timeline" else ""
    footer = tuple(line for line in (*notes.footer[:-1], events, notes.footer[-1]) if line)
    caption = _Caption(notes.title, subtitle, footer, alt_text(scene.look.marks))
    with tempfile.TemporaryDirectory() as folder, as_file(files("claimsdash")) as package:
        page = Path(folder) / "picture.html"
        page.write_text(_page(figure, caption, package / "export" / "picture" / "draw.js", form), encoding="utf-8")
        markup = page_after_loading(chrome, page)
    return _read(markup, chrome)


def _page(figure: Any, caption: _Caption, code: Path, form: str) -> str:
    spec = figure.to_plotly_json()
    layout = {name: value for name, value in spec["layout"].items() if name not in ("template", "meta")}
    sent = {
        "data": spec["data"],
        "layout": layout,
        "height": layout["height"],
        "caption": asdict(caption),
        "form": form,
    }
    told = data_for_script("sent", orjson.dumps(sent, default=plain_value, option=orjson.OPT_SERIALIZE_NUMPY))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>picture</title></head><body>{told}'
        f'<script src="{plotly_file().as_uri()}"></script><script type="module" src="{code.as_uri()}"></script>'
        "</body></html>"
    )


def _read(markup: str, chrome: str) -> bytes:
    found = _DRAWN.search(markup)
    if found is None:
        raise ChromeError(f"{chrome} did not finish the picture. Is it a Chrome or Chromium of 2022 or later?")
    content = base64.b64decode(found[2])
    if found[1] == "trouble":
        raise ChromeError(f"{chrome} could not draw the picture: {content.decode('utf-8', 'replace')}")
    return content
