"""What follows from totals: rates between two of them, and ratios of two things."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.rates import implied_rates, per
from claimsdash.analysis.ratios import implied_ratios
from claimsdash.charts import rates as charts
from claimsdash.charts.scene import Scene
from claimsdash.domain.unit_words import say_unit
from claimsdash.export.names import count
from claimsdash.export.scenes.drawn import Drawn, holds, on_axis
from claimsdash.intake.package import Topic

RULE = (
    "Derived, not claimed: growth between two figures of one source over the days between them, end by end; or a "
    "figure over the days since the start of its window. An arrow leaves that side open."
)
RATIO_RULE = "Derived, not claimed: two totals of one source whose dates overlap, divided end by end."


@dataclass(frozen=True)
class Divisor:
    """Another topic: the axis of its own, and its claims in the view, one row each."""

    topic: Topic
    axis: AxisChoice
    claims: pd.DataFrame


@dataclass(frozen=True)
class Following:
    """What follows from `n_claims` claims, and from which nothing does: rows with a reason in `refused`, and a chart.

    The ends of `follows` are in base units; `holds` of them are one unit of the chart.
    """

    follows: pd.DataFrame
    refused: pd.DataFrame
    n_claims: int
    holds: float
    title: str
    figure: Any

    def drawn(self, word: str, rule: str) -> Drawn:
        """Return the chart with what must be said of it; `word` names what follows, such as "rate"."""
        counted = f"{count(len(self.follows), word)}, {self.title}, from {count(self.n_claims, 'claim')}."
        return Drawn(self.figure, (counted, rule), f"{counted} {rule}")


def rates_of(scene: Scene, claims: pd.DataFrame) -> Following:
    """Derive the rates of a view. Takes its claims, one row each."""
    table, title = per(implied_rates(on_axis(claims, scene)), scene.view.per), rate_title(scene)
    n_claims = int(table["claim_id"].nunique())
    return _following(table, charts.rates(table, _view(scene, title, holds(scene))), n_claims, holds(scene), title)


def ratios_of(scene: Scene, claims: pd.DataFrame, divisor: Divisor) -> Following:
    """Divide the totals of a view by those of another topic. Takes the claims of the view, one row each."""
    divisors = divisor.claims[divisor.claims["base_unit"].eq(divisor.axis.axis.base_unit)]
    per_unit = holds(scene) / divisor.axis.axis.factor
    table, title = implied_ratios(on_axis(claims, scene), divisors), ratio_title(scene, divisor.topic)
    return _following(table, charts.ratios(table, _view(scene, title, per_unit)), len(table), per_unit, title)


def rate_title(scene: Scene) -> str:
    """Name the unit of the rates, such as "containers per month"."""
    return f"{scene.axis_title} per {scene.view.per}"


def ratio_title(scene: Scene, over: Topic) -> str:
    """Name the unit of the ratios, such as "shells per container"."""
    return f"{scene.axis.axis.title} per {say_unit(over.unit, many=False)}"


def _following(table: pd.DataFrame, figure: Any, n_claims: int, per_unit: float, title: str) -> Following:
    follows = table["refused"].eq("")
    return Following(table[follows], table[~follows], n_claims, per_unit, title, figure)


def _view(scene: Scene, title: str, per_unit: float) -> charts.RatesView:
    return charts.RatesView(
        value_title=f"{title} (derived)",
        colours=scene.colours,
        log=scene.view.log,
        uirevision=f"{scene.topic.key} {title} {scene.view.log}",
        holds=per_unit,
    )
