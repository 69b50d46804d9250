"""Selections too large to be handed over claim by claim: what is shown of them instead."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pandas as pd

from claimsdash.analysis.bins import grain_between, is_crowded, place_bins
from claimsdash.analysis.display import Axis
from claimsdash.charts.bands import BandsView, bands
from claimsdash.charts.scene import Scene
from claimsdash.domain.selection import Selection
from claimsdash.export.names import count
from claimsdash.export.notes import LICENCE, Held, ViewNotes, address_of, say_edition, say_filters
from claimsdash.store.engine import Engine
from claimsdash.store.queries import Extent, Grain, extent, time_bins

HEIGHT_PX = 540
MOST_NAMED = 12
"""Claimants named under a picture, those with the most claims."""
SPANS = (
    "For each span of time and claimant: the lowest, the middle and the highest figure stated, nothing smoothed. A "
    "dotted edge has claims beyond it that name no end."
)


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
        """Say how much is shown.

        >>> Crowd(pd.DataFrame(), "day", 9_000, 12_000, 0).counted
        '9,000 claims from 12,000 reports, pooled by day'
        """
        apart = f" ({self.left_out:,} without date or in another unit)" if self.left_out else ""
        return f"{self.n_claims:,} claims from {self.n_reports:,} reports, pooled by {self.grain}{apart}"


def crowd_of(engine: Engine, selection: Selection, axis: Axis) -> Crowd | None:
    """Return the bins of a selection, or None where its claims are few enough to be drawn one by one.

    The bins are as fine as the time selected allows: less time gives finer ones, and in the end the claims.
    """
    held = extent(engine, selection)
    return binned(engine, selection, axis, held) if is_crowded(held.n_claims) else None


def binned(engine: Engine, selection: Selection, axis: Axis, held: Extent | None = None) -> Crowd:
    """Return the bins of a selection, however many claims it holds; `held` says how many, where they are counted."""
    held = held or extent(engine, selection)
    first, last = selection.as_of_from or held.as_of_first, selection.as_of_to or held.as_of_last
    grain = grain_between(first, last)
    bins, left_out = place_bins(time_bins(engine, selection, Grain(grain)), axis)
    return Crowd(bins, grain, held.n_claims, held.n_reports, left_out)


def bins_drawn(crowd: Crowd, scene: Scene) -> Any:
    """Return the chart of bins on the axis of a scene."""
    view = scene.view
    looks = BandsView(
        scene.axis.axis.title or "number",
        colours=scene.colours,
        log=view.log,
        uirevision=f"{scene.topic.key} {scene.axis.key} {view.log}",
        grain=crowd.grain,
        height_px=HEIGHT_PX,
    )
    return bands(crowd.bins, looks)


def subtitle_of(scene: Scene) -> str:
    """Say what a chart of bins shows."""
    return f"{scene.topic.title or scene.topic.key}, over time"


def notes_of_bins(crowd: Crowd, scene: Scene, held: Held) -> ViewNotes:
    """Return the notes of bins; their hash is that of the bins, as the claims behind them are too many to be read."""
    names = crowd.bins.groupby("claimant_name")["n_claims"].sum().sort_values(ascending=False, kind="stable").index
    more = len(names) - MOST_NAMED
    selection = scene.view.selection
    return ViewNotes(
        title=scene.topic.question,
        subtitle=subtitle_of(scene),
        filters=say_filters(selection, held.package.sources),
        known_on=selection.known_on.isoformat() if selection.known_on else "",
        rule=f"{SPANS} The hash is that of these bins.",
        counted=crowd.counted,
        assumption="",
        claimants=(*map(str, names[:MOST_NAMED]), *((f"and {count(more, 'other')}",) if more > 0 else ())),
        data=sha256(crowd.bins.to_csv(index=False, lineterminator="\n").encode()).hexdigest(),
        edition=say_edition(held),
        address=address_of(scene.view),
        licence=f"{held.package.title}: {LICENCE}",
    )
