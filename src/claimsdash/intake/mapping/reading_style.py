"""How figures and dates of a table are to be read, with a question for each thing that its cells leave open."""

from collections.abc import Iterable, Mapping, Sequence

from claimsdash.intake.mapping.days import DAY_FIRST, MONTH_FIRST, DayStyle, Seen, look_at_days
from claimsdash.intake.mapping.model import Option, Question
from claimsdash.intake.mapping.numerals import COMMA, POINT, digits_of
from claimsdash.intake.mapping.profiles import Kind, Profile

DECIMAL, DAY_ORDER, CENTURY, YEAR = "decimal", "day_order", "century", "year"
MINUS, DASH, MARKS = "parentheses", "dash", "marks"
_DASHES = frozenset("-–—−")


def ask_about_figures(profiles: Sequence[Profile]) -> list[Question]:
    """Ask about decimal marks, parentheses, dashes and marks of footnotes, where they occur."""
    columns = [profile for profile in profiles if profile.kind is Kind.FIGURES]
    asked = [_ask_decimal(columns), _ask_parentheses(columns), _ask_dash(columns), _ask_marks(columns)]
    return [question for question in asked if question]


def _ask_decimal(columns: Sequence[Profile]) -> Question | None:
    """Ask which mark stands before decimals where numbers such as 1,234 leave it open."""
    unclear = [profile for profile in columns if profile.unclear and not profile.shown_marks]
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


def ask_about_days(texts: Iterable[str], hints: Sequence[int]) -> list[Question]:
    """Ask about the order of day and month, years of two digits, and missing years, where dates leave them open.

    `hints` are the years that stand in the title or the name of the file.
    """
    seen = look_at_days(texts)
    asked = [_ask_order(seen), _ask_century(seen), _ask_year(seen, hints)]
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


def day_style(answers: Mapping[str, str]) -> DayStyle:
    """Return the style of dates by the answers."""
    year = answers.get(YEAR, "")
    return DayStyle(answers.get(DAY_ORDER), int(year) if year.isdecimal() and len(year) == 4 else None)


def mark_for(profile: Profile, answers: Mapping[str, str]) -> str:
    """Return the decimal mark of a column: as its cells show, else as answered."""
    if len(profile.shown_marks) == 1:
        return next(iter(profile.shown_marks))
    return answers.get(DECIMAL, POINT)
