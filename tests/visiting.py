"""What a visitor does on the pages, and where on them things are."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

OpenPage = Callable[..., Page]

expect.set_options(timeout=20_000)

CHART = ".st-key-timeline .claims-graph"
SOURCES_CHART = ".st-key-sources .claims-graph"


def drawn(page: Page, chart: str = CHART) -> Locator:
    """Return the chart once it is drawn."""
    found = page.locator(f"{chart}[data-drawn]")
    expect(found).to_be_visible(timeout=20_000)
    return found


def counts(page: Page) -> str:
    """Return the line that says how many claims, reports and claimants are shown."""
    return page.get_by_text("claimant", exact=False).filter(has_text="from").first.inner_text()


def pick(page: Page, field: str, label: str) -> None:
    """Tick the first choice with that label in the filter of a field."""
    page.locator(f"[data-field={field}] label").filter(has_text=label).first.click()


def option_texts(page: Page, field: str) -> list[str]:
    """Return what the filter of a field offers."""
    choices = page.locator(f"[data-field={field}] label")
    expect(choices.first).to_be_visible()
    return [" · ".join(text.split("\n")) for text in choices.all_inner_texts()]


def click_mark(page: Page, place: int = 0, chart: str = CHART) -> None:
    """Click the mark at that place of the reading order, by keyboard: no pixel of a picture is guessed."""
    plot = drawn(page, chart).locator(".claims-plot")
    plot.focus()
    for _ in range(place + 1):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")


def click_last_mark(page: Page, chart: str = CHART) -> None:
    """Click the mark farthest to the right with the mouse."""
    place = drawn(page, chart).locator(".claims-plot").evaluate(LAST_MARK)
    page.mouse.click(*place)


LAST_MARK = """(plot) => {
    const marks = plot._fullData.flatMap((trace, curve) =>
        trace.mode?.includes("markers") && trace.customdata && trace.xaxis === "x" ? plot.calcdata[curve] : [])
    const last = marks.filter((mark) => Number.isFinite(mark.x) && Number.isFinite(mark.y))
        .sort((one, other) => other.x - one.x)[0]
    const box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout
    return [box.left + xaxis._offset + xaxis.c2p(last.x), box.top + yaxis._offset + yaxis.c2p(last.y)]
}"""


def settle(page: Page) -> None:
    """Wait until the app has run to its end and says nothing more, and the chart has moved to its place."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_selector(".claims-first", state="detached")
