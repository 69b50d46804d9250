"""Numbers and intervals as charts write them beside marks."""

from collections.abc import Callable
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
    return _say(low, high, say_number, ("at least {}", "at most {}", "anything"))


def say_change(low: float, high: float) -> str:
    """Write a difference as an interval, with signs.

    >>> say_change(1150, 1850), say_change(700, float("nan")), say_change(float("nan"), float("nan"))
    ('+1\u2009150 to +1\u2009850', '+700 or more', 'no difference follows')
    """
    return _say(low, high, _signed, ("{} or more", "{} or less", "no difference follows"))


def _say(low: float, high: float, say: Callable[[float], str], one_sided: tuple[str, str, str]) -> str:
    """Write an interval; `one_sided` are the words where only its low end is known, only its high end, or neither."""
    from_low, to_high, neither = one_sided
    if isfinite(low) and isfinite(high):
        return say(low) if low == high else f"{say(low)} to {say(high)}"
    if isfinite(low):
        return from_low.format(say(low))
    return to_high.format(say(high)) if isfinite(high) else neither


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "\u2212" if value < 0 else "\u00b1"
    return sign + say_number(abs(value))
