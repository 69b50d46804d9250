"""Light, dark and on a phone. The pictures stay in the folder of the test run."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from visiting import OpenPage, drawn

PAGES = {
    "home": "",
    "card": "topic?topic=containers_shipped&claim=us-wh-2023-10-13-containers-ap",
    "add": "add_data",
    "about": "about",
}
PHONE = {"width": 390, "height": 844}
GROUND = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"


def shoot(page: Page, folder: Path, name: str) -> None:
    page.screenshot(path=folder / f"{name}.png")


def brightness(page: Page) -> float:
    red, green, blue = (int(part) for part in page.evaluate(GROUND)[4:-1].split(",")[:3])
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("dark", [False, True])
def test_the_ground_is_that_of_the_visitors_theme(open_page: OpenPage, tmp_path: Path, dark: bool) -> None:
    page = open_page(PAGES["card"], dark=dark)
    drawn(page)
    shoot(page, tmp_path, "dark" if dark else "light")
    assert (brightness(page) < 60) is dark
    ink = drawn(page).locator(".claims-plot text").first.evaluate("(text) => getComputedStyle(text).fill")
    assert (sum(int(part) for part in ink[4:-1].split(",")[:3]) > 380) is dark


@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_runs_off_the_side_of_a_phone(open_page: OpenPage, tmp_path: Path, name: str) -> None:
    page = open_page(PAGES[name], **PHONE)
    page.wait_for_timeout(300)
    shoot(page, tmp_path, name)
    wide = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= PHONE["width"]


def test_a_chart_fits_on_a_phone_and_its_card_comes_up_beneath(open_page: OpenPage) -> None:
    page = open_page(PAGES["card"], **PHONE)
    box = drawn(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    card = page.locator(".st-key-evidence[data-open]")
    expect(card).to_be_in_viewport()
    page.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)
