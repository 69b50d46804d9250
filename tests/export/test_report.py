"""Reports: one file each, which opens without a network."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.card import cards_of
from claimsdash.export.collection import Collection
from claimsdash.export.report.parts import link, tag
from claimsdash.export.viewing import report_of
from claimsdash.store.rows import engine_over
from making import a_claim, a_table
from making_views import CONTAINERS, curated, curated_package

DAY = date(2026, 11, 23)
HOSTILE = "</script><img src=x onerror=alert(1)>“{{x}}” \u202eturned"


class Tags(HTMLParser):
    """Collects the tags of a page, and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags_of(page: bytes) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page.decode())
    return parser.found


@pytest.fixture(scope="module")
def report() -> bytes:
    return report_of(curated(), CONTAINERS, on=DAY, version=3)


def test_no_address_leads_outside_but_the_links_to_evidence(report: bytes) -> None:
    tags = tags_of(report)
    loading = [attributes for name, attributes in tags if name in ("link", "img", "iframe", "object", "embed", "base")]
    assert loading == []
    assert not any("src" in attributes for _, attributes in tags)
    outside = [attributes for name, attributes in tags if name == "a" and not str(attributes["href"]).startswith("#")]
    assert outside
    assert all(re.match(r"https?://", str(attributes["href"])) for attributes in outside)
    assert all(attributes["rel"] == "noopener noreferrer" for attributes in outside)


def test_it_holds_cards_table_method_and_how_it_was_made(report: bytes) -> None:
    text = report.decode()
    reports = curated().reports(CONTAINERS.selection)
    assert text.count('<article class="card"') == reports["claim_id"].nunique()
    for words in ("Read as a lower bound: at least 1,000 containers", "Vague words", "table version 3", "2026-11-23"):
        assert words in text
    assert "?topic=containers_shipped" in text
    assert len(report) < 6_000_000


def test_hostile_text_is_shown_as_typed_and_never_as_markup() -> None:
    row = a_claim(
        value_text=HOSTILE, claimant=HOSTILE, claimant_name=HOSTILE, notes=HOSTILE, outlet_name=HOSTILE,
        scope=HOSTILE, url="javascript:alert(1)", archived_url='https://x.org/"><b>',
    )  # fmt: skip  # several to a line
    collection = Collection(curated_package(), engine_over(a_table(row)))
    page = report_of(collection, CONTAINERS, on=DAY)
    tags = tags_of(page)
    assert not any(name in ("img", "b") for name, _ in tags)
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
    assert not any(str(attributes.get("href")).startswith("javascript") for _, attributes in tags)
    assert "\u202e" not in page.decode()
    assert page.count(b"<script") == 3


def test_derived_marks_lead_to_the_card_of_their_parent() -> None:
    view = replace(CONTAINERS, unit="shell", assume="rok-gov-2023-10-16-shells")
    text = report_of(curated(), view, on=DAY).decode()
    assert "Derived, not claimed: " in text
    assert "rok-gov" not in text.split("<script")[0] or "assume=rok-gov" in text


def test_a_view_without_reports_is_a_page_that_says_so() -> None:
    view = View(Selection(topic="containers_shipped", text="no such word"))
    assert "0 claims from 0 reports" in report_of(curated(), view, on=DAY).decode()


def test_a_card_tells_what_the_relays_changed() -> None:
    rows = (
        a_claim(report_id="own", outlet="rok_mnd"),
        a_claim(report_id="relay", qualifier="approximate", outlet_name=None, reported_on="2024-03", url="ftp://x"),
    )
    (card,) = cards_of(a_table(*rows), {"curated": "2024-05-01"})
    assert [(relay.speaks, relay.differs, relay.page) for relay in card.relays] == [
        (True, "", ""),
        (False, "hedge added", ""),
    ]
    assert dict(card.facts)["As of"] == "26 February 2024"
    assert dict(card.facts)["Loaded"] == "1 May 2024 (table curated)"


def test_markup_is_escaped_once() -> None:
    assert tag("p", "<b>", tag("i", "&"), title='"') == '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>'
    assert link("https://x.org/a b<c>", "page").startswith('<a href="https://x.org/a%20b%3Cc%3E"')


@pytest.fixture(scope="module")
def browser(chrome: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_disk_without_a_network_a_click_opens_a_card(
    browser: Any, tmp_path: Path, report: bytes, scheme: str
) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(report)
    context = browser.new_context(color_scheme=scheme, offline=True)
    page = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_selector(".chart[data-drawn]", timeout=60_000)
    across, down = page.evaluate(
        """() => { const plot = document.querySelector(".chart"), frame = plot.getBoundingClientRect()
        const { xaxis, yaxis } = plot._fullLayout
        const mark = plot.calcdata.find((points) => points[0].trace.meta === "marks")[0]
        const left = xaxis._offset + xaxis.c2p(mark.x, true), top = yaxis._offset + yaxis.c2p(mark.y, true)
        return [frame.left + left, frame.top + top] }"""
    )
    page.mouse.move(across, down)
    page.mouse.click(across, down)
    page.wait_for_selector(".panel .card", timeout=10_000)
    assert "Claimant" in page.inner_text(".panel")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 20, 25)"}[scheme]
    assert page.pdf().startswith(b"%PDF")
    assert (asked, told) == ([file.as_uri()], [])
    context.close()
