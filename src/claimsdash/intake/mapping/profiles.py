"""What the cells of each column are: figures, dates, addresses or words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from claimsdash.intake.mapping.days import looks_like_day, looks_like_serial, looks_like_short_day
from claimsdash.intake.mapping.eras import is_called_thai_year, looks_buddhist
from claimsdash.intake.mapping.headings import plain_name, words_of
from claimsdash.intake.mapping.numerals import Figure, ascii_digits, is_blank, is_phrase, marks_of, take_apart
from claimsdash.intake.mapping.period_words import DATE_NAMES, PERIOD_NAMES
from claimsdash.intake.mapping.vocabulary import (
    BAND_WORDS,
    BESIDE_WORDS,
    FIELD_WORDS,
    IDENTIFIER_NAMES,
    IDENTIFIER_WORDS,
)
from claimsdash.intake.raw import RawTable

_MOST_DISTINCT = 20_000
_ADDRESS = re.compile(r"https?://\S{3,}", re.IGNORECASE)
_USUAL = 0.6
_CERTAIN = 0.8
_SOME = 0.15


class Kind(StrEnum):
    """What most cells of a column are."""

    FIGURES = "figures"
    DAYS = "days"
    ADDRESSES = "addresses"
    WORDS = "words"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Profile:
    """A column: its name, what its cells are, its distinct texts, and its plain figures."""

    name: str
    kind: Kind
    texts: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    phrases: tuple[str, ...] = ()
    shown_marks: frozenset[str] = frozenset()
    unclear: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """The words of its name."""
        return words_of(self.name)

    @property
    def plain(self) -> str:
        """Its name in small letters."""
        return plain_name(self.name)


def profile_columns(raw: RawTable) -> tuple[Profile, ...]:
    """Return a profile of every column, from its distinct texts."""
    return tuple(_profile(name, raw.rows[name]) for name in raw.columns)


def _profile(name: str, cells: pd.Series) -> Profile:
    texts = tuple(dict.fromkeys(text.strip() for text in cells.unique()[:_MOST_DISTINCT] if text.strip()))
    return profile_texts(name, texts)


def profile_texts(name: str, texts: tuple[str, ...]) -> Profile:
    """Return the profile of a column of these distinct texts."""
    filled = [text for text in texts if not is_blank(text)]
    if not filled:
        return Profile(name, Kind.NOTHING, texts)
    if _share(map(bool, map(_ADDRESS.match, filled)), filled) > _CERTAIN:
        return Profile(name, Kind.ADDRESSES, texts)
    taken = {text: take_apart(text) for text in filled}
    is_day = _share(map(looks_like_day, filled), filled) >= _CERTAIN
    if is_day and not (all(taken.values()) and not _is_called_day(name, filled)):
        return Profile(name, Kind.DAYS, texts)
    if _holds_buddhist_years(name, filled):
        return Profile(name, Kind.DAYS, texts)
    for looks in (looks_like_serial, looks_like_short_day):
        if is_called_date(name) and _share(map(looks, filled), filled) >= _CERTAIN:
            return Profile(name, Kind.DAYS, texts)
    phrases = tuple(text for text, figure in taken.items() if figure is None and is_phrase(text))
    figures = tuple(figure for figure in taken.values() if figure)
    least = _SOME if _has_period(name) else _USUAL
    if (
        (len(figures) + len(phrases)) < least * len(filled)
        or _is_label(name, filled)
        or _is_band(name, figures, phrases)
    ):
        return Profile(name, Kind.WORDS, texts)
    marks, unclear = marks_of(figures)
    return Profile(name, Kind.FIGURES, texts, figures, phrases, frozenset(marks), tuple(unclear))


def as_figures(profile: Profile) -> Profile:
    """Return the profile of a column as one of figures, whatever its cells seem to be."""
    taken = [take_apart(text) for text in profile.texts if not is_blank(text)]
    figures = tuple(figure for figure in taken if figure)
    marks, unclear = marks_of(figures)
    return replace(profile, kind=Kind.FIGURES, figures=figures, shown_marks=frozenset(marks), unclear=tuple(unclear))


def holds_labels(profile: Profile) -> bool:
    """Return whether the numbers of a column are names of things."""
    return _is_label(profile.name, list(profile.texts))


def _share(found: Iterable[bool], of: list[str]) -> float:
    return sum(found) / len(of)


def _has_period(name: str) -> bool:
    """Return whether a column is called by a year or a day, as those of figures across the years are."""
    return any(looks_like_day(part) for part in name.split(" / "))


def _is_band(name: str, figures: Sequence[Figure], phrases: Sequence[str]) -> bool:
    """Return whether a column holds classes such as 18-24, by which the rows are told apart."""
    return len(phrases) > len(figures) and bool(BAND_WORDS & set(words_of(name)))


def is_called_date(name: str) -> bool:
    """Return whether a column is called a date, in one of some languages.

    >>> is_called_date("Start date"), is_called_date("Stichtag"), is_called_date("Year")
    (True, True, False)
    """
    words = words_of(name)
    return plain_name(name) in DATE_NAMES or bool({"date", "datum", "timestamp", "time", "fecha"} & set(words))


def _is_called_day(name: str, filled: list[str]) -> bool:
    """Return whether numbers such as 2019 are dates here: they stand under the name of a date, or all in a row."""
    dates = {*FIELD_WORDS["as_of"], *FIELD_WORDS["since"], *FIELD_WORDS["reported_on"], *PERIOD_NAMES["year"]}
    is_called = plain_name(name) in dates or any(word in dates for word in words_of(name))
    return is_called or is_called_date(name) or "/" in filled[0]


def _holds_buddhist_years(name: str, filled: list[str]) -> bool:
    """Return whether numbers such as 2567 stand under the name of a year or a date."""
    is_called = is_called_thai_year(name) or _is_called_day(name, filled)
    return is_called and _share((looks_buddhist(ascii_digits(text)) for text in filled), filled) >= _CERTAIN


def _is_label(name: str, filled: list[str]) -> bool:
    """Return whether the numbers of a column are names of things: by its name, or by zeros in front."""
    plain, words = plain_name(name), words_of(name)
    if plain in BESIDE_WORDS:
        return True
    zeros = sum(len(text) > 1 and text[0] == "0" and text.isdecimal() for text in filled)
    last = words[-1] if words else ""
    if plain == "no":
        return filled == [str(number) for number in range(1, len(filled) + 1)]
    are_whole = all(text.isdecimal() for text in filled)
    return (zeros > 0 and are_whole) or last in IDENTIFIER_WORDS or plain in IDENTIFIER_NAMES
