"""What stands on the canvas of a chart: the shapes that plotly draws into pictures, at the places that plotly knows."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from visiting import OpenPage, drawn

TOPIC = "topic?topic=containers_shipped"

MODULE = """async (name) => {
    const graph = performance.getEntriesByType("resource").find((entry) => entry.name.endsWith("/graph.js")).name
    window.marks = { ...(window.marks ?? {}), ...(await import(new URL(name, graph))) }
}"""

SHAPES = """async () => {
    const symbols = [0, 1, 2, 5, 6, 100, 101, 102, 134, 135, 141, 142, 143, "line-ns-open", "circle"]
    const turns = [[0, 0], [180, 6], [-90, 14], [90, 6]]
    const looks = symbols.flatMap((symbol) => turns.map(([angle, standoff]) => ({ symbol, angle, standoff, size: 12 })))
    const listed = (name) => looks.map((look) => look[name])
    const marker = Object.fromEntries(["symbol", "size", "angle", "standoff"].map((name) => [name, listed(name)]))
    const holder = document.body.appendChild(document.createElement("div"))
    const drawn = { x: looks.map((_, at) => at), y: looks.map(() => 1), mode: "markers", cliponaxis: false }
    await Plotly.newPlot(holder, [{ ...drawn, marker: { ...marker, color: "red", line: { width: 2 } } }])
    const differing = []
    holder.querySelectorAll(".point").forEach((theirs, at) => {
        const look = { ...looks[at], symbol: marks.symbolNumber(looks[at].symbol), color: "red", edge: "red", width: 2 }
        const pen = Object.assign(document.createElement("canvas"), { width: 80, height: 80 }).getContext("2d")
        marks.strokes(pen, look)(40, 40, 0)
        const seen = pen.getImageData(0, 0, 80, 80).data
        const isFilled = getComputedStyle(theirs).fill !== "none"
        for (let x = -32.5; x < 33; x += 1) for (let y = -32.5; y < 33; y += 1) {
            const place = new DOMPoint(x, y)
            const isIn = (isFilled && theirs.isPointInFill(place)) || theirs.isPointInStroke(place)
            const share = seen[4 * ((y + 39.5) * 80 + x + 39.5) + 3] / 255
            if (isIn ? share < 0.3 : share > 0.7) differing.push([...Object.values(looks[at]), x, y, share])
        }
    })
    holder.remove()
    return { compared: looks.length, differing }
}"""

COPIES = """() => {
    const look = { symbol: [0, 142, 6, 101], size: [8, 10, 7, 6], angle: [0, 0, 180, -90], standoff: [0, 6, 14, 0] }
    const marker = { ...look, opacity: 1, color: "#2060c0", edge: "#2060c0", width: 1.5 }
    const pictures = [marks.strokes, marks.stamps].map((way) => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 400, height: 200 })
        const pen = canvas.getContext("2d")
        pen.scale(2, 2)
        const put = way(pen, marker)
        look.symbol.forEach((_, number) => put(25.5 + 40 * number, 40.25 + 5.5 * number, number))
        return pen.getImageData(0, 0, 400, 200).data
    })
    const [one, other] = pictures
    const most = one.reduce((least, value, at) => Math.max(least, Math.abs(value - other[at])), 0)
    return { ink: one.filter((value) => value > 0).length, most }
}"""

ALONE = """(plot) => {
    const told = plot.calcdata.filter(([point]) => point.trace.meta === "marks")
    const points = told.flatMap((cells) => cells.map((cell) => {
        const { xaxis, yaxis, index, customdata } = cells[0].trace
        const [x, y] = [xaxis, yaxis].map((name) => plot._fullLayout[`${name[0]}axis${name.slice(1)}`])
        const [from, to] = x.range.map((end) => x.r2l(end))
        const across = x._offset + ((cell.x - from) / (to - from)) * x._length
        const top = y._offset + y.c2p(cell.y)
        return { id: customdata[cell.i], left: across, top, group: plot.data[index].groups[cell.i] }
    }))
    const apart = (one, other) => Math.hypot(one.left - other.left, one.top - other.top)
    return points.filter((one) => points.every((other) => one === other || apart(one, other) > 22))
}"""

INK = """(canvas, [left, top]) => {
    const scale = canvas.width / canvas.clientWidth
    const side = Math.round(12 * scale)
    const place = [left, top].map((at) => Math.round(at * scale) - side / 2)
    const { data } = canvas.getContext("2d").getImageData(...place, side, side)
    const counted = new Map()
    let most = 0
    for (let at = 0; at < data.length; at += 4) {
        most = Math.max(most, data[at + 3])
        const colour = [...data.slice(at, at + 3)].map((part) => Math.round(part / 16)).join()
        if (data[at + 3] > 30) counted.set(colour, (counted.get(colour) ?? 0) + data[at + 3])
    }
    return { colour: [...counted].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null, opacity: most / 255 }
}"""

FINENESS = """() => {
    const canvas = document.querySelector(".st-key-timeline .claims-marks")
    return canvas.width / canvas.clientWidth
}"""

FRAMES = """async (plot) => {
    const seen = new Set()
    const chart = plot.closest(".claims-graph")
    const before = chart.dataset.drawn
    while (chart.dataset.drawn === before) await new Promise(requestAnimationFrame)
    const begun = performance.now()
    while (performance.now() - begun < 600) {
        await new Promise(requestAnimationFrame)
        seen.add(plot.querySelector(".claims-marks").toDataURL())
    }
    return seen.size
}"""


def alone(page: Page, chart: str = ".st-key-timeline") -> list[dict[str, Any]]:
    """Return the marks that no other covers: id, left, top and group."""
    found: list[dict[str, Any]] = page.locator(f"{chart} .claims-plot").evaluate(ALONE)
    return found


def ink(page: Page, mark: dict[str, Any], chart: str = ".st-key-timeline") -> dict[str, Any]:
    """Return the colour that covers most around a mark on the canvas, roughly, and the greatest opacity there."""
    seen: dict[str, Any] = page.locator(f"{chart} .claims-marks").evaluate(INK, [mark["left"], mark["top"]])
    return seen


def test_shapes_are_those_of_plotly_drawn_or_copied(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    for name in ("stamps.js", "symbols.js"):
        page.evaluate(MODULE, name)
    assert page.evaluate(SHAPES) == {"compared": 60, "differing": []}
    copied = page.evaluate(COPIES)
    assert copied["ink"] > 500
    assert copied["most"] <= 2


def test_a_claim_has_the_colour_of_its_claimant_over_time_and_by_source(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    over_time = {mark["id"]: ink(page, mark)["colour"] for mark in alone(page)}
    page.get_by_role("tab", name="By source").click()
    drawn(page, ".st-key-sources .claims-graph")
    marks = alone(page, ".st-key-sources")
    by_source = {mark["id"]: ink(page, mark, ".st-key-sources")["colour"] for mark in marks}
    both = over_time.keys() & by_source.keys()
    assert len(both) >= 5
    assert {mark: over_time[mark] for mark in both} == {mark: by_source[mark] for mark in both}
    assert len({by_source[mark] for mark in by_source}) >= 5
    assert None not in by_source.values()


def test_pointing_at_a_source_makes_the_marks_of_others_fade(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    marks = alone(page)
    one, *others = [mark for mark in marks if ink(page, mark)["opacity"] > 0.9]
    [other, *_] = [mark for mark in others if mark["group"] != one["group"]]
    page.locator(f'.st-key-timeline [data-group="{one["group"]}"]').hover()
    page.wait_for_timeout(300)
    assert ink(page, one)["opacity"] > 0.9
    assert ink(page, other)["opacity"] < 0.3
    page.mouse.move(5, 5)
    page.wait_for_timeout(300)
    assert ink(page, other)["opacity"] > 0.9


def test_marks_are_printed_finer_than_the_screen_shows_them(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    drawn(page)
    page.evaluate(f"window.widths = []; addEventListener('beforeprint', () => widths.push(({FINENESS})()))")
    assert b"/Subtype /Image" not in page.pdf()
    assert page.evaluate("widths") == pytest.approx([4], rel=0.01)
    assert page.evaluate(FINENESS) == 1


def test_marks_follow_the_axis_while_it_is_dragged(open_page: OpenPage) -> None:
    page = open_page(TOPIC)
    chart = drawn(page)
    [before, *_] = [mark for mark in alone(page) if 200 < mark["left"] < 500 and ink(page, mark)["opacity"] > 0.9]
    box = chart.locator(".ewdrag").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 90, box["y"] + 8, steps=6)
    page.wait_for_timeout(300)
    [now] = [mark for mark in alone(page) if mark["id"] == before["id"]]
    assert now["left"] == pytest.approx(before["left"] - 90, abs=4)
    assert ink(page, now)["colour"] == ink(page, before | {"left": now["left"]})["colour"]
    assert ink(page, now)["opacity"] > 0.9
    page.mouse.up()


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_marks_glide_to_their_new_places_unless_motion_is_not_wanted(open_page: OpenPage, motion: str) -> None:
    page = open_page(TOPIC)
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]  # one of the two above
    drawn(page)
    frames = page.locator(".st-key-timeline .claims-plot").evaluate_handle(
        f"(plot) => ({{ counted: ({FRAMES})(plot) }})"
    )
    page.locator("[data-field=kinds] label").first.click()
    expect(page).to_have_url(re.compile("kind"))
    seen = frames.evaluate("({ counted }) => counted")
    assert seen > 3 if motion == "no-preference" else seen == 1
