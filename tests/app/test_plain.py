"""Text of others is shown as typed."""

import pytest

from claimsdash.app.plain import link, plain


@pytest.mark.parametrize("text", ["<script>", "![a](http://b.c)", "$x$", ":red[a]", "a\nb", "# a", "1. a", "| a |"])
def test_no_punctuation_is_left_to_markdown(text: str) -> None:
    shown = plain(text)
    assert "\n" not in shown
    unescaped = [
        mark for before, mark in zip(" " + shown, shown, strict=False) if mark in "<![$:#.|*_`" and before != "\\"
    ]
    assert unescaped == []


def test_marks_that_turn_the_direction_are_taken_out() -> None:
    assert plain("abc\u202edef") == "abcdef"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.b", "https://a b", "nan", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert link(url, "page") == "page"


def test_brackets_of_an_address_do_not_end_the_link() -> None:
    assert link("https://a.b/c_(d)", "page") == "[page](https://a.b/c_%28d%29)"
