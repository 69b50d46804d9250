"""The whole report: one HTML file with its charts, its code and its style inside."""

import base64
import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import orjson

from claimsdash.export.method import Rule, method_in_force
from claimsdash.export.notes import ViewNotes
from claimsdash.export.report.parts import Html, facts, grid, link, tag, told
from claimsdash.export.report.sections import Part, section
from claimsdash.intake.package import Package

_OWN = Path(__file__).parent


@dataclass(frozen=True)
class Made:
    """When and from what a report is made; `notes` are those of the whole."""

    on: date
    package: Package
    notes: ViewNotes


def write_report(parts: Sequence[Part], made: Made) -> bytes:
    """Return a report of the parts, a topic each, as HTML that needs no network.

    plotly.js is packed inside and unpacked by the browser, which more than halves the file. A policy in the page lets
    it load nothing, and run no script but the two that came with it; links lead out only where they are clicked.
    """
    sections = [section(part, number, is_alone=len(parts) == 1) for number, part in enumerate(parts)]
    body = tag(
        "body",
        _head(made),
        *_contents(parts),
        *(each.html for each in sections),
        *_method(parts, made),
        data_for_script(
            "figures", orjson.dumps([each.data for each in sections], default=plain_value, option=_OPTIONS)
        ),
        Html(f'<script type="application/octet-stream" id="plotly">{_packed_plotly()}</script>'),
        Html(f"<script>{_own('report.js')}</script>"),
    )
    html = f'<!DOCTYPE html>\n<html lang="en">{_meta(made)}{body}</html>\n'
    return html.encode()


_OPTIONS = orjson.OPT_SERIALIZE_NUMPY


def _head(made: Made) -> Html:
    words = f"{made.notes.counted}. {made.notes.rule}"
    return tag(
        "header",
        tag("p", "claimsdash report", class_="quiet"),
        tag("h1", told(made.notes.title)),
        tag("p", words),
        tag("button", "Light or dark", type="button", id="theme"),
    )


def _contents(parts: Sequence[Part]) -> Sequence[Html]:
    if len(parts) < 2:
        return []
    items = (
        tag("li", tag("a", told(part.notes.title), href=f"#topic-{number}"), f" {part.notes.counted}")
        for number, part in enumerate(parts)
    )
    return [tag("nav", tag("ol", *items), aria_label="Topics")]


def _method(parts: Sequence[Part], made: Made) -> Sequence[Html]:
    used = {part.scene.axis.assumption.key for part in parts if part.scene.axis.assumption}
    rules = method_in_force(made.package, keys=used or None)
    shown = [
        tag("h3", rule.title) + grid(rule.columns, _cells(rule), caption=rule.words) for rule in rules if rule.rows
    ]
    facts_of_view = facts([*made.notes.facts, ("Made on", made.on.isoformat())])
    return [tag("section", tag("h2", "The method in force"), facts_of_view, *map(Html, shown), id="method")]


def _cells(rule: Rule) -> Sequence[Sequence[str]]:
    if not rule.pages:
        return rule.rows
    return [(*row[:-1], link(page, row[-1])) for row, page in zip(rule.rows, rule.pages, strict=True)]


def _meta(made: Made) -> Html:
    scripts = " ".join(f"'sha256-{_digest(code)}'" for code in (_own("report.js"), _plotly()))
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", told(made.notes.title)),
        Html(f"<style>{_own('report.css')}</style>"),
    )


def data_for_script(key: str, json: bytes) -> Html:
    """Return data for the script; nothing in it can end the element that holds it."""
    safe = json.decode().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Html(f'<script type="application/json" id="{key}">{safe}</script>')


def plain_value(value: Any) -> Any:
    """Turn numpy and pandas values into what JSON has."""
    for name in ("isoformat", "tolist"):
        if hasattr(value, name):
            return getattr(value, name)()
    raise TypeError(f"a figure holds {type(value).__name__}, which no chart can show")


def plotly_file() -> Path:
    """Return where plotly.js of the installed plotly package is: the one bundle that it brings."""
    return Path(str(distribution("plotly").locate_file("plotly/package_data/plotly.min.js")))


@cache
def _plotly() -> str:
    return plotly_file().read_text(encoding="utf-8")


@cache
def _packed_plotly() -> str:
    return base64.b64encode(gzip.compress(_plotly().encode(), 9, mtime=0)).decode()


@cache
def _own(name: str) -> str:
    return (_OWN / name).read_text(encoding="utf-8")


def _digest(code: str) -> str:
    return base64.b64encode(sha256(code.encode()).digest()).decode()
