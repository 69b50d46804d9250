"""Intervals with open ends: arithmetic that is never narrower than what was said."""

import math
from collections.abc import Callable
from operator import add, mul, sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsdash.domain.bounds import Bounds, BoundsError

ENDS = st.none() | st.sampled_from([0.0, -0.0]) | st.integers(-1000, 1000).map(float) | st.floats(-1e6, 1e6)
WIDE_OPEN = 5e6
"""How far beyond an open end the brute force looks."""
NEAR_ZERO = 1e-6
"""How near to zero it looks for a divisor."""


def _in_order(ends: tuple[float | None, float | None]) -> Bounds:
    low, high = ends
    return Bounds(low, high) if low is None or high is None or low <= high else Bounds(high, low)


BOUNDS = st.tuples(ENDS, ENDS).map(_in_order)


def numbers_of(bounds: Bounds) -> list[float]:
    """Return ends, middle, zero and what is next to it in the interval, and far numbers on the sides that are open."""
    low = bounds.low if bounds.low is not None else min(-WIDE_OPEN, (bounds.high or 0) - WIDE_OPEN)
    high = bounds.high if bounds.high is not None else max(WIDE_OPEN, (bounds.low or 0) + WIDE_OPEN)
    return [low, (low + high) / 2, high, *(near for near in (-NEAR_ZERO, 0.0, NEAR_ZERO) if low <= near <= high)]


def holds(bounds: Bounds, value: float) -> bool:
    slack = 1e-12 * abs(value)
    above = bounds.low is None or bounds.low <= value + slack
    return above and (bounds.high is None or value - slack <= bounds.high)


@pytest.mark.parametrize("operation", [add, sub, mul])
@given(BOUNDS, BOUNDS)
def test_a_result_holds_every_result_of_its_numbers(
    operation: Callable[[float, float], float], left: Bounds, right: Bounds
) -> None:
    result: Bounds = operation(left, right)  # type: ignore[arg-type,assignment]  # the same operators on both
    assert all(holds(result, operation(a, b)) for a in numbers_of(left) for b in numbers_of(right))


@given(BOUNDS, BOUNDS.filter(lambda bounds: not bounds.low == 0 == bounds.high))
def test_a_quotient_holds_every_quotient_of_its_numbers(left: Bounds, right: Bounds) -> None:
    result = left / right
    divisors = [b for b in numbers_of(right) if b != 0]
    assert all(holds(result, a / b) for a in numbers_of(left) for b in divisors)


@given(BOUNDS.filter(lambda b: None not in (b.low, b.high)), BOUNDS.filter(lambda b: None not in (b.low, b.high)))
def test_between_stated_ends_the_corners_are_the_result(left: Bounds, right: Bounds) -> None:
    corners = [a * b for a in (left.low, left.high) for b in (right.low, right.high) if a is not None and b is not None]
    assert left * right == Bounds(min(corners), max(corners))


@given(BOUNDS, BOUNDS)
def test_overlap_hull_and_disjoint_agree(left: Bounds, right: Bounds) -> None:
    shared = left.overlap(right)
    assert left.is_disjoint(right) == right.is_disjoint(left) == (shared is None)
    assert left.hull(right).overlap(left) == left
    assert shared is None or left.hull(shared) == left


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Bounds(3, None) * Bounds(400, 450), Bounds(1200, None)),
        (Bounds(None, 3) * Bounds(400, 450), Bounds(None, 1350)),
        (Bounds(0, 3) * Bounds(400, 450), Bounds(0, 1350)),
        (Bounds(1, None) * Bounds(0, 0), Bounds(0, 0)),
        (Bounds(-2, 3) * Bounds(-5, 4), Bounds(-15, 12)),
        (Bounds(1, None) / Bounds(1, None), Bounds(0, None)),
        (Bounds(1, 2) / Bounds(-1, 1), Bounds(None, None)),
        (Bounds(0, 0) / Bounds(-1, 1), Bounds(0, 0)),
        (Bounds(1, 2) / Bounds(-4, 0), Bounds(None, -0.25)),
        (Bounds(0, 5) / Bounds(0, 2), Bounds(0, None)),
        (Bounds(1e308, 1e308).scale(100), Bounds(None, None)),
        (Bounds(1, 2).scale(-3), Bounds(-6, -3)),
    ],
)
def test_cases_at_the_edges(result: Bounds, expected: Bounds) -> None:
    assert result == expected


def test_the_briefing_of_february_2024() -> None:
    """The worked examples of the method: containers about 6,700, shells more than three million."""
    containers = Bounds(6566, 6834)
    assert (Bounds(3_000_000, None) / containers).low == pytest.approx(439, abs=0.5)
    assert (Bounds(500_000, None) / containers).low == pytest.approx(73, abs=0.5)
    product = containers * Bounds(400, 450)
    assert product.conflict_factor(Bounds(3_000_000, None)) is None
    assert product.conflict_factor(Bounds(3_500_000, None)) == pytest.approx(1.14, abs=0.005)
    assert containers.conflict_factor(Bounds(10_000, None)) == pytest.approx(1.46, abs=0.005)


@pytest.mark.parametrize("low", [1e-9, 1.0, 3e12])
def test_touching_intervals_are_consistent(low: float) -> None:
    assert not Bounds(0, low).is_disjoint(Bounds(low * (1 + 1e-10), None))
    assert Bounds(0, low).is_disjoint(Bounds(low * (1 + 1e-8), None))


def test_no_factor_bridges_zero_and_something() -> None:
    assert Bounds(0, 0).conflict_factor(Bounds(100, None)) == math.inf


@pytest.mark.parametrize(("low", "high"), [(2, 1), (math.nan, 1), (0, math.inf)])
def test_what_is_no_interval_is_refused(low: float, high: float) -> None:
    with pytest.raises(BoundsError):
        Bounds(low, high)


def test_division_by_exactly_zero_is_refused() -> None:
    with pytest.raises(BoundsError, match="zero"):
        Bounds(1, 2) / Bounds(0, 0)


def test_missing_cells_are_open_ends() -> None:
    assert Bounds.stated(math.nan, 3) == Bounds(None, 3)
