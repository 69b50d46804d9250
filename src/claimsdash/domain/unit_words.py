"""Units as a reader would say them: `shell/month` is "shells per month"."""

_IRREGULAR = {
    "percent": "%",
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "KRW": "won",
    "RUB": "roubles",
    "UAH": "hryvnias",
    "casualty": "casualties",
    "fatality": "fatalities",
    "ratio": "times",
    "dimensionless": "",
    "": "",
}
SCALES = {1: "", 1_000: "thousand", 1_000_000: "million", 1_000_000_000: "billion"}
"""Factors by which an axis may be divided, with their words."""


def say_unit(unit: str, *, many: bool = True, scale: int = 1) -> str:
    """Return the words for a unit expression.

    >>> say_unit("shell/month"), say_unit("container", many=False), say_unit("percent")
    ('shells per month', 'container', '%')
    >>> say_unit("shell", scale=1_000_000)
    'million shells'
    """
    counted, *per = (part.strip() for part in unit.split("/"))
    words = _plural(counted) if many or counted == "percent" else counted
    parts = [SCALES[scale], words.replace("_", " "), *(f"per {name}" for name in per)]
    return " ".join(part for part in parts if part)


def _plural(name: str) -> str:
    if name in _IRREGULAR:
        return _IRREGULAR[name]
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"
