"""Short forms that the pages use: days in three letters, and numbers with their noun."""

import re

from claimsdash.export.names import count, say_day

__all__ = ["count", "say_short_day"]


def say_short_day(edtf: object) -> str:
    """Return an EDTF date in words, its month in three letters.

    >>> say_short_day("2024-02-26"), say_short_day("2023-09"), say_short_day("2025")
    ('26 Feb 2024', 'Sep 2023', '2025')
    """
    return re.sub(r"\b([A-Z][a-z]{2})[a-z]+(?= \d{4}\b)", r"\1", say_day(edtf))
