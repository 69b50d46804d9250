"""Whether one number is another with fewer digits."""

from decimal import Decimal
from math import isfinite


def is_rounding(now: float, was: float) -> bool:
    """Tell whether `now` is `was` to fewer digits: within half a unit of the last digit that `now` shows.

    >>> is_rounding(16_000, 15_809), is_rounding(15_700, 15_809)
    (True, False)
    """
    if not (isfinite(now) and isfinite(was)):
        return False
    unit = 10.0 ** int(Decimal(repr(float(now))).normalize().as_tuple().exponent)
    return abs(now - was) <= unit / 2
