"""The addresses at which a page asks for answers ahead of its run, beside those that Streamlit serves."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from claimsdash.app import contents, first, warming
from claimsdash.app.assets import PREFIX
from claimsdash.domain.errors import ClaimsdashError

if TYPE_CHECKING:
    from claimsdash.app.ahead import Answer

PATH = f"/{PREFIX}/ahead"
PATH_OF_FIRST = f"/{PREFIX}/{first.NAME}"
PATH_OF_CONTENT = f"/{PREFIX}/content"
ELEMENTS = ("chart", "bar", "filters", "card")
"""The elements of a page in the order in which it tells what they hold, names parted by dots, elements by stars."""
NOTHING, BAD_REQUEST, FORBIDDEN = 204, 400, 403
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_KIND = "application/octet-stream"
Answering = Callable[[], "Answer | bytes | None"]
Send = Callable[[Any], Awaitable[None]]


class Asked:
    """A middleware that answers what a page asks for ahead of its run; it only reads."""

    def __init__(self, app: Any) -> None:
        """Wrap the application `app`."""
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Send) -> None:
        """Answer what is asked of us; pass on everything else."""
        path = str(scope.get("path", ""))
        read = next((read for end, read in _READS.items() if path.endswith(end)), None)
        if scope["type"] == "http" and scope["method"] == "GET" and read is not None:
            await (await respond(Request(scope), read))(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def read_change(request: Request) -> Answering:
    """Take `view` (an address), `of` (an element), `set` (JSON: what was changed in it, by field), perhaps `held`."""
    from claimsdash.app import ahead

    asked = request.query_params
    held = {
        element: names.split(".") for element, names in zip(ELEMENTS, asked.get("held", "").split("*"), strict=False)
    }
    return partial(ahead.answer, ahead.Change(asked["view"], asked["of"], dict(orjson.loads(asked["set"])), held))


def read_first(request: Request) -> Answering:
    """Take the query of a page that is being opened, the first of all perhaps: wait for what is slow to import."""
    query = request.url.query

    def answer() -> bytes | None:
        warming.finish()
        with warming.going_first():
            from claimsdash.app import ahead

            return ahead.first(query)

    return answer


def read_content(request: Request) -> Answering:
    """Take the `name` of a content that was sent before."""
    found = contents.SENT.find(request.query_params["name"])
    return lambda: found and contents.parcel(found)


_READS = {PATH: read_change, PATH_OF_FIRST: read_first, PATH_OF_CONTENT: read_content}


async def respond(request: Request, read: Callable[[Request], Answering]) -> Response:
    """Return the answer to what was read out of a request.

    204 where the run must answer, 400 for what cannot be read, 403 for a host that this server does not go by, as
    Streamlit refuses it for its own connections (against DNS rebinding).
    """
    if not is_host_allowed(request.headers.get("host")):
        return Response(status_code=FORBIDDEN)
    try:
        answer = read(request)
    except (KeyError, TypeError, ValueError):
        return Response(status_code=BAD_REQUEST, headers=_HEADERS)
    try:
        found = await run_in_threadpool(answer)
    except ClaimsdashError:  # the run says it in words, where it can be read
        found = None
    if found is None:
        return Response(status_code=NOTHING, headers=_HEADERS)
    if isinstance(found, bytes):
        return Response(found, media_type=_KIND, headers=_HEADERS)
    if found.rest is None:
        return Response(found.whole(), media_type=_KIND, headers=_HEADERS)
    return StreamingResponse(found.pieces(), media_type=_KIND, headers=_HEADERS)
