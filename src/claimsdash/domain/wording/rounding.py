"""How far around a rounded number an approximation reaches."""

from decimal import Decimal

_HALF = Decimal("0.5")
_FLOOR = Decimal("0.02")
_CAP = Decimal("0.10")


def half_width(number: Decimal, place: Decimal | None) -> Decimal:
    """Return h, the half-width of "about `number`": half of `place`, at least 2 % and at most 10 % of the number.

    `place` is the place value of the last non-zero digit as printed; None for fractions, dozens and scores, which
    count as single-figure numbers. The half unit is the rounding reading of round numbers (Krifka 2002, 2007), the
    floor follows Williams and Power (2013); the 2 % and the 10 % are choices (docs/method.md).

    >>> half_width(Decimal(13000), Decimal(1000)), half_width(Decimal(6700), Decimal(100))
    (Decimal('500.0'), Decimal('134.00'))
    """
    size = abs(number)
    if place is None:
        return _CAP * size
    return min(max(place * _HALF, _FLOOR * size), _CAP * size)
