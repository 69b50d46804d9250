"""Home and topic page, as a stranger finds them. That nothing leaves the machine is asserted for every page opened."""

import re

import pytest
from playwright.sync_api import expect

from visiting import CHART, SOURCES_CHART, OpenPage, counts, drawn


def test_home_counts_claims_and_reports_and_shows_a_card_for_each_topic(open_page: OpenPage) -> None:
    page = open_page()
    expect(page.get_by_text("45 topics · 270 claims from 495 reports")).to_be_visible()
    assert page.locator('[class*="st-key-topic_"]').count() == 45


def test_a_card_says_the_range_with_its_hedges_and_leads_to_its_topic(open_page: OpenPage) -> None:
    page = open_page()
    card = page.locator(".st-key-topic_containers_shipped")
    expect(card).to_contain_text("hundreds of containers to 28,000 containers")
    assert "27 claims" in str(card.locator("img").get_attribute("alt"))
    card.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "How many containers of military cargo has North Korea shipped to Russia?"
    )
    drawn(page)
    expect(page).to_have_url(re.compile(r"/topic\?topic=containers_shipped$"))


def test_a_chart_has_words_for_those_who_do_not_see_it(open_page: OpenPage) -> None:
    page = open_page("topic?topic=troops_deployed")
    label = drawn(page).locator(".claims-plot").get_attribute("aria-label")
    assert label is not None
    assert len(label) > 40


def test_the_numbered_events_are_listed_below_the_chart_and_push_down_what_follows(open_page: OpenPage) -> None:
    page = open_page("topic?topic=troops_deployed")
    drawn(page)
    below = page.get_by_role("button", name="Save this view")
    before = below.bounding_box()
    page.get_by_text(re.compile(r"^Events \(\d+\)$")).click()
    expect(page.locator(".claims-events li a").first).to_have_attribute("href", re.compile("^https?://"))
    after = below.bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] > before["y"] + 30


def test_each_tab_shows_the_same_claims(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped")
    drawn(page)
    told = counts(page)
    page.get_by_role("tab", name="By source").click()
    drawn(page, SOURCES_CHART)
    assert counts(page) == told
    page.get_by_role("tab", name="Table").click()
    expect(page.locator(".claims-listing")).to_be_visible()
    assert counts(page) == told
    expect(page).to_have_url(re.compile("tab=table"))
    page.get_by_role("tab", name="Over time").click()
    drawn(page)


@pytest.mark.parametrize("path", ["add_data", "about"])
def test_every_page_has_one_title(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_eighty_reports_can_each_be_drawn(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped&marks=reports")
    drawn(page)
    assert page.locator(f"{CHART} .claims-trouble").is_hidden()


def test_a_browser_is_told_in_the_head_of_the_page_what_to_load(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped")
    named = page.locator("head link[rel=modulepreload]").evaluate_all("links => links.map((link) => link.href)")
    for name in ("/graph.js", "/filters.js", "/static/js/BidiComponent."):
        assert any(name in address for address in named), name
