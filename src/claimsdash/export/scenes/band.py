"""The pooled band beneath the timeline: what it rests on and assumes, or the reason why there is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from claimsdash.analysis.agreement import say_spread, spread_factor
from claimsdash.analysis.consensus import Fit, NoBand, band_claims, fit, poolable, say_fit
from claimsdash.analysis.consensus.residuals import residuals
from claimsdash.analysis.latest import Like
from claimsdash.charts.alt import alt_text
from claimsdash.charts.band import with_band
from claimsdash.charts.scene import Scene
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.export.names import count, is_known, say_day
from claimsdash.export.scenes.drawn import Drawn, holds

MODEL = "A model, not a claim."
DERIVED = "No band on an assumption: choose an axis in which figures were claimed."
_ORIGIN = re.compile(r"^relay of (.+), which")
_END_COLUMNS = ["p2.5", "p10", "p50", "p90", "p97.5"]


@dataclass(frozen=True)
class Pooled:
    """A timeline with its band, or without one, and what must be said beside it; `found` is None without a band."""

    figure: Any
    said: tuple[str, ...]
    left_out: pd.DataFrame
    found: Fit | None = None

    def drawn(self, scene: Scene) -> Drawn:
        """Return the chart with what must be said of it."""
        return Drawn(self.figure, self.said, alt_text(scene.look.marks))


def pool(scene: Scene, reports: pd.DataFrame, timeline: Any) -> Pooled:
    """Return a timeline with the band of a scene beneath it, or without one and why. Takes the reports of the view."""
    if scene.axis.assumption is not None:
        return Pooled(timeline, (DERIVED,), pd.DataFrame())
    like = Like(scene.axis.axis.base_unit, scene.topic.basis.value, scene.topic.scope or None)
    chosen = poolable(reports, like)
    told = _say_apart(chosen, reports["claim_id"].nunique() - chosen["claim_id"].nunique())
    names = names_of(chosen)
    try:
        claims = band_claims(chosen)
        found = fit(claims, growth=scene.topic.growth.value)
    except NoBand as refusal:
        return Pooled(timeline, (refusal.reason, *told), _named(refusal.left_out, names))
    except ClaimsdashError as error:
        return Pooled(timeline, (f"No band: {error}", *told), pd.DataFrame())
    band = found.band.assign(**{end: found.band[end] / holds(scene) for end in _END_COLUMNS})
    has_level = bool(band["p50"].notna().any())
    spread = say_spread(spread_factor(residuals(claims, found)))
    said = (*((MODEL,) if has_level else ()), *say_fit(found, names), *spread, *told)
    return Pooled(with_band(timeline, band, thin=found.thin), said, _named(found.left_out, names), found)


def names_of(reports: pd.DataFrame) -> dict[str, str]:
    """Return what reports and claims are called by their ids: claimant and date, of relays the outlet too."""
    names: dict[str, str] = {}
    for row in reports.to_dict("records"):
        day = next((row[name] for name in ("as_of", "reported_on") if is_known(row[name])), None)
        said = f"{row['claimant_name']}, {say_day(day)}" if day else str(row["claimant_name"])
        names.setdefault(str(row["claim_id"]), said)
        names[str(row["report_id"])] = f"{said} ({row['outlet_name']})" if is_known(row["outlet_name"]) else said
    return names


def _named(left_out: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Add the name of each report that was left out, and write those of origins into the reasons."""

    def in_words(reason: str) -> str:
        return _ORIGIN.sub(lambda found: f"relay of {names.get(found[1], found[1])}, which", reason)

    called = [names.get(str(key), str(key)) for key in left_out["id"]]
    return left_out.assign(name=called, reason=list(map(in_words, left_out["reason"])))


def _say_apart(chosen: pd.DataFrame, apart: int) -> tuple[str, ...]:
    """Say how many claims are of another thing, and what the pooled ones count."""
    if not apart or chosen.empty:
        return ()
    scope = chosen["scope"].iat[0]
    counts = f" counts “{scope}”" if is_known(scope) else " names no scope"
    return (f"{count(apart, 'claim')} left aside: only what{counts} in one unit and kind of amount is pooled.",)
