"""Pieces of HTML: text is escaped unless it was made here."""

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote, urlsplit

from claimsdash.charts.look import plain
from claimsdash.export.card import page_of

LONGEST = 1000
"""Characters shown of one text."""

_VOID = ("meta", "br", "hr")


class Html(str):
    """Text that is markup already: nothing else may be put into a page unescaped."""

    __slots__ = ()


def tag(name: str, /, *inner: str, **attributes: str) -> Html:
    """Return an element; text inside and in attributes is escaped, `class_` and `data_key` become class and data-key.

    >>> tag("p", "a < b", tag("b", "c"), class_="x")
    '<p class="x">a &lt; b<b>c</b></p>'
    """
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    head = "".join(f' {key}="{escape(value)}"' for key, value in named)
    body = "".join(part if isinstance(part, Html) else escape(part) for part in inner)
    return Html(f"<{name}{head}>" if name in _VOID else f"<{name}{head}>{body}</{name}>")


def told(text: object) -> str:
    """Return the text of others on one line, without characters that hide or turn others."""
    return plain(text, limit=LONGEST)


def link(address: str, words: str = "") -> Html:
    """Return a link to a page of http or https that does not tell where one comes from, else the words.

    Without words the host is shown.
    """
    page = page_of(address)
    if not page:
        return tag("span", told(words or address))
    safe = quote(page, safe=":/?#[]@!$&'()*+,;=%~")
    return tag("a", told(words or urlsplit(page).hostname), href=safe, rel="noopener noreferrer", target="_blank")


def facts(pairs: Iterable[tuple[str, str | Html]]) -> Html:
    """Return pairs of a name and a text as a description list."""
    rows = (tag("div", tag("dt", name), tag("dd", shown(text))) for name, text in pairs)
    return tag("dl", *rows)


def grid(columns: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str) -> Html:
    """Return a table."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", shown(cell)) for cell in row)) for row in rows))
    return tag("div", tag("table", tag("caption", caption), head, body), class_="scroll", tabindex="0")


def shown(text: str) -> str:
    """Return markup as it is, and any other text made safe to show."""
    return text if isinstance(text, Html) else told(text)
