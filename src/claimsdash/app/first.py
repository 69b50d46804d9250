"""The chart of a topic's page, drawn before all else: what the head of such a page is given for it.

A page of Streamlit shows nothing until its code has started, a socket is open, the script has run and all of it is
drawn. The chart needs none of that: the head of the page asks for it (`ahead.first`), plotly.js starts at once, and
`browser/first.js` draws the chart with its title and bar where they will stand. Then Streamlit's code starts, and
the page takes them over as they are. Where the chart is late, a file is missing, or a script in the page may not run,
Streamlit does not wait for it.
"""

import re
from functools import cache
from html import escape
from typing import Any
from urllib.parse import parse_qs

import streamlit as st

NAME = "first"
"""The last part of the address at which the chart is asked for."""
PAGE = "/topic"
_ANSWERED = ("time", "source")
_COLOURS = {
    "textColor": "text-color",
    "backgroundColor": "background-color",
    "secondaryBackgroundColor": "secondary-background-color",
    "borderColor": "border-color",
    "primaryColor": "primary-color",
    "linkColor": "link-color",
}
"""Settings of a theme, and what Streamlit calls them in the CSS of a component."""
_CODE = re.compile(rb'<script type="module" crossorigin src="(?P<address>[^"]+)"></script>')
_HELD = (
    b'<link rel="modulepreload" crossorigin href="ADDRESS">'
    b"<script>document.write('<script type=\"claims/held\" src=\"ADDRESS\"></' + 'script><!' + '--')</script>"
    b'<script type="module" crossorigin src="ADDRESS"></script><!-- -->'
)
"""Streamlit's code, held by a script that writes the beginning of a comment around it.

Where a browser runs no script of a page (a Content-Security-Policy, a setting), the page starts as usual.
"""
_PARTS = b'<link rel="modulepreload" crossorigin href='
_PARTS_LATER = b'<link rel="modulepreload" crossorigin fetchpriority="low" href='
"""Streamlit's own modules, as its pages name them; on the way they let the chart's go first."""
_AT_LATEST_MS = 3000
_ASKING = f"""
const goOn = () => {{
  const held = document.querySelector('script[type="claims/held"]')
  const code = Object.assign(document.createElement("script"), {{ type: "module", crossOrigin: "", src: held?.src }})
  held?.replaceWith(code)
}}
window.claimsFirst = {{ asked: fetch("ADDRESS" + location.search).catch(() => ({{ status: 0 }})), goOn }}
setTimeout(goOn, {_AT_LATEST_MS})
"""
"""Asks for the chart as the page is read, and lets Streamlit's code start: at the latest after so long."""
_FONT = '"Source Sans",sans-serif,"Source Sans",sans-serif'
_RADIUS = "0.35rem"
"""Both as Streamlit writes them for the theme of `.streamlit/config.toml`. Where they differ a chart is drawn twice."""


def is_asked(scope: Any) -> bool:
    """Say whether a page is asked for whose chart can be drawn before it.

    >>> is_asked({"path": "/topic", "query_string": b"topic=troops&tab=source"})
    True
    >>> is_asked({"path": "/topic", "query_string": b"topic=troops&tab=table"})
    False
    """
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    is_answered = asked.get("tab", [_ANSWERED[0]])[-1] in _ANSWERED
    return str(scope["path"]).endswith(PAGE) and "topic" in asked and "embed" not in asked and is_answered


def write(page: bytes, head: bytes) -> bytes:
    """Return a page whose head begins with `head`, and whose own code is held until the chart is drawn.

    >>> page = b'<script type="module" crossorigin src="./a.js"></script>'
    >>> write(page, b"<style>").startswith(b'<style><link rel="modulepreload" crossorigin href="./a.js"><script>')
    True
    """
    page = page.replace(_PARTS, _PARTS_LATER)
    return _CODE.sub(lambda found: head + _HELD.replace(b"ADDRESS", found["address"]), page, count=1)


def head(home: str, query: str, code: bytes) -> bytes:
    """Return what the head of such a page begins with.

    `home` is the address of what this app answers itself, `query` that of the page, `code` what draws the chart. The
    browser is told first of all to ask: its requests wait in line, and a page has some eighty files.
    """
    address = f"{home}/{NAME}"
    named = f'<link rel="preload" as="fetch" crossorigin fetchpriority="high" href="{escape(f"{address}?{query}")}">'
    return f"{named}<script>{_ASKING.replace('ADDRESS', address)}</script>".encode() + code


@cache
def code(folder: str, plotly: str) -> bytes:
    """Return what draws the chart: `folder` is the address of our files, `plotly` the name of plotly.js."""
    style = f'<style>{themes()}</style><link rel="stylesheet" href="{folder}/first.css">'
    styles = "".join(
        f'<link rel="stylesheet" href="{folder}/{name}" data-claims="{name}">' for name in ("bar.css", "graph.css")
    )
    scripts = "".join(
        f'<script type="module" fetchpriority="high" src="{folder}/{name}"></script>' for name in ("first.js", plotly)
    )
    return (style + styles + scripts).encode()


def themes() -> str:
    """Return the colours of both themes and the font as CSS, under the names that components know them by."""
    common = f"--st-font:{_FONT};--st-base-radius:{_RADIUS};--st-button-radius:{_RADIUS};"
    return f".claims-first{{{common}}}" + "".join(
        f'.claims-first[data-theme="{theme}"]{{{_colours(theme)}}}' for theme in ("light", "dark")
    )


def _colours(theme: str) -> str:
    told = {css: st.get_option(f"theme.{theme}.{name}") for name, css in _COLOURS.items()}
    side = st.get_option(f"theme.{theme}.sidebar.backgroundColor")
    return f"--claims-side:{side};" + "".join(f"--st-{css}:{value};" for css, value in told.items())
