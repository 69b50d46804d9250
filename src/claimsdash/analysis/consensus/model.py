"""The model of pooled claims: a level that wanders, a lean of each source, and heavy-tailed errors.

Each claimant's own figure, on the log (for shares the logit) scale, is `level(date) + lean(claimant) + error`: the poll
pooling of Jackman (2005) with Student errors and interval-censored data. The level is linear between knots, a random
walk around a trend.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from claimsdash.analysis.consensus import student
from claimsdash.analysis.consensus.likelihood import Terms, log_likelihood, with_derivatives
from claimsdash.analysis.consensus.student import FloatArray, IntArray

if TYPE_CHECKING:
    from scipy import sparse


class Growth(StrEnum):
    """How the counted thing can move: a running total only grows, a level goes both ways, a share is of one whole."""

    CUMULATIVE = "cumulative"
    LEVEL = "level"
    SHARE = "share"


SIGMA_LEAST = 0.02
"""Least scale of the claim error: rounded claims that all fit would let it go to zero."""
PRIOR_SPREADS = np.array([0.25, 0.5, 0.7])
"""Scales of the half-normal priors of claim error, lean of sources and wandering of the level (Friede et al. 2017)."""
FIRST_LEVEL_SPREAD = 5.0
"""Prior deviation of the level at the first knot from the median claim."""
TREND_SPREADS = {Growth.CUMULATIVE: 2.0, Growth.LEVEL: 0.5, Growth.SHARE: 0.5}
"""Prior deviation of the trend over the whole span, in the log."""


@dataclass(frozen=True)
class Model:
    """What is known before fitting. Claims are sorted by source; time runs from 0 to 1 over the claims.

    The level at claim i is `(1 - part[i]) * knot[at[i]] + part[i] * knot[at[i] + 1]`, relative to `centre`.
    """

    terms: tuple[Terms, ...]
    source: IntArray
    sources: int
    at: IntArray
    part: FloatArray
    knots: int
    window: FloatArray
    rise: float
    centre: float
    trend_spread: float
    readings: int

    @property
    def gap(self) -> float:
        """Time between two knots."""
        return 1.0 / max(self.knots - 1, 1)

    @property
    def unknowns(self) -> int:
        """Number of unknowns beside the three scales: knots, trend, leans."""
        return self.knots + 1 + self.sources


@dataclass(frozen=True)
class Scales:
    """Points in the space of the three scales (log), and the reading of the bounds, one row a fit."""

    log_scales: FloatArray
    reading: IntArray

    @property
    def sigma(self) -> FloatArray:
        """Scale of the claim error, never below its least."""
        return np.hypot(np.exp(self.log_scales[:, 0]), SIGMA_LEAST)

    @property
    def tau(self) -> FloatArray:
        """Scale of the lean of sources."""
        return np.exp(self.log_scales[:, 1])

    @property
    def omega(self) -> FloatArray:
        """Wandering of the level over the whole span."""
        return np.exp(self.log_scales[:, 2])

    def take(self, rows: IntArray) -> "Scales":
        """Return the points of these rows."""
        return Scales(self.log_scales[rows], self.reading[rows])


@dataclass(frozen=True)
class State:
    """Values of the unknowns, one row a fit: `line` holds the knots and the trend, `lean` one column a source."""

    line: FloatArray
    lean: FloatArray


def log_joint(model: Model, scales: Scales, state: State) -> FloatArray:
    """Return the logarithm of prior times likelihood of each row."""
    level, scale = claim_levels(model, state), claim_scales(model, scales)
    total = log_prior(model, scales, state)
    for terms in model.terms:
        rows = terms.rows
        total = total + log_likelihood(terms, scales.reading, level[:, rows], scale[:, rows]).sum(1)
    return total


def claim_levels(model: Model, state: State) -> FloatArray:
    """Return what each claim should say: the level on its date, with the lean of its source."""
    upper = np.minimum(model.at + 1, model.knots - 1)
    level = state.line[:, model.at] * (1.0 - model.part) + state.line[:, upper] * model.part
    return level + state.lean[:, model.source]


def claim_scales(model: Model, scales: Scales) -> FloatArray:
    """Return the error scale of each claim: wider where its as-of window is wide."""
    moved = scales.omega[:, None] ** 2 * model.window / 4.0 + (model.rise * model.window) ** 2 / 12.0
    return np.sqrt(scales.sigma[:, None] ** 2 + moved)


def log_prior(model: Model, scales: Scales, state: State) -> FloatArray:
    """Return the log prior density of the unknowns and of the scales (in their logarithms), up to a constant."""
    tau, omega = scales.tau, scales.omega
    steps = np.diff(state.line[:, :-1], axis=1) - state.line[:, -1:] * model.gap
    walk = -0.5 * (steps**2).sum(1) / (omega**2 * model.gap) - steps.shape[1] * scales.log_scales[:, 2]
    start = -0.5 * (state.line[:, 0] / FIRST_LEVEL_SPREAD) ** 2 - 0.5 * (state.line[:, -1] / model.trend_spread) ** 2
    lean = student.log_density(state.lean / tau[:, None]).sum(1) - model.sources * scales.log_scales[:, 1]
    width = (scales.log_scales - 0.5 * np.exp(2.0 * scales.log_scales) / PRIOR_SPREADS**2).sum(1)
    return np.asarray(walk + start + lean + width)


def walk_precision(model: Model, scales: Scales) -> FloatArray:
    """Return the prior precision of knots and trend, one matrix a row."""
    steps = np.zeros((model.knots - 1, model.knots + 1))
    places = np.arange(model.knots - 1)
    steps[places, places], steps[places, places + 1], steps[:, -1] = -1.0, 1.0, -model.gap
    ends = np.zeros(model.knots + 1)
    ends[0], ends[-1] = FIRST_LEVEL_SPREAD**-2, model.trend_spread**-2
    return (steps.T @ steps / model.gap) / scales.omega[:, None, None] ** 2 + np.diag(ends)


@dataclass(frozen=True)
class Gathering:
    """Sparse sums over claims: what their slopes and bends add to knots, to neighbouring knots and to sources."""

    knots: "sparse.csr_array"
    neighbours: "sparse.csr_array"
    crossed: "sparse.csr_array"
    squares: "sparse.csr_array"
    sources: "sparse.csr_array"


def gathering(model: Model) -> Gathering:
    """Return the sums of a model, each with one row for what is summed to and one column a claim."""
    from scipy import sparse

    claims = np.arange(len(model.at))
    upper = np.minimum(model.at + 1, model.knots - 1)
    low, high = 1.0 - model.part, model.part
    both, ends = np.tile(claims, 2), np.concatenate([model.at, upper])
    parts = np.concatenate([low, high])
    crossed = ends * model.sources + np.tile(model.source, 2)
    count = len(claims)

    def sums(values: FloatArray, rows: IntArray, columns: IntArray, height: int) -> sparse.csr_array:
        return sparse.csr_array((values, (rows, columns)), shape=(height, count))

    return Gathering(
        sums(parts, ends, both, model.knots),
        sums(low * high, model.at, claims, model.knots),
        sums(parts, crossed, both, model.knots * model.sources),
        sums(parts**2, ends, both, model.knots),
        sums(np.ones(count), model.source, claims, model.sources),
    )


def derivatives(model: Model, scales: Scales, state: State) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return log joint of each row, and slope and bend of the log-likelihood by claim, the bend never below zero."""
    level, scale = claim_levels(model, state), claim_scales(model, scales)
    total = log_prior(model, scales, state)
    slope, bend = np.empty_like(level), np.empty_like(level)
    for terms in model.terms:
        rows = terms.rows
        value, slope[:, rows], bend[:, rows] = with_derivatives(terms, scales.reading, level[:, rows], scale[:, rows])
        total = total + value.sum(1)
    return total, slope, np.maximum(bend, 0.0)


def summed(sums: "sparse.csr_array", by_claim: FloatArray) -> FloatArray:
    """Return the sums of each row of values by claim."""
    return np.ascontiguousarray((sums @ by_claim.T).T)
