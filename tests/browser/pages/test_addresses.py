"""The address of a page is the view: elsewhere it shows the same, and what it cannot hold is named."""

import re

from playwright.sync_api import Page, expect

from visiting import OpenPage, click_mark, counts, drawn, pick

TOPIC = "topic?topic=containers_shipped"


def asked(page: Page) -> str:
    return page.url.split("/", 3)[3]


def test_the_address_of_a_filtered_view_shows_the_same_elsewhere(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    pick(page, "countries", "South Korea")
    expect(page).to_have_url(re.compile("country=KR"))
    page.get_by_text("Log scale").click()
    expect(page).to_have_url(re.compile("log=1"))
    page.get_by_role("tab", name="By source").click()
    expect(page).to_have_url(re.compile("tab=source"))
    other = open_page(asked(page))
    expect(other.get_by_text("9 claims from 37 reports")).to_be_visible()
    assert counts(other) == counts(page)
    expect(other.get_by_role("tab", name="By source")).to_have_attribute("aria-selected", "true")
    expect(other.get_by_label("Log scale")).to_be_checked()
    expect(other.locator("[data-field=countries]").get_by_label("South Korea")).to_be_checked()
    assert other.url == page.url


def test_what_an_old_address_names_is_told_and_the_rest_holds(open_page: OpenPage) -> None:
    page = open_page(f"{TOPIC}&claimant=kgb&known_on=soon&unit=tonne&country=KR")
    warning = page.get_by_test_id("stAlert").first
    for word in ("claimant “kgb”", "known_on “soon”", "axis “tonne”"):
        expect(warning).to_contain_text(word)
    expect(page.get_by_text("9 claims from 37 reports")).to_be_visible()
    expect(page).to_have_url(re.compile(r"topic=containers_shipped&country=KR$"))
    page.get_by_role("button", name="Dismiss").click()
    expect(page.get_by_text("Part of the address was not used")).to_have_count(0)


def test_back_goes_through_the_views_and_forward_again(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    pick(page, "countries", "South Korea")
    expect(page.get_by_text("9 claims from 37 reports")).to_be_visible()
    expect(page).to_have_url(re.compile("country=KR"))
    click_mark(page)
    expect(page.locator(".st-key-evidence[data-open]")).to_be_visible()
    expect(page).to_have_url(re.compile("claim="))
    page.go_back()
    expect(page.locator(".st-key-evidence[data-open]")).to_have_count(0)
    expect(page.get_by_text("9 claims from 37 reports")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("27 claims from 79 reports")).to_be_visible()
    expect(page.locator("[data-field=countries]").get_by_label("South Korea")).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_text("9 claims from 37 reports")).to_be_visible()


def test_topic_and_filters_are_kept_while_other_pages_are_read(open_page: OpenPage) -> None:
    page = open_page("topic?topic=troops_deployed&country=KR")
    drawn(page)
    for name, heading in (("Source", "What ROK National Intelligence Service said"), ("About", "About claimsdash")):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.get_by_role("link", name="Topic", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How many soldiers has North Korea sent to Russia?")
    expect(page).to_have_url(re.compile(r"topic=troops_deployed&country=KR$"))


def test_two_visitors_do_not_see_each_others_filters(open_page: OpenPage) -> None:
    one, other = open_page(TOPIC), open_page(TOPIC)
    pick(one, "countries", "South Korea")
    expect(one.get_by_text("9 claims from 37 reports")).to_be_visible()
    other.get_by_text("Every report").click()
    expect(other).to_have_url(re.compile("marks=reports"))
    expect(other.get_by_text("27 claims from 79 reports")).to_be_visible()
