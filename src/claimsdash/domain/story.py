"""A story: a short text in a small part of Markdown, with saved views in it.

A line of its own `![[name of a view]]` embeds that view. Everything that the list below does not name is shown as it
was typed: no HTML, no picture, no formula, no directive of the program that shows it, no link but to http and https.

| written | shown |
|---|---|
| `# Title`, `## Title`, `### Title` | a heading |
| `**bold**`, `*italic*`, `_italic_` | bold, italic |
| `[words](https://example.org)`, a bare address | a link |
| `- item`, `* item`, `1. item` | a list |
| `> words` | a quotation |
| `---` | a rule |

After CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), of which this is a part.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST_EMBEDS = 12
"""Views in one story: each is a chart that a reader's browser draws."""

_EMBED = re.compile(r"[ \t]*!\[\[([^\[\]\n]{1,200})\]\][ \t]*")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_BULLET = re.compile(r"([ \t]*)[-*+][ \t]+(.*)$")
_NUMBER = re.compile(r"([ \t]*)(\d{1,4})[.)][ \t]+(.*)$")
_QUOTE = re.compile(r"[ \t]*>[ \t]?(.*)$")
_RULE = re.compile(r"[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_HTTP = re.compile(r"https?://[^\s<>\"\\^`{|}]+")
_INLINE = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<picture>!\[(?P<alt>[^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s[^()]{0,200})?\))
    |(?P<link>\[(?P<words>[^\[\]]{1,300})\]\(\s*(?P<address>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)\s*\))
    |(?P<bold>\*\*(?=\S)(?P<strong>[^*\n]{0,2000}[^*\s])\*\*)
    |(?P<italic>\*(?=\S)(?P<emphasis>[^*\n]{0,2000}[^*\s])\*)
    |(?P<under>(?<!\w)_(?=\S)(?P<underlined>[^_\n]{0,2000}[^_\s])_(?!\w))
    |(?P<bare>https?://[^\s<>"\\^`{|}]+)""",
    re.VERBOSE,
)
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_DEEPEST = 3


@dataclass(frozen=True)
class Embed:
    """A saved view in a story, by its name."""

    name: str


@dataclass(frozen=True)
class Words:
    """Text of a story as Markdown that is safe to show; `left_out` says what of it is not shown as its author meant."""

    markdown: str
    left_out: tuple[str, ...] = ()


def parts_of(text: str) -> list[Embed | Words]:
    """Part a story into words and embedded views, in order.

    >>> parts_of("So **many**?\\n![[Shells]]\\n<b>")
    [Words(markdown='So **many**\\\\?', left_out=()), Embed(name='Shells'), Words(markdown='\\\\<b\\\\>', left_out=())]
    """
    parts: list[Embed | Words] = []
    lines: list[str] = []
    for line in [*text.split("\n"), None]:
        found = _EMBED.fullmatch(line) if line is not None else None
        if line is not None and found is None:
            lines.append(line)
            continue
        if any(each.strip() for each in lines):
            parts.append(_words(lines))
        lines = []
        if found is not None:
            parts.append(Embed(" ".join(found[1].split())))
    return parts


def embeds_in(text: str) -> list[str]:
    """Return the names of the views that a story embeds, in order."""
    return [part.name for part in parts_of(text) if isinstance(part, Embed)]


def opening_of(text: str, *, longest: int = 160) -> str:
    """Return the first words of a story without any marks, for a list.

    >>> opening_of("# Title\\n\\n![[Shells]]\\nSo **many** [shells](https://example.org)?")
    'So many shells?'
    """
    for line in text.split("\n"):
        bare = _HIDDEN.sub("", line)
        if not bare.strip() or _EMBED.fullmatch(bare) or _HEADING.match(bare.strip()) or _RULE.fullmatch(bare):
            continue
        words = _INLINE.sub(_bare, re.sub(r"^\s*(?:[-*+>]|\d{1,4}[.)])\s+", "", bare)).strip()
        return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
    return ""


def _bare(found: re.Match[str]) -> str:
    for name in ("alt", "words", "strong", "emphasis", "underlined"):
        if found[name] is not None:
            return found[name]
    return found[0].removeprefix("\\") if found["escape"] else found[0]


def _words(lines: list[str]) -> Words:
    left_out: list[str] = []
    shown = [_line(_HIDDEN.sub("", line).replace("\t", "    "), left_out) for line in lines]
    return Words("\n".join(shown).strip("\n"), tuple(dict.fromkeys(left_out)))


def _line(line: str, left_out: list[str]) -> str:
    """Return one line: its block mark where it has one that is on the list, then what it says."""
    if not line.strip():
        return ""
    if _RULE.fullmatch(line):
        return "\n---\n"
    if found := _HEADING.fullmatch(line.strip()):
        level = 2 if len(found[1]) <= 2 else 3  # below the title, and none skipped
        return f"\n{'#' * level} {_inline(found[2], left_out)}\n"
    if found := _QUOTE.fullmatch(line):
        return f"> {_inline(found[1], left_out)}"
    if found := _BULLET.fullmatch(line):
        return f"{_indent(found[1])}- {_inline(found[2], left_out)}"
    if found := _NUMBER.fullmatch(line):
        return f"{_indent(found[1])}{found[2]}. {_inline(found[3], left_out)}"
    return _inline(line.strip(), left_out)


def _indent(blanks: str) -> str:
    """Return the indentation of an item: what is within another one stands four further in."""
    return "    " * min(len(blanks) // 2, 2)


def _inline(text: str, left_out: list[str], depth: int = 0) -> str:
    """Return text with the marks that are on the list, and everything else escaped."""
    if depth == _DEEPEST:
        return escape(text)
    shown, at = [], 0
    for found in _INLINE.finditer(text):
        shown += [escape(text[at : found.start()]), _marked(found, left_out, depth)]
        at = found.end()
    return "".join([*shown, escape(text[at:])])


def _marked(found: re.Match[str], left_out: list[str], depth: int) -> str:
    if found["escape"]:
        return found[0]
    if found["picture"]:
        left_out.append(f"the picture “{found['alt']}”: nothing is fetched from elsewhere")
        return escape(f"[picture left out: {found['alt']}]")
    if found["link"]:
        return _link(found, left_out, depth)
    if found["bare"]:
        address = found[0].rstrip(".,;:!?)'")
        return f"[{escape(address)}]({_safe(address)}){escape(found[0][len(address) :])}"
    if found["bold"]:
        return f"**{_inline(found['strong'], left_out, depth + 1)}**"
    return f"*{_inline(found['emphasis'] or found['underlined'], left_out, depth + 1)}*"


def _link(found: re.Match[str], left_out: list[str], depth: int) -> str:
    words = _inline(found["words"], left_out, _DEEPEST)
    if not is_http(found["address"]):
        left_out.append(f"the link of “{found['words']}”: only http and https lead out")
        return words
    return f"[{words}]({_safe(found['address'])})"


def is_http(address: str) -> bool:
    """Say whether an address leads to a page by http or https, with nothing in it that could end a link early.

    >>> is_http("https://example.org/a?b=c"), is_http("javascript:alert(1)"), is_http("//example.org")
    (True, False, False)
    """
    if not _HTTP.fullmatch(address):
        return False
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _safe(address: str) -> str:
    if not is_http(address):
        return ""
    for sign, code in (
        ("(", "%28"),
        (")", "%29"),
        ("[", "%5B"),
        ("]", "%5D"),
        ("$", "%24"),
        ("*", "%2A"),
        ("_", "%5F"),
    ):
        address = address.replace(sign, code)
    return address


def escape(text: str) -> str:
    """Return text so that Markdown shows it as typed: every ASCII punctuation character escaped (CommonMark 2.4).

    >>> escape("<b>$x$ :red[!]")
    '\\\\<b\\\\>\\\\$x\\\\$ \\\\:red\\\\[\\\\!\\\\]'
    """
    return _PUNCTUATION.sub(r"\\\1", text)
