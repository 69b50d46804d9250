"""How figures and dates of a table are to be read, with a question for each thing that its cells leave open."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimsdash.intake.mapping.days import (
    DAY_FIRST,
    MONTH_FIRST,
    SERIAL_STARTS,
    DayStyle,
    Seen,
    look_at_days,
    read_day,
)
from claimsdash.intake.mapping.eras import AHEAD, BUDDHIST, COMMON
from claimsdash.intake.mapping.model import Option, Question
from claimsdash.intake.mapping.numerals import COMMA, FALLING, POINT, RISING, digits_of, mark_of, take_apart
from claimsdash.intake.mapping.profiles import Kind, Profile

DECIMAL, DAY_ORDER, CENTURY, YEAR = "decimal", "day_order", "century", "year"
MINUS, DASH, MARKS, SCALE, SERIAL = "parentheses", "dash", "marks", "scale", "serial"
TRIANGLES, ERA = "triangles", "era"
_LETTER = re.compile(r"[0-9] ?[kKmMB]\b")
_DASHES = frozenset("-–—−")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of Japanese, Chinese and Korean."""


def ask_about_figures(profiles: Sequence[Profile]) -> list[Question]:
    """Ask about decimal marks, parentheses, dashes and marks of footnotes, where they occur."""
    columns = [profile for profile in profiles if profile.kind is Kind.FIGURES]
    asked = [
        _ask_decimal(columns),
        _ask_parentheses(columns),
        _ask_triangles(columns, profiles),
        _ask_dash(columns),
        _ask_marks(columns),
        _ask_scale(columns),
    ]
    return [question for question in asked if question]


def _ask_decimal(columns: Sequence[Profile]) -> Question | None:
    """Ask which mark stands before decimals where numbers such as 1,234 leave it open."""
    unclear = [profile for profile in columns if profile.unclear and not profile.shown_marks]
    mixed = next((profile for profile in columns if len(profile.shown_marks) > 1), None)
    if mixed:
        return _ask_mixed(mixed)
    if not unclear:
        return None
    example = unclear[0].unclear[0]
    elsewhere = set().union(*(profile.shown_marks for profile in columns))
    proposal = elsewhere.pop() if len(elsewhere) == 1 else _mark_of_groups(unclear)
    options = tuple(
        Option(mark, f"a {word}: {example} is {digits_of(example, mark)}")
        for mark, word in ((POINT, "point"), (COMMA, "comma"))
    )
    seen = f"{example} under {unclear[0].name}"
    return Question(DECIMAL, "Which mark stands before decimals?", seen, options, proposal)


def _ask_mixed(profile: Profile) -> Question:
    """Ask where one column has numbers of both kinds: no rule fits all of them."""
    by_mark = {mark_of(figure.core): figure.core for figure in reversed(profile.figures)}
    seen = f"{by_mark[POINT]} beside {by_mark[COMMA]} under {profile.name}: no mark fits both"
    options = (Option(POINT, "a point; what does not fit is read by itself"), Option(COMMA, "a comma; likewise"))
    return Question(DECIMAL, "Which mark stands before decimals?", seen, options)


def _mark_of_groups(columns: Sequence[Profile]) -> str | None:
    """Propose that a mark sets thousands apart: all numbers below 1,000 are bare, none above is, and several stand."""
    unclear = [core for profile in columns for core in profile.unclear]
    bare = [figure.core for profile in columns for figure in profile.figures if figure.core.isdecimal()]
    mark = next(letter for letter in unclear[0] if letter in ".,")
    if not (all(mark in core for core in unclear) and len(unclear) > 1 and bare and max(map(len, bare)) <= 3):
        return None
    return POINT if mark == COMMA else COMMA


def _ask_parentheses(columns: Sequence[Profile]) -> Question | None:
    found = [(profile.name, figure) for profile in columns for figure in profile.figures if figure.in_parentheses]
    if not found:
        return None
    name, figure = found[0]
    options = (Option("minus", f"({figure.core}) is below zero"), Option("plain", f"({figure.core}) is {figure.core}"))
    asks = "What do parentheses around a number mean?"
    return Question(MINUS, asks, f"({figure.core}) under {name}", options, "minus")


def _ask_triangles(columns: Sequence[Profile], profiles: Sequence[Profile]) -> Question | None:
    """Ask about ▲ and △: a rise where ▼ is there too, a minus in tables in Japanese or Korean; else nobody knows."""
    found = [(one.name, figure) for one in columns for figure in one.figures if figure.arrow]
    rising = next(((name, figure) for name, figure in found if figure.arrow in RISING), None)
    if rising is None:
        return None
    name, figure = rising
    has_falling = any(figure.arrow in FALLING for _, figure in found)
    is_eastern = any(_EASTERN.search(text) for one in profiles for text in (one.name, *one.texts[:20]))
    options = (Option("minus", f"{figure.core} below zero"), Option("plus", f"a rise: {figure.core}"))
    proposal = "plus" if has_falling else "minus" if is_eastern else None
    asks = f"What does {figure.arrow} before a number mean?"
    seen = f"{figure.arrow} {figure.core} under {name}"
    return Question(TRIANGLES, asks, seen, options, proposal, is_sure=has_falling)


def _ask_dash(columns: Sequence[Profile]) -> Question | None:
    found = [(profile.name, text) for profile in columns for text in profile.texts if text in _DASHES]
    if not found:
        return None
    name, text = found[0]
    options = (Option("missing", "no figure"), Option("zero", "the number 0"))
    return Question(DASH, "What does a dash in place of a number mean?", f"{text} under {name}", options, "missing")


def _ask_marks(columns: Sequence[Profile]) -> Question | None:
    found = [(profile.name, figure) for profile in columns for figure in profile.figures if figure.marks]
    if not found:
        return None
    name, figure = found[0]
    options = (Option("cut", "marks of footnotes, left away"), Option("keep_out", "the rows are kept out"))
    asks = "What are the signs behind numbers?"
    return Question(MARKS, asks, f"{figure.core}{figure.marks} under {name}", options, "cut")


def _ask_scale(columns: Sequence[Profile]) -> Question | None:
    """Ask about letters such as the m of 300m; words such as million need no question."""
    lettered = (text for profile in columns for text in profile.texts if _LETTER.search(text))
    found = next(((text, figure) for text in lettered if (figure := take_apart(text)) and figure.scale), None)
    if not found:
        return None
    text, figure = found
    options = (
        Option("as_words", f"{text} is {figure.core} {figure.scale}"),
        Option("keep_out", "the rows are kept out"),
    )
    return Question(SCALE, "What are the letters behind numbers?", text, options, "as_words")


def ask_about_days(texts: Iterable[str], hints: Sequence[int], no_year: str = "") -> list[Question]:
    """Ask about the order of day and month, years of two digits, and missing years, where dates leave them open.

    `hints` are the years that stand in the title or the name of the file, `no_year` is a month that has none.
    """
    seen = look_at_days(texts)
    seen = replace(seen, no_year=seen.no_year or no_year)
    asked = [_ask_order(seen), _ask_century(seen), _ask_year(seen, hints), _ask_serial(seen), _ask_era(seen)]
    return [question for question in asked if question]


def _ask_order(seen: Seen) -> Question | None:
    shown = seen.day_first or seen.month_first
    if not (shown or seen.either):
        return None
    options = (Option(DAY_FIRST, "day/month"), Option(MONTH_FIRST, "month/day"))
    asks = "Which stands first in dates, the day or the month?"
    if seen.day_first and seen.month_first:
        return Question(DAY_ORDER, asks, f"{seen.day_first} beside {seen.month_first}: no order fits both", options)
    if not shown:
        proposal = DAY_FIRST if "." in seen.either else None
        return Question(DAY_ORDER, asks, f"{seen.either}, and no date with a number above 12", options, proposal)
    proposal = DAY_FIRST if seen.day_first else MONTH_FIRST
    return Question(DAY_ORDER, asks, f"{shown} can only be that", options, proposal, is_sure=True)


def _ask_century(seen: Seen) -> Question | None:
    if not seen.short_year:
        return None
    options = (Option("1969-2068", "17 is 2017, 84 is 1984"),)
    return Question(CENTURY, "Which years are those of two digits?", seen.short_year, options, "1969-2068")


def _ask_year(seen: Seen, hints: Sequence[int]) -> Question | None:
    if not seen.no_year:
        return None
    options = tuple(Option(str(year), f"{seen.no_year} in {year}") for year in hints)
    proposal = str(hints[0]) if len(hints) == 1 else None
    return Question(YEAR, "Of which year are the dates?", seen.no_year, options, proposal, may_be_typed=True)


def ask_weeks() -> Question:
    """Ask how the weeks of a year are counted."""
    options = (Option("iso", "from Monday, the first week being that of the first Thursday (ISO 8601)"),)
    return Question("weeks", "How are the weeks counted?", "numbers of weeks", options, "iso")


def _ask_serial(seen: Seen) -> Question | None:
    """Ask from where a spreadsheet counted the days that stand as plain numbers."""
    if not seen.serial:
        return None
    options = tuple(
        Option(start, f"{seen.serial} is {read_day(seen.serial, DayStyle(serial=start))}") for start in SERIAL_STARTS
    )
    return Question(SERIAL, "Which days do the numbers under a date stand for?", seen.serial, options, "1900")


def _ask_era(seen: Seen) -> Question | None:
    """Ask about years that are far ahead, or of the Thai calendar."""
    if not seen.buddhist:
        return None
    read = read_day(seen.buddhist, DayStyle(DAY_FIRST, era=BUDDHIST))
    options = (
        Option(BUDDHIST, f"{seen.buddhist} is {read}: the Buddhist era, as in Thailand, is {AHEAD} years ahead"),
        Option(COMMON, f"{seen.buddhist} as typed"),
    )
    return Question(ERA, "From when do the years count?", seen.buddhist, options, BUDDHIST)


def day_style(answers: Mapping[str, str]) -> DayStyle:
    """Return the style of dates by the answers."""
    year = answers.get(YEAR, "")
    known = int(year) if year.isdecimal() and len(year) == 4 else None
    return DayStyle(answers.get(DAY_ORDER), known, answers.get(SERIAL), era=answers.get(ERA))


def mark_for(profile: Profile, answers: Mapping[str, str]) -> str:
    """Return the decimal mark of a column: as its cells show, else as answered."""
    if len(profile.shown_marks) == 1:
        return next(iter(profile.shown_marks))
    return answers.get(DECIMAL, POINT)
