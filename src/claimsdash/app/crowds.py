"""Selections too large to be handed over claim by claim: what is shown of them instead."""

from dataclasses import dataclass

import pandas as pd

from claimsdash.analysis.bins import grain_between, is_crowded, place_bins
from claimsdash.analysis.display import Axis
from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries import Grain, spans, tally, time_bins


@dataclass(frozen=True)
class Crowd:
    """The claims of a selection in bins of time, as `charts.bands` takes them; `left_out` claims are in no bin."""

    bins: pd.DataFrame
    grain: str
    n_claims: int
    n_reports: int
    left_out: int

    @property
    def counted(self) -> str:
        """Say how much is shown, and how to see the claims themselves.

        >>> Crowd(pd.DataFrame(), "day", 9_000, 12_000, 0).counted
        '9,000 claims from 12,000 reports, pooled by day: zoom in or filter to see each'
        """
        apart = f" ({self.left_out:,} without date or in another unit)" if self.left_out else ""
        held = f"{self.n_claims:,} claims from {self.n_reports:,} reports"
        return f"{held}, pooled by {self.grain}{apart}: zoom in or filter to see each"


def crowd_of(engine: Engine, selection: Selection, axis: Axis) -> Crowd | None:
    """Return the bins of a selection, or None where its claims are few enough to be drawn one by one.

    The bins are as fine as the time selected allows: less time gives finer ones, and in the end the claims.
    """
    held = tally(engine, selection)
    if not is_crowded(held.n_claims):
        return None
    found = spans(engine, selection)
    first, last = selection.as_of_from or found.as_of_first, selection.as_of_to or found.as_of_last
    grain = grain_between(first, last)
    bins, left_out = place_bins(time_bins(engine, selection, Grain(grain)), axis)
    return Crowd(bins, grain, held.n_claims, held.n_reports, left_out)
