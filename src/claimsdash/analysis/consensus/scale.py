"""The scale that the model works on: the logarithm of amounts, the logit of shares."""

import numpy as np

from claimsdash.analysis.consensus.intervals import Form, Interval, next_number
from claimsdash.analysis.consensus.student import FloatArray

SHARE_EDGE = 1e-5
"""Shares are kept this far from 0 and 1, where the logit ends."""
LEAST_WIDTH = 0.01
"""Least width of an interval, and of the granularity of a bound, on the scale."""
FROM_ZERO = 20.0
"""How far below its high end an interval from zero is taken to reach, in the log."""


def scaled(values: FloatArray, *, share: bool) -> FloatArray:
    """Return the logarithm, of shares the logit; zero becomes minus infinity, of shares the edge."""
    with np.errstate(divide="ignore"):
        if not share:
            return np.asarray(np.log(values))
        inside = np.clip(values, SHARE_EDGE, 1.0 - SHARE_EDGE)
        return np.asarray(np.log(inside) - np.log1p(-inside))


def unscaled(values: FloatArray, *, share: bool) -> FloatArray:
    """Return the values that `scaled` was made from."""
    return np.asarray(1.0 / (1.0 + np.exp(-values)) if share else np.exp(values))


def scaled_ends(intervals: list[Interval], *, share: bool) -> tuple[FloatArray, FloatArray]:
    """Return both ends on the scale: infinite only where a bound is open, and never too close to one another."""
    low = scaled(np.array([interval.low for interval in intervals]), share=share)
    high = scaled(np.array([interval.high for interval in intervals]), share=share)
    floor = np.array([interval.form is Form.FLOOR for interval in intervals], dtype=bool)
    ceiling = np.array([interval.form is Form.CEILING for interval in intervals], dtype=bool)
    closed = ~floor & ~ceiling
    low = np.where(closed, np.maximum(low, high - FROM_ZERO), low)
    lack = np.where(closed, np.maximum(LEAST_WIDTH - (high - low), 0.0), 0.0) / 2.0
    return np.where(ceiling, -np.inf, low - lack), np.where(floor, np.inf, high + lack)


def granularity(interval: Interval, *, share: bool) -> float:
    """Return how far the next number as round as a bound is, on the scale.

    >>> round(granularity(Interval(Form.FLOOR, 3_000_000, np.inf), share=False), 3)
    0.288
    """
    upward = interval.form is Form.FLOOR
    bound = interval.low if upward else interval.high
    here, there = scaled(np.array([bound, next_number(bound, upward=upward)]), share=share)
    return max(float(abs(there - here)), LEAST_WIDTH)
