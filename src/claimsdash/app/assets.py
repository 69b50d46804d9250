"""What the browser loads for the charts: plotly.js of the installed plotly package, and the files of `browser/`.

All of it lies under one address that changes with the content, so a browser may keep it for a year.
"""

import gzip
import hashlib
import ipaddress
from collections.abc import Awaitable, Callable
from functools import cache, partial
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from claimsdash.app import chunks, first
from claimsdash.app.heads import HeadWriter, at_end
from claimsdash.app.plotly_code import as_module, with_few_traces

OWN = Path(__file__).with_name("browser")
CUTS = Path(__file__).with_name("plotly_code.py")
PREFIX = "_claimsdash"
PLOTLY = "plotly.min.js"
KINDS = {".js": "text/javascript", ".css": "text/css"}
YEAR_S = 365 * 24 * 60 * 60
Send = Callable[[Any], Awaitable[None]]


@cache
def plotly_js() -> Path:
    """Return the path of plotly.js inside the installed plotly package, without importing it."""
    return Path(str(distribution("plotly").locate_file(f"plotly/package_data/{PLOTLY}")))


@cache
def edition() -> str:
    """Return a short name that changes whenever plotly.js, a file of `browser/` or this file changes."""
    content = b"".join(path.read_bytes() for path in [*sorted(OWN.iterdir()), Path(__file__), CUTS])
    return hashlib.sha256(version("plotly").encode() + content).hexdigest()[:12]


@cache
def served() -> dict[str, Path]:
    """Map each file name that may be asked for to its path."""
    return {path.name: path for path in sorted(OWN.iterdir())} | {PLOTLY: plotly_js()}


@cache
def _content(name: str, *, packed: bool) -> bytes:
    text = served()[name].read_text(encoding="utf-8")
    content = (with_few_traces(as_module(text)) if name == PLOTLY else text).encode()
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
    """A middleware that serves the files, and names them in every page so that they load while Streamlit starts."""

    is_in_use = False

    def __init__(self, app: Any) -> None:
        """Wrap the application `app`."""
        self.app = app
        Assets.is_in_use = True

    async def __call__(self, scope: Any, receive: Any, send: Send) -> None:
        """Answer for our own files; pass on everything else."""
        folder, _, name = str(scope.get("path", "")).rpartition("/")
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
        elif folder.endswith(f"/{PREFIX}/{edition()}") and name in served():
            await answer(Request(scope), name)(scope, receive, send)
        elif first.is_asked(scope):
            query = scope["query_string"].decode("latin-1")
            await self.app(_unpacked(scope), receive, HeadWriter(send, partial(_chart_first, query)))
        else:
            await self.app(_unpacked(scope), receive, HeadWriter(send, _chart_last))


def _unpacked(scope: Any) -> Any:
    """Ask for a page as plain text, so that it can be added to: a browser would take it packed."""
    headers = scope["headers"]
    if not any(name == b"accept" and b"text/html" in value for name, value in headers):
        return scope
    return scope | {"headers": [(name, value) for name, value in headers if name != b"accept-encoding"]}


def _chart_last(page: bytes) -> bytes:
    """Return a page whose head names our modules, so that they are fetched at once; plotly.js starts last."""
    return at_end(page, _named() + f'<script type="module" src="{_folder()}/{PLOTLY}"></script>'.encode())


def _chart_first(query: str, page: bytes) -> bytes:
    """Return a page whose head names our modules, and whose chart stands before Streamlit has started."""
    return first.write(at_end(page, _named()), first.head(f"./{PREFIX}", query, first.code(_folder(), PLOTLY)))


def _folder() -> str:
    return f"./{PREFIX}/{edition()}"


@cache
def _named() -> bytes:
    """Name the modules that are fetched at once."""
    fetched = [f'<link rel="modulepreload" href="{_folder()}/{name}">' for name in served() if name.endswith(".js")]
    fetched += [
        f'<link rel="modulepreload" fetchpriority="low" href="./{chunks.FOLDER}/{name}">' for name in chunks.chunks()
    ]
    return "".join(fetched).encode()


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
