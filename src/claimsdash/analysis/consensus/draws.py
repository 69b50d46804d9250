"""Draws from the fitted mixture, weighted to mend its skewness, and the quantiles that bands are made of."""

from dataclasses import dataclass

import numpy as np

from claimsdash.analysis.consensus.design import Mixture
from claimsdash.analysis.consensus.laplace import Peak
from claimsdash.analysis.consensus.model import Model, Scales, State, log_joint
from claimsdash.analysis.consensus.student import FloatArray, IntArray

SEED = 20240226
"""Fixed, so that the same claims give the same numbers."""
DRAWS = 2000
DRAWS_OF_MANY = 800
MANY_CLAIMS = 500
PORTION = 8_000
"""Draws times claims handled at once."""
LARGEST_WEIGHT = 0.02
"""No single draw may carry more than this share of the importance weights."""


@dataclass(frozen=True)
class Draws:
    """Draws of the unknowns, one row each, with their weights (summing to 1) and the fit that each came from."""

    state: State
    weights: FloatArray
    fit: IntArray


def draw(model: Model, found: Mixture) -> Draws:
    """Return fixed-seed draws from the mixture of normals at the peaks.

    Half of each weight is that of the mixture, half corrects it by the exact posterior: the correction alone
    under-covers with few claims, the mixture alone is off by a point or two.
    """
    count = DRAWS if len(model.source) <= MANY_CLAIMS else DRAWS_OF_MANY
    fit = _shares(found.weights, count)
    noise = _noise(count, model.unknowns)
    state, spread = _scatter(model, found.peak, fit, noise)
    exact = _exact(model, found.scales.take(fit), state) - found.peak.height[fit] + 0.5 * spread
    return Draws(state, 0.5 / count + 0.5 * _tamed(np.exp(exact - exact.max())), fit)


def _exact(model: Model, scales: Scales, state: State) -> FloatArray:
    """Return the log posterior of each draw, in portions that stay in the processor's cache."""
    portion = max(PORTION // len(model.source), 1)
    starts = range(0, len(state.line), portion)
    rows = (np.arange(start, min(start + portion, len(state.line))) for start in starts)
    return np.concatenate([log_joint(model, scales.take(r), State(state.line[r], state.lean[r])) for r in rows])


def _noise(count: int, width: int) -> FloatArray:
    """Return standard normal noise whose second half mirrors the first."""
    half = np.random.default_rng(SEED).standard_normal((count // 2, width))
    return np.stack([half, -half], axis=1).reshape(count, width)


def _shares(weights: FloatArray, count: int) -> IntArray:
    """Return which fit each draw comes from, mirrored pairs together, in proportion to the weights."""
    pairs = np.searchsorted(np.cumsum(weights) * (1.0 - 1e-12), (np.arange(count // 2) + 0.5) / (count // 2))
    return np.repeat(np.minimum(pairs, len(weights) - 1), 2)


def _scatter(model: Model, peak: Peak, fit: IntArray, noise: FloatArray) -> tuple[State, FloatArray]:
    """Return the draws and the squared length of the noise of each."""
    line = np.empty((len(fit), model.knots + 1))
    lean = np.empty((len(fit), model.sources))
    roots = np.linalg.cholesky(peak.line_bend)
    for one in np.unique(fit):
        rows = fit == one
        away = np.linalg.solve(roots[one].T, noise[rows, : model.knots + 1].T).T
        bend = peak.lean_bend[one]
        line[rows] = peak.line[one] + away
        adapted = away[:, :-1] @ (peak.cross[one] / bend)
        lean[rows] = peak.lean[one] - adapted + noise[rows, model.knots + 1 :] / np.sqrt(bend)
    return State(line, lean), (noise**2).sum(1)


def _tamed(weights: FloatArray) -> FloatArray:
    weights = weights / weights.sum()
    weights = np.minimum(weights, LARGEST_WEIGHT)
    return np.asarray(weights / weights.sum())


def never_falling(paths: FloatArray) -> FloatArray:
    """Return each path (row) made non-decreasing: the mean of running maximum and reversed running minimum.

    The monotone projection of Lin & Dunson (2014), for the largest norm.

    >>> never_falling(np.array([[1.0, 3.0, 2.0]]))
    array([[1. , 2.5, 2.5]])
    """
    upper = np.maximum.accumulate(paths, axis=1)
    lower = np.minimum.accumulate(paths[:, ::-1], axis=1)[:, ::-1]
    return np.asarray((upper + lower) / 2.0)


def weighted_quantiles(values: FloatArray, weights: FloatArray, shares: tuple[float, ...]) -> FloatArray:
    """Return the quantiles of each column of `values`, one row a share.

    >>> weighted_quantiles(np.array([[1.0], [2.0], [3.0]]), np.array([0.25, 0.5, 0.25]), (0.5,))
    array([[2.]])
    """
    order = values.argsort(axis=0)
    ordered = np.take_along_axis(values, order, axis=0)
    carried = weights[order]
    middle = carried.cumsum(axis=0) - carried / 2.0
    columns = zip(middle.T, ordered.T, strict=True)
    return np.array([np.interp(shares, at, column) for at, column in columns]).reshape(-1, len(shares)).T


def said_by_another(paths: FloatArray, scales: Scales) -> FloatArray:
    """Return what one more source could say at each point of the paths: the level with a new lean and a new error.

    The prediction interval of meta-analysis (IntHout et al. 2014): never to be shown as the band.
    """
    random = np.random.default_rng(SEED + 1)
    lean, error = random.standard_t(4, size=(2, len(paths)))
    return np.asarray(paths + (scales.tau * lean + scales.sigma * error)[:, None])
