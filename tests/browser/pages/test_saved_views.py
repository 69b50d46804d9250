"""A view is saved, outlives the server, is opened, compared and put into a story: light, dark, and on a phone."""

import re

from playwright.sync_api import Page, expect

from auditing import found
from serving import Server
from visiting import OpenPage, drawn, settle

SEOUL = "topic?topic=containers_shipped&country=KR"
PHONE = {"width": 390, "height": 844}
TEXT = """Seoul counts <script>document.title = "lost"</script> ![x](http://127.0.0.2:9/p.png)

![[As Seoul has it]]
"""
RANGES = "(plot) => ['xaxis', 'yaxis'].map((axis) => plot._fullLayout[axis].range.map(String).join()).join(' ')"
COMPARED = "[...document.querySelectorAll('[class*=st-key-side_] .claims-plot')]"


def look_at(page: Page, name: str) -> None:
    """See that nothing runs off the side of the page, and that axe-core finds nothing."""
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("(main) => main.scrollWidth - main.clientWidth") <= 0, name
    assert found(page, name) == []


def test_a_view_is_saved_found_after_a_restart_opened_compared_and_told(
    own_server: Server, open_page: OpenPage
) -> None:
    save(open_page(SEOUL, on=own_server))
    own_server.restart()
    open_again(open_page("views", on=own_server, **PHONE))
    compare(open_page("compare?one=topic%3Dcontainers_shipped", on=own_server, **PHONE))
    address = write(open_page("stories", on=own_server))
    look_at(open_page("stories", on=own_server, **PHONE), "list of stories")
    read(open_page(address, on=own_server, dark=True))


def save(page: Page) -> None:
    drawn(page)
    page.get_by_role("button", name="Save this view").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name", exact=True).fill("As Seoul has it")
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(dialog.get_by_text("Saved as “As Seoul has it”: 9 claims from 37 reports.")).to_be_visible()
    expect(dialog.get_by_role("link", name="All saved views")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")


def open_again(page: Page) -> None:
    expect(page.get_by_text("9 / 37, as when it was saved on")).to_be_visible()
    look_at(page, "views")
    page.get_by_role("link", name="As Seoul has it").click()
    drawn(page)
    expect(page).to_have_url(re.compile(r"topic\?topic=containers_shipped&country=KR$"))
    expect(page.get_by_text("9 claims from 37 reports")).to_be_visible()


def compare(page: Page) -> None:
    page.get_by_role("combobox", name="Second view").click()
    page.get_by_role("option", name="As Seoul has it").click()
    one, two = (drawn(page, f".st-key-side_{side} .claims-graph") for side in ("one", "two"))
    page.get_by_text("Same range on both axes").click()
    expect(page).to_have_url(re.compile("axes=equal"))
    expect(page.get_by_text("9 claims in both, 18 claims in the first alone")).to_be_visible()
    page.wait_for_function(f"() => new Set({COMPARED}.map({RANGES})).size === 1")
    assert page.evaluate(f"() => new Set({COMPARED}.map((plot) => plot.clientHeight)).size") == 1
    boxes = one.bounding_box(), two.bounding_box()
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[1]["y"] > boxes[0]["y"] + boxes[0]["height"]
    look_at(page, "compare")


def write(page: Page) -> str:
    page.get_by_role("button", name="Write a story").click()
    page.get_by_label("Title").fill("What Seoul counted")
    page.get_by_role("textbox", name="Text", exact=True).fill(TEXT)
    page.get_by_role("textbox", name="Text", exact=True).blur()
    expect(page.get_by_text("Left out: the picture “x”")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile(r"stories\?story=\w+"))
    settle(page)
    return page.url.split("/", 3)[3]


def read(page: Page) -> None:
    chart = drawn(page, "[class*=st-key-embed_] .claims-graph")
    expect(page.get_by_role("heading", name="What Seoul counted")).to_be_visible()
    expect(page.get_by_text('<script>document.title = "lost"</script>')).to_be_visible()
    assert "lost" not in page.title()
    assert page.locator("[data-testid=stMain] img").count() == 0
    look_at(page, "story")
    chart.locator(".claims-plot").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"topic\?topic=containers_shipped&country=KR&claim="))
    expect(page.locator(".st-key-evidence[data-open]")).to_be_visible()
