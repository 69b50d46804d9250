"""The panel of filters and the bar above the chart, by mouse and by keyboard."""

import re

from playwright.sync_api import Page, Route, expect

from visiting import OpenPage, drawn, pick, settle

TOPIC = "topic?topic=troops_deployed"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.value ?? document.activeElement.textContent"))


def test_a_long_list_opens_is_searched_and_keeps_what_is_chosen_in_sight(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    outlets = page.locator("[data-field=outlets]")
    expect(outlets.get_by_role("checkbox")).to_have_count(5)
    outlets.get_by_role("button", name=re.compile("Show all")).click()
    last = outlets.locator("label span").last.inner_text()
    outlets.get_by_role("searchbox").fill(last.upper())
    expect(outlets.get_by_role("checkbox")).to_have_count(1)
    outlets.get_by_role("checkbox").check()
    expect(page.get_by_text("1 set")).to_be_visible()
    outlets.get_by_role("button", name="Show fewer").click()
    expect(outlets.get_by_label(last)).to_be_checked()


def test_the_keyboard_stays_where_it_is_while_the_page_answers(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    kinds = page.locator("[data-field=kinds]")
    kinds.get_by_label("intelligence").press("Space")
    expect(page.get_by_text("1 set")).to_be_visible()
    assert focused(page) == "intelligence"
    page.keyboard.press("Space")
    expect(page.get_by_text("1 set")).to_have_count(0)


def test_the_arrows_go_from_tab_to_tab_and_what_stands_below_belongs_to_the_tab(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    page.get_by_role("tab", name="Over time").press("ArrowRight")
    expect(page.get_by_role("tab", name="By source")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="By source").locator(".st-key-sources .claims-graph")).to_be_visible()
    expect(page).to_have_url(re.compile("tab=source"))


def test_a_day_typed_restricts_and_leaves_again(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    page.get_by_label("Reported, to").fill("2024-11-30")
    expect(page).to_have_url(re.compile("reported_to=2024-11-30"))
    page.get_by_label("Reported, to").fill("")
    expect(page).to_have_url(re.compile("topic=troops_deployed$"))


def test_a_slider_drawn_far_ends_at_the_day_that_it_shows(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    slider = page.get_by_label("Known on")
    slider.focus()
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "24 Oct 2025")
    expect(page).to_have_url(re.compile("known_on=2025-10-24"))
    expect(slider).to_have_attribute("aria-valuetext", "24 Oct 2025")


def test_a_filter_is_answered_once_ahead_of_the_run_and_without_that_by_the_run(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    chart = drawn(page)
    begun = int(chart.get_attribute("data-drawn") or 0)
    with page.expect_response("**/ahead?**") as asked:
        pick(page, "kinds", "intelligence")
    assert asked.value.status == 200
    expect(page).to_have_url(re.compile("kind=intelligence"))
    settle(page)
    assert int(chart.get_attribute("data-drawn") or 0) == begun + 1
    page.route("**/ahead?**", lambda route: route.fulfill(status=204))
    page.locator(".claims-filters-head button").click()
    expect(page).to_have_url(re.compile("topic=troops_deployed$"))
    expect(page.get_by_text("1 set")).to_have_count(0)
    expect(chart).to_have_attribute("data-drawn", str(begun + 2))


def test_a_choice_made_while_an_earlier_one_is_answered_stands(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    def wait_for(number: int) -> None:
        while len(held) < number:
            page.wait_for_timeout(20)

    page.route("**/ahead?**", hold)
    boxes = page.locator("[data-field=claimants] input[type=checkbox]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    wait_for(1)
    held[0].continue_()
    wait_for(2)
    expect(boxes.nth(1)).to_be_checked()
    boxes.nth(2).check()
    held[1].continue_()
    wait_for(3)
    held[2].continue_()
    expect(page).to_have_url(re.compile("(claimant=.*){3}"))
