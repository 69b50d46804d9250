"""A chart inside another page."""

from playwright.sync_api import expect

from visiting import SOURCES_CHART, OpenPage, drawn

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


def test_the_tab_of_the_address_chooses_the_chart(open_page: OpenPage) -> None:
    drawn(open_page(f"{VIEW}&tab=source&embed=true"), SOURCES_CHART)
