"""From a table of claims to what they say together."""

import pandas as pd

from claimsdash.analysis.consensus.model import Growth
from claimsdash.analysis.consensus.origins import Claim, collapse
from claimsdash.analysis.consensus.pooling import Pooled, pool
from claimsdash.analysis.consensus.reading import read_reports
from claimsdash.analysis.consensus.result import HOUSE_COLUMNS, NEXT_COLUMNS, Counts, Fit, NoBand, Shape
from claimsdash.analysis.consensus.rules import count, refusal, shape
from claimsdash.analysis.consensus.running import running_bounds
from claimsdash.domain.errors import ClaimsdashError

ONLY_BOUNDS = (
    "No band: every claim is a bound, and since the figure may go up and down, a bound holds for its own date alone. "
    "The claims themselves can be read."
)
CONTRADICTION = (
    "No band: every claim is a bound, and a floor lies above a ceiling, so they cannot all be right. "
    "The claims themselves can be read."
)


def fit(claims: pd.DataFrame, *, growth: str, strict: bool = False) -> Fit:
    """Return the pooled band, the house effects and everything that must be said beside them.

    Takes id, claimant, as_of (ISO day, month, year, or `start/end`), kind (the qualifiers) and, where known,
    reported_on, low, best, high, relay_of (id of the claim that a row repeats); all of one topic, basis, modality, unit
    and scope. Shares lie between 0 and 1. `growth` is cumulative, level or share; `strict` reads a bound as nothing but
    a limit, which leans upwards where most bounds are floors. Raises NoBand with its reason, ClaimsdashError for a
    wrong table.
    """
    if growth not in set(Growth):
        raise ClaimsdashError(f"{growth!r} is no way to grow: give {', '.join(Growth)}.")
    kind = Growth(growth)
    found = collapse(read_reports(claims, share=kind is Growth.SHARE))
    counts = count(found.claims)
    left_out = pd.DataFrame(found.left_out, columns=["id", "reason"]).sort_values(["id", "reason"], ignore_index=True)
    drawn = shape(counts)
    if drawn is None:
        raise NoBand(refusal(counts), counts, left_out)
    if drawn in (Shape.BAND, Shape.THIN_BAND):
        pooled = pool(found.claims, growth=kind, strict=strict)
    else:
        pooled = _bounds_alone(found.claims, kind, counts, left_out)
    tables = (pooled.band, pooled.house, pooled.next_source)
    return Fit(drawn, kind, strict, *tables, counts, left_out, found.notes())


def pooled_band(claims: pd.DataFrame, *, growth: str, strict: bool = False) -> pd.DataFrame:
    """Return the band of `fit` alone: date, p2.5, p10, p50, p90, p97.5, one row a day, NaN where it is open.

    `attrs` of the table holds its shape and the numbers of claims, sources and reports. Raises as `fit` does.
    """
    found = fit(claims, growth=growth, strict=strict)
    counts = found.counts
    found.band.attrs = {
        "shape": str(found.shape),
        "claims": counts.claims,
        "sources": counts.sources,
        "reports": counts.reports,
    }
    return found.band


def _bounds_alone(claims: list[Claim], growth: Growth, counts: Counts, left_out: pd.DataFrame) -> Pooled:
    """Return the running floor or ceiling, which only a running total has."""
    if growth is not Growth.CUMULATIVE:
        raise NoBand(ONLY_BOUNDS, counts, left_out)
    band = running_bounds(claims)
    if (band["p2.5"] > band["p97.5"]).any():
        raise NoBand(CONTRADICTION, counts, left_out)
    house = pd.DataFrame(columns=["claimant", "n", *HOUSE_COLUMNS])
    return Pooled(band, house, pd.DataFrame(columns=["date", *NEXT_COLUMNS]))
