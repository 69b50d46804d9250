"""What the browser loads for the charts: plotly.js of the installed plotly package, and the files of `browser/`.

All of it lies under one address that holds a hash of the content, so a browser may keep it for a year.
"""

import gzip
import hashlib
import ipaddress
from collections.abc import Awaitable, Callable
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

OWN = Path(__file__).with_name("browser")
PREFIX = "_claimsdash"
KINDS = {".js": "text/javascript", ".css": "text/css"}
YEAR_S = 365 * 24 * 60 * 60
Send = Callable[[Any], Awaitable[None]]


@cache
def plotly_js() -> Path:
    """Return the path of plotly.js inside the installed plotly package, without importing it."""
    return Path(str(distribution("plotly").locate_file("plotly/package_data/plotly.min.js")))


@cache
def edition() -> str:
    """Return a short name that changes whenever plotly.js or a file of `browser/` changes."""
    content = b"".join(path.read_bytes() for path in sorted(OWN.iterdir()))
    return hashlib.sha256(version("plotly").encode() + content).hexdigest()[:12]


@cache
def served() -> dict[str, Path]:
    """Map each file name that may be asked for to its path."""
    return {path.name: path for path in sorted(OWN.iterdir())} | {"plotly.min.js": plotly_js()}


@cache
def _content(name: str, *, packed: bool) -> bytes:
    content = served()[name].read_bytes()
    return gzip.compress(content, 6) if packed else content


def answer(request: Request, name: str) -> Response:
    """Return the file `name`, packed but for readers on this machine, where unpacking costs more than it saves."""
    host = request.client.host if request.client else ""
    packed = "gzip" in request.headers.get("accept-encoding", "") and not _is_here(host)
    headers = {"Cache-Control": f"public, immutable, max-age={YEAR_S}", "X-Content-Type-Options": "nosniff"}
    headers |= {"Vary": "Accept-Encoding"} | ({"Content-Encoding": "gzip"} if packed else {})
    return Response(_content(name, packed=packed), media_type=KINDS[Path(name).suffix], headers=headers)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Assets:
    """A middleware that serves the files, and tells the browser of them as soon as it asks for a page."""

    is_in_use = False

    def __init__(self, app: Any) -> None:
        """Wrap the application `app`."""
        self.app = app
        Assets.is_in_use = True

    async def __call__(self, scope: Any, receive: Any, send: Send) -> None:
        """Answer for our own files; pass on everything else."""
        folder, _, name = str(scope.get("path", "")).rpartition("/")
        is_ours = scope["type"] == "http" and folder.endswith(f"/{PREFIX}/{edition()}") and name in served()
        if is_ours:
            await answer(Request(scope), name)(scope, receive, send)
        elif scope["type"] == "http":
            await self.app(scope, receive, _announcing(send))
        else:
            await self.app(scope, receive, send)


def _announcing(send: Send) -> Send:
    """Add the addresses of our files to each page, so that they are fetched while Streamlit itself still starts."""

    async def announce(message: Any) -> None:
        headers = message.get("headers") if message["type"] == "http.response.start" else None
        if headers is not None and any(
            key == b"content-type" and value.startswith(b"text/html") for key, value in headers
        ):
            message = message | {"headers": [*headers, (b"link", _links().encode())]}
        await send(message)

    return announce


@cache
def _links() -> str:
    """Return the value of a Link header; the addresses are relative to the page (RFC 8288)."""
    modules = [name for name in served() if name.endswith(".js") and name != "plotly.min.js"]
    links = [f"<./{PREFIX}/{edition()}/plotly.min.js>; rel=preload; as=script"]
    return ", ".join(links + [f"<./{PREFIX}/{edition()}/{name}>; rel=modulepreload" for name in modules])


def folders() -> tuple[str, str]:
    """Return the addresses, relative to the app's root, of our own files and of the folder of plotly.js."""
    if Assets.is_in_use:
        return (f"{PREFIX}/{edition()}/",) * 2
    return _borrowed("graph", OWN), _borrowed("plotly", plotly_js().parent)


def _borrowed(name: str, folder: Path) -> str:
    """Let Streamlit's own server of component files serve `folder`, where the app was started without ours."""
    from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
    from streamlit.runtime import Runtime

    registry = Runtime.instance().bidi_component_registry
    if registry.get_component_path(f"claimsdash.{name}") is None:
        manifest = ComponentManifest("claimsdash", edition(), [ComponentConfig(name, folder.name)])
        registry.register_from_manifest(manifest, folder.parent)
    return f"_stcore/bidi-components/claimsdash.{name}/"
