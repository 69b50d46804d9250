"""The spelling of units and of their definitions: a small grammar that every text passes before pint sees it."""

import re

from claimsdash.domain.errors import ClaimsdashError

LONGEST_UNIT = 40
"""Characters of the longest unit read: pint hangs on some longer texts, and needs but seven for `9**9**9`."""

LONGEST_DEFINITION = 200
"""Characters of the longest line of a units text."""

DIMENSIONLESS = "1"
"""The base unit of shares, ratios and all that has no dimension. An empty unit is unknown, not this."""

Parts = tuple[tuple[str, int], ...]

_NAME = r"(?:[^\W\d]\w*|[%$€£¥₩₽])"
_POWER = r"(?: ?(?:\*\*|\^) ?-?[1-9])"
_PART = re.compile(rf"(?P<name>{_NAME})(?P<power>{_POWER})?")
_SIGN = re.compile(r" ?(/|(?<!\*)\*(?!\*)) ?")
_NUMBER = r"\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?"
_FACTOR = rf"(?:{_NUMBER}|{_NAME}{_POWER}?)"
_DEFINITION = re.compile(
    rf"(?P<name>[^\W\d]\w*) *= *(?:\[\w*\]|{_FACTOR}(?: *[*/ ] *{_FACTOR}){{0,5}})(?: *= *{_NAME}){{0,9}}"
)


class UnitError(ClaimsdashError):
    """A unit that the package does not know, or two that measure different things."""


def read_parts(unit: str) -> Parts:
    """Read names, one whole exponent each, and `*` or `/` between; whether the names are units is not known here.

    Raises UnitError for an empty unit and for any other text.

    >>> read_parts("shell/month"), read_parts("1/day"), read_parts("metre^2")
    ((('shell', 1), ('month', -1)), (('day', -1),), (('metre', 2),))
    """
    text = unit.strip()
    if not text:
        raise UnitError("The unit is empty: give one, such as shell, percent or shell/month.")
    if len(text) > LONGEST_UNIT:
        raise UnitError(f"{text[:LONGEST_UNIT]}… is longer than the {LONGEST_UNIT} characters that a unit may have.")
    if text == DIMENSIONLESS:
        return ()
    pieces = _SIGN.split(text.removeprefix("1") if re.match("1 ?/", text) else f"*{text}")
    found = [_PART.fullmatch(piece) for piece in pieces[2::2]]
    if pieces[0].strip() or None in found:
        raise UnitError(f"{text} is not a unit: write names with * or / between, such as shell/month or metre**2.")
    return tuple(_part(match, sign) for sign, match in zip(pieces[1::2], found, strict=True) if match)


def _part(found: re.Match[str], sign: str) -> tuple[str, int]:
    power = int(re.sub(r"[ *^]", "", found["power"] or "1"))
    return found["name"], -power if sign == "/" else power


def write_parts(parts: Parts) -> str:
    """Write parts as text that reads back.

    >>> write_parts((("day", -1), ("metre", 2)))
    'metre**2/day'
    """
    over = "*".join(_with_power(name, power) for name, power in parts if power > 0)
    under = "".join(f"/{_with_power(name, -power)}" for name, power in parts if power < 0)
    return (over or DIMENSIONLESS) + under


def _with_power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}**{power}"


def definition_lines(text: str) -> tuple[str, ...]:
    """Return the definitions of a units text without comments and blank lines.

    A definition is `name = [dimension]` or `name = factor other` with other names behind further equals signs. Raises
    UnitError, naming the line, for anything else that pint knows (prefixes, imports, contexts, longer expressions).

    >>> definition_lines("# counted\\nshell = [munition]\\nweek = 7 * day = _ = weeks")
    ('shell = [munition]', 'week = 7 * day = _ = weeks')
    """
    lines = [(number, line.split("#")[0].strip()) for number, line in enumerate(text.splitlines(), start=1)]
    for number, line in lines:
        if line and (len(line) > LONGEST_DEFINITION or not _DEFINITION.fullmatch(line)):
            raise UnitError(
                f"Line {number} of the units is no definition: {line[:60]}. "
                "Write `name = [dimension]` or `name = number other_name`."
            )
    return tuple(line for _, line in lines if line)
