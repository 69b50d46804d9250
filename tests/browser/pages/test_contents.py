"""What a page was shown ahead of its run is only named by the run: it shows what the view holds, come what may."""

import re
from typing import Any

from playwright.sync_api import Page, Route, WebSocketRoute, expect

from visiting import OpenPage, click_last_mark, drawn, pick, settle

TOPIC = "topic?topic=troops_deployed"
FORGET = """async () => {
    const [file] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/contents.js"))
    const contents = await import(file.name)
    contents.forget()
}"""
SHOWN = """() => {
    const plot = document.querySelector(".st-key-timeline .claims-plot")
    const rows = [...document.querySelectorAll("[data-field=kinds] label")]
    const marks = plot?.data?.flatMap((trace) => trace.mode?.includes("markers") ? [...trace.customdata ?? []] : [])
    return marks && [marks.sort(), rows.map((row) => [row.textContent, row.firstChild.checked]).sort(),
        document.querySelector(".claims-bar-said")?.textContent]
}"""


class Line:
    """The connection of a page to its run, on which messages to the page can be held back, or which can be cut."""

    def __init__(self, page: Page) -> None:
        self.holds = False
        self.held: list[str | bytes] = []
        self.ends: list[WebSocketRoute] = []
        self.n_bytes = 0
        page.route_web_socket(re.compile("_stcore/stream"), self.begin)

    def begin(self, end: WebSocketRoute) -> None:
        self.ends.append(end)
        end.connect_to_server().on_message(self.take)

    def take(self, message: str | bytes) -> None:
        self.n_bytes += len(message)
        if self.holds:
            self.held.append(message)
        else:
            self.ends[-1].send(message)

    def let_go(self) -> None:
        self.holds = False
        while self.held:
            self.ends[-1].send(self.held.pop(0))


def shown(page: Page) -> Any:
    settle(page)
    drawn(page)
    return page.wait_for_function(SHOWN).json_value()


def comes_to_show(page: Page, expected: Any) -> None:
    page.wait_for_function(f"(expected) => JSON.stringify(({SHOWN})()) === JSON.stringify(expected)", arg=expected)


def visit(open_page: OpenPage) -> tuple[Page, Line]:
    page = open_page()
    line = Line(page)
    page.goto(page.url + TOPIC)
    shown(page)
    return page, line


def test_a_click_brings_less_than_three_kilobytes(open_page: OpenPage) -> None:
    page, line = visit(open_page)
    line.n_bytes = 0
    with page.expect_response("**/ahead?**of=card**") as asked:
        click_last_mark(page)
    expect(page).to_have_url(re.compile("claim="))
    settle(page)
    assert 200 < int(asked.value.headers["content-length"]) + line.n_bytes < 3_000


def test_a_run_names_what_was_shown_ahead_of_it_and_other_pages_are_sent_all_of_it(open_page: OpenPage) -> None:
    page, line = visit(open_page)
    line.n_bytes = 0
    with page.expect_response("**/ahead?**") as asked:
        pick(page, "kinds", "intelligence")
    expect(page).to_have_url(re.compile("kind=intelligence"))
    filtered = shown(page)
    assert int(asked.value.headers["content-length"]) < 2_000
    assert line.n_bytes < 4_500
    page.reload()
    comes_to_show(page, filtered)
    n_connections = len(line.ends)
    line.ends[-1].close()
    while len(line.ends) == n_connections:
        page.wait_for_timeout(50)
    settle(page)
    pick(page, "kinds", "media")
    expect(page).to_have_url(re.compile("kind=media"))
    comes_to_show(page, shown(open_page(f"{TOPIC}&kind=intelligence&kind=media")))


def test_what_is_named_and_not_held_any_more_is_asked_for_by_name_and_then_sent_by_the_run(open_page: OpenPage) -> None:
    page, line = visit(open_page)
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append("refused")
        route.fulfill(status=204)

    page.on("response", lambda response: asked.append(str(response.status)) if "/content?" in response.url else None)
    for kinds, statuses in ((("intelligence", "media"), {"200"}), (("government", "military"), {"refused", "204"})):
        line.holds = True
        asked.clear()
        for kind in kinds:
            with page.expect_response("**/ahead?**"):
                pick(page, "kinds", kind)
            expect(page.get_by_text(re.compile(r"\d set"))).to_be_visible()
            page.wait_for_timeout(200)
        page.evaluate(FORGET)
        line.let_go()
        expect(page).to_have_url(re.compile(f"kind={kinds[-1]}"))
        comes_to_show(page, shown(open_page(page.url.rpartition("/")[2])))
        assert set(asked) == statuses
        page.route("**/content?**", refuse)
