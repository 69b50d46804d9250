"""The tab on how far claims agree: what they share, who lies outside, over time, and which pairs are at odds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.agreement import (
    ConflictShare,
    Extremes,
    Shared,
    agreement_over_time,
    alike_claims,
    conflicts_among,
    extremes_of,
    shared_interval,
    standing_claims,
    support_curve,
)
from claimsdash.analysis.collapse import Collapsed, Rule, collapse
from claimsdash.analysis.comparability import Verdict, comparisons
from claimsdash.analysis.latest import Like
from claimsdash.analysis.looking import marks_of
from claimsdash.analysis.saying import say_claims
from claimsdash.app import drawing, shelf
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.app.tabs.choices import choose_day, choose_rule
from claimsdash.app.tabs.claims import claims_on_axis, holds, list_rows
from claimsdash.charts import agreement as charts
from claimsdash.charts.saying import say_ends, say_number
from claimsdash.charts.scene import Scene
from claimsdash.export.names import say_day

COURSE = (
    "The interval that the most claims share, from each date to the next, behind the claims. Dotted: the lowest and "
    "the highest number stated."
)
MOST_COMPARED = 500
"""Claims of which every two are compared: 125,000 pairs take some seconds."""
HEDGES = {"approximate": "about", "lower_bound": "at least", "upper_bound": "at most"}
PAIRS = {"verdict": "Verdict", "figures": "Figures", "names": "Sources", "words": "Why"}


@dataclass(frozen=True)
class Agreed:
    """What the claims that stand on a day have in common."""

    on: date
    shared: Shared
    extremes: Extremes
    figure: Collapsed


def show(scene: Scene, *, bell: str) -> None:
    """Draw what the claims of a scene share, over values and over time, and list the pairs that look unlike."""
    days, course = _course(drawing.key_of(scene), scene)
    if not days:
        st.info("No claims here can be set beside each other: none is asserted, with a number and a date.")
        return
    day = _day_of(scene, days)
    agreed, curve = _support((*drawing.key_of(scene), scene.view.rule, day), scene, day)
    choice = st.container()
    drawing.draw(curve, scene, kind="agreement", bell=bell)
    with choice:
        choose_rule()
        choose_day({on: f"{say_day(on)} · {count(n, 'claim')}" for on, n in days.items()}, day)
    for words in say_agreed(agreed, scene):
        st.markdown(plain(words))
    drawing.draw(course, scene, kind="course", bell=bell)
    st.caption(COURSE)
    _show_pairs(scene)


def drawn_alone(scene: Scene) -> tuple[Any, tuple[str, ...]] | None:
    """Return the chart of how many claims fit each value, and what they share; None where none can be compared."""
    days, _ = _course(drawing.key_of(scene), scene)
    if not days:
        return None
    day = _day_of(scene, days)
    agreed, curve = _support((*drawing.key_of(scene), scene.view.rule, day), scene, day)
    return curve, tuple(say_agreed(agreed, scene))


def _day_of(scene: Scene, days: Mapping[date, int]) -> date:
    """Return the day that the view names, else the one on which most claims stand."""
    named = scene.view.on
    return named if named is not None and named in days else max(days, key=lambda on: (days[on], on))


def claims_alike(scene: Scene) -> pd.DataFrame:
    """Return the claims that answer the question of the topic in the unit of the axis, and may be set side by side."""
    like = Like(scene.axis.axis.base_unit, scene.topic.basis.value, scene.topic.scope or None)
    return alike_claims(claims_on_axis(scene), like)


def say_agreed(agreed: Agreed, scene: Scene) -> list[str]:
    """Say in sentences what is shared, by how many, who lies outside, and between which numbers all lie."""
    shared, unit, per_unit = agreed.shared, scene.axis.axis.title, holds(scene)
    ends = (float("nan") if end is None else end / per_unit for end in (shared.bounds.low, shared.bounds.high))
    verb = "fits" if shared.n_sharing == 1 else "fit"
    of_all = f"{shared.n_sharing} of {count(shared.n_claims, 'claim')}" + ("" if shared.by_most else ", no majority,")
    said = [f"{say_day(agreed.on)}: {of_all} {verb} {say_ends(*ends)} {unit}."]
    said += [f"Outside lie: {', '.join(shared.dissenters)}."] if shared.dissenters else []
    figure = agreed.figure
    if figure.rule is not Rule.SHARED:
        said += [f"{figure.words} That is {say_ends(figure.low / per_unit, figure.high / per_unit)} {unit}."]
    return [*said, *say_extremes(agreed.extremes, unit, per_unit)]


def say_extremes(found: Extremes, unit: str, per_unit: float) -> list[str]:
    """Say between which numbers all that is stated lies, each with its hedge, and how far these are apart.

    >>> say_extremes(Extremes(10000.0, 20000.0, "lower_bound", "approximate"), "containers", 1.0)
    ['Numbers stated: from at least 10 000 to about 20 000 containers, as printed a factor of 2 apart.']
    """
    if not found.ratio > 1:
        return []
    pairs = ((found.lowest, found.lowest_qualifier), (found.highest, found.highest_qualifier))
    low, high = (f"{HEDGES.get(hedge, '')} {say_number(number / per_unit)}".strip() for number, hedge in pairs)
    factor = say_number(float(f"{found.ratio:.2g}"))
    return [f"Numbers stated: from {low} to {high} {unit}, as printed a factor of {factor} apart."]


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
def _support(key: Any, _scene: Scene, day: date) -> tuple[Agreed, Any]:
    standing = standing_claims(claims_alike(_scene), on=day)
    figure, shared = collapse(standing, Rule(_scene.view.rule)), shared_interval(standing)
    assert shared is not None  # noqa: S101 - only days on which claims stand can be chosen
    agreed = Agreed(day, shared, extremes_of(standing), figure)
    view = replace(_view(_scene, figure.words), shared=(figure.low, figure.high))
    return agreed, charts.agreement(marks_of(standing, _scene.axis.axis), support_curve(standing), view)


@st.cache_resource(max_entries=100, show_spinner="Comparing what is said …")
def _course(key: Any, _scene: Scene) -> tuple[dict[date, int], Any]:
    """Return the days on which claims stand, the latest first, with their number, and the chart over time."""
    claims = claims_alike(_scene)
    course = agreement_over_time(claims)
    standing = course[course["n_claims"].gt(0)].iloc[::-1]
    days = {on.date(): int(n) for on, n in zip(standing["on"], standing["n_claims"], strict=True)}
    return days, charts.agreement_course(marks_of(claims, _scene.axis.axis), course, _view(_scene, ""))


def _view(scene: Scene, rule: str) -> charts.AgreementView:
    return charts.AgreementView(
        value_title=scene.axis_title,
        colours=shelf.colours(scene.topic.key),
        log=scene.view.log,
        uirevision=f"{scene.topic.key} {scene.axis.key} {scene.view.log}",
        rule=rule,
        holds=holds(scene),
    )


def _show_pairs(scene: Scene) -> None:
    """Say how many pairs are in conflict, and of each pair that looks unlike whether it is one."""
    st.markdown("#### Pairs that look unlike")
    if len(claims_on_axis(scene)) > MOST_COMPARED:
        st.caption(f"Every two of more than {MOST_COMPARED:,} claims are not compared: filter to see pairs.")
        return
    pairs, found = _pairs((shelf.at(), scene.view.selection, scene.axis.key), scene)
    st.caption(say_conflicts(found))
    if len(pairs):
        list_rows(pairs, PAIRS, key="pairs")


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
