"""What keys, countries, dates and counts are called, on the pages and in files."""

from typing import Any

import pandas as pd

from claimsdash.domain.dates import DateError, read_edtf, say_period

COUNTRIES = {
    "AU": "Australia",
    "AZ": "Azerbaijan",
    "BE": "Belgium",
    "BY": "Belarus",
    "CA": "Canada",
    "CN": "China",
    "CZ": "Czechia",
    "DE": "Germany",
    "EE": "Estonia",
    "ES": "Spain",
    "FR": "France",
    "GB": "United Kingdom",
    "HU": "Hungary",
    "IL": "Israel",
    "IN": "India",
    "IR": "Iran",
    "IT": "Italy",
    "JP": "Japan",
    "KP": "North Korea",
    "KR": "South Korea",
    "LT": "Lithuania",
    "NL": "Netherlands",
    "PK": "Pakistan",
    "PL": "Poland",
    "RU": "Russia",
    "SE": "Sweden",
    "SI": "Slovenia",
    "TR": "Türkiye",
    "TW": "Taiwan",
    "UA": "Ukraine",
    "US": "United States",
}
"""Short English names of ISO 3166-1 codes, those that tables of this kind use; any other code is shown as it is."""

INTERESTS = {
    "party": "party to the matter",
    "ally": "ally of a party",
    "adversary": "adversary of a party",
    "third_party": "third party",
    "analyst": "analyst",
    "unknown": "interest not known",
}
MODALITIES = {
    "asserted": "asserted",
    "capacity": "as what could be, not what is",
    "planned": "as a plan",
    "forecast": "as a forecast",
    "denied": "denied",
}


def is_known(value: Any) -> bool:
    """Say whether a cell holds anything."""
    return value is not None and not pd.isna(value) and value != ""


def say_country(code: object) -> str:
    """Return the name of a country by its code, or the code where no name is listed.

    >>> say_country("KR"), say_country("ZZ")
    ('South Korea', 'ZZ')
    """
    return COUNTRIES.get(str(code), str(code))


def say_key(key: object) -> str:
    """Return a key of a vocabulary as words.

    >>> say_key("think_tank")
    'think tank'
    """
    return str(key).replace("_", " ")


def say_day(edtf: object) -> str:
    """Return an EDTF date in words; text that is no such date stays as it is, and a missing one is not known.

    >>> say_day("2024-02-26"), say_day("2023-10"), say_day("last week"), say_day(None)
    ('26 February 2024', 'October 2023', 'last week', 'not known')
    """
    if not is_known(edtf):
        return "not known"
    try:
        return say_period(read_edtf(str(edtf)))
    except DateError:
        return str(edtf)


def count(n: int, word: str) -> str:
    """Return a number with its noun.

    >>> count(1, "claim"), count(1200, "report")
    ('1 claim', '1,200 reports')
    """
    return f"{n:,} {word}{'' if n == 1 else 's'}"
