"""What one claimant said in succession: the ladder of its figures, and the two clocks."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from claimsdash.analysis.looking import marks_of
from claimsdash.analysis.revisions import ladder
from claimsdash.charts import revisions as charts
from claimsdash.charts.alt import alt_text
from claimsdash.charts.scene import Scene
from claimsdash.export.names import count
from claimsdash.export.scenes.drawn import Drawn, holds, on_axis

CLOCKS = (
    "Each figure at the date that it refers to and the day on which it was reported. On the diagonal both are one "
    "day; above it a figure looks back, below it ahead."
)


@dataclass(frozen=True)
class Succession:
    """The figures of one claimant, one row each as `analysis.revisions.ladder` gives them, as marks, and as charts."""

    steps: pd.DataFrame
    marks: pd.DataFrame
    ladder: Any
    clocks: Any

    @property
    def who(self) -> str:
        """Say whose figures are drawn, where the footer counts those of all."""
        return f"Drawn: the {count(len(self.steps), 'claim')} of {self.steps['claimant_name'].iat[0]} on this axis."

    def drawn(self, *, clocks: bool = False) -> Drawn:
        """Return the ladder or the two clocks with what must be said of it."""
        alt = alt_text(self.marks)
        return Drawn(self.clocks, (self.who, CLOCKS), alt) if clocks else Drawn(self.ladder, (self.who,), alt)


def claimants_of(claims: pd.DataFrame) -> dict[str, str]:
    """Return the claimants by key, with name and number of claims, those with the most first."""
    counted = claims.groupby(["claimant", "claimant_name"], as_index=False).size()
    ordered = counted.sort_values(["size", "claimant_name"], ascending=[False, True])
    rows = zip(ordered["claimant"], ordered["claimant_name"], ordered["size"], strict=True)
    return {str(key): f"{name} · {n}" for key, name, n in rows}


def succession(scene: Scene, claims: pd.DataFrame, claimant: str) -> Succession:
    """Set the figures of one claimant beside each other. Takes the claims of a view, one row each."""
    fitting = on_axis(claims, scene)
    steps = ladder(fitting[fitting["claimant"].eq(claimant)])
    view = charts.RevisionsView(
        value_title=scene.axis_title,
        colours=scene.colours,
        log=scene.view.log,
        uirevision=f"{scene.topic.key} {claimant} {scene.axis.key} {scene.view.log}",
        holds=holds(scene),
    )
    marks = marks_of(steps, scene.axis.axis)
    return Succession(steps, marks, charts.ladder(marks, steps, view), charts.two_clocks(marks, view))
