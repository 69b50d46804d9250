"""From one claim to the interval that its author commits to, in the unit of the claim."""

import math
from dataclasses import dataclass
from enum import StrEnum

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.errors import ClaimsdashError

EXACT_HALF = 0.005
"""Half width of an exact figure as a part of it: points that agree would drive the scatter to zero."""
ROUNDED_LEAST, ROUNDED_MOST = 0.02, 0.10
"""Least and most half width of an approximate figure as a part of it."""
REASONS = {
    Qualifier.VAGUE: "a vague amount: shown, not pooled",
    Qualifier.NONE: "a denial, or no figure",
    "denied": "a denial, or no figure",
    "planned": "planned, not said to be so",
    "forecast": "a forecast, not said to be so",
    "capacity": "a capacity, not a count",
    "derived": "computed from another claim",
    "disputed": "disputed",
    "withdrawn": "withdrawn",
}
"""Why claims of some kinds are not pooled."""


class NotPooledError(ClaimsdashError):
    """A claim that cannot be pooled; its text is the reason."""


class Form(StrEnum):
    """Which ends of a claim are known."""

    CLOSED = "closed"
    FLOOR = "floor"
    CEILING = "ceiling"


@dataclass(frozen=True)
class Interval:
    """What a claim commits to: of a floor only `low` holds, of a ceiling only `high`; the other is infinite, or 0."""

    form: Form
    low: float
    high: float


def read_interval(kind: str, stated: tuple[float, float, float], *, share: bool) -> Interval:
    """Return the interval of a claim from the low, best and high that it states; NaN is not stated or open.

    Low and high win over the rule of the kind. Raises NotPooledError for kinds that are not pooled and for figures
    without a place on the scale.

    >>> read_interval("approximate", (math.nan, 6700.0, math.nan), share=False)
    Interval(form=<Form.CLOSED: 'closed'>, low=6566.0, high=6834.0)
    """
    if kind in REASONS:
        raise NotPooledError(REASONS[kind])
    if kind not in set(Qualifier):
        raise NotPooledError(f"its kind {kind!r} is none of {', '.join(Qualifier)}")
    low, best, high = stated
    stated = (math.nan if low == -math.inf else low, best, math.nan if high == math.inf else high)
    _check(stated, share=share)
    interval = _by_kind(Qualifier(kind), *stated)
    if not share and interval.high <= 0.0:
        raise NotPooledError("a figure of zero has no logarithm")
    if _says_nothing(interval, share=share):
        raise NotPooledError("its bound excludes nothing")
    return interval


def _says_nothing(interval: Interval, *, share: bool) -> bool:
    if interval.form is Form.FLOOR:
        return interval.low <= 0.0
    return share and interval.form is Form.CEILING and interval.high >= 1.0


def _check(numbers: tuple[float, float, float], *, share: bool) -> None:
    low, _, high = numbers
    stated = [value for value in numbers if not math.isnan(value)]
    if not stated:
        raise NotPooledError("it gives no number")
    if any(math.isinf(value) for value in stated):
        raise NotPooledError("its number is infinite")
    if min(stated) < 0.0:
        raise NotPooledError("a negative figure has no logarithm")
    if share and max(stated) > 1.0:
        raise NotPooledError("a share lies between 0 and 1: write 30 percent as 0.3")
    if low > high:
        raise NotPooledError("its low is above its high")


def _by_kind(kind: Qualifier, low: float, best: float, high: float) -> Interval:
    if kind is Qualifier.LOWER_BOUND:
        floor = _first(low, best, high)
        return Interval(Form.CLOSED, floor, high) if high > floor else Interval(Form.FLOOR, floor, math.inf)
    if kind is Qualifier.UPPER_BOUND:
        ceiling = _first(high, best, low)
        return Interval(Form.CLOSED, low, ceiling) if 0.0 < low < ceiling else Interval(Form.CEILING, 0.0, ceiling)
    if low < high:
        return Interval(Form.CLOSED, low, high)
    if kind is Qualifier.RANGE and math.isnan(low) != math.isnan(high):
        bound = Qualifier.UPPER_BOUND if math.isnan(low) else Qualifier.LOWER_BOUND
        return _by_kind(bound, low, math.nan, high)
    value = _first(best, low, high)
    half = rounded_half(value) if kind is Qualifier.APPROXIMATE else EXACT_HALF * value
    return Interval(Form.CLOSED, value - half, value + half)


def _first(*values: float) -> float:
    return next(value for value in values if not math.isnan(value))


def rounded_half(value: float) -> float:
    """Return half the unit of the last significant digit, at least 2 and at most 10 percent of the value.

    >>> rounded_half(13_000), rounded_half(3_000_000)
    (500.0, 300000.0)
    """
    return min(max(last_unit(value) / 2.0, ROUNDED_LEAST * value), ROUNDED_MOST * value)


def last_unit(value: float) -> float:
    """Return the place value of the last non-zero digit of a positive number, of six digits at most.

    >>> last_unit(3_000_000), last_unit(0.25), last_unit(152)
    (1000000.0, 0.01, 1.0)
    """
    digits, exponent = f"{value:.5e}".split("e")
    places = len(digits.rstrip("0").rstrip(".")) - 2
    return float(f"1e{int(exponent) - max(places, 0)}")


def next_number(value: float, *, upward: bool) -> float:
    """Return the next number with as many significant digits, above or below a positive number.

    >>> next_number(3_000_000, upward=True), next_number(1_000_000, upward=False)
    (4000000.0, 900000.0)
    """
    unit = last_unit(value)
    if upward:
        return value + unit
    return value - unit if value > unit * 1.5 else value - unit / 10.0
