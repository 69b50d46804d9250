"""Every mark and every row opens its evidence, and the address holds it."""

import re

from playwright.sync_api import Page, Route, expect

from visiting import SOURCES_CHART, OpenPage, click_last_mark, click_mark, drawn, settle

TOPIC = "topic?topic=containers_shipped"
ORIGIN = "us-wh-2023-10-13-containers-ap"


def card(page: Page) -> str:
    opened = page.locator(".st-key-evidence[data-open] h2")
    expect(opened).to_be_visible()
    return opened.inner_text()


def test_a_click_on_a_mark_opens_its_card_alone_and_the_address_gains_the_claim(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page).evaluate(
        "(chart) => chart.querySelector('.claims-plot').on('plotly_afterplot', () => { chart.isDrawnAnew = true })"
    )
    settle(page)
    click_last_mark(page)
    assert "28,000" in card(page)
    settle(page)
    assert drawn(page).evaluate("(chart) => chart.isDrawnAnew") is None
    expect(page).to_have_url(re.compile("claim="))
    expect(page.locator(".claims-ring")).to_be_visible()


def test_a_click_that_comes_before_the_card_does_opens_it_as_soon_as_it_is_there(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/card.js", hold)
    page.reload(wait_until="commit")
    click_mark(page)
    expect(page.locator(".claims-card")).to_have_count(0)
    for route in held:
        route.continue_()
    assert card(page)


def test_the_card_is_reached_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    click_mark(page)
    assert card(page)


def test_the_arrows_reach_every_mark_the_denials_on_their_rail_as_well(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page).locator(".claims-plot").focus()
    heard = set()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        heard.add(drawn(page).locator("[aria-live]").text_content() or "")
    assert any("no figure" in words for words in heard)


def test_another_mark_replaces_the_card_and_closing_gives_it_up(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    click_mark(page, 0)
    first = page.locator(".st-key-evidence[data-open]").inner_text() if card(page) else ""
    click_last_mark(page)
    expect(page.locator(".st-key-evidence[data-open]")).not_to_have_text(first)
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".st-key-evidence[data-open]")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"topic=containers_shipped$"))


def test_a_row_of_the_table_opens_the_card(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&tab=table")
    page.locator(".claims-listing tbody tr").first.click()
    assert card(page)
    expect(page).to_have_url(re.compile("claim="))


def test_a_mark_of_the_chart_by_source_opens_the_card(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&tab=source")
    click_last_mark(page, SOURCES_CHART)
    assert card(page)


def test_the_address_of_a_claim_opens_its_card(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&claim={ORIGIN}")
    assert card(page) == "“more than 1,000”"
    opened = page.locator(".st-key-evidence[data-open]")
    for words in ("at least 1,000 containers", "White House National Security Council", "John Kirby", "7 reports"):
        expect(opened).to_contain_text(words)
    expect(opened).to_contain_text("window moved")
    expect(opened.locator("code")).to_contain_text("White House National Security Council (John Kirby): “more than")
    expect(opened.get_by_role("link", name="www.ajc.com")).to_have_attribute("href", re.compile(r"^https://www\.ajc"))


def test_a_claim_that_is_not_there_is_named(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&claim=gone-2019")
    expect(page.get_by_text("No claim or report has the key gone-2019")).to_be_visible()


def test_a_claim_that_the_filters_leave_out_says_so(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&country=KR&claim={ORIGIN}")
    assert card(page) == "“more than 1,000”"
    expect(page.get_by_text("The open claim is not shown here")).to_be_visible()


def test_a_claim_of_another_topic_says_so(open_page: OpenPage) -> None:
    page = open_page(f"topic?topic=troops_deployed&claim={ORIGIN}")
    expect(page.get_by_text("The open claim is about another topic: Containers shipped")).to_be_visible()
