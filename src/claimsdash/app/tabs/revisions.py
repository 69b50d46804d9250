"""The tab on what one claimant said in succession: the ladder of its figures, their differences, the two clocks."""

from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.looking import marks_of
from claimsdash.analysis.revisions import ladder, record_of, say_record
from claimsdash.app import drawing, shelf
from claimsdash.app.names import say_short_day
from claimsdash.app.tabs.choices import choose_claimant
from claimsdash.app.tabs.claims import claims_on_axis, holds, list_rows
from claimsdash.charts import revisions as charts
from claimsdash.charts.saying import say_change
from claimsdash.charts.scene import Scene

COLUMNS = {
    "reported": "Reported",
    "refers_to": "As of",
    "said": "Said",
    "change": "Difference",
    "step": "What it is to the one before",
    "scope": "Counted",
}
CLOCKS = (
    "Each figure at the date that it refers to and the day on which it was reported. On the dotted line both are one "
    "day; above it a figure looks back, below it ahead."
)


def show(scene: Scene, *, bell: str) -> None:
    """Draw the revisions of the claimant that the view names, else of the one with the most claims."""
    names = _claimants(drawing.key_of(scene), scene)
    if not names:
        st.info("No claim here has a number on this axis.")
        return
    claimant = scene.view.of if scene.view.of in names else next(iter(names))
    choice = st.container()
    draw(scene, claimant, bell=bell)
    with choice:
        choose_claimant(names, claimant)


def draw(scene: Scene, claimant: str, *, bell: str) -> None:
    """Draw the ladder of one claimant, list its steps, and draw the two clocks."""
    said, rows, drawn, clocks = _revisions((*drawing.key_of(scene), claimant), scene, claimant)
    drawing.draw(drawn, scene, kind="ladder", bell=bell)
    st.caption(said)
    list_rows(rows, COLUMNS | {"change": f"Difference, {scene.axis.axis.title}"}, key="steps")
    st.caption(CLOCKS)
    drawing.draw(clocks, scene, kind="clocks", bell=bell)


def drawn_alone(scene: Scene) -> tuple[Any, tuple[str, ...]] | None:
    """Return the ladder of the claimant that the view names, and who that is; None where there is none."""
    names = claimants_of(claims_on_axis(scene))
    if not names:
        return None
    claimant = scene.view.of if scene.view.of in names else next(iter(names))
    _, rows, drawn, _ = _revisions((*drawing.key_of(scene), claimant), scene, claimant)
    return drawn, (f"Said by {rows['claimant_name'].iat[0]}.",)


def claimants_of(claims: pd.DataFrame) -> dict[str, str]:
    """Return the claimants by key, with name and number of claims, those with the most first."""
    counted = claims.groupby(["claimant", "claimant_name"], as_index=False).size()
    ordered = counted.sort_values(["size", "claimant_name"], ascending=[False, True])
    rows = zip(ordered["claimant"], ordered["claimant_name"], ordered["size"], strict=True)
    return {str(key): f"{name} · {n}" for key, name, n in rows}


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
def _revisions(key: Any, _scene: Scene, claimant: str) -> tuple[str, pd.DataFrame, Any, Any]:
    """Return what sums the steps up, the steps for reading, the ladder and the two clocks."""
    claims = claims_on_axis(_scene)
    steps = ladder(claims[claims["claimant"].eq(claimant)])
    view = charts.RevisionsView(
        value_title=_scene.axis_title,
        colours=shelf.colours(_scene.topic.key),
        log=_scene.view.log,
        uirevision=f"{_scene.topic.key} {claimant} {_scene.axis.key} {_scene.view.log}",
        holds=holds(_scene),
    )
    marks = marks_of(steps, _scene.axis.axis)
    said, rows = say_record(record_of(steps)), listing(steps, _scene)
    return said, rows, charts.ladder(marks, steps, view), charts.two_clocks(marks, view)
