"""Text of others shown as typed: nothing in it is markup, a link, a picture or a formula."""

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f\u2028\u2029]+")
_DIRECTION = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
LONGEST = 500
"""Characters shown of one text; the table and the downloads hold the whole of it."""


def plain(text: object, *, longest: int = LONGEST) -> str:
    """Return the text so that Markdown shows it as typed, on one line, without marks that turn its direction.

    Every ASCII punctuation character is escaped, which CommonMark allows for all of them.

    >>> plain("![x](http://a.b) <b>")
    '\\\\!\\\\[x\\\\]\\\\(http\\\\:\\\\/\\\\/a\\\\.b\\\\) \\\\<b\\\\>'
    """
    return _PUNCTUATION.sub(r"\\\1", one_line(text, longest=longest))


def one_line(text: object, *, longest: int = LONGEST) -> str:
    """Return the text on one line, without marks that turn its direction: for what is not read as Markdown.

    >>> one_line("more\\nthan \\u202e6,700")
    'more than 6,700'
    """
    line = _BREAKS.sub(" ", _DIRECTION.sub("", str(text))).strip()
    return line if len(line) <= longest else f"{line[:longest]}…"


def link(url: object, words: str) -> str:
    """Return a Markdown link for an http or https address, else the words alone, escaped.

    >>> link("javascript:alert(1)", "page")
    'page'
    """
    address = str(url)
    if not re.fullmatch(r"https?://[^\s<>\"\\^`{|}]+", address):
        return plain(words)
    safe = address.replace("(", "%28").replace(")", "%29").replace("[", "%5B").replace("]", "%5D")
    return f"[{plain(words)}]({safe})"
