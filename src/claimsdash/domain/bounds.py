"""Closed intervals with open ends: what a hedged number commits to, and arithmetic that never makes it firmer."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from claimsdash.domain.errors import ClaimsdashError

RELATIVE_TOLERANCE = 1e-9
"""Ends nearer than this share of their size touch: touching intervals are consistent (docs/method.md, Units)."""


class BoundsError(ClaimsdashError):
    """Two numbers that are no interval, or a division by exactly zero."""


@dataclass(frozen=True)
class Bounds:
    """All numbers from `low` to `high`, ends included; None is an end that nobody stated.

    Every operation returns the smallest interval that holds all results for the numbers of its operands
    (Moore, Kearfott and Cloud 2009, Introduction to Interval Analysis, chapter 2), so a result is never narrower
    than what was said: a lower bound times a range stays a lower bound.

    >>> Bounds(3_000_000, None) / Bounds(6566, 6834)
    Bounds(low=438.98156277436345, high=None)
    """

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        """Raise BoundsError where the ends are out of order or no numbers."""
        ends = [end for end in (self.low, self.high) if end is not None]
        if not all(map(math.isfinite, ends)):
            raise BoundsError(
                f"{self.low} to {self.high} is no interval: an end is a number, or None where it is open."
            )
        if len(ends) == 2 and ends[0] > ends[1]:
            raise BoundsError(f"The low end {self.low} is above the high end {self.high}: exchange them.")

    @classmethod
    def stated(cls, low: float | None, high: float | None) -> "Bounds":
        """Return the interval of two cells of a table, in which NaN and infinity mean an open end.

        >>> Bounds.stated(3e6, float("nan"))
        Bounds(low=3000000.0, high=None)
        """
        return cls(_closed(low), _closed(high))

    def __add__(self, other: "Bounds") -> "Bounds":
        """Add end to end."""
        return _between((self._low + other._low, self._high + other._high))

    def __sub__(self, other: "Bounds") -> "Bounds":
        """Take the widest differences.

        >>> Bounds(3, None) - Bounds(1, 2)
        Bounds(low=1, high=None)
        """
        return _between((self._low - other._high, self._high - other._low))

    def __mul__(self, other: "Bounds") -> "Bounds":
        """Multiply; where all ends are at least zero this is low times low, high times high.

        >>> Bounds(6566, 6834) * Bounds(400, 450)
        Bounds(low=2626400, high=3075300)
        """
        return _between(_times(a, b) for a, b in product(self._ends, other._ends))

    def __truediv__(self, other: "Bounds") -> "Bounds":
        """Divide; a divisor that may be zero leaves the result open.

        Raises BoundsError for a divisor that is zero and nothing else.

        >>> Bounds(1, 2) / Bounds(0, 4)
        Bounds(low=0.25, high=None)
        """
        if other.low == 0 and other.high == 0:
            raise BoundsError("Division by exactly zero: the divisor needs another number in its interval.")
        if other._low < 0 < other._high:
            return self if self.low == 0 == self.high else Bounds(None, None)
        sign = 1 if other._low >= 0 else -1
        return _between(_over(a, b, sign) for a, b in product(self._ends, other._ends))

    def scale(self, factor: float) -> "Bounds":
        """Multiply by a known number, such as the factor between two units; a negative one turns the interval round.

        >>> Bounds(None, 2).scale(1000)
        Bounds(low=None, high=2000)
        """
        return self * Bounds(factor, factor)

    def overlap(self, other: "Bounds") -> "Bounds | None":
        """Return the numbers in both, or None if there are none.

        >>> Bounds(1, None).overlap(Bounds(None, 3))
        Bounds(low=1, high=3)
        """
        low, high = max(self._low, other._low), min(self._high, other._high)
        return None if low > high else _between((low, high))

    def hull(self, other: "Bounds") -> "Bounds":
        """Return the smallest interval that holds both, and with them what lies between.

        >>> Bounds(1, 2).hull(Bounds(4, None))
        Bounds(low=1, high=None)
        """
        return _between((min(self._low, other._low), max(self._high, other._high)))

    def is_disjoint(self, other: "Bounds") -> bool:
        """Return whether no number is in both; ends that touch within RELATIVE_TOLERANCE are in both.

        >>> Bounds(1, 2).is_disjoint(Bounds(2.0000000001, 3))
        False
        """
        low, high = max(self._low, other._low), min(self._high, other._high)
        return low > high and not math.isclose(low, high, rel_tol=RELATIVE_TOLERANCE)

    def conflict_factor(self, other: "Bounds") -> float | None:
        """Return by how much two intervals above zero miss each other: the larger low over the smaller high.

        None where they do not conflict; infinity where the smaller high is zero or less, which no factor bridges.

        >>> round(Bounds(10_000, None).conflict_factor(Bounds(6566, 6834)), 2)
        1.46
        """
        if not self.is_disjoint(other):
            return None
        low, high = max(self._low, other._low), min(self._high, other._high)
        return low / high if high > 0 else math.inf

    @property
    def _low(self) -> float:
        return -math.inf if self.low is None else self.low

    @property
    def _high(self) -> float:
        return math.inf if self.high is None else self.high

    @property
    def _ends(self) -> tuple[float, float]:
        return self._low, self._high


def _between(values: Iterable[float]) -> Bounds:
    ends = tuple(values)
    return Bounds.stated(min(ends), max(ends))


def _closed(end: float | None) -> float | None:
    return None if end is None or not math.isfinite(end) else end


def _times(a: float, b: float) -> float:
    """Multiply ends; zero times an open end is zero, for every number short of that end gives zero."""
    return 0 if 0 in (a, b) else a * b


def _over(a: float, b: float, sign: int) -> float:
    """Divide ends of a divisor of one sign; over zero the quotient grows without end, over an open end it fades."""
    if a == 0 or math.isinf(b):
        return 0
    if b == 0:
        return math.copysign(math.inf, a) * sign
    return a / b
