"""Each filter narrows what is shown, says beforehand by how much, and can be taken off."""

import re

import pytest
from playwright.sync_api import Page, expect

from visiting import OpenPage, counts, drawn, option_texts, pick

TOPIC = "topic?topic=containers_shipped"
WHOLE = "27 claims from 79 reports"


def told(page: Page) -> tuple[int, int]:
    found = re.match(r"([\d,]+) claims? from ([\d,]+) reports?", counts(page))
    assert found
    return int(found[1]), int(found[2])


@pytest.mark.parametrize("field", ["claimants", "kinds", "countries", "outlets", "modalities"])
def test_a_choice_leaves_what_it_said_it_would(open_page: OpenPage, field: str) -> None:
    page = open_page(TOPIC)
    drawn(page)
    name, counted = option_texts(page, field)[0].split(" · ")
    claims, reports = map(int, counted.split(" / "))
    pick(page, field, name)
    expect(page.get_by_text("1 set")).to_be_visible()
    expect(page.get_by_text(re.compile(f"^{claims} claims? from {reports} reports?, "))).to_be_visible()


def test_search_looks_in_the_wording(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    page.get_by_label("Search").fill("groundless")
    expect(page.get_by_text("1 claim from")).to_be_visible()
    expect(page).to_have_url(re.compile("q=groundless"))


def test_known_on_takes_away_what_was_published_later(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    thumb = page.get_by_role("slider")
    thumb.focus()
    thumb.press("Home")
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"known_on=2023-\d\d-\d\d"))
    expect(page.get_by_text(re.compile(r"^[1-9] claims? from \d+ reports?, "))).to_be_visible()
    assert 0 < told(page)[0] < 10


def test_days_restrict_and_stay_on_the_page_as_typed(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&as_of_from=2024-06-01&reported_to=2024-12-31")
    claims, reports = told(page)
    assert 0 < claims <= reports < 79
    expect(page.get_by_text("2 set")).to_be_visible()


def test_reset_takes_all_filters_off_and_out_of_the_address(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&country=KR&q=about")
    page.get_by_role("button", name="Reset", exact=True).first.click()
    expect(page.get_by_text(WHOLE)).to_be_visible()
    expect(page).to_have_url(re.compile(r"topic=containers_shipped$"))


def test_an_empty_result_names_the_filter_to_take_off_and_does_it(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&country=KR&q=groundless")
    expect(page.get_by_text("No report of this topic passes all filters together.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Take off “Country of claimant”: 1 claim"))).to_be_visible()
    page.get_by_role("button", name=re.compile("Take off “Search”: 9 claims")).click()
    expect(page.get_by_text("9 claims from 37 reports")).to_be_visible()
    drawn(page)


def test_home_is_filtered_too_and_takes_its_filters_to_the_topic(open_page: OpenPage) -> None:
    page = open_page("?country=KR")
    page.locator(".st-key-topic_containers_shipped").get_by_role("link").click()
    expect(page.get_by_text("9 claims from 37 reports")).to_be_visible()
    expect(page).to_have_url(re.compile("country=KR"))


def test_another_topic_keeps_filters_and_says_which_leaves_nothing(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&q=groundless")
    page.get_by_label("Topic", exact=True).select_option("Artillery shells")
    expect(page.get_by_role("button", name=re.compile("Take off “Search”: 31 claims"))).to_be_visible()


def test_a_source_switched_off_in_the_key_stays_off_while_the_filters_change(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    plot = "document.querySelector('.st-key-timeline .claims-plot')"
    seen = f"(group) => {plot}.data.some((trace) => trace.groups?.includes(group) || trace.legendgroup === group)"
    name = page.locator(".st-key-timeline button.claims-entry").first
    group = name.get_attribute("data-group")
    assert page.evaluate(seen, group)
    name.click()
    expect(name).to_have_attribute("aria-pressed", "false")
    assert not page.evaluate(seen, group)
    chart = page.locator(".st-key-timeline .claims-graph")
    before = str(chart.get_attribute("data-drawn"))
    page.get_by_label("Known on").press("ArrowLeft")
    expect(chart).not_to_have_attribute("data-drawn", before)
    assert not page.evaluate(seen, group)
    name.dblclick()
    expect(name).to_have_attribute("aria-pressed", "true")
    assert page.locator(".st-key-timeline button.claims-entry[aria-pressed=true]").count() == 1


def test_a_period_drawn_across_the_timeline_becomes_that_of_the_filters(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped")
    chart = drawn(page)
    chart.get_by_role("button", name="Choose a period by dragging").click()
    box = chart.locator(".nsewdrag").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 220, box["y"] + 120, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"as_of_from=202\d-\d\d-\d\d&as_of_to=202\d-\d\d-\d\d"))
    expect(page.get_by_text("2 set")).to_be_visible()
    expect(page.get_by_label("As of, from")).to_have_value(re.compile(r"202\d-\d\d-\d\d"))
