"""Units that the two ends of one range may be given in, as factors of their kind's smallest."""

from decimal import Decimal

_KINDS: tuple[dict[str, str], ...] = (
    {
        "gram": "1",
        "g": "1",
        "kilogram": "1000",
        "kilo": "1000",
        "kg": "1000",
        "tonne": "1000000",
        "t": "1000000",
        "ton": "1000000",
    },
    {
        "millimetre": "1",
        "mm": "1",
        "centimetre": "10",
        "cm": "10",
        "metre": "1000",
        "kilometre": "1000000",
        "km": "1000000",
    },
    {"inch": "1", "foot": "12", "feet": "12", "yard": "36", "mile": "63360"},
    {"millilitre": "1", "ml": "1", "litre": "1000", "l": "1000"},
    {"kilowatt": "1", "kw": "1", "megawatt": "1000", "mw": "1000", "gigawatt": "1000000", "gw": "1000000"},
    {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
    {"month": "1", "year": "12", "decade": "120"},
    {"kilobyte": "1", "megabyte": "1000", "gigabyte": "1000000", "terabyte": "1000000000"},
    {"cent": "1", "dollar": "100"},
)
_SIZES = {unit: (kind, Decimal(size)) for kind, sizes in enumerate(_KINDS) for unit, size in sizes.items()}
_SPELLINGS = {"meter": "metre", "liter": "litre"}


def factor_between(unit: str, to: str) -> Decimal | None:
    """Return how many of the second unit one of the first is; None where they measure different things.

    >>> factor_between("kilograms", "grams")
    Decimal('1000')
    """
    sizes = [_SIZES.get(_singular(word)) for word in (unit, to)]
    if sizes[0] is None or sizes[1] is None or sizes[0][0] != sizes[1][0]:
        return None
    return sizes[0][1] / sizes[1][1]


def _singular(word: str) -> str:
    single = word if word in _SIZES else word.removesuffix("s")
    for american, british in _SPELLINGS.items():
        single = single.replace(american, british)
    return single
