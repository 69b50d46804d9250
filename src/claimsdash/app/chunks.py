"""Streamlit's own code for the elements of our pages.

Streamlit asks for the code of an element when the first of its kind arrives, and a browser then waits for some forty
files; named in the head of the page, they are there by then.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

ELEMENTS = ("BidiComponent", "Html", "StreamlitMarkdown")
"""What the topic page holds. A file of another name in another release of Streamlit is fetched as late as ever."""
FOLDER = "static/js"
_IMPORTED = re.compile(r'(?:from|import)\s*"\./([\w.\-]+\.js)"')


@cache
def chunks() -> tuple[str, ...]:
    """Return the names of the files that hold the code of the elements, and of all that they import."""
    folder = Path(str(files("streamlit"))) / "static" / FOLDER
    found: dict[str, None] = {}
    waiting = [path.name for element in ELEMENTS for path in sorted(folder.glob(f"{element}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name not in found and (folder / name).is_file():
            found[name] = None
            waiting += _imports(folder / name)
    return tuple(found)


def _imports(file: Path) -> Iterator[str]:
    """List what a file imports; the code of the page itself is on its way in any case."""
    for name in _IMPORTED.findall(file.read_text(encoding="utf-8")):
        if not name.startswith("index."):
            yield name
