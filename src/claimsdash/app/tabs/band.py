"""The pooled band beneath the timeline: what it rests on and assumes, or the reason why there is none."""

from collections import deque
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.consensus import Fit
from claimsdash.app import drawing, shelf, told
from claimsdash.app.names import count
from claimsdash.app.told import Line
from claimsdash.charts.scene import Scene
from claimsdash.export.names import is_known
from claimsdash.export.scenes.band import DERIVED, Pooled, pool

HOUSE_TITLE = "House effects: how far each source stands from the pooled level"
HOUSE = {"name": "Source", "n": "Own claims", "factor_words": "Factor", "interval": "80 % interval"}
LEFT_OUT = {"name": "Report", "reason": "Why"}


def show(scene: Scene, *, bell: str) -> None:
    """Draw the claims of a scene over time with the band beneath them."""
    if scene.axis.assumption is not None:
        drawing.draw_timeline(scene, bell=bell)
        st.caption(DERIVED)
        return
    pooled = pooled_of(scene)
    drawing.draw(pooled.drawn(scene), scene, kind="timeline", bell=bell)
    listed = []
    if pooled.found is not None and len(pooled.found.house):
        listed += [told.table_of(house_rows(pooled.found, scene), HOUSE, HOUSE_TITLE)]
    if len(pooled.left_out):
        words = f"Not pooled: {count(len(pooled.left_out), 'report')}"
        listed += [told.table_of(pooled.left_out, LEFT_OUT, words)]
    told.show("pooled_words", Line(" ".join(pooled.said), lead="Pooled band."), *listed)


def is_ready(scene: Scene) -> bool:
    """Say whether the band of a scene was worked out lately, so that it can be had at once."""
    return drawing.key_of(scene) in _READY


def pooled_of(scene: Scene) -> Pooled:
    """Return the timeline of a scene with its band, or without one and why."""
    return _pooled(drawing.key_of(scene), scene)


def house_rows(found: Fit, scene: Scene) -> pd.DataFrame:
    """Return the house effects for reading, by name; those of fewer than three own claims are not known."""
    names = scene.look.marks.drop_duplicates("claimant").set_index("claimant")["claimant_name"]
    house = found.house.assign(name=found.house["claimant"].map(names).fillna(found.house["claimant"]))
    known = house["factor"].notna()
    factors = [f"× {factor:.2f}" if is_known(factor) else "too few claims" for factor in house["factor"]]
    intervals = [f"{low:.2f} to {high:.2f}" for low, high in zip(house["low"], house["high"], strict=True)]
    told = house.assign(factor_words=factors, interval=pd.Series(intervals, index=house.index).where(known, ""))
    return told.sort_values("name")


_KEPT = 30
_READY: deque[Any] = deque(maxlen=_KEPT)


@st.cache_resource(max_entries=_KEPT, show_spinner="Pooling the claims into a band; this takes a few seconds …")
def _pooled(key: Any, _scene: Scene) -> Pooled:
    found = pool(_scene, shelf.reports(_scene.view.selection), drawing.timeline_of(_scene))
    _READY.append(key)
    return found
