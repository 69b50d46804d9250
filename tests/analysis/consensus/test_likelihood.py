"""The likelihood of intervals and bounds, against scipy and against differences."""

import numpy as np
import pytest
from scipy.stats import t as student_t

from claimsdash.analysis.consensus.likelihood import (
    GAMMA_QUANTILES,
    Terms,
    bound_terms,
    closed_terms,
    log_likelihood,
    with_derivatives,
)

LEVEL = np.array([[-30.0], [-1.0], [0.0], [0.4], [2.0], [30.0]])
SCALE = np.full_like(LEVEL, 0.3)
FIRST = np.zeros(len(LEVEL), dtype=int)
ONE = slice(0, 1)


def a_bound(*, up: bool, strict: bool = False) -> Terms:
    return bound_terms(ONE, np.array([0.1]), np.array([0.2]), np.array([1.0 if up else -1.0]), strict=strict)


def test_an_interval_has_the_probability_of_its_inside() -> None:
    terms = closed_terms(ONE, np.array([0.1]), np.array([0.3]))
    inside = student_t.cdf((0.3 - LEVEL) / 0.3, 4) - student_t.cdf((0.1 - LEVEL) / 0.3, 4)
    assert log_likelihood(terms, FIRST, LEVEL, SCALE) == pytest.approx(np.log(inside), abs=1e-6)


def test_a_bound_averages_over_its_slack() -> None:
    widths = np.array([3.5, 0.2, *(0.4 * GAMMA_QUANTILES)])
    weights = np.array([0.1, 0.81, *[0.9 * 0.1 / 4] * 4])
    means = [
        (student_t.cdf((0.1 + c - LEVEL) / 0.3, 4) - student_t.cdf((0.1 - LEVEL) / 0.3, 4)) / c * w
        for c, w in zip(widths, weights, strict=True)
    ]
    assert log_likelihood(a_bound(up=True), FIRST, LEVEL, SCALE) == pytest.approx(np.log(sum(means)), abs=1e-6)


def test_a_ceiling_mirrors_a_floor() -> None:
    mirrored = bound_terms(ONE, np.array([-0.1]), np.array([0.2]), np.array([-1.0]), strict=False)
    floor = log_likelihood(a_bound(up=True), FIRST + 1, LEVEL, SCALE)
    assert log_likelihood(mirrored, FIRST + 1, -LEVEL, SCALE) == pytest.approx(floor)


def test_read_strictly_a_bound_is_a_survival_term() -> None:
    found = log_likelihood(a_bound(up=True, strict=True), FIRST, LEVEL, SCALE)
    assert found == pytest.approx(student_t.logsf((0.1 - LEVEL) / 0.3, 4), abs=1e-6)


@pytest.mark.parametrize(
    "terms", [closed_terms(ONE, np.array([0.1]), np.array([0.11])), a_bound(up=True), a_bound(up=False)]
)
def test_slope_and_bend_are_those_of_the_log_likelihood(terms: Terms) -> None:
    step = 1e-4
    value, slope, bend = with_derivatives(terms, FIRST, LEVEL, SCALE)
    above, below = (log_likelihood(terms, FIRST, LEVEL + way, SCALE) for way in (step, -step))
    assert slope == pytest.approx((above - below) / (2 * step), abs=1e-5)
    assert bend == pytest.approx(-(above - 2 * value + below) / step**2, abs=1e-3)
