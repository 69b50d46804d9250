"""How likely each claim is, given where the level stands: intervals, and bounds of unknown slack.

A closed interval has the probability that the t4 error puts the claimant's figure inside it. A bound is *not* the bare
probability of everything beyond it: "more than 3 million" is chosen a little below the figure meant, whatever that is,
so a bare survival term would pull the level up. The distance between bound and figure, the slack, is averaged over.
"""

from dataclasses import dataclass

import numpy as np

from claimsdash.analysis.consensus.student import FloatArray, IntArray, below, density, density_slope

STALE = 3.5
"""Slack of a floor long out of date, in the log."""
STALE_SHARE = 0.1
"""Weight of such floors."""
BEYOND_ALL = 1e6
"""Slack that stands for no limit at all, when bounds are read strictly."""
READINGS = ((0.9, 0.4), (0.5, 0.6), (0.1, 1.0))
"""Readings of a topic's bounds, equally likely at first: the share of bounds that are one unit of their last digit
below the figure (granularity: Cummins, Sauerland & Solt 2012), and the mean slack of the others in the log."""
GAMMA_QUANTILES = np.array([0.60938107, 1.3051489, 2.11803095, 3.60702354])
"""Quantiles of Gamma(2) at 1/8, 3/8, 5/8, 7/8: uniform slacks of these widths make up an exponential one of mean 1."""


@dataclass(frozen=True)
class Terms:
    """The likelihoods of some claims as sums of `weights * F((ends - level) / scale)`, F the t4 distribution function.

    `rows` are the places of the claims, `ends` and `weights` have the axes reading, claim, term; the weights of a
    claim sum to zero.
    """

    rows: slice
    ends: FloatArray
    weights: FloatArray

    def under(self, reading: IntArray) -> tuple[FloatArray, FloatArray]:
        """Return ends and weights, one row for each wanted reading; one row for all where they do not differ."""
        if len(self.ends) == 1:
            return self.ends, self.weights
        return self.ends[reading], self.weights[reading]


def closed_terms(rows: slice, low: FloatArray, high: FloatArray) -> Terms:
    """Return the terms of claims that lie between `low` and `high` on the scale of the model."""
    ends = np.stack([high, low], axis=-1)[None]
    return Terms(rows, ends, np.broadcast_to(np.array([1.0, -1.0]), ends.shape))


def bound_terms(rows: slice, bound: FloatArray, unit: FloatArray, upward: FloatArray, *, strict: bool) -> Terms:
    """Return the terms of bounds; `unit` is their granularity on the scale of the model, `upward` 1 of floors, else -1.

    Read strictly, a bound says only that the figure is beyond it: this leans upwards where most bounds are floors.
    """
    readings = ((0.0, 0.0),) if strict else READINGS
    slacks, weights = zip(*(_slacks(unit, *reading, strict=strict) for reading in readings), strict=True)
    slack, weight = np.array(slacks), np.array(weights)
    over = upward[:, None] * weight / (1.0 if strict else slack)
    far = bound[:, None] + upward[:, None] * slack
    near = np.broadcast_to(bound[:, None], (*far.shape[:2], 1))
    return Terms(
        rows, np.concatenate([far, near], axis=-1), np.concatenate([over, -over.sum(-1, keepdims=True)], axis=-1)
    )


def _slacks(unit: FloatArray, on_grid: float, mean: float, *, strict: bool) -> tuple[FloatArray, FloatArray]:
    """Return the widths and the weights of the uniform slacks of each bound."""
    if strict:
        return np.full((len(unit), 1), BEYOND_ALL), np.ones((len(unit), 1))
    widths = np.array([STALE, *(mean * GAMMA_QUANTILES)])
    slack = np.column_stack([unit, np.broadcast_to(widths, (len(unit), 5))])
    rest = 1.0 - STALE_SHARE
    weight = np.array([rest * on_grid, STALE_SHARE, *[rest * (1.0 - on_grid) / 4.0] * 4])
    return slack, np.broadcast_to(weight, slack.shape)


def log_likelihood(terms: Terms, reading: IntArray, level: FloatArray, scale: FloatArray) -> FloatArray:
    """Return the log-likelihood of each claim; `level` and `scale` have the axes fit, claim."""
    ends, weights = terms.under(reading)
    z = (ends - level[..., None]) / scale[..., None]
    return np.log(_chance(z, weights))


def with_derivatives(
    terms: Terms, reading: IntArray, level: FloatArray, scale: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return log-likelihood, its derivative by the level, and its negative curvature (in t tails below zero)."""
    ends, weights = terms.under(reading)
    z = (ends - level[..., None]) / scale[..., None]
    chance = _chance(z, weights)
    slope = -_total(weights, density(z)) / scale / chance
    bend = slope * slope - _total(weights, density_slope(z)) / (scale * scale) / chance
    return np.log(chance), slope, bend


def _chance(z: FloatArray, weights: FloatArray) -> FloatArray:
    """Sum the terms in the tail that keeps precision."""
    side = np.where(z[..., :1] + z[..., -1:] > 0.0, -1.0, 1.0)
    return np.maximum(side[..., 0] * _total(weights, below(side * z)), 1e-290)


def _total(weights: FloatArray, values: FloatArray) -> FloatArray:
    return np.asarray(np.einsum("...k,...k->...", weights, values))
