"""From a phrase to a figure (first simple form: one qualifier, one number in digits)."""

import re
from decimal import Decimal

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording.figure import Figure, Part, WordingError
from claimsdash.domain.wording.rounding import half_width
from claimsdash.domain.wording.vague import VAGUE_WORDS, VagueTable

_QUALIFIERS = {
    "": Qualifier.EXACT,
    "about": Qualifier.APPROXIMATE,
    "around": Qualifier.APPROXIMATE,
    "some": Qualifier.APPROXIMATE,
    "more than": Qualifier.LOWER_BOUND,
    "over": Qualifier.LOWER_BOUND,
    "at least": Qualifier.LOWER_BOUND,
    "up to": Qualifier.UPPER_BOUND,
    "as many as": Qualifier.UPPER_BOUND,
}
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_PHRASE = re.compile(
    r"(?P<qualifier>[a-z ]{0,20}?) ?(?P<number>\d{1,3}(?:,\d{3}){0,5}|\d{1,15})(?P<decimals>\.\d{1,6})?"
    r"(?: (?P<scale>thousand|million|billion))?(?P<unit>(?: .*)?)"
)


def read_wording(text: str, *, vague: VagueTable = VAGUE_WORDS) -> Figure:
    """Read what a phrase commits its author to.

    Raises WordingError, naming the words that could not be placed, where the reading is not certain.

    >>> read_wording("more than 3 million shells").low
    3000000.0
    """
    found = _PHRASE.fullmatch(text.strip())
    if not found or found["qualifier"] not in _QUALIFIERS:
        raise WordingError("The wording was not understood", text[:100], end=len(text))
    kind = _QUALIFIERS[found["qualifier"]]
    digits = Decimal(found["number"].replace(",", "") + (found["decimals"] or ""))
    number = digits * _SCALES[found["scale"] or ""]
    normal = number.normalize().as_tuple().exponent
    assert isinstance(normal, int)  # noqa: S101 - the number is finite
    wide = half_width(number, Decimal(1).scaleb(normal)) if kind is Qualifier.APPROXIMATE else Decimal(0)
    low = None if kind is Qualifier.UPPER_BOUND and vague is None else float(number - wide)
    return Figure(
        kind,
        0.0 if kind is Qualifier.UPPER_BOUND else low,
        float(number),
        None if kind is Qualifier.LOWER_BOUND else float(number + wide),
        found["unit"].strip(),
        (Part("number", found.start("number"), found.end("number")),),
    )
