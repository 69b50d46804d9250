"""A chart of a scene with what must be said of it, and what all of them need."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from claimsdash.charts.scene import Scene

FLAGGED = ("timeline", "band", "panels")
"""Kinds of chart on which events are numbered flags."""


@dataclass(frozen=True)
class Drawn:
    """A figure; `said` comes first beneath a picture of it, `alt` tells what it shows to those who do not see it."""

    figure: Any
    said: tuple[str, ...] = ()
    alt: str = ""


def on_axis(claims: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """Return the claims that the axis of a scene can hold."""
    return claims[claims["base_unit"].eq(scene.axis.axis.base_unit)]


def holds(scene: Scene) -> float:
    """Return how many base units one unit of the axis holds."""
    return scene.axis.axis.factor * scene.axis.axis.scale
