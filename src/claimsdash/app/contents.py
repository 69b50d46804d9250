"""What travels to a page, by the name of its content: what the page holds is named, or told by what differs from it.

A page holds the last that it was sent (`browser/contents.js`), and so does the server. A name stands for one content
and no other, so what is named is never out of date; a page that does not hold it any more asks for it by its name.
"""

import base64
import hashlib
import zlib
from collections import OrderedDict
from collections.abc import Collection, Sequence
from threading import Lock
from typing import Any

import orjson

MOST_BYTES = 16_000_000
WINDOW_BYTES = 32_768
"""How far back deflated data can refer (RFC 1951, 2)."""
_NAME_BYTES = 9
_LEVEL = 6


class Contents:
    """What was sent last, by name, up to `most_bytes` in all; the one asked for longest ago goes first."""

    def __init__(self, most_bytes: int) -> None:
        """Begin with nothing."""
        self._most_bytes = most_bytes
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._n_bytes = 0
        self._lock = Lock()

    def keep(self, content: bytes) -> str:
        """Keep a content and return its name.

        >>> Contents(100).keep(b"[1]") == Contents(100).keep(b"[1]") != Contents(100).keep(b"[2]")
        True
        """
        name = base64.urlsafe_b64encode(hashlib.blake2b(content, digest_size=_NAME_BYTES).digest()).decode()
        with self._lock:
            self._n_bytes += len(content) - len(self._held.pop(name, b""))
            self._held[name] = content
            while self._n_bytes > self._most_bytes:
                self._n_bytes -= len(self._held.popitem(last=False)[1])
        return name

    def find(self, name: str) -> bytes | None:
        """Return what goes by that name, if it is still here."""
        with self._lock:
            if name in self._held:
                self._held.move_to_end(name)
            return self._held.get(name)


SENT = Contents(MOST_BYTES)
"""What the pages of this server were sent last: nothing that one visitor sees and another may not."""


def parcel(content: bytes, *, shown: Collection[str] = (), **said: Any) -> bytes:
    """Return what travels, deflated: a line of JSON with what is `said` and the name of the content, then the content.

    The content stays behind where its name is among those that the page is `shown` already.
    """
    return zlib.compress(b"".join(_written(content, shown, said)), _LEVEL)


def difference(content: bytes, held: Sequence[str]) -> bytes:
    """Return the same, deflated against what the page holds by the names in `held`, the last shown first.

    The first byte has a bit set for each of these that was used, the lowest for the first. They stand in front of what
    follows, the last shown last, as if they had just been sent; of all these bytes the window is used.
    """
    known = [SENT.find(name) for name in held]
    used = [one for one in reversed(known) if one is not None]
    if not used:
        return parcel(content)
    before = b"".join(used)[-WINDOW_BYTES:]
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=before)
    mask = sum(1 << place for place, one in enumerate(known) if one is not None)
    return bytes([mask]) + packer.compress(b"".join(_written(content, held, {}))) + packer.flush()


def _written(content: bytes, shown: Collection[str], said: dict[str, Any]) -> list[bytes]:
    name = SENT.keep(content)
    return [orjson.dumps(said | {"name": name}), b"\n", b"" if name in shown else content]
