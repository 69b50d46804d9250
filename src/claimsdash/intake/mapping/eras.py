"""Years of the Thai calendar, which counts from the Buddha's death: 543 ahead of the common era since 1941.

Thailand's civil year began with April before (Calendar Act B.E. 2483), so only years from 2484 on are read.
"""

import re

BUDDHIST, COMMON = "buddhist", "common"
AHEAD = 543
YEARS_READ = 2484, 2650
"""The first of the years, and the one after the last."""
_YEAR = r"(?:248[4-9]|249[0-9]|25[0-9]{2}|26[0-4][0-9])"
_ALONE = re.compile(rf"(?:พ\.? ?ศ\.? ?|B\.?E\.? ?)?({_YEAR})(?:\.0)?")
_IN_DATE = re.compile(rf"(?<![0-9])(?:พ\.? ?ศ\.? ?|B\.?E\.? ?)?({_YEAR})(?![0-9])")
_DATE_SHAPE = re.compile(
    rf"[0-9]{{1,2}}[-/. ][^\s/.-]{{1,12}}[-/. ]{_YEAR}|{_YEAR}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?"
)
_CALLED = re.compile(r"ปี|พ\.? ?ศ|\bB\.?E\b")


def is_called_thai_year(name: str) -> bool:
    """Say whether a column is called a year in Thai, or one of the Buddhist era.

    >>> is_called_thai_year("ปี พ.ศ."), is_called_thai_year("Year (B.E.)"), is_called_thai_year("To be sent")
    (True, True, False)
    """
    return bool(_CALLED.search(name))


def looks_buddhist(text: str) -> bool:
    """Say whether a text may be a year or a date of the Buddhist era, of the years 1941 to 2106.

    >>> looks_buddhist("2567"), looks_buddhist("15/01/2567"), looks_buddhist("2024"), looks_buddhist("25,670")
    (True, True, False, False)
    """
    text = text.strip()
    return bool(_ALONE.fullmatch(text) or _DATE_SHAPE.fullmatch(text))


def in_common_era(text: str) -> str:
    """Return a date with its Buddhist years as those of the common era; others stay.

    >>> in_common_era("15/01/2567"), in_common_era("พ.ศ. 2567"), in_common_era("2024")
    ('15/01/2024', '2024', '2024')
    """
    return _IN_DATE.sub(lambda found: str(int(found[1]) - AHEAD), text)
