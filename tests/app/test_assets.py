import asyncio
import gzip
from dataclasses import dataclass, field
from typing import Any

import pytest

from claimsdash.app.assets import PREFIX, Assets, edition, folders, plotly_js

OURS = f"/{PREFIX}/{edition()}"


@dataclass
class Answer:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


async def a_page(scope: Any, receive: Any, send: Any) -> None:
    status = 200 if scope["path"] == "/" else 404
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"<p>page</p>"})


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


def test_plotly_js_comes_from_the_installed_package_packed_for_a_reader_far_away() -> None:
    answer = ask(f"{OURS}/plotly.min.js")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == plotly_js().read_bytes()


def test_a_reader_on_this_machine_gets_it_unpacked() -> None:
    answer = ask(f"{OURS}/plotly.min.js", host="127.0.0.1")
    assert "content-encoding" not in answer.headers
    assert answer.body == plotly_js().read_bytes()


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


def test_a_page_announces_the_files_so_that_they_load_while_streamlit_starts() -> None:
    assert f"<./{PREFIX}/{edition()}/plotly.min.js>; rel=preload; as=script" in ask("/").headers["link"]


def test_charts_look_for_the_files_where_they_are_served() -> None:
    ask("/")
    assert folders() == (f"{PREFIX}/{edition()}/",) * 2
