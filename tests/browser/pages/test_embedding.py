"""A chart inside another page."""

import re

from playwright.sync_api import expect

from visiting import OpenPage, click_mark, drawn

VIEW = "topic?topic=containers_shipped&country=KR"


def test_an_embedded_view_is_one_chart_with_its_key_its_sources_and_a_way_back(open_page: OpenPage) -> None:
    page = open_page(f"{VIEW}&embed=true")
    chart = drawn(page)
    expect(chart.get_by_text("at least").first).to_be_visible()
    expect(page.get_by_text("Claims by ROK Ministry of National Defense")).to_be_visible()
    expect(page.get_by_text("One mark is one claim")).to_be_visible()
    back = page.get_by_role("link", name="Open this view in claimsdash")
    address = back.get_attribute("href") or ""
    assert address.endswith("/topic?topic=containers_shipped&country=KR")
    assert page.get_by_role("tab").count() == 0
    assert page.get_by_test_id("stSidebar").count() == 0
    page.goto(page.url.replace("embed=true", "tab=agreement&rule=highest&embed=true"))
    expect(page.get_by_text("One figure of many claims: the highest number that any of them states.")).to_be_visible()


def test_the_tab_of_the_address_chooses_the_chart_and_a_click_opens_the_evidence(open_page: OpenPage) -> None:
    page = open_page(f"{VIEW}&tab=revisions&embed=true")
    ladder = ".st-key-ladder .claims-graph"
    expect(drawn(page, ladder).get_by_text("about").first).to_be_visible()
    expect(page.get_by_text("Drawn: the 4 claims of ROK Ministry of National Defense")).to_be_visible()
    click_mark(page, chart=ladder)
    expect(page.locator(".st-key-evidence").get_by_text("ROK Ministry of National Defense").first).to_be_visible()
    back = page.get_by_role("link", name="Open this view in claimsdash")
    expect(back).to_have_attribute("href", re.compile("tab=revisions&claim="))
