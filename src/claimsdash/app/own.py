"""Elements of our own on a page: what they show travels packed, what is changed in them comes back by field.

One element of ours stands for many widgets and answers faster than they do: a page redraws as many elements as it has.
"""

import zlib
from collections.abc import Callable, Mapping
from typing import Any

import orjson
import streamlit as st

from claimsdash.app import assets

Change = Callable[[Mapping[str, Any]], None]


def mount(name: str, asked: object, *, on_set: Change) -> None:
    """Draw the element whose code is `browser/NAME.js`; `on_set` gets what was changed, by field, before the next run.

    `asked` is what orjson can write: dataclasses, dates, lists. The key of the element on the page is its name.
    """

    def take() -> None:
        told = st.session_state[name]["set"]
        st.session_state[_turn(name)] = told["turn"]
        st.session_state[_shown(name)] = told.get("shown")
        on_set(told["fields"])

    shown = st.session_state.pop(_shown(name), None)
    data = pack(asked, turn=st.session_state.get(_turn(name), 0), shown=shown)
    element(name)(key=name, data=data, on_set_change=take)


def element(name: str) -> Callable[..., Any]:
    """Return the component whose code is `browser/NAME.js`."""
    return _registered(name, assets.folders()[0])


def pack(asked: object, *, turn: int, shown: int | None = None) -> bytes:
    """Return what travels to the browser: deflated JSON. `turn` numbers the change that this answers.

    What the browser says it has `shown` already, ahead of the run, it is only reminded of, by its checksum.
    """
    content = orjson.dumps(asked)
    checksum = zlib.crc32(content)
    sent: dict[str, Any] = {"turn": turn, "checksum": checksum}
    return zlib.compress(orjson.dumps(sent if shown == checksum else sent | {"asked": orjson.Fragment(content)}), 6)


def _shown(name: str) -> str:
    return f"shown_of_{name}"


def _turn(name: str) -> str:
    return f"turn_of_{name}"


@st.cache_resource(show_spinner=False)
def _registered(name: str, own: str) -> Callable[..., Any]:
    """Register the component once: what it sends with each message is only the address of its code."""
    code = STUB.replace("FILE", f"{own}{name}.js")
    return st.components.v2.component(f"claimsdash_{name}", js=code, isolate_styles=False)


STUB = """export default async (component) => {
  const root = new URL("../../", document.querySelector('script[src*="static/js/"]').src)
  const { show } = await import(new URL("FILE", root))
  return show(component)
}"""
