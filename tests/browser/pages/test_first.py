"""The chart that stands before the page does, and the page that takes it over."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from serving import Server
from visiting import CHART, SOURCES_CHART, drawn, settle

FIRST = ".claims-first .claims-graph[data-drawn]"
STREAMLITS_CODE = "**/static/js/index.*.js"
TOPIC = "topic?topic=troops_deployed"
PLACES = """() => ["h1", ".claims-bar", ".claims-plot"].map((name) => {
    const { x, y } = document.querySelector(name).getBoundingClientRect()
    return [name, Math.round(x), Math.round(y)]
})"""
MARK = """(chart) => {
    chart.isTheFirst = true
    chart.querySelector(".claims-plot").on("plotly_afterplot", () => { chart.isDrawnAnew = true })
}"""


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Any]:
    """Return a function that returns the page of a visitor, with the errors that it has logged."""
    pages: list[Page] = []
    errors: list[str] = []

    def come(*, width: int = 1280, scheme: Any = "light") -> Page:
        page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        pages.append(page)
        return page

    yield come
    for page in pages:
        page.close()
    assert errors == []


@pytest.mark.parametrize(
    ("width", "scheme", "query", "chart"),
    [(1280, "light", "", CHART), (390, "dark", "&tab=source", SOURCES_CHART), (900, "dark", "&kind=media", CHART)],
)
def test_the_page_takes_the_chart_over_where_it_stands_and_as_it_is(
    visitor: Any, server: Server, width: int, scheme: str, query: str, chart: str
) -> None:
    page = visitor(width=width, scheme=scheme)
    held: list[Route] = []
    page.route(STREAMLITS_CODE, lambda route: held.append(route))  # noqa: PLW0108 - Playwright asks a function for its parameters
    page.goto(f"{server.address}/{TOPIC}{query}", wait_until="commit")
    page.wait_for_selector(FIRST)
    page.locator(FIRST).evaluate(MARK)
    assert page.locator(".claims-first").evaluate("(first) => [first.inert, first.ariaBusy]") == [True, "true"]
    early = page.evaluate(PLACES)
    for route in held:
        route.continue_()
    page.unroute(STREAMLITS_CODE)
    settle(page)
    graph = drawn(page, chart)
    assert graph.evaluate("(chart) => [chart.isTheFirst, chart.isDrawnAnew]") == [True, None]
    assert page.evaluate(PLACES) == early


def test_the_theme_chosen_in_the_menu_is_that_of_the_chart(visitor: Any, server: Server) -> None:
    page = visitor(scheme="light")
    page.add_init_script("""localStorage["stActiveTheme-/topic-v2"] = '"Dark"'""")
    page.route(STREAMLITS_CODE, lambda _: None)
    page.goto(f"{server.address}/{TOPIC}", wait_until="commit")
    page.wait_for_selector(FIRST)
    assert (
        page.locator(".claims-first").evaluate("(first) => getComputedStyle(first).backgroundColor")
        == "rgb(15, 20, 25)"
    )


@pytest.mark.parametrize("missing", ["**/first.js", "**/plotly.min.js", "**/_claimsdash/first?*"])
def test_a_page_comes_without_what_is_missing(visitor: Any, server: Server, missing: str) -> None:
    page = visitor()
    page.route(missing, lambda route: route.abort())
    page.goto(f"{server.address}/{TOPIC}", wait_until="commit")
    settle(page)
    assert page.get_by_role("heading", level=1).inner_text() == "How many soldiers has North Korea sent to Russia?"


def test_a_page_does_not_wait_for_a_chart_that_is_late(visitor: Any, server: Server) -> None:
    page = visitor()
    page.route("**/_claimsdash/first?*", lambda _: None)
    page.goto(f"{server.address}/{TOPIC}", wait_until="commit")
    drawn(page)


def test_a_page_starts_where_no_script_in_it_may_run(visitor: Any, server: Server) -> None:
    """`blob:` is what Streamlit's components need; a page made up by a route is of no network to Chromium."""

    def forbid(route: Route) -> None:
        came = route.fetch()
        route.fulfill(response=came, headers=came.headers | {"content-security-policy": "script-src 'self' blob:"})

    page = visitor()
    page.context.grant_permissions(["local-network-access"])
    page.route(f"{server.address}/{TOPIC}", forbid)
    page.goto(f"{server.address}/{TOPIC}", wait_until="commit")
    drawn(page)
    assert page.evaluate("typeof claimsFirst") == "undefined"


def test_what_could_not_be_reached_is_said_and_not_hidden_behind_the_chart(visitor: Any, server: Server) -> None:
    page = visitor()
    page.route_web_socket("**/_stcore/stream*", lambda socket: socket.close())
    page.route("**/_stcore/health", lambda route: route.abort())
    page.goto(f"{server.address}/{TOPIC}", wait_until="commit")
    page.wait_for_selector(FIRST)
    page.wait_for_selector("[role=dialog]")
    page.wait_for_selector(".claims-first", state="detached")
