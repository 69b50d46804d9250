"""Stories: what of a text is shown, and that nothing else of it does anything."""

import re
import time

import pytest

from claimsdash.domain.story import Embed, Words, embeds_in, is_http, opening_of, parts_of


def shown(text: str) -> str:
    return "\n".join(part.markdown for part in parts_of(text) if isinstance(part, Words))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain words", "plain words"),
        ("**bold** and *leaning* and _so too_", "**bold** and *leaning* and *so too*"),
        ("**bold with *leaning* inside**", "\\*\\*bold with *leaning* inside\\*\\*"),
        ("snake_case_name", "snake\\_case\\_name"),
        ("# One", "## One"),
        ("## Two", "## Two"),
        ("#### Four #", "### Four"),
        ("- a\n  - b", "- a\n    - b"),
        ("3. third", "3. third"),
        ("> said", "> said"),
        ("[page](https://example.org/a)", "[page](https://example.org/a)"),
        ("see https://example.org/a_b.", "see [https\\:\\/\\/example\\.org\\/a\\_b](https://example.org/a%5Fb)\\."),
        ("1 * 2 * 3", "1 \\* 2 \\* 3"),
        ("\\*not leaning\\*", "\\*not leaning\\*"),
        ("Снаряды – „so“", "Снаряды – „so“"),
    ],
)  # fmt: skip  # several to a line
def test_the_marks_on_the_list_are_kept(text: str, markdown: str) -> None:
    assert shown(text) == markdown


def test_a_rule_never_makes_a_heading_of_the_line_above() -> None:
    assert shown("words\n---\nmore") == "words\n\n---\n\nmore"


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=https://evil.example></iframe>",
    "<style>*{display:none}</style>",
    "&lt;script&gt; &#60;script&#62;",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](<javascript:alert(1)>)",
    "[x](https://e.example/\"onmouseover=\"alert(1))",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "![x](https://evil.example/pixel.png \"title\")",
    "![x][1]\n\n[1]: https://evil.example/pixel.png",
    "[![x](https://evil.example/p.png)](https://e.example)",
    "![[a]](https://evil.example/pixel.png)",
    "!\\[x](https://evil.example/pixel.png)",
    "$\\href{javascript:alert(1)}{x}$ $$x$$",
    ":red[big] :material/delete: :smile: :small[x]",
    "`code` ```\nfence\n```",
    "~~~html\n<b>\n~~~",
    "| a | b |\n|---|---|\n| <b> | c |",
    "[^1]: note [^1]",
    "words \u202ereversed\u202c \u200b\u2066",
    "\\<script\\>",
    "**<script>**",
    "# <img src=x>",
    "- ![x](https://evil.example/p.png)",
    "> [x](javascript:alert(1))",
    "![[" + "x" * 500 + "]]",
    "https://evil.example/$(x)`y`<z>",
]  # fmt: skip  # several to a line
_LINK = re.compile(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(([^()\s]*)\)")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_hostile_text_is_markup(text: str) -> None:
    markdown = shown(text)
    assert not re.search(r"(?<!\\)[<`$|~&!]", _LINK.sub("", markdown))
    assert not re.search(r"(?<!\\):", _LINK.sub("", markdown))
    assert not re.search("[\u200b\u202a-\u202e\u2066-\u2069]", markdown)
    assert all(is_http(address) for address in _LINK.findall(markdown))
    assert not re.search(r"(?<!\\)[\[\]]", _LINK.sub("", markdown))


def test_what_is_left_out_is_told_to_the_author() -> None:
    [words] = parts_of("![map](https://e.example/p.png) and [here](javascript:alert(1))")
    assert isinstance(words, Words)
    assert words.markdown == "\\[picture left out\\: map\\] and here"
    assert words.left_out == (
        "the picture “map”: nothing is fetched from elsewhere",
        "the link of “here”: only http and https lead out",
    )


@pytest.mark.parametrize("piece", ["*", "**a ", "[a](", "_a ", "![", "> ", "[", "http://", "- ", "#", "[a", "\\"])
def test_a_long_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    begun = time.process_time()
    parts_of(text)
    opening_of(text)
    assert time.process_time() - begun < 2


def test_views_are_embedded_by_a_line_of_their_own() -> None:
    text = "Before ![[no]] embed\n  ![[ Shells,  May ]] \n\n![[Second]]\nAfter"
    assert embeds_in(text) == ["Shells, May", "Second"]
    assert [type(part) for part in parts_of(text)] == [Words, Embed, Embed, Words]
    assert shown(text).startswith("Before \\!\\[\\[no\\]\\] embed")


def test_an_empty_text_has_no_parts() -> None:
    assert parts_of(" \n\n") == []
    assert opening_of("![[x]]\n# Title") == ""


def test_the_opening_of_a_story_is_cut() -> None:
    assert opening_of("> **Many** words " + "x" * 300) == "Many words " + "x" * 148 + "…"
