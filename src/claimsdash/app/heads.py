"""Add to the head of the pages that Streamlit serves, which it offers no way to do."""

from collections.abc import Awaitable, Callable
from typing import Any

_OUTDATED = (b"content-length", b"etag", b"last-modified")


def at_end(page: bytes, head: bytes) -> bytes:
    """Return a page with `head` at the end of its head.

    >>> at_end(b"<head></head><body>", b"<style>")
    b'<head><style></head><body>'
    """
    return page.replace(b"</head>", head + b"</head>", 1)


class HeadWriter:
    """Stand in for an ASGI `send`: a page of HTML is held until it is whole, then sent as `write` makes it anew."""

    def __init__(self, send: Callable[[Any], Awaitable[None]], write: Callable[[bytes], bytes]) -> None:
        """Pass on to `send` what is not a page."""
        self._send = send
        self._write = write
        self._start: dict[str, Any] | None = None
        self._body = b""

    async def __call__(self, message: Any) -> None:
        """Take one message of the answer."""
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = dict(message)
        elif self._start is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page(self._start)
        else:
            await self._send(message)

    async def _send_page(self, start: dict[str, Any]) -> None:
        body = self._write(self._body)
        kept = [(name, value) for name, value in start["headers"] if name.lower() not in _OUTDATED]
        await self._send(start | {"headers": [*kept, (b"content-length", str(len(body)).encode())]})
        await self._send({"type": "http.response.body", "body": body})


def _is_page(message: Any) -> bool:
    headers = {name.lower(): value for name, value in message.get("headers", ())}
    is_plain = b"content-encoding" not in headers
    return message["status"] == 200 and is_plain and headers.get(b"content-type", b"").startswith(b"text/html")
