"""A finding is acknowledged in a browser, with a reason that is kept."""

from playwright.sync_api import expect

from serving import Server
from visiting import OpenPage, settle

REASON = "A slip of the outlet"


def test_a_finding_is_acknowledged_with_a_reason_that_survives_a_restart(
    open_page: OpenPage, own_server: Server
) -> None:
    page = open_page("checks", on=own_server)
    before = page.get_by_text("open findings").first.inner_text()
    card = page.locator('[class*="st-key-finding_"]').first
    key = str(card.get_attribute("class")).split("st-key-finding_")[1].split()[0]
    card.get_by_role("button", name="Acknowledge").click()
    page.get_by_label("Why it is right as it is").fill(REASON)
    page.get_by_label("Your name").fill("Anna")
    page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
    expect(page.get_by_text("1 acknowledged")).to_be_visible()

    own_server.restart()
    page = open_page("checks", on=own_server, width=390, height=844, dark=True)
    expect(page.get_by_text("1 acknowledged")).to_be_visible()
    kept = page.locator(f".st-key-finding_{key}")
    expect(kept).to_contain_text(REASON)
    expect(kept).to_contain_text("Anna")
    kept.get_by_role("button", name="Take back").click()
    settle(page)
    expect(page.get_by_text("open findings").first).to_have_text(before)
