"""The address at which a page asks for answers ahead of its run, beside those that Streamlit serves."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from claimsdash.app.assets import PREFIX

PATH = f"/{PREFIX}/ahead"
NOTHING, BAD_REQUEST, FORBIDDEN = 204, 400, 403
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
Send = Callable[[Any], Awaitable[None]]


class Asked:
    """A middleware that answers what a page asks for ahead of its run; it only reads."""

    def __init__(self, app: Any) -> None:
        """Wrap the application `app`."""
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Send) -> None:
        """Answer what is asked of us; pass on everything else."""
        if scope["type"] == "http" and scope["method"] == "GET" and str(scope["path"]).endswith(PATH):
            response = await respond(Request(scope))
            await response(scope, receive, send)
        else:
            await self.app(scope, receive, send)


async def respond(request: Request) -> Response:
    """Return the answer to `view` (an address), `of` (an element) and `set` (JSON: what was changed in it, by field).

    204 where the run must answer, 400 for what cannot be read, 403 for a host that this server does not go by, as
    Streamlit refuses it for its own connections (against DNS rebinding).
    """
    from claimsdash.app import ahead

    if not is_host_allowed(request.headers.get("host")):
        return Response(status_code=FORBIDDEN)
    try:
        asked = request.query_params
        change = ahead.Change(asked["view"], asked["of"], dict(orjson.loads(asked["set"])))
    except (KeyError, TypeError, ValueError):
        return Response(status_code=BAD_REQUEST, headers=_HEADERS)
    found = await run_in_threadpool(ahead.answer, change)
    if found is None:
        return Response(status_code=NOTHING, headers=_HEADERS)
    return Response(found, media_type="application/octet-stream", headers=_HEADERS)
