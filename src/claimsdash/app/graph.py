"""The one way a Figure reaches the browser."""

import hashlib
import weakref
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Protocol

import orjson
import streamlit as st

from claimsdash.app import assets, contents, own
from claimsdash.app.plotly_code import TRACES

TOOLBAR_PX = 36
COMPONENT = "claimsdash_graph"
_WRITTEN: dict[int, tuple[bytes, str]] = {}


class Figure(Protocol):
    """A plotly figure, as far as this module needs one."""

    def to_plotly_json(self) -> dict[str, Any]:
        """Return the figure as a mapping of data and layout."""


@dataclass(frozen=True)
class Caption:
    """The words that go with a chart: `alt` for those who do not see it, the rest for a downloaded picture of it.

    `events` are listed below the chart, in the order of their numbers on it: words, and an address or none. Where it is
    not whole, the footer is still to come with the next that is sent of the chart: a picture waits for it.
    """

    alt: str
    title: str
    subtitle: str = ""
    footer: tuple[str, ...] = ()
    file_name: str = "chart"
    events: tuple[tuple[str, str], ...] = ()
    is_whole: bool = True


@dataclass(frozen=True)
class Pointing:
    """What follows when someone points at a chart.

    A mark is named by the integer that its trace carries in `customdata`. `chosen` is drawn with a ring.
    `on_choose` gets the mark clicked, or None when the choice is taken back; `on_select` the marks inside a box;
    `on_range` the first and last day (ISO) of a period brushed along a date axis, `on_zoom` those of one zoomed in to;
    `on_unzoom` follows a double click. All run before the next rerun.
    `bell` is that of a card (`evidence.py`), rung for a choice instead of `on_choose`. `view` is the address of what is
    shown, where a change of it is answered ahead of the run (`ahead.py`). `before` are the days that `on_unzoom` leads
    back to, by field of a selection.
    """

    chosen: int | None = None
    bell: str | None = None
    on_choose: Callable[[int | None], None] | None = None
    on_select: Callable[[list[int]], None] | None = None
    on_range: Callable[[str, str], None] | None = None
    on_zoom: Callable[[str, str], None] | None = None
    on_unzoom: Callable[[], None] | None = None
    view: str = ""
    before: Mapping[str, date | None] | None = None


def draw(figure: Figure, *, key: str, caption: Caption, height_px: int = 420, pointing: Pointing | None = None) -> None:
    """Draw `figure` as wide as its container, keeping zoom, legend and selection while its `uirevision` stays.

    The template of the figure stays behind: text, grid and background take the colours of the theme in use.
    """
    pointing = pointing or Pointing()
    if not hasattr(st.components, "v2"):
        st.plotly_chart(figure, key=key, height=height_px, width="stretch", alt=caption.alt)
        return
    content = write(figure, caption=caption, height_px=height_px, pointing=pointing)
    _component()(
        key=key,
        data=contents.parcel(content, shown=own.shown()),
        height=height_px + TOOLBAR_PX,
        on_lost_change=own.show_again,
        **_callbacks(key, pointing),
    )


def write(figure: Figure, *, caption: Caption, height_px: int, pointing: Pointing) -> bytes:
    """Return what the browser is to show: JSON with numbers as typed arrays."""
    answers = [event for event, answer in _answers(pointing).items() if answer is not None]
    answers += ["choose"] if pointing.bell is not None else []
    written, drawing = _written(figure)
    sent = {
        "figure": orjson.Fragment(written),
        "drawing": f"{drawing} {height_px}",
        "caption": asdict(caption),
        "height": height_px,
        "chosen": pointing.chosen,
        "bell": pointing.bell,
        "view": pointing.view,
        "before": pointing.before,
        "answers": answers,
    }
    return orjson.dumps(sent)


def _written(figure: Figure) -> tuple[bytes, str]:
    """Return data and layout as JSON with a name for this content, by which a browser knows what it has drawn.

    It is written once for each figure: what was drawn is not changed afterwards.
    """
    key = id(figure)
    if key not in _WRITTEN:
        spec = figure.to_plotly_json()
        if strange := {trace.get("type", "scatter") for trace in spec["data"]} - {"scatter", *TRACES}:
            raise ValueError(f"the browser cannot draw traces of {', '.join(sorted(strange))}: see plotly_code.TRACES")
        layout = {name: value for name, value in spec["layout"].items() if name not in ("template", "meta")}
        drawn = {"data": spec["data"], "layout": layout}
        written = orjson.dumps(drawn, default=_plain, option=orjson.OPT_SERIALIZE_NUMPY)
        _WRITTEN[key] = written, hashlib.blake2b(written, digest_size=8).hexdigest()
        weakref.finalize(figure, _WRITTEN.pop, key, None)
    return _WRITTEN[key]


def _plain(value: Any) -> Any:
    """Turn what JSON has no form for into what plotly.js takes: numpy and pandas values into lists or ISO dates."""
    for name in ("isoformat", "tolist", "to_plotly_json"):
        if hasattr(value, name):
            return getattr(value, name)()
    raise TypeError(f"a figure holds {type(value).__name__}, which no chart can show")


def _component() -> Callable[..., Any]:
    return _registered(*assets.folders())


@st.cache_resource(show_spinner=False)
def _registered(own: str, plotly: str) -> Callable[..., Any]:
    """Register the component once: what it sends with each message is only the address of its code."""
    code = STUB.replace("OWN", own).replace("PLOTLY", plotly)
    return st.components.v2.component(COMPONENT, html=SKELETON, js=code, isolate_styles=False)


SKELETON = '<p class="claims-wait" aria-busy="true"></p>'
STUB = """export default async (component) => {
  const root = new URL("../../", document.querySelector('script[src*="static/js/"]').src)
  const { show } = await import(new URL("OWNgraph.js", root))
  return show(component, new URL("PLOTLYplotly.min.js", root).href)
}"""


def _callbacks(key: str, pointing: Pointing) -> dict[str, Callable[[], None]]:
    """Return the callbacks as Streamlit wants them: without arguments, one for each event in use."""

    def reading(event: str, answer: Callable[..., None]) -> Callable[[], None]:
        return lambda: answer(*_given(event, st.session_state[key][event]))

    answers = _answers(pointing).items()
    return {f"on_{event}_change": reading(event, answer) for event, answer in answers if answer is not None}


def _answers(pointing: Pointing) -> dict[str, Callable[..., None] | None]:
    return {name: getattr(pointing, f"on_{name}") for name in ("choose", "select", "range", "zoom", "unzoom")}


def _given(event: str, value: Any) -> tuple[Any, ...]:
    """Return what the answer to an event is given of what the browser sent."""
    match event:
        case "choose":
            return (value["id"],)
        case "select":
            return (value,)
        case "unzoom":
            return ()
        case _:
            return tuple(value)
