"""What is ours is usable by all (WCAG 2.2 AA): axe-core on every page in both themes, and the way by keyboard."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from auditing import found
from claimsdash.export.viewing import report_of
from making_views import CONTAINERS, curated
from visiting import OpenPage, drawn, settle

TOPIC = "topic?topic=containers_shipped"
TABS = {"By source": "source", "Revisions": "revisions", "Rates": "rates", "Agreement": "agreement", "Table": "table"}
COMPARE = "compare?one=topic%3Dcontainers_shipped&two=topic%3Dcontainers_shipped%26country%3DKR&axes=equal"
PAGES = ["", "source?source=rok_mnd", "checks", "add_data", "about", "views", "stories", COMPARE, f"{TOPIC}&embed=true"]


def tabs(page: Page) -> Iterator[str]:
    """Open one tab of the topic page after the other."""
    for tab, key in TABS.items():
        page.get_by_role("tab", name=tab).click()
        expect(page).to_have_url(re.compile(f"tab={key}"))
        settle(page)
        expect(page.locator('[data-stale="true"]')).to_have_count(0)  # what was there before fades away
        yield tab


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(open_page: OpenPage, tmp_path: Path, dark: bool) -> None:
    page = open_page(f"{TOPIC}&claim=us-wh-2023-10-13-containers-ap", dark=dark)
    drawn(page)
    findings = found(page, "timeline with an open card")
    for tab in tabs(page):
        findings += found(page, tab)
    origin = page.url.split("/topic")[0]
    for path in PAGES:
        page.goto(f"{origin}/{path}")
        settle(page)
        findings += found(page, path or "home")
    report = tmp_path / "report.html"
    report.write_bytes(report_of(curated(), CONTAINERS, on=date(2026, 11, 23)))
    page.goto(report.as_uri())
    page.wait_for_selector(".chart[data-drawn]")
    findings += found(page, "report")
    assert findings == []


def test_from_the_table_to_a_card_and_back_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&tab=table")
    listing = page.locator(".claims-listing")
    expect(listing.get_by_role("status")).to_have_text("37 rows")
    by_outlets = listing.get_by_role("columnheader", name="Reports").get_by_role("button")
    by_outlets.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(listing.locator("thead [aria-sort=descending]")).to_have_text("Reports")
    counts = [int(text) for text in listing.locator("tbody td:nth-child(11)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.get_by_role("searchbox", name="Search this table").fill("white house")
    expect(listing.locator("tbody tr")).not_to_have_count(30)
    row = listing.locator("tbody tr").nth(1)
    listing.locator("tbody button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-current", "true")
    expect(page.locator(".st-key-evidence[data-open] h2")).to_contain_text(row.get_by_role("rowheader").inner_text())
    close = page.get_by_role("button", name="Close")
    for _ in range(20):
        page.keyboard.press("Tab")
        if close.evaluate("(button) => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-evidence[data-open]")).to_have_count(0)
