"""A topic with more claims than can be drawn: bins, and by zooming in the claims themselves.

`CLAIMSDASH_CROWD=1000000 python -m pytest tests/browser/pages/test_crowds.py` visits a workspace of a million reports.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from crowding import CLAIMS, ROWS, TOPIC, crowded_reports, fill_crowded
from serving import Server
from visiting import OpenPage, drawn, pick


@pytest.fixture
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a workspace with a topic of very many reports."""
    server = Server(tmp_path_factory.mktemp("crowded"))
    fill_crowded(server.folder / "workspace")
    server.start()
    yield server
    server.stop()


def drag(page: Page, start: float, end: float) -> None:
    """Zoom in on a part of the time that the bins span, given as shares of it."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    plot = drawn(page).locator(".nsewdrag").first.bounding_box()
    assert plot is not None
    middle = plot["y"] + plot["height"] / 2
    page.mouse.move(plot["x"] + plot["width"] * start, middle)
    page.mouse.down()
    page.mouse.move(plot["x"] + plot["width"] * end, middle, steps=4)
    page.mouse.up()


def zoom_to_the_claims(page: Page) -> None:
    """Zoom in tenfold until each claim is drawn: once, or twice where there are a million reports."""
    drag(page, 0.4, 0.5)
    if CLAIMS > 100_000:
        expect(page.get_by_text(re.compile(r"claims from .*pooled by (week|day)"))).to_be_visible()
        drag(page, 0.4, 0.5)
    expect(page.get_by_text(re.compile(r"^Zoomed in to .*each claim is drawn"))).to_be_visible()


def tell_of_the_lowest_count(page: Page) -> None:
    """Point at the foot of the piles of counts: the bar beneath the pointer says what its bin holds."""
    box = drawn(page).locator(".draglayer .xy2 .nsewdrag").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.503, box["y"] + box["height"] - 2)
    expect(page.locator(".hovertext")).to_contain_text(re.compile(r"quarter of .*[\d,]+ claims"))
    page.mouse.move(0, 0)


LISTEN = """() => {
    window.waits = new Set()
    const hear = () => document.querySelectorAll("[data-testid=stSpinner]").forEach((one) => waits.add(one.textContent))
    new MutationObserver(hear).observe(document.body, { subtree: true, childList: true, characterData: true })
}"""


def pool_for_the_first_time(page: Page) -> None:
    """Have thousands of claims pooled into a band; it is said that this takes a while, for as long as it does."""
    expect(page.locator(".claims-bar-said")).to_contain_text("4,500 claims")
    drawn(page)
    page.evaluate(LISTEN)
    page.get_by_label("Pooled band").click()
    expect(page.locator(".st-key-view").get_by_text("Pooled from 4,500 claims")).to_be_visible()
    waits = page.evaluate("[...window.waits].join()")
    assert "Pooling the claims into a band; this takes a few seconds" in waits
    expect(page.get_by_test_id("stSpinner")).to_have_count(0)


def test_a_crowded_topic_is_pooled_and_zooming_in_gives_its_claims(open_page: OpenPage, crowded: Server) -> None:
    page = open_page(f"topic?topic={TOPIC}", on=crowded)
    whole = f"{CLAIMS:,} claims from {ROWS:,} reports, pooled by quarter"
    expect(page.get_by_text(whole)).to_be_visible()
    tell_of_the_lowest_count(page)

    pick(page, "kinds", "military")
    military = crowded_reports()["claimant_kind"].eq("military").sum()
    expect(page.get_by_text(f"claims from {military:,} reports, pooled by quarter")).to_be_visible()
    page.get_by_role("slider").press("ArrowLeft")
    expect(page).to_have_url(re.compile("known_on=2026-"))
    page.get_by_role("button", name="Reset", exact=True).first.click()
    expect(page.get_by_text(whole)).to_be_visible()

    drag(page, 0.3, 0.7)
    expect(page.get_by_text(re.compile(r"^Zoomed in to .*still too many claims to draw each"))).to_be_visible()
    expect(page.get_by_text(re.compile(r"claims from .*pooled by month"))).to_be_visible()
    zoom_to_the_claims(page)
    expect(page).to_have_url(re.compile(r"as_of_from=20\d\d-\d\d-\d\d&as_of_to=20"))
    marks = drawn(page).locator(".claims-plot")
    expect(page.get_by_text(re.compile(r"^[\d,]+ claims from [\d,]+ reports, by 10 claimants"))).to_be_visible()

    marks.locator(".nsewdrag").first.dblclick(position={"x": 5, "y": 5})
    expect(page.get_by_text(whole)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"topic={TOPIC}$"))

    if CLAIMS < 100_000:  # of a million reports, more than can be pooled are of those days
        page.goto(f"{crowded.address}/topic?topic={TOPIC}&as_of_from=2016-01-01&as_of_to=2018-06-18")
        pool_for_the_first_time(page)

    page.goto(f"{crowded.address}/topic?topic={TOPIC}&embed=true")
    drawn(page, ".claims-graph")
    for words in (whole, "nothing smoothed", "; data "):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_role("link", name="Open this view in claimsdash")).to_be_visible()
