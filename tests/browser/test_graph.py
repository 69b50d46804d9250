import re
import struct
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage, streamlit_run

pytestmark = pytest.mark.browser
PLOT = "document.querySelector('.st-key-main .claims-plot')"


def main(page: Page) -> Locator:
    chart = page.locator(".st-key-main .claims-graph")
    expect(chart).to_have_attribute("data-drawn", "1")
    chart.evaluate(STANDS_STILL)
    return chart


STANDS_STILL = """async (chart) => {
    const place = () => JSON.stringify(chart.querySelector(".nsewdrag").getBoundingClientRect())
    let since = performance.now()
    for (let seen = place(); performance.now() - since < 300; ) {
        await new Promise(requestAnimationFrame)
        if (seen !== place()) [seen, since] = [place(), performance.now()]
    }
}"""


def place_of(page: Page, mark: int) -> tuple[float, float]:
    box = page.locator(".st-key-main .point").nth(mark).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_click_reports_its_mark_and_runs_nothing_but_the_fragment(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    main(page)
    page.mouse.click(*place_of(page, 3))
    expect(page.get_by_text("chosen: 9")).to_be_visible()
    expect(page.get_by_text("runs: 1")).to_be_visible()
    expect(page.locator(".st-key-main .claims-ring")).to_be_visible()


def test_a_click_beside_the_marks_takes_the_choice_back(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    chart = main(page)
    page.mouse.click(*place_of(page, 3))
    expect(page.get_by_text("chosen: 9")).to_be_visible()
    chart.locator(".nsewdrag").click(position={"x": 3, "y": 3})
    expect(page.get_by_text("chosen: None")).to_be_visible()
    expect(page.locator(".st-key-main .claims-ring")).to_have_count(0)


def test_the_ring_goes_where_the_page_says(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    main(page)
    page.mouse.click(*place_of(page, 3))
    expect(page.get_by_text("chosen: 9")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text("chosen: None")).to_be_visible()
    expect(page.locator(".st-key-main .claims-ring")).to_have_count(0)
    expect(page.get_by_text("runs: 1")).to_be_visible()


def test_zoom_and_legend_are_kept_while_the_data_change(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    chart = main(page)
    page.evaluate(f"Plotly.relayout({PLOT}, {{}})")
    box = chart.locator(".nsewdrag").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 200, steps=5)
    page.mouse.up()
    chart.locator(".legendtoggle").first.click()
    page.wait_for_function(f"{PLOT}._fullData[0].visible === 'legendonly'")
    before = page.evaluate(f"{PLOT}._fullLayout.xaxis.range")
    page.get_by_text("Fewer").click()
    expect(chart).to_have_attribute("data-drawn", "2")
    assert page.evaluate(f"{PLOT}._fullLayout.xaxis.range") == before
    assert page.evaluate(f"{PLOT}._fullData[0].visible") == "legendonly"


def test_light_and_dark_are_followed_without_a_run(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page, color_scheme="light")
    chart = main(page)
    tick = chart.locator(".xtick text").first
    light = tick.evaluate("node => getComputedStyle(node).fill")
    page.emulate_media(color_scheme="dark")
    expect(chart).to_have_attribute("data-drawn", "2")
    assert tick.evaluate("node => getComputedStyle(node).fill") != light
    expect(page.get_by_text("runs: 1")).to_be_visible()


def test_the_keyboard_goes_from_mark_to_mark_in_reading_order(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    chart = main(page)
    heard = chart.locator("[aria-live]")
    chart.get_by_role("application", name="Marks by three sources over time").focus()
    for pressed, said in (
        ("ArrowRight", "1 of 24. mark 0 <b>as typed</b>"),
        ("ArrowDown", "2 of 24. mark 1 <b>as typed</b>"),
        ("End", "24 of 24. mark 23 <b>as typed</b>"),
        ("ArrowLeft", "23 of 24. mark 22 <b>as typed</b>"),
    ):
        page.keyboard.press(pressed)
        expect(heard).to_have_text(said)
    expect(chart.locator(".hovertext")).to_contain_text("mark 22 <b>as typed</b>")
    page.keyboard.press("Enter")
    expect(page.get_by_text("chosen: 22")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("chosen: None")).to_be_visible()


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_marks_move_to_their_new_places_unless_motion_is_not_wanted(
    open_page: OpenPage, small_page: str, motion: str
) -> None:
    page = open_page(small_page, reduced_motion=motion)
    chart = main(page)
    counted = "window.moved = 0; const was = Element.prototype.animate; "
    counted += "Element.prototype.animate = function (...given) { window.moved += 1; return was.apply(this, given) }"
    page.evaluate(f"() => {{ {counted} }}")
    page.get_by_text("Fewer").click()
    expect(chart).to_have_attribute("data-drawn", "2")
    moved = page.evaluate("window.moved")
    assert moved > 0 if motion == "no-preference" else moved == 0


def test_pointing_at_a_source_dims_the_others_in_every_chart(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    chart = main(page)
    expect(page.locator(".st-key-other .claims-graph")).to_have_attribute("data-drawn", "1")
    chart.locator(".legendtoggle").first.hover()
    expect(page.locator(".st-key-main .claims-dim")).to_have_count(2)
    expect(page.locator(".st-key-other .claims-dim")).to_have_count(2)
    page.mouse.move(5, 5)
    expect(page.locator(".claims-dim")).to_have_count(0)


def test_a_period_is_brushed_and_tells_the_marks_inside_it(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    chart = main(page)
    chart.get_by_role("button", name="Choose a period by dragging").click()
    (first, height), (last, _) = place_of(page, 17), place_of(page, 18)
    page.mouse.move(first - 5, height)
    page.mouse.down()
    page.mouse.move(last + 5, height + 5, steps=5)
    page.mouse.up()
    told = re.compile(r"period: 20\d\d-\d\d-\d\d to 20\d\d-\d\d-\d\d, box: \[5, 6, 7, 8\]")
    expect(page.get_by_text(told)).to_be_visible()


def saved(page: Page, name: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.locator(".st-key-main").get_by_role("button", name=name).click()
    download.value.save_as(folder / download.value.suggested_filename)
    assert download.value.suggested_filename.startswith("shells.")
    return (folder / download.value.suggested_filename).read_bytes()


def test_a_picture_holds_title_filters_keys_and_sources(open_page: OpenPage, small_page: str, tmp_path: Path) -> None:
    page = open_page(small_page, color_scheme="dark")
    main(page)
    svg = saved(page, "Download as SVG", tmp_path).decode()
    for words in ("How many artillery shells", "&amp; &lt;all&gt; of their sources", "Filters: none", ">Kremlin<"):
        assert words in svg
    assert 'fill="#ffffff"' in svg
    png = saved(page, "Download as PNG", tmp_path)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">I", png[16:20]) == (1600,)


def test_no_words_of_a_picture_are_clipped(open_page: OpenPage, small_page: str, tmp_path: Path) -> None:
    page = open_page(small_page)
    main(page)
    saved(page, "Download as SVG", tmp_path)
    page.goto((tmp_path / "shells.svg").as_uri())
    ends: list[dict[str, Any]] = page.evaluate(
        "[...document.querySelectorAll('svg > text')].map((t) => t.getBoundingClientRect()).map((b) => b.toJSON())"
    )
    assert len(ends) > 5
    assert max(end["right"] for end in ends) <= 1600
    assert max(end["bottom"] for end in ends) <= page.evaluate("document.documentElement.height.baseVal.value")


def test_a_phone_shows_the_whole_chart_and_still_scrolls(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page, viewport={"width": 390, "height": 600}, has_touch=True, is_mobile=True)
    chart = main(page)
    width = chart.locator(".main-svg").first.evaluate("node => node.getBoundingClientRect().width")
    assert width <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(f"{PLOT}._fullLayout.dragmode") is False


def test_what_goes_wrong_is_said_in_words(open_page: OpenPage, small_page: str) -> None:
    page = open_page("about:blank")
    browser = page.context.new_cdp_session(page)  # the browser blocks it itself: a handler may outlive its page
    browser.send("Network.enable")
    browser.send("Network.setBlockedURLs", {"urls": ["*plotly.min.js*"]})
    page.goto(small_page)
    expect(page.locator(".st-key-main").get_by_role("alert")).to_contain_text("could not be drawn: its drawing code")


def test_plotly_js_is_fetched_once_and_kept(open_page: OpenPage, small_page: str) -> None:
    page = open_page(small_page)
    main(page)
    page.reload()
    main(page)
    taken = page.evaluate("performance.getEntriesByType('resource').filter((one) => one.name.includes('plotly'))")
    assert [one["transferSize"] for one in taken] == [0]


def test_a_script_of_its_own_has_its_charts_too(open_page: OpenPage, tmp_path: Path) -> None:
    script = tmp_path / "own.py"
    small = Path(__file__).with_name("small_page.py")
    script.write_text(f"import runpy\nrunpy.run_path({str(small)!r}, run_name='__main__')\n", encoding="utf-8")
    with streamlit_run(script, tmp_path) as address:
        page = open_page(address)
        main(page)
        page.mouse.click(*place_of(page, 3))
        expect(page.get_by_text("chosen: 9")).to_be_visible()
