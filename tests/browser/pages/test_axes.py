"""The axis can be switched; what is computed is drawn as derived, says on whose word, and goes off with one click."""

import re

from playwright.sync_api import Page, expect

from visiting import OpenPage, drawn

AXIS_TITLE = "(plot) => plot._fullLayout.yaxis.title.text"


def choose_axis(page: Page, label: str) -> None:
    listed = page.get_by_label("Axis").get_by_role("option").all_inner_texts()
    page.get_by_label("Axis").select_option(next(text for text in listed if label in text))


def title(page: Page) -> str:
    return str(drawn(page).locator(".claims-plot").evaluate(AXIS_TITLE))


def expect_title(page: Page, words: str) -> None:
    drawn(page)
    page.wait_for_function(
        "(words) => document.querySelector('.claims-plot')?._fullLayout?.yaxis.title.text.includes(words)", arg=words
    )


def test_thousands(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped")
    assert title(page) == "containers"
    choose_axis(page, "thousand containers")
    expect_title(page, "thousand containers")
    expect(page).to_have_url(re.compile("unit=container&scale=1000"))


def test_rates_per_month_and_per_year(open_page: OpenPage) -> None:
    page = open_page("topic?topic=russian_shell_production_rate")
    assert title(page).endswith("shells per year")
    choose_axis(page, "shells per month")
    expect_title(page, "shells per month")
    expect(page).to_have_url(re.compile("unit=shell"))


def test_containers_as_shells_only_on_a_cited_assumption_and_off_again(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped")
    drawn(page)
    choose_axis(page, "shells, if at least 438.9 per container")
    expect_title(page, "shells (derived)")
    note = page.get_by_text("Derived, not claimed")
    expect(note).to_contain_text("ROK Ministry of National Defense")
    expect(note.get_by_role("link")).to_have_attribute("href", re.compile("^https?://"))
    expect(page).to_have_url(re.compile("assume="))
    page.get_by_role("button", name="Switch assumption off").click()
    expect_title(page, "containers")
    expect(page).to_have_url(re.compile(r"topic=containers_shipped$"))
    expect(page.get_by_text("Derived, not claimed")).to_have_count(0)


def test_a_log_scale_is_said_on_the_axis(open_page: OpenPage) -> None:
    page = open_page("topic?topic=troops_deployed&log=1")
    assert "log scale" in title(page)


def test_the_axis_of_one_topic_is_not_taken_to_another(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped&unit=container&scale=1000")
    drawn(page)
    page.get_by_label("Topic", exact=True).select_option("Troops sent")
    expect_title(page, "soldiers")
    expect(page.get_by_text("Part of the address was not used")).to_have_count(0)
