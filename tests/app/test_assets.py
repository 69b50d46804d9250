import asyncio
import gzip
from dataclasses import dataclass, field
from typing import Any

import pytest

from claimsdash.app.assets import PREFIX, Assets, edition, folders, plotly_js
from claimsdash.app.plotly_code import as_module, with_few_traces

OURS = f"/{PREFIX}/{edition()}"


@dataclass
class Answer:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


async def a_page(scope: Any, receive: Any, send: Any) -> None:
    status = 200 if scope["path"] == "/" else 404
    headers = [(b"content-type", b"text/html"), (b"content-length", b"40"), (b"etag", b'"1"')]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"<head></he", "more_body": True})
    await send({"type": "http.response.body", "body": b"ad><p>page</p>"})


def ask(path: str, *, host: str = "203.0.113.7") -> Answer:
    answer = Answer()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {key.decode(): value.decode() for key, value in message["headers"]}
        answer.body += message.get("body", b"")

    async def receive() -> Any:
        return {"type": "http.request"}

    headers = [(b"accept-encoding", b"gzip, br")]
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers, "client": (host, 50_000)}
    asyncio.run(Assets(a_page)(scope, receive, send))
    return answer


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Assets, "is_in_use", Assets.is_in_use)


def test_plotly_js_is_packed_for_a_reader_far_away() -> None:
    answer = ask(f"{OURS}/plotly.min.js")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == ask(f"{OURS}/plotly.min.js", host="127.0.0.1").body


def test_a_reader_on_this_machine_gets_it_unpacked() -> None:
    assert "content-encoding" not in ask(f"{OURS}/plotly.min.js", host="127.0.0.1").headers


def test_plotly_js_of_the_installed_package_is_served_as_a_module_with_its_notices() -> None:
    packaged = plotly_js().read_text(encoding="utf-8")
    served = ask(f"{OURS}/plotly.min.js", host="127.0.0.1").body.decode()
    assert served == with_few_traces(as_module(packaged)) != as_module(packaged) != packaged
    assert served.count(".register([") == packaged.count(".register([") == 1
    assert served.startswith("/**\n* plotly.js v")
    assert served.count("@license") == packaged.count("@license")


def test_a_script_in_another_wrapping_is_served_as_it_is() -> None:
    assert as_module("window.Plotly = {}") == "window.Plotly = {}"
    assert with_few_traces("p.register([a(),b()])") == "p.register([a(),b()])"


def test_a_browser_may_keep_every_file_for_a_year() -> None:
    assert "immutable" in ask(f"{OURS}/graph.css").headers["cache-control"]


def test_scripts_and_styles_are_called_what_they_are() -> None:
    assert ask(f"{OURS}/graph.js").headers["content-type"].startswith("text/javascript")
    assert ask(f"{OURS}/graph.css").headers["content-type"].startswith("text/css")


def test_the_files_are_found_below_a_base_path_too() -> None:
    assert ask(f"/under{OURS}/graph.js").status == 200


@pytest.mark.parametrize("path", [f"{OURS}/../assets.py", f"/{PREFIX}/other/graph.js", f"{OURS}/assets.py"])
def test_nothing_else_is_served(path: str) -> None:
    assert ask(path).status == 404


def test_a_page_names_the_files_so_that_they_load_while_streamlit_starts() -> None:
    answer = ask("/")
    assert answer.body.startswith(b'<head><link rel="modulepreload" href="./' + PREFIX.encode())
    assert answer.body.endswith(b"</head><p>page</p>")
    assert answer.headers["content-length"] == str(len(answer.body))
    assert "etag" not in answer.headers


def test_a_page_is_asked_for_unpacked_though_a_browser_would_take_it_packed() -> None:
    asked: list[tuple[bytes, bytes]] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        asked.extend(scope["headers"])

    async def nothing(*given: Any) -> None:
        return None

    accepted = [(b"accept", b"text/html,*/*"), (b"accept-encoding", b"gzip, br")]
    scope = {"type": "http", "method": "GET", "path": "/topic", "headers": accepted}
    asyncio.run(Assets(inner)(scope, nothing, nothing))
    assert asked == [(b"accept", b"text/html,*/*")]


def test_an_answer_that_is_no_page_passes_unchanged() -> None:
    assert ask("/missing").body == b"<head></head><p>page</p>"


def test_charts_look_for_the_files_where_they_are_served() -> None:
    ask("/")
    assert folders() == (f"{PREFIX}/{edition()}/",) * 2
