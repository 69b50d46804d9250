"""A chart as PNG or SVG: the figure in a page that composes it as the buttons of the dashboard do."""

import base64
import re
import tempfile
from dataclasses import asdict, dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import orjson

from claimsdash.export.picture.chrome import ChromeError, page_after_loading
from claimsdash.export.report.page import data_for_script, plain_value, plotly_file
from claimsdash.export.scenes.charts import Charted

_DRAWN = re.compile(r'<pre id="(picture|trouble)">([^<]*)</pre>')


@dataclass(frozen=True)
class _Caption:
    """The words around the chart, as `app/browser/picture.js` reads them."""

    title: str
    subtitle: str
    footer: tuple[str, ...]
    alt: str


def draw_picture(chrome: str, chart: Charted, *, form: str) -> bytes:
    """Return a chart with its head, key and foot, as "png" or "svg"; raises ChromeError where the browser fails."""
    notes = chart.notes
    caption = _Caption(notes.title, f"{notes.subtitle} · {notes.counted}", chart.footer, chart.drawn.alt)
    with tempfile.TemporaryDirectory() as folder, as_file(files("claimsdash")) as package:
        page = Path(folder) / "picture.html"
        code = package / "export" / "picture" / "draw.js"
        page.write_text(_page(chart.drawn.figure, caption, code, form), encoding="utf-8")
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
