"""From claims to the model that is fitted."""

from dataclasses import dataclass

import numpy as np

from claimsdash.analysis.consensus.intervals import Form
from claimsdash.analysis.consensus.likelihood import READINGS, Terms, bound_terms, closed_terms
from claimsdash.analysis.consensus.model import TREND_SPREADS, Growth, Model
from claimsdash.analysis.consensus.origins import Claim
from claimsdash.analysis.consensus.scale import granularity, scaled_ends
from claimsdash.analysis.consensus.student import FloatArray

FEWEST_KNOTS, MOST_KNOTS = 12, 40
LONGEST_WINDOW = 2.0
"""As-of windows count as no wider than this many times the span of the claims."""


@dataclass(frozen=True)
class Clock:
    """Time from 0 to 1 at the middle of each as-of window, the width of the windows on that scale, and the knots."""

    time: FloatArray
    window: FloatArray
    knots: int


def in_order(claims: list[Claim]) -> list[Claim]:
    """Sort claims as the model takes them: closed ones first, and the same whatever the order of rows."""
    return sorted(claims, key=lambda claim: (not claim.is_closed, claim.claimant, claim.order))


def lay_out(claims: list[Claim], *, growth: Growth, strict: bool) -> Model:
    """Return the model of claims that are `in_order`."""
    share = growth is Growth.SHARE
    low, high = scaled_ends([claim.interval for claim in claims], share=share)
    closed = sum(claim.is_closed for claim in claims)
    middle = np.where(np.isinf(low), high, np.where(np.isinf(high), low, (low + high) / 2.0))
    centre = float(np.median(middle[:closed]))
    clock = read_clock(claims)
    names = sorted({claim.claimant for claim in claims})
    at = np.minimum((clock.time * (clock.knots - 1)).astype(int), max(clock.knots - 2, 0))
    bounds = () if closed == len(claims) else (_bounds(claims, closed, middle - centre, growth=growth, strict=strict),)
    return Model(
        terms=(closed_terms(slice(0, closed), low[:closed] - centre, high[:closed] - centre), *bounds),
        source=np.array([names.index(claim.claimant) for claim in claims]),
        sources=len(names),
        at=at,
        part=clock.time * (clock.knots - 1) - at,
        knots=clock.knots,
        window=clock.window,
        rise=_rise(clock.time, middle),
        centre=centre,
        trend_spread=TREND_SPREADS[growth],
        readings=len(READINGS) if bounds and not strict else 1,
    )


def read_clock(claims: list[Claim]) -> Clock:
    """Return the clock of the claims; where all are of one date, it has one knot."""
    start = np.array([claim.start for claim in claims], dtype=float)
    end = np.array([claim.end for claim in claims], dtype=float)
    middle = (start + end) / 2.0
    span = float(np.ptp(middle))
    if span == 0.0:
        return Clock(np.zeros(len(claims)), np.zeros(len(claims)), 1)
    wanted = min(max(10 + len(claims) // 4, FEWEST_KNOTS), MOST_KNOTS)
    window = np.minimum((end - start) / span, LONGEST_WINDOW)
    return Clock((middle - middle.min()) / span, window, max(min(wanted, int(span) + 1), 2))


def _rise(time: FloatArray, middle: FloatArray) -> float:
    """Return a rough growth over the whole span: between the medians of the first and the last third of the claims."""
    order = np.lexsort((middle, time))
    third = max(len(order) // 3, 1)
    first, last = order[:third], order[-third:]
    apart = float(np.median(time[last]) - np.median(time[first]))
    return float(np.median(middle[last]) - np.median(middle[first])) / apart if apart > 0.0 else 0.0


def _bounds(claims: list[Claim], closed: int, bound: FloatArray, *, growth: Growth, strict: bool) -> Terms:
    rest = slice(closed, len(claims))
    upward = np.array([1.0 if claim.interval.form is Form.FLOOR else -1.0 for claim in claims[rest]])
    unit = np.array([granularity(claim.interval, share=growth is Growth.SHARE) for claim in claims[rest]])
    return bound_terms(rest, bound[rest], unit, upward, strict=strict)
