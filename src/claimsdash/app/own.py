"""Elements of our own on a page: what they show travels packed, what is changed in them comes back by field.

One element of ours stands for many widgets and answers faster than they do: a page redraws as many elements as it has.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import orjson
import streamlit as st

from claimsdash.app import assets, contents

Change = Callable[[Mapping[str, Any]], None]
_SHOWN = "shown_ahead"


def mount(name: str, asked: object, *, on_set: Change) -> None:
    """Draw the element whose code is `browser/NAME.js`; `on_set` gets what was changed, by field, before the next run.

    With nothing changed, the page only asks for what it holds no longer. `asked` is what orjson can write: dataclasses,
    dates, lists. The key of the element on the page is its name.
    """

    def take() -> None:
        told = st.session_state[name]["set"]
        st.session_state[_turn(name)] = told["turn"]
        show_again(told.get("shown") or ())
        if told["fields"]:
            on_set(told["fields"])

    data = contents.parcel(orjson.dumps(asked), shown=shown(), turn=st.session_state.get(_turn(name), 0))
    element(name)(key=name, data=data, on_set_change=take)


def element(name: str) -> Callable[..., Any]:
    """Return the component whose code is `browser/NAME.js`."""
    return _registered(name, assets.folders()[0])


def shown() -> frozenset[str]:
    """Return the names of the contents that this page showed ahead of the run: it is only reminded of them."""
    found: frozenset[str] = st.session_state.get(_SHOWN, frozenset())
    return found


def show_again(names: Iterable[str] = ()) -> None:
    """Remind the page of these contents alone, and send all others."""
    st.session_state[_SHOWN] = frozenset(map(str, names))


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
