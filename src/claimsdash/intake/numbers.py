"""Numbers as typed in a cell."""

import re

_POINT_OR_EXPONENT = r"(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"
_PLAIN = re.compile(rf"[+-]?[0-9]+{_POINT_OR_EXPONENT}")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?P<mark>[,'’ \u00a0\u2009\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?:\.[0-9]+)?")
_MARKS = str.maketrans("", "", ",'’ \u00a0\u2009\u202f")
_LONGEST = 40


def read_number(text: str) -> float | None:
    """Return the number in a cell, or None for anything that is not certainly one.

    A point stands before decimals; thousands may be set apart, all by the same mark (a comma, space or apostrophe).

    >>> read_number("6,700"), read_number("6700.5"), read_number("6.700,5"), read_number("6,7"), read_number("inf")
    (6700.0, 6700.5, None, None, None)
    """
    typed = text.replace("\u2212", "-")
    if len(typed) > _LONGEST:
        return None
    if _GROUPED.fullmatch(typed):
        return float(typed.translate(_MARKS))
    number = float(typed) if _PLAIN.fullmatch(typed) else None
    return number if number is not None and abs(number) != float("inf") else None
