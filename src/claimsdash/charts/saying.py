"""Numbers and intervals as charts write them beside marks."""

from math import isfinite, log10

THIN_SPACE = "\u2009"


def say_number(value: float) -> str:
    """Write a number with four digits at most, thousands apart.

    >>> say_number(14354.07), say_number(0.01234), say_number(3e6)
    ('14\u2009350', '0.01234', '3 million')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    if not value or abs(value) < 1:
        return f"{value:.4g}"
    places = max(0, 3 - int(log10(abs(value))))
    rounded = round(value, 3 - int(log10(abs(value))))
    text = f"{rounded:,.{places}f}"
    text = text.rstrip("0").rstrip(".") if places else text
    return text.replace(",", THIN_SPACE)


def say_ends(low: float, high: float) -> str:
    """Write an interval; NaN or infinity is an open end.

    >>> say_ends(439, float("nan")), say_ends(float("nan"), 12), say_ends(1, 2), say_ends(3, 3)
    ('at least 439', 'at most 12', '1 to 2', '3')
    """
    if not isfinite(low) and not isfinite(high):
        return "anything"
    if not isfinite(high):
        return f"at least {say_number(low)}"
    if not isfinite(low):
        return f"at most {say_number(high)}"
    return say_number(low) if low == high else f"{say_number(low)} to {say_number(high)}"


def say_change(low: float, high: float) -> str:
    """Write a difference as an interval, with signs.

    >>> say_change(1150, 1850), say_change(700, float("nan")), say_change(float("nan"), float("nan"))
    ('+1\u2009150 to +1\u2009850', '+700 or more', 'no difference follows')
    """
    if not isfinite(low) and not isfinite(high):
        return "no difference follows"
    if not isfinite(high):
        return f"{_signed(low)} or more"
    if not isfinite(low):
        return f"{_signed(high)} or less"
    return _signed(low) if low == high else f"{_signed(low)} to {_signed(high)}"


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "\u2212" if value < 0 else "\u00b1"
    return sign + say_number(abs(value))
