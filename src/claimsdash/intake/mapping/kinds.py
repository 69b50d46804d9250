"""What columns hold whose cells could be two things: years or counts, words or figures that cannot be read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from claimsdash.intake.mapping.headings import slug
from claimsdash.intake.mapping.model import Option, Question
from claimsdash.intake.mapping.profiles import Kind, Profile, as_figures, holds_labels
from claimsdash.intake.mapping.vocabulary import BAND_WORDS, BESIDE_WORDS

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NUMBERISH = re.compile(r"[<>~≈±+−▲▼△▽(-]{0,3}\s*[$€£¥₩₽₴]?\s*[0-9][0-9.,]*(?![0-9./:-]*[/:])")
_MOST_LETTERS = 10
_MANY = 0.5

Ask = Callable[[Question], str | None]
"""Adds a question and returns its answer: as chosen, else as proposed."""


def settle_kinds(profiles: Sequence[Profile], ask: Ask) -> tuple[Profile, ...]:
    """Return the profiles, each column that could be two things asked about and taken as answered."""
    has_days = any(profile.kind is Kind.DAYS for profile in profiles)
    return tuple(_settle(profile, ask, has_days=has_days) for profile in profiles)


def _settle(profile: Profile, ask: Ask, *, has_days: bool) -> Profile:
    if _holds_years_alone(profile):
        question = _ask_years(profile, has_days=has_days)
        return replace(profile, kind=Kind.DAYS) if ask(question) == "years" else profile
    if profile.kind is Kind.FIGURES and (_counts_rows(profile) or _holds_bands(profile)):
        return replace(profile, kind=Kind.WORDS) if ask(_ask_figures(profile)) == "words" else profile
    if profile.kind is Kind.WORDS and _seems_figures(profile):
        return as_figures(profile) if ask(_ask_figures(profile)) == "figures" else profile
    return profile


def _holds_years_alone(profile: Profile) -> bool:
    """Say whether all figures of a column could be years; below a year they are figures of that year."""
    is_below_year = _YEAR.fullmatch(profile.name.strip()) is not None
    could_be = profile.kind is Kind.FIGURES and bool(profile.texts) and not is_below_year
    return could_be and all(_YEAR.fullmatch(text) for text in profile.texts)


def _ask_years(profile: Profile, *, has_days: bool) -> Question:
    """Propose years where no other column is of dates and the numbers follow each other as 2018, 2019, 2020 do."""
    numbers = sorted(int(text) for text in profile.texts)
    steps = {after - before for before, after in pairwise(numbers)}
    options = (Option("years", "years, of which the rows tell"), Option("figures", "figures: one claim for each"))
    asks = f"Are the numbers under {profile.name[:40]} years?"
    proposal = "years" if len(steps) <= 1 and not has_days else "figures"
    return Question(f"years:{slug(profile.name)}", asks, ", ".join(profile.texts[:3]), options, proposal)


def _seems_figures(profile: Profile) -> bool:
    """Return whether half of the cells of a column of words begin as numbers do and hold hardly a letter."""
    if profile.plain in BESIDE_WORDS or BAND_WORDS & set(profile.words) or holds_labels(profile):
        return False
    found = [text for text in profile.texts if _NUMBERISH.match(text) and sum(map(str.isalpha, text)) <= _MOST_LETTERS]
    return len(found) >= _MANY * len(profile.texts)


def _counts_rows(profile: Profile) -> bool:
    """Return whether the cells are 0, 1, 2 or 1, 2, 3 and so on, under a name that says no more."""
    is_named = profile.plain in ("", "number", "no", "nr", "n", "#", "count") or profile.name.startswith("column ")
    counted = [[str(number + first) for number in range(len(profile.texts))] for first in (0, 1)]
    return is_named and list(profile.texts) in counted


def _holds_bands(profile: Profile) -> bool:
    """Return whether a column without a name holds ranges rather than numbers: Under 1, 1-14, 85+."""
    return profile.name.startswith("column ") and len(profile.phrases) > len(profile.figures)


def _ask_figures(profile: Profile) -> Question:
    options = (
        Option("words", "words: kept beside the figures of the row"),
        Option("figures", "figures: what cannot be read is kept out and shown"),
    )
    asks = f"Are the cells under {profile.name[:40]} words or figures?"
    example = next((text for text in profile.texts if _NUMBERISH.match(text)), profile.texts[0])
    return Question(f"cells:{slug(profile.name)}", asks, example[:60], options, "words")
