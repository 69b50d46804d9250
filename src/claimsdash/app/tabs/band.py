"""The pooled band beneath the timeline: what it rests on and assumes, or the reason why there is none."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.agreement import spread_factor
from claimsdash.analysis.consensus import Fit, NoBand, band_claims, fit, poolable, say_fit
from claimsdash.analysis.consensus.residuals import residuals
from claimsdash.analysis.latest import Like
from claimsdash.app import drawing, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.app.tabs.claims import holds, list_rows
from claimsdash.charts.band import with_band
from claimsdash.charts.scene import Scene
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.export.names import is_known

MODEL = "A model, not a claim."
DERIVED = "No band on an assumption: choose an axis in which figures were claimed."
_END_COLUMNS = ["p2.5", "p10", "p50", "p90", "p97.5"]
HOUSE = {"name": "Source", "n": "Own claims", "factor_words": "Factor", "interval": "80 % interval"}
LEFT_OUT = {"id": "Report", "reason": "Why"}


@dataclass(frozen=True)
class Pooled:
    """A timeline with its band, or without one, and what must be said beside it; `found` is None without a band."""

    figure: Any
    said: tuple[str, ...]
    left_out: pd.DataFrame
    found: Fit | None = None


def show(scene: Scene, *, bell: str) -> None:
    """Draw the claims of a scene over time with the band beneath them."""
    if scene.axis.assumption is not None:
        drawing.draw_timeline(scene, bell=bell)
        st.caption(DERIVED)
        return
    pooled = pooled_of(scene)
    drawing.draw(pooled.figure, scene, kind="timeline", bell=bell, said=pooled.said)
    st.caption(f"**Pooled band.** {' '.join(map(plain, pooled.said))}")
    if pooled.found is not None and len(pooled.found.house):
        words = "House effects: how far each source stands from the pooled level"
        opened = st.expander(words, key="open_house", on_change="rerun")
        if opened.open:
            with opened:
                list_rows(house_rows(pooled.found, scene), HOUSE, key="house")
    if len(pooled.left_out):
        words = f"Not pooled: {count(len(pooled.left_out), 'report')}"
        opened = st.expander(words, key="open_not_pooled", on_change="rerun")
        if opened.open:
            with opened:
                list_rows(pooled.left_out, LEFT_OUT, key="not_pooled")


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


@st.cache_resource(max_entries=30, show_spinner="Pooling the claims into a band; this takes a few seconds …")
def _pooled(key: Any, _scene: Scene) -> Pooled:
    timeline = drawing.timeline_of(_scene)
    reports = shelf.reports(_scene.view.selection)
    like = Like(_scene.axis.axis.base_unit, _scene.topic.basis.value, _scene.topic.scope or None)
    chosen = poolable(reports, like)
    apart = reports["claim_id"].nunique() - chosen["claim_id"].nunique()
    told = _say_apart(chosen, apart)
    try:
        claims = band_claims(chosen)
        found = fit(claims, growth=_scene.topic.growth.value)
    except NoBand as refusal:
        return Pooled(timeline, (refusal.reason, *told), refusal.left_out)
    except ClaimsdashError as error:
        return Pooled(timeline, (f"No band: {error}", *told), pd.DataFrame())
    band = found.band.assign(**{end: found.band[end] / holds(_scene) for end in _END_COLUMNS})
    has_level = bool(band["p50"].notna().any())
    spread = say_spread(spread_factor(residuals(claims, found)))
    said = (*((MODEL,) if has_level else ()), *say_fit(found), *spread, *told)
    return Pooled(with_band(timeline, band, thin=found.thin), said, found.left_out, found)


def say_spread(factor: float) -> tuple[str, ...]:
    """Say by how much two sources differ on average; nothing where too few have a figure.

    >>> say_spread(1.4567), say_spread(float("nan"))
    (('Spread: two sources differ by a factor of 1.46 on average.',), ())
    """
    return (f"Spread: two sources differ by a factor of {factor:.3g} on average.",) if is_known(factor) else ()


def _say_apart(chosen: pd.DataFrame, apart: int) -> tuple[str, ...]:
    """Say how many claims are of another thing, and what the pooled ones count."""
    if not apart or chosen.empty:
        return ()
    scope = chosen["scope"].iat[0]
    counts = f" counts “{scope}”" if is_known(scope) else " names no scope"
    return (f"{count(apart, 'claim')} left aside: only what{counts} in one unit and kind of amount is pooled.",)
