"""Dates whose year, month and day stand apart: in columns of their own, or the month across and the year beside."""

import re
from collections.abc import Mapping, Sequence

from claimsdash.intake.mapping.days import DayStyle, month_of, read_day
from claimsdash.intake.mapping.headings import plain_name
from claimsdash.intake.mapping.measures import has_months_across
from claimsdash.intake.mapping.period_words import PERIOD_NAMES
from claimsdash.intake.mapping.profiles import Kind, Profile

_OPEN = re.compile(r"--(?:(0[1-9]|1[0-2])|Q([1-4])|W([0-9]{2}))")
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}(?:\.0)?")
_NUMBER = re.compile(r"(?:Q|W|T|wk|week)?\.? ?([0-9]{1,2})(?:\.0)?", re.IGNORECASE)
_MOST = {"month": 12, "day": 31, "week": 53, "quarter": 4}
_ORDER = ("year", "quarter", "month", "week", "day")


def kind_of(name: str) -> str:
    """Return which part of a date a column is called; "" for any other.

    >>> kind_of("YEAR"), kind_of("Monat"), kind_of("Deaths")
    ('year', 'month', '')
    """
    plain = plain_name(name)
    return next((kind for kind, words in PERIOD_NAMES.items() if plain in words), "")


def find_split_days(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """Return the columns that are the year, month and so on of one date, in that order; none where there is but one.

    A month without a year counts, for the year may be that of the title.
    """
    found: dict[str, str] = {}
    for profile in profiles:
        kind = kind_of(profile.name)
        if kind and kind not in found and profile.kind is not Kind.NOTHING and _holds(profile, kind):
            found[kind] = profile.name
    if "year" not in found:
        return (found["month"], *([found["day"]] if "day" in found else [])) if _is_named_month(profiles, found) else ()
    columns = tuple(found[kind] for kind in _ORDER if kind in found)
    return columns if len(columns) > 1 and not ("day" in found and "month" not in found) else (found["year"],)


def months_without_year(profiles: Sequence[Profile], split: Sequence[str]) -> str:
    """Return a month that stands in a cell or a header without a year; "" where there is none."""
    if any(kind_of(name) == "year" for name in split):
        return ""
    for profile in profiles:
        if profile.name in split and kind_of(profile.name) == "month":
            return profile.texts[0]
    names = [profile.name for profile in profiles if profile.kind is Kind.FIGURES]
    return next((name for name in names if has_months_across([name] * 3)), "") if has_months_across(names) else ""


def _is_named_month(profiles: Sequence[Profile], found: Mapping[str, str]) -> bool:
    profile = next((one for one in profiles if one.name == found.get("month")), None)
    return profile is not None and all(month_of(text) for text in profile.texts)


def _holds(profile: Profile, kind: str) -> bool:
    """Return whether all cells of a column can be that part of a date."""
    if kind == "year":
        return all(_YEAR.fullmatch(text) for text in profile.texts)
    return all(_number(text, kind) for text in profile.texts)


def _number(text: str, kind: str) -> int | None:
    if kind == "month" and (month := month_of(text)):
        return month
    found = _NUMBER.fullmatch(text)
    number = int(found[1]) if found else 0
    return number if 1 <= number <= _MOST[kind] else None


def join_day(parts: Mapping[str, str], style: DayStyle) -> str:
    """Return the date of a row in EDTF, as far as its parts go; as typed where they are none.

    >>> join_day({"year": "2020", "month": "March", "day": "7"}, DayStyle())
    '2020-03-07'
    """
    given = {kind: text for kind, text in parts.items() if text}
    typed = " ".join(given.values())
    year = given.get("year", "").removesuffix(".0") or (str(style.year) if style.year else "")
    numbers = {kind: _number(text, kind) for kind, text in given.items() if kind != "year"}
    if not year or None in numbers.values():
        return typed
    finest = next((kind for kind in ("week", "quarter") if kind in numbers and "month" not in numbers), "")
    if finest:
        return within_year(year, f"--{finest[0].upper()}{numbers[finest]:0{2 if finest == 'week' else 1}}")
    if "month" not in numbers:
        return year
    month = within_year(year, f"--{numbers['month']:02}")
    return read_day(f"{month}-{numbers['day']:02}", style) or typed if "day" in numbers else month


def is_open_period(text: str) -> bool:
    """Return whether a period is one of any year, as ISO 8601:2000 wrote a month: --03; and --Q1, --W05 likewise."""
    return bool(_OPEN.fullmatch(text))


def within_year(year: str, period: str) -> str:
    """Return a period without a year within that year, in EDTF.

    >>> within_year("2020", "--03"), within_year("2020", "--Q1"), within_year("", "--03")
    ('2020-03', '2020-01/2020-03', '')
    """
    found = _OPEN.fullmatch(period)
    if not year or found is None:
        return year
    if found[1]:
        return f"{year}-{found[1]}"
    text = f"{year} Q{found[2]}" if found[2] else f"{year}-W{found[3]}"
    return read_day(text, DayStyle()) or f"{year} {period}"
