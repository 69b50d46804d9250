"""Answers that reach the page ahead of the run that draws it: what becomes of a chart, its counts and its filters.

A run of Streamlit draws a page anew and takes its time in the browser. What is changed in an element of ours is asked
for beside it, by a request of its own, and shown at once; the run that follows brings the same, made by the same
functions from the same caches, and sets all else on the page. Where no answer comes, the run's is the first.
"""

import struct
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from urllib.parse import parse_qs

import orjson

from claimsdash.analysis.axes import chosen_axis
from claimsdash.analysis.looking import claim_of_mark
from claimsdash.app import contents, controls, drawing, evidence, filters, graph, pooled, shelf, zooming
from claimsdash.app.tabs import band
from claimsdash.charts.scene import Scene
from claimsdash.domain.view import STREAMLITS_OWN, View, read_view
from claimsdash.export.notes import address_of
from claimsdash.export.scenes.drawn import Drawn

_CHARTS = {"time": ("timeline", drawing.timeline_of), "source": ("sources", drawing.sources_of)}
"""The tabs whose chart is answered ahead: its kind, and what draws it."""
BELL = "card"
HEAD_START_S = 0.04
"""So long the counts of very many claims wait for the chart to be drawn: they take all processors, and on a laptop the
browser has no others."""
SETTING_FILTERS = ("filters", "chart", zooming.NAME)
"""Elements that change the filters: by zooming in and out, too."""


@dataclass(frozen=True)
class Change:
    """What was changed in an element of a page: the address of the view before, the element, and values by field.

    `held` are the names of the contents that each element of the page showed last, see `contents.difference`.
    """

    address: str
    element: str
    fields: Mapping[str, Any]
    held: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def pack(self, element: str, asked: object) -> bytes:
        """Return what an element is to show as it travels to this page: JSON, or what orjson makes of it."""
        content = asked if isinstance(asked, bytes) else orjson.dumps(asked)
        return contents.difference(content, self.held.get(element, ()))


@dataclass(frozen=True)
class Answer:
    """The address after a change, the chart, the bar, the filters and the card, as each travels to the browser.

    `first` is there; `rest` makes what follows it, which a chart of very many claims need not wait for. A part that
    stays as it is is empty, or left out at the end; the address of a card is in the card.
    """

    first: Sequence[bytes]
    rest: Callable[[], Sequence[bytes]] | None = None

    def whole(self) -> bytes:
        """Return all of it in one piece."""
        return b"".join(self.pieces())

    def in_one(self) -> "Answer":
        """Return the answer with nothing left to be made."""
        return Answer([*self.first, *self.rest()] if self.rest else self.first)

    def pieces(self) -> Iterator[bytes]:
        """Yield it in the pieces that can be shown by themselves."""
        yield join(self.first)
        if self.rest is not None:
            time.sleep(HEAD_START_S)
            yield join(self.rest())


def answer(change: Change) -> Answer | None:
    """Return what becomes of a page by a change.

    None where the run must answer: another page or tab, panels, a band still to be worked out, nothing left to draw.
    """
    with shelf.reading(version := shelf.newest()):
        view = _view_before(change)
        if view is None:
            return None
        if change.element == evidence.NAME:
            return _card(view, change)
        page = _page(_view_after(view, change), version, change)
        return page if page is None or pooled.may_be_crowded() else page.in_one()


def first(address: str) -> bytes | None:
    """Return what a page of a topic opens with: its title and the key of its chart (JSON), the chart, the bar.

    `address` is the query of that page. None where the run must answer, as above, and for a chart in another page.
    """
    if any(parameter in STREAMLITS_OWN for parameter in parse_qs(address)):
        return None
    with shelf.reading(version := shelf.newest()):
        view = _view_before(change := Change(address, "", {}))
        page = None if view is None or pooled.crowd_of(view) else _page(view, version, change)
        if view is None or page is None:
            return None
        told = {"title": shelf.topics()[str(view.selection.topic)].question, "key": f"st-key-{_CHARTS[view.tab][0]}"}
        return join([orjson.dumps(told), *page.first[1:]])


def join(parts: Sequence[bytes]) -> bytes:
    """Write parts one after the other, each behind its length: four bytes, the highest first.

    >>> join([b"ab", b"c"])
    b'\\x00\\x00\\x00\\x02ab\\x00\\x00\\x00\\x01c'
    """
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


def _view_before(change: Change) -> View | None:
    parameters = parse_qs(change.address.removeprefix("?"))
    view, problems = read_view(parameters, shelf.known(shelf.at()[1]))
    topic = view.selection.topic
    return None if problems or topic not in shelf.topics() or view.load is not None else view


def _view_after(view: View, change: Change) -> View | None:
    if {"topic", "tab", "panels"} & set(change.fields):
        return None
    try:
        if change.element in SETTING_FILTERS:
            return filters.after(view, change.fields)
        return controls.after(view, shelf.axes(str(view.selection.topic)), change.fields)
    except (IndexError, TypeError, ValueError):  # values that no page of ours asks for
        return None


def _card(before: View, change: Change) -> Answer | None:
    """Return the card of a mark that was clicked, or the closed one."""
    if pooled.crowd_of(before) or before.panels is not None:
        return None
    scene, mark = drawing.scene_of(before, shelf.topics()[str(before.selection.topic)]), change.fields.get("mark")
    view = replace(before, claim=None if mark is None else claim_of_mark(scene.look.marks, mark))
    card = evidence.Card(bell=BELL, chosen=mark if view.claim else None, view=address_of(view))
    return Answer([b"", b"", b"", b"", change.pack("card", evidence.card_of(view.claim, card))])


def _page(view: View | None, version: int, change: Change) -> Answer | None:
    """Return the parts of a page that follow its view, but for the card: the filters last."""
    if view is None or view.tab not in _CHARTS or view.panels is not None:
        return None
    topic = str(view.selection.topic)
    choices = shelf.axes(topic)
    if not chosen_axis(view, choices)[1]:
        return None
    if crowd := pooled.crowd_of(view):
        drawn, said = pooled.written(crowd, view), pooled.counted(crowd)
    else:
        scene = drawing.scene_of(view, shelf.topics()[topic])
        if not scene.look.n_reports or (_has_band(scene) and not band.is_ready(scene)):
            return None
        drawn, said = _chart(scene), controls.counted(scene)
    chart_and_bar = [change.pack("chart", drawn), change.pack("bar", controls.bar_of(view, choices, said))]
    return Answer([address_of(view).encode(), *chart_and_bar], partial(_filters, view, version, change))


def _filters(view: View, version: int, change: Change) -> list[bytes]:
    with shelf.reading(version):
        return [change.pack("filters", filters.asked_of(view.selection))]


def _has_band(scene: Scene) -> bool:
    return scene.view.band and scene.view.tab == "time" and scene.axis.assumption is None


def _chart(scene: Scene) -> bytes:
    kind, draw = _CHARTS[scene.view.tab]
    drawn = band.pooled_of(scene).drawn(scene) if _has_band(scene) else Drawn(draw(scene))
    return graph.write(
        drawn.figure,
        caption=drawing.caption_ahead(scene, kind, drawn),
        height_px=int(drawn.figure.layout.height),
        pointing=drawing.pointing_at(scene, graph.Pointing(bell=BELL), kind=kind),
    )
