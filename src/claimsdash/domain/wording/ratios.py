"""Two numbers set against each other, `1:5` or `a ratio of 1 to 5`: neither of them is a figure of what is counted."""

import re

from claimsdash.domain.wording.figure import WordingError

_COLON = re.compile(r"(?<![0-9:.,])[0-9][0-9.,]{0,20} ?: ?[0-9][0-9.,]{0,20}(?![0-9:])")
_NAMED = re.compile(r"\b(?:ratio|odds|proportion)s? (?:of )?[0-9.,]{1,20} ?(?:to|[-:–]) ?[0-9.,]{1,20}", re.IGNORECASE)
_REASON = (
    "Two numbers set against each other, as in a ratio or a time of day, are no figure: give one of them, or the share "
    "that is meant, such as 1 in 5 or 20 %"
)


def refuse_ratio(text: str) -> None:
    """Refuse a phrase whose only numbers are a ratio; in `500 at 12:30` there is another.

    >>> refuse_ratio("500 at 12:30")
    """
    found = _NAMED.search(text) or _COLON.search(text)
    if found and not any(map(str.isdecimal, text[: found.start()] + text[found.end() :])):
        raise WordingError(_REASON, found[0], start=found.start(), end=found.end())
