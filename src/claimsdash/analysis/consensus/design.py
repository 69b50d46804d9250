"""Averaging over the three scales and the readings of the bounds: a coarse grid, then a central composite design.

The recipe of INLA (Rue, Martino & Chopin 2009, section 6.5), with the design moved until its weighted mean and spread
are those that it was laid out for.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from claimsdash.analysis.consensus.laplace import Peak, climb
from claimsdash.analysis.consensus.model import Gathering, Model, Scales, State, gathering
from claimsdash.analysis.consensus.student import FloatArray

STRETCH = 1.1
"""How far beyond the sphere of the standard normal the outer points lie, as in INLA."""
MOVES = 3
"""How often the design is moved before it is used."""
ROUGH = (1.0, 0.4, 0.15)
"""Claim errors of the first climbs."""
GRID = tuple(np.log(scales) for scales in ((0.05, 0.15, 0.4), (0.08, 0.25, 0.7), (0.1, 0.4, 1.2)))
"""Claim error, lean of sources, wandering: a factor of about three between points."""
GRID_SPREAD = np.diag(np.array([1.04, 1.08, 1.24]) ** 2 / 12.0)
"""Variance inside a cell of the grid."""
LEAST_SPREAD = 1e-3 * np.eye(3)


@dataclass(frozen=True)
class Mixture:
    """Fits at several scales: together a mixture of normals, with the weight of each."""

    scales: Scales
    peak: Peak
    weights: FloatArray

    def moments(self) -> tuple[FloatArray, FloatArray]:
        """Return the weighted mean and spread of the scales."""
        middle = self.weights @ self.scales.log_scales
        away = self.scales.log_scales - middle
        return middle, (self.weights[:, None] * away).T @ away


def mixture(model: Model) -> Mixture:
    """Return the fits at the points of the final design, for every reading of the bounds."""
    gathered = gathering(model)
    found = _on_grid(model, gathered)
    middle, spread = found.moments()
    found = _on_design(model, gathered, found, (middle, spread + GRID_SPREAD))
    for _ in range(MOVES):
        middle, spread = found.moments()
        found = _on_design(model, gathered, found, (middle, spread + LEAST_SPREAD))
    return found


def _on_grid(model: Model, gathered: Gathering) -> Mixture:
    """Climb from the median under wide errors to narrower ones, so that no far claim is lost; then fit the grid."""
    state = State(np.zeros((1, model.knots + 1)), np.zeros((1, model.sources)))
    usual = model.readings // 2
    for sigma in ROUGH:
        state = climb(model, gathered, _scales(np.log([[sigma, 0.25, 0.4]]), [usual]), state).state
    scales = _scales(np.array(list(product(*GRID))), [usual])
    count = len(scales.reading)
    start = State(np.repeat(state.line, count, axis=0), np.repeat(state.lean, count, axis=0))
    return _weighted(scales, climb(model, gathered, scales, start), np.ones(count))


def _on_design(model: Model, gathered: Gathering, before: Mixture, moments: tuple[FloatArray, FloatArray]) -> Mixture:
    middle, spread = moments
    points, importance = _composite()
    scales = _scales(middle + points @ np.linalg.cholesky(spread).T, list(range(model.readings)))
    near = ((scales.log_scales[:, None] - before.scales.log_scales[None]) ** 2).sum(-1)
    near += 0.01 * (scales.reading[:, None] != before.scales.reading[None])
    nearest = near.argmin(1)
    start = State(before.peak.line[nearest], before.peak.lean[nearest])
    return _weighted(scales, climb(model, gathered, scales, start), np.tile(importance, model.readings))


def _composite() -> tuple[FloatArray, FloatArray]:
    """Return the 15 points (centre, corners, axes) on the scale of a standard normal, and their importance."""
    corners = np.array(list(product((-1.0, 1.0), repeat=3)))
    axes = np.sqrt(3.0) * np.vstack([np.eye(3), -np.eye(3)])
    outer = STRETCH * np.vstack([corners, axes])
    inner_share = 1.0 - 1.0 / STRETCH**2
    lift = np.exp(1.5 * STRETCH**2)
    return np.vstack([np.zeros(3), outer]), np.array(
        [inner_share, *[(1.0 - inner_share) / len(outer) * lift] * len(outer)]
    )


def _weighted(scales: Scales, peak: Peak, importance: FloatArray) -> Mixture:
    evidence = peak.evidence()
    weights = importance * np.exp(evidence - evidence.max())
    return Mixture(scales, peak, weights / weights.sum())


def _scales(log_scales: FloatArray, readings: list[int]) -> Scales:
    """Return every point under every reading."""
    return Scales(np.tile(log_scales, (len(readings), 1)), np.repeat(readings, len(log_scales)))
