"""The tabs that set claims beside each other, in a browser: what they answer and keep."""

import re

import pytest
from playwright.sync_api import expect

from visiting import OpenPage, click_mark, drawn

CHARTS = {"revisions": "ladder", "rates": "rates", "agreement": "agreement"}


def chart_of(tab: str) -> str:
    return f".st-key-{CHARTS[tab]} .claims-graph"


@pytest.mark.parametrize("tab", list(CHARTS))
def test_a_mark_of_every_tab_opens_its_evidence(open_page: OpenPage, tab: str) -> None:
    page = open_page(f"topic?topic=artillery_shells_transferred&tab={tab}")
    click_mark(page, chart=chart_of(tab))
    expect(page.locator(".st-key-evidence[data-open]").get_by_text("Claimant", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("claim="))


def test_small_multiples_answer_in_every_panel_on_a_phone(open_page: OpenPage) -> None:
    chart = ".st-key-panels .claims-graph"
    page = open_page("topic?topic=troops_killed", width=390, height=844)
    drawn(page)
    page.get_by_label("Panels").select_option("By topic")
    click_mark(page, chart=chart)
    expect(page.locator(".st-key-evidence[data-open]").get_by_text("Claimant", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("panels=topic.*claim=|claim=.*panels=topic"))


def test_the_source_page_draws_its_topics_and_its_revisions_and_a_mark_opens_its_evidence(open_page: OpenPage) -> None:
    page = open_page("source?claimant=rok_nis", dark=True)
    click_mark(page, chart=".st-key-ladder .claims-graph")
    expect(page.locator(".st-key-evidence[data-open]").get_by_text("Claimant", exact=True)).to_be_visible()
    drawn(page, ".st-key-panels .claims-graph")
    expect(page.get_by_text("House effect: how far")).to_be_visible()


def test_what_is_chosen_in_a_tab_is_in_the_address(open_page: OpenPage) -> None:
    page = open_page("topic?topic=artillery_shells_transferred&tab=rates")
    drawn(page, chart_of("rates"))
    page.get_by_label("Rate", exact=True).select_option("a month")
    expect(page.locator(".st-key-rates .ytitle")).to_contain_text("per month")
    expect(page).to_have_url(re.compile("per=month"))


def test_a_chart_stands_as_it_was_left_when_its_tab_opens_again(open_page: OpenPage) -> None:
    page = open_page("topic?topic=troops_deployed")
    drawn(page).locator(".claims-plot svg").first.evaluate("(drawing) => { drawing.dataset.seen = 'before' }")
    page.get_by_role("tab", name="By source").click()
    drawn(page, ".st-key-sources .claims-graph")
    page.get_by_role("tab", name="Over time").click()
    expect(drawn(page).locator("svg[data-seen=before]")).to_be_visible()
    click_mark(page)
    expect(page.locator(".st-key-timeline .claims-ring")).to_be_visible()


def test_the_band_comes_and_goes_with_its_switch(open_page: OpenPage) -> None:
    page = open_page("topic?topic=troops_deployed")
    drawn(page)
    page.get_by_label("Pooled band").click()
    expect(page.get_by_text("A model, not a claim.")).to_be_visible()
    expect(page.get_by_role("button", name="Pooled level (model)")).to_be_visible()
    page.get_by_label("Pooled band").click()
    expect(page.get_by_text("A model, not a claim.")).to_have_count(0)
    expect(page.get_by_role("button", name="Pooled level (model)")).to_have_count(0)
    expect(page.locator(".claims-trouble")).to_be_hidden()


def test_a_mark_of_the_tree_opens_that_report(open_page: OpenPage) -> None:
    page = open_page("topic?topic=containers_shipped&claim=rok-mnd-2024-02-26-containers")
    page.locator(".st-key-card_tree summary").click()
    click_mark(page, chart=".st-key-citing .claims-graph")
    expect(page).to_have_url(re.compile(r"claim=(?!rok-mnd-2024-02-26-containers(&|$))"))
