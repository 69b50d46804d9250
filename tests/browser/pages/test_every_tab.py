"""Each tab of the topic page, light on a desk and dark on a phone: with many claims, with one, and with none left.

Dark on a desk they are opened by `test_accessibility`.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from visiting import OpenPage, drawn, settle

LOOKS = {"light": {}, "dark phone": {"width": 390, "height": 844, "dark": True}}
TABS = {
    "By source": ("source", ["sources"]),
    "Revisions": ("revisions", ["ladder", "clocks"]),
    "Rates": ("rates", ["rates"]),
    "Agreement": ("agreement", ["agreement", "course"]),
    "Table": ("table", []),
}
TOPICS = {"containers_shipped": "27 claims from 79 reports", "containers_received_by_dprk": "1 claim from 2 reports"}
NAMED = re.compile(r"\d+ claims? by \d+ claimants?, .*; latest: |\d+ rates?, .* from \d+ claims?")
NOTHING_LEFT = "No report of this topic passes all filters together."
TROUBLE = """() => {
    const wide = (box) => box.scrollWidth > box.clientWidth ? [`runs off the side: ${box.scrollWidth}`] : []
    const shown = (found) => [...document.querySelectorAll(found)].filter((each) => each.checkVisibility())
    return [document.documentElement, document.querySelector("[data-testid=stMain]")].flatMap(wide)
        .concat(shown("[data-testid=stException], .claims-trouble").map((each) => each.textContent))
}"""
NAMES = """() => [...document.querySelectorAll(".st-key-view .claims-plot")].map((plot) => plot.ariaLabel)"""


def check(page: Page, where: str) -> None:
    """See that nothing is in trouble, and that each chart says what it holds to who cannot see it."""
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    expect(page.locator(".st-key-view .claims-plot:not([aria-label])")).to_have_count(0)
    assert page.evaluate(TROUBLE) == [], where
    for name in page.evaluate(NAMES):
        assert NAMED.match(name), f"{where}: {name}"


def tabs(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Open one tab after the other; return what each is called and the charts that it is to hold."""
    for title, (key, charts) in TABS.items():
        page.get_by_role("tab", name=title).click()
        expect(page).to_have_url(re.compile(f"tab={key}"))
        settle(page)
        yield title, charts


def over_time(page: Page, where: str) -> None:
    """See the first tab as it opens, in panels, and with the pooled band."""
    drawn(page)
    check(page, where)
    for choice in ("By claimant", "By topic"):
        page.get_by_label("Panels").select_option(choice)
        expect(page.locator(".st-key-panels .claims-graph[data-drawn]")).to_have_count(1)
        settle(page)
        check(page, f"{where}, panels {choice}")
    page.get_by_label("Panels").select_option("One chart")
    drawn(page)
    page.get_by_label("Pooled band").click()
    expect(page.locator(".st-key-view").get_by_text("Pooled band.")).to_be_visible()
    check(page, f"{where}, pooled band")


@pytest.mark.parametrize("look", list(LOOKS))
def test_every_tab_stands_with_many_claims_and_with_one(open_page: OpenPage, look: str) -> None:
    given: dict[str, Any] = LOOKS[look]
    page = open_page("about", **given)
    for topic, counted in TOPICS.items():
        page.goto(page.url.rsplit("/", 1)[0] + f"/topic?topic={topic}")
        expect(page.locator(".claims-bar-said")).to_contain_text(counted)
        over_time(page, f"{topic}, {look}")
        for title, charts in tabs(page):
            for chart in charts:
                drawn(page, f".st-key-{chart} .claims-graph")
            if not charts:
                expect(page.locator(".claims-listing tbody tr").first).to_be_visible()
            check(page, f"{topic}, {title}, {look}")


@pytest.mark.parametrize("look", list(LOOKS))
def test_every_tab_says_that_no_claim_is_left(open_page: OpenPage, look: str) -> None:
    given: dict[str, Any] = LOOKS[look]
    page = open_page("topic?topic=troops_deployed&q=nothingmatches", **given)
    for title, _ in [("Over time", []), *tabs(page)]:
        expect(page.get_by_text(NOTHING_LEFT)).to_be_visible()
        expect(page.get_by_role("button", name="Take off “Search”")).to_be_visible()
        check(page, f"{title}, {look}")
