"""Answers ahead of the run: the same as the run's, and none where only the run can answer."""

import asyncio
import struct
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import orjson
import pytest
import streamlit as st

from claimsdash.app import ahead, contents, drawing, graph, shelf
from claimsdash.app.ahead import BELL, Change, answer, join
from claimsdash.app.asked import PATH, Asked
from claimsdash.app.tabs import band
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from turning import in_workspace, unpacked

TROOPS = "?topic=troops_deployed"


@pytest.fixture(autouse=True, scope="module")
def _workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with in_workspace(tmp_path_factory.mktemp("ahead") / "workspace"):
        yield


def split(message: bytes) -> list[bytes]:
    parts = []
    while message:
        [size] = struct.unpack(">I", message[:4])
        parts.append(message[4 : 4 + size])
        message = message[4 + size :]
    return parts


def answered(element: str, **fields: Any) -> list[Any]:
    message = answer(Change(TROOPS, element, fields))
    assert message is not None
    address, *packed = split(message.whole())
    return [address.decode(), *(unpacked(part) for part in packed)]


def test_a_filter_is_answered_with_the_chart_the_counts_and_the_filters_after_it() -> None:
    address, chart, bar, panel = answered("filters", kinds=["intelligence"])
    assert address == f"{TROOPS}&kind=intelligence" == chart["view"]
    assert chart["caption"]["alt"].startswith("16 claims by 4 claimants")
    assert bar["said"].startswith("16 claims from")
    assert panel["n_set"] == 1


def test_the_chart_is_byte_for_byte_that_of_the_run_so_that_it_is_drawn_once() -> None:
    message = answer(Change(TROOPS, "filters", {"kinds": ["intelligence"]}))
    view = View(Selection(topic="troops_deployed", kinds=("intelligence",)))
    with shelf.reading(shelf.newest()):
        scene = drawing.scene_of(view, shelf.topics()["troops_deployed"])
        figure = drawing.timeline_of(scene)
        pointing = drawing.pointing_at(scene, graph.Pointing(bell=BELL), kind="timeline")
        caption = drawing.caption_beside(scene, "timeline")
    written = graph.write(figure, caption=caption, height_px=int(figure.layout.height), pointing=pointing)
    assert message is not None
    assert split(message.whole())[1] == contents.parcel(written)


def test_the_words_under_a_picture_of_many_reports_come_with_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    few = answered("filters", text="soldiers")[1]["caption"]
    monkeypatch.setattr(drawing, "HASHED_AHEAD", 0)
    many = answered("filters", text="soldiers")[1]["caption"]
    assert (few["is_whole"], many["is_whole"], many["footer"]) == (True, False, [])
    assert "; data " in few["footer"][-1]
    assert many["title"] == few["title"]


@pytest.mark.parametrize(
    ("element", "fields", "address"),
    [
        ("filters", {"reset": True}, TROOPS),
        ("filters", {"known_on": "2024-11-30"}, f"{TROOPS}&known_on=2024-11-30"),
        ("filters", {"text": "soldiers"}, f"{TROOPS}&q=soldiers"),
        ("chart", {"as_of_from": "2024-10-01", "as_of_to": None}, f"{TROOPS}&as_of_from=2024-10-01"),
        ("zoomed", {"as_of_from": None, "as_of_to": None}, TROOPS),
        ("bar", {"log": True}, f"{TROOPS}&log=1"),
        ("bar", {"every_report": True}, f"{TROOPS}&marks=reports"),
    ],
)
def test_each_change_leads_to_its_address(element: str, fields: dict[str, Any], address: str) -> None:
    assert answered(element, **fields)[0] == address


def test_a_day_on_which_nothing_was_published_shows_what_the_day_before_it_shows() -> None:
    days = [answered("filters", known_on=day) for day in ("2024-11-01", "2024-11-16")]
    assert days[0][1]["figure"] == days[1][1]["figure"]
    assert days[0][0] != days[1][0]


@pytest.mark.parametrize(
    ("address", "element", "fields"),
    [
        (TROOPS, "filters", {"topic": "containers_shipped"}),
        (TROOPS, "bar", {"tab": "table"}),
        (TROOPS, "bar", {"band": True}),
        (TROOPS, "bar", {"panels": "claimant"}),
        (f"{TROOPS}&panels=claimant", "bar", {"panels": "one"}),
        (TROOPS, "filters", {"text": "nothing says this"}),
        (f"{TROOPS}&tab=table", "filters", {"kinds": ["intelligence"]}),
        (f"{TROOPS}&load=1", "filters", {"kinds": ["intelligence"]}),
        (f"{TROOPS}&claimant=nobody", "filters", {"kinds": ["intelligence"]}),
        ("?topic=unheard_of", "filters", {"kinds": ["intelligence"]}),
        ("", "filters", {"kinds": ["intelligence"]}),
    ],
)
def test_what_only_the_run_can_draw_is_left_to_it(address: str, element: str, fields: dict[str, Any]) -> None:
    assert answer(Change(address, element, fields)) is None


@pytest.mark.parametrize("query", ["", "&tab=source", "&kind=intelligence&log=1"])
def test_a_page_opens_with_the_title_and_the_chart_and_bar_that_its_run_brings(query: str) -> None:
    message = ahead.first(f"topic=troops_deployed{query}")
    assert message is not None
    told, chart, bar = split(message)
    kind = "sources" if "source" in query else "timeline"
    assert orjson.loads(told) == {
        "title": "How many soldiers has North Korea sent to Russia?",
        "key": f"st-key-{kind}",
    }
    assert unpacked(chart)["view"] == unpacked(bar)["view"]


@pytest.mark.parametrize(
    "query", ["", "topic=unheard_of", "topic=troops_deployed&embed=true", "topic=troops_deployed&tab=table"]
)
def test_a_page_without_such_a_chart_has_nothing_before_its_run(query: str) -> None:
    assert ahead.first(query) is None


def test_parts_come_apart_again() -> None:
    assert split(join([b"", b"a", bytes(300)])) == [b"", b"a", bytes(300)]


def status(query: dict[str, str], *, host: str = "localhost:8501") -> int:
    told: list[Any] = []

    async def send(message: Any) -> None:
        told.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    async def other(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 404})

    headers = [(b"host", host.encode())]
    scope = {"type": "http", "method": "GET", "path": PATH, "query_string": urlencode(query).encode()}
    asyncio.run(Asked(other)(scope | {"headers": headers}, receive, send))
    return int(told[0]["status"])


def test_the_address_answers_what_it_can_read_and_nobody_who_calls_it_by_another_name() -> None:
    asked = {"view": TROOPS, "of": "filters", "set": '{"kinds": ["intelligence"]}'}
    assert status(asked) == 200
    assert status(asked | {"set": '{"topic": "x"}'}) == 204
    assert status(asked | {"set": "kinds"}) == 400
    assert status(asked | {"set": "[1]"}) == 400
    assert status({}) == 400
    assert status(asked | {"set": '{"known_on": 5}'}) == 204
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st.config, "get_option", lambda _: ["localhost"])
        assert status(asked, host="evil.example") == 403
    assert ahead.answer(Change(TROOPS, "filters", {"known_on": "never"})) is None


def test_a_mark_that_is_clicked_opens_its_card_and_a_click_beside_closes_it() -> None:
    with shelf.reading(shelf.newest()):
        marks = drawing.scene_of(View(Selection(topic="troops_deployed")), shelf.topics()["troops_deployed"]).look.marks
    first = marks.iloc[0]
    message = answer(Change(TROOPS, "card", {"mark": int(first["mark_id"])}))
    assert message is not None
    *others, packed = split(message.whole())
    card = unpacked(packed)
    assert others == [b"", b"", b"", b""]
    assert card["evidence"]["claimant"] == first["claimant_name"]
    assert (card["chosen"], card["view"]) == (first["mark_id"], f"{TROOPS}&claim={first['report_id']}")
    closed = answer(Change(card["view"], "card", {"close": True}))
    assert closed is not None
    card = unpacked(split(closed.whole())[-1])
    assert (card["evidence"], card["is_open"], card["view"]) == (None, False, TROOPS)
    assert answer(Change(f"{TROOPS}&panels=claimant", "card", {"mark": 1})) is None


def test_a_band_is_answered_ahead_once_it_has_been_worked_out() -> None:
    asked = Change("?topic=containers_shipped", "bar", {"band": True})
    assert answer(asked) is None
    with shelf.reading(shelf.newest()):
        view = View(Selection(topic="containers_shipped"), band=True)
        band.pooled_of(drawing.scene_of(view, shelf.topics()["containers_shipped"]))
    message = answer(asked)
    assert message is not None
    chart = unpacked(split(message.whole())[1])
    assert any("band" in str(trace.get("uid")) for trace in chart["figure"]["data"])
