"""How far claims agree: what those of one day share, who lies outside, and what is shared over time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from claimsdash.analysis.agreement import (
    Extremes,
    Shared,
    agreement_over_time,
    alike_claims,
    extremes_of,
    shared_interval,
    standing_claims,
    support_curve,
)
from claimsdash.analysis.collapse import Collapsed, Rule, collapse
from claimsdash.analysis.latest import Like
from claimsdash.analysis.looking import marks_of
from claimsdash.charts import agreement as charts
from claimsdash.charts.alt import alt_text
from claimsdash.charts.saying import say_ends, say_number
from claimsdash.charts.scene import Scene
from claimsdash.export.names import count, say_day
from claimsdash.export.scenes.drawn import Drawn, holds, on_axis

COURSE = (
    "The interval that the most claims share, from each date to the next, behind the claims. Dotted: the lowest and "
    "the highest number stated."
)
HEDGES = {"approximate": "about", "lower_bound": "at least", "upper_bound": "at most"}


@dataclass(frozen=True)
class Agreed:
    """What the claims that stand on a day have in common, and the chart of how many fit each value."""

    on: date
    shared: Shared
    extremes: Extremes
    collapsed: Collapsed
    marks: pd.DataFrame
    figure: Any


@dataclass(frozen=True)
class Course:
    """What claims share over time; `days`, the latest first, are those on which claims stand, with their number."""

    days: Mapping[date, int]
    marks: pd.DataFrame
    figure: Any

    def drawn(self) -> Drawn:
        """Return the chart with what must be said of it."""
        return Drawn(self.figure, (COURSE,), alt_text(self.marks))


def claims_alike(scene: Scene, claims: pd.DataFrame) -> pd.DataFrame:
    """Return the claims that answer the question of the topic in the unit of the axis, and may be set side by side."""
    like = Like(scene.axis.axis.base_unit, scene.topic.basis.value, scene.topic.scope or None)
    return alike_claims(on_axis(claims, scene), like)


def course_of(scene: Scene, alike: pd.DataFrame) -> Course:
    """Follow what claims share over time. Takes the claims of `claims_alike`."""
    course = agreement_over_time(alike)
    standing = course[course["n_claims"].gt(0)].iloc[::-1]
    days = {on.date(): int(n) for on, n in zip(standing["on"], standing["n_claims"], strict=True)}
    marks = marks_of(alike, scene.axis.axis)
    return Course(days, marks, charts.agreement_course(marks, course, _view(scene, "")))


def agreed_on(scene: Scene, alike: pd.DataFrame, day: date) -> Agreed:
    """Find what the claims that stand on a day share. Takes the claims of `claims_alike`; some must stand."""
    standing = standing_claims(alike, on=day)
    found, shared = collapse(standing, Rule(scene.view.rule)), shared_interval(standing)
    assert shared is not None  # noqa: S101 - only days on which claims stand can be chosen
    marks = marks_of(standing, scene.axis.axis)
    view = replace(_view(scene, found.words), shared=(found.low, found.high))
    figure = charts.agreement(marks, support_curve(standing), view)
    return Agreed(day, shared, extremes_of(standing), found, marks, figure)


def drawn_on(agreed: Agreed, scene: Scene) -> Drawn:
    """Return the chart of a day with what must be said of it."""
    said = tuple(say_agreed(agreed, scene))
    return Drawn(agreed.figure, said, " ".join((alt_text(agreed.marks), said[0])))


def day_of(scene: Scene, days: Mapping[date, int]) -> date:
    """Return the day that the view names, else the one on which most claims stand."""
    named = scene.view.on
    return named if named is not None and named in days else max(days, key=lambda on: (days[on], on))


def say_agreed(agreed: Agreed, scene: Scene) -> list[str]:
    """Say in sentences what is shared, by how many, who lies outside, and between which numbers all lie."""
    shared, unit, per_unit = agreed.shared, scene.axis.axis.title, holds(scene)
    ends = (float("nan") if end is None else end / per_unit for end in (shared.bounds.low, shared.bounds.high))
    verb = "fits" if shared.n_sharing == 1 else "fit"
    of_all = f"{shared.n_sharing} of {count(shared.n_claims, 'claim')}" + ("" if shared.by_most else ", no majority,")
    said = [f"{say_day(agreed.on)}: {of_all} {verb} {say_ends(*ends)} {unit}."]
    said += [f"Outside lie: {', '.join(shared.dissenters)}."] if shared.dissenters else []
    found = agreed.collapsed
    if found.rule is not Rule.SHARED:
        said += [f"{found.words} That is {say_ends(found.low / per_unit, found.high / per_unit)} {unit}."]
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


def _view(scene: Scene, rule: str) -> charts.AgreementView:
    return charts.AgreementView(
        value_title=scene.axis_title,
        colours=scene.colours,
        log=scene.view.log,
        uirevision=f"{scene.topic.key} {scene.axis.key} {scene.view.log}",
        rule=rule,
        holds=holds(scene),
    )
