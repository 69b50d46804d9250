"""The tab on what one claimant said in succession: the ladder of its figures, their differences, the two clocks."""

from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.looking import marks_of
from claimsdash.analysis.revisions import record_of, say_record
from claimsdash.app import drawing, told
from claimsdash.app.menus import Menu
from claimsdash.app.names import say_short_day
from claimsdash.app.tabs.claims import all_claims, claims_on_axis
from claimsdash.app.told import Line
from claimsdash.charts.saying import say_change
from claimsdash.charts.scene import Scene
from claimsdash.export.scenes.drawn import Drawn, holds
from claimsdash.export.scenes.revisions import CLOCKS, Succession, claimants_of, succession

COLUMNS = {
    "reported": "Reported",
    "refers_to": "As of",
    "said": "Said",
    "change": "Difference",
    "step": "What it is to the one before",
    "scope": "Counted",
}


def show(scene: Scene, *, bell: str) -> None:
    """Draw the revisions of the claimant that the view names, else of the one with the most claims."""
    names = _claimants(drawing.key_of(scene), scene)
    if not names:
        st.info("No claim here has a number on this axis.")
        return
    claimant = scene.view.of if scene.view.of in names else next(iter(names))
    draw(scene, claimant, bell=bell)


def menus(scene: Scene) -> list[Menu]:
    """Return the menu of claimants."""
    names = _claimants(drawing.key_of(scene), scene)
    chosen = scene.view.of if scene.view.of in names else next(iter(names), "")
    return [Menu("of", "Source", list(names.items()), str(chosen))] if names else []


def draw(scene: Scene, claimant: str, *, bell: str) -> None:
    """Draw the ladder of one claimant, list its steps, and draw the two clocks."""
    found, said, rows = _revisions((*drawing.key_of(scene), claimant), scene, claimant)
    drawing.draw(found.drawn(), scene, kind="ladder", bell=bell)
    columns = COLUMNS | {"change": f"Difference, {scene.axis.axis.title}"}
    told.show("steps", Line(said), told.table_of(rows, columns), Line(CLOCKS))
    drawing.draw(found.drawn(clocks=True), scene, kind="clocks", bell=bell)


def drawn_alone(scene: Scene) -> Drawn | None:
    """Return the ladder of the claimant that the view names; None where there is none."""
    names = _claimants(drawing.key_of(scene), scene)
    if not names:
        return None
    claimant = scene.view.of if scene.view.of in names else next(iter(names))
    return _revisions((*drawing.key_of(scene), claimant), scene, claimant)[0].drawn()


def listing(steps: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """Return the steps as a table for reading, differences in the unit of the axis."""
    per_unit = holds(scene)
    ends = zip(steps["step"], steps["change_low"] / per_unit, steps["change_high"] / per_unit, strict=True)
    change = ["" if step == "first" else say_change(low, high) for step, low, high in ends]
    said = marks_of(steps, scene.axis.axis).set_index("claim_id")["say"]
    days = {"reported": steps["reported_on"], "refers_to": steps["as_of"]}
    return steps.assign(
        **{name: [say_short_day(day) if pd.notna(day) else "" for day in column] for name, column in days.items()},
        said=steps["claim_id"].map(said),
        change=change,
        scope=steps["scope"].fillna(""),
    )


@st.cache_resource(max_entries=100, show_spinner=False)
def _claimants(key: Any, _scene: Scene) -> dict[str, str]:
    return claimants_of(claims_on_axis(_scene))


@st.cache_resource(max_entries=100, show_spinner="Setting figures beside each other …")
def _revisions(key: Any, _scene: Scene, claimant: str) -> tuple[Succession, str, pd.DataFrame]:
    """Return the figures as charts, what sums their steps up, and the steps for reading."""
    found = succession(drawing.full(_scene), all_claims(_scene.view.selection), claimant)
    return found, say_record(record_of(found.steps)), listing(found.steps, _scene)
