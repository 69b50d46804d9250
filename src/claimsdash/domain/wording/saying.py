"""From bounds to short plain English."""

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording.figure import Figure

_WORDS = {
    Qualifier.EXACT: "{best}",
    Qualifier.APPROXIMATE: "about {best}",
    Qualifier.LOWER_BOUND: "at least {low}",
    Qualifier.UPPER_BOUND: "up to {high}",
    Qualifier.RANGE: "{low}-{high}",
    Qualifier.VAGUE: "{low}-{high}",
    Qualifier.NONE: "no figure",
}


def say_number(number: float | None) -> str:
    """Say a number alone.

    >>> say_number(6700), say_number(None)
    ('6,700', '?')
    """
    return "?" if number is None else f"{number:,.10g}"


def say_figure(figure: Figure) -> str:
    """Say a figure with its qualifier and unit."""
    bounds = {"low": say_number(figure.low), "best": say_number(figure.best), "high": say_number(figure.high)}
    return f"{_WORDS[figure.kind].format(**bounds)} {figure.unit_phrase}".strip()
