"""The tab on how far claims agree: what they share, who lies outside, over time, and which pairs are at odds."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.agreement import ConflictShare, conflicts_among
from claimsdash.analysis.comparability import Verdict, comparisons
from claimsdash.analysis.saying import say_claims
from claimsdash.app import drawing, shelf, told
from claimsdash.app.menus import Menu
from claimsdash.app.names import count
from claimsdash.app.tabs.claims import all_claims, claims_on_axis
from claimsdash.app.told import Heading, Line, Part
from claimsdash.charts.saying import say_number
from claimsdash.charts.scene import Scene
from claimsdash.export.names import say_day
from claimsdash.export.scenes.agreement import (
    COURSE,
    Agreed,
    Course,
    agreed_on,
    claims_alike,
    course_of,
    day_of,
    drawn_on,
)
from claimsdash.export.scenes.drawn import Drawn

MOST_COMPARED = 500
"""Claims of which every two are compared: 125,000 pairs take some seconds."""
PAIRS = {"verdict": "Verdict", "figures": "Figures", "names": "Sources", "words": "Why"}


def show(scene: Scene, *, bell: str) -> None:
    """Draw what the claims of a scene share, over values and over time, and list the pairs that look unlike."""
    course = _course(drawing.key_of(scene), scene)
    if not course.days:
        st.info("No claims here can be set beside each other: none is asserted, with a number and a date.")
        return
    drawn = _on_day(scene, course)
    drawing.draw(drawn, scene, kind="agreement", bell=bell)
    told.show("agreed", *map(Line, drawn.said))
    drawing.draw(course.drawn(), scene, kind="course", bell=bell)
    told.show("pairs", Line(COURSE), *_told_of_pairs(scene))


def menus(scene: Scene) -> list[Menu]:
    """Return the menu of days on which claims are set side by side."""
    course = _course(drawing.key_of(scene), scene)
    choices = [(on.isoformat(), f"{say_day(on)} · {count(n, 'claim')}") for on, n in course.days.items()]
    return [Menu("on", "As of", choices, day_of(scene, course.days).isoformat())] if choices else []


def drawn_alone(scene: Scene) -> Drawn | None:
    """Return the chart of how many claims fit each value; None where none can be compared."""
    course = _course(drawing.key_of(scene), scene)
    return _on_day(scene, course) if course.days else None


def _on_day(scene: Scene, course: Course) -> Drawn:
    """Return the chart of the day that is shown."""
    day = day_of(scene, course.days)
    return drawn_on(_support((*drawing.key_of(scene), scene.view.rule, day), scene, day), scene)


def say_conflicts(found: ConflictShare) -> str:
    """Say how many pairs are in conflict.

    >>> say_conflicts(ConflictShare(12, 3, 1.46)), say_conflicts(ConflictShare(0, 0, float("nan")))
    ('3 of 12 pairs that can be compared are in conflict, by a factor of up to 1.46.', 'No two claims can be compared.')
    """
    if not found.n_pairs:
        return "No two claims can be compared."
    is_one = "is" if found.n_conflicts == 1 else "are"
    words = f"{found.n_conflicts} of {count(found.n_pairs, 'pair')} that can be compared {is_one} in conflict"
    return f"{words}, by a factor of up to {say_number(found.greatest)}." if found.n_conflicts else f"{words}."


@st.cache_resource(max_entries=100, show_spinner="Comparing what is said …")
def _support(key: Any, _scene: Scene, day: date) -> Agreed:
    return agreed_on(drawing.full(_scene), _alike(_scene), day)


@st.cache_resource(max_entries=100, show_spinner="Comparing what is said …")
def _course(key: Any, _scene: Scene) -> Course:
    return course_of(drawing.full(_scene), _alike(_scene))


def _alike(scene: Scene) -> pd.DataFrame:
    return claims_alike(scene, all_claims(scene.view.selection))


def _told_of_pairs(scene: Scene) -> list[Part]:
    """Say how many pairs are in conflict, and of each pair that looks unlike whether it is one."""
    heading = Heading("Pairs that look unlike")
    if len(claims_on_axis(scene)) > MOST_COMPARED:
        return [
            heading,
            Line(f"Every two of more than {MOST_COMPARED:,} claims are not compared: filter to see pairs."),
        ]
    pairs, found = _pairs((shelf.at(), scene.view.selection, scene.axis.key), scene)
    return [heading, Line(say_conflicts(found)), *([told.table_of(pairs, PAIRS)] if len(pairs) else [])]


@st.cache_resource(max_entries=100, show_spinner="Comparing every two claims …")
def _pairs(key: Any, _scene: Scene) -> tuple[pd.DataFrame, ConflictShare]:
    reports = shelf.reports(_scene.view.selection)
    reports = reports[reports["base_unit"].eq(_scene.axis.axis.base_unit)]
    pairs = comparisons(reports)
    return unlike_pairs(pairs, claims_on_axis(_scene)), conflicts_among(pairs)


def unlike_pairs(pairs: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Keep the pairs of different claimants whose figures do not overlap, conflicts first, the widest apart first.

    Takes the table of `analysis.comparability.comparisons` and the claims. Adds names and figures: str, figures
    with hedge and unit.
    """
    told = claims.assign(said=say_claims(claims)).set_index("claim_id")
    ends = told[["base_low", "base_high", "claimant_name", "said"]]
    one, other = (ends.reindex(pairs[name]).reset_index(drop=True) for name in ("claim_id", "other_claim_id"))
    apart = (one["base_low"] > other["base_high"]) | (other["base_low"] > one["base_high"])
    is_shown = apart & pairs["claimant"].ne(pairs["other_claimant"]) & pairs["verdict"].ne(Verdict.SAME.value)
    factor = (one["base_low"] / other["base_high"]).combine(other["base_low"] / one["base_high"], max)
    added = {
        "names": one["claimant_name"].astype("str") + " · " + other["claimant_name"].astype("str"),
        "figures": one["said"].fillna("") + " · " + other["said"].fillna(""),
        "at_odds": pairs["verdict"].eq(Verdict.CONFLICT.value),
        "apart": factor,
    }
    return pairs.assign(**added)[is_shown].sort_values(["at_odds", "apart"], ascending=False, kind="stable")
