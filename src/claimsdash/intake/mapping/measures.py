"""The columns of figures: which measure, period and bound each holds, and which of them are one measure over time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from claimsdash.intake.mapping.days import DayStyle, read_day
from claimsdash.intake.mapping.headings import Heading, plain_name, take_heading_apart
from claimsdash.intake.mapping.profiles import Kind, Profile
from claimsdash.intake.mapping.vocabulary import BEST_WORDS, GENERIC_WORDS, HIGH_WORDS, LOW_WORDS


@dataclass(frozen=True)
class Figures:
    """A column of figures with its name taken apart, and the columns of its bounds."""

    profile: Profile
    heading: Heading
    low: str = ""
    high: str = ""

    @property
    def label(self) -> str:
        """What is measured: the name without a word for the lower end, where the column is that."""
        base = _base(self.heading, LOW_WORDS) if self.profile.name == self.low else None
        return base or self.heading.label

    @property
    def group(self) -> str:
        """What the columns of one measure share."""
        return plain_name(self.heading.label) or ("%" if self.heading.unit == "percent" else "")

    @property
    def is_generic(self) -> bool:
        """Whether the name says nothing of what is measured."""
        return not self.group or self.group in GENERIC_WORDS or self.group in (*BEST_WORDS, *LOW_WORDS, *HIGH_WORDS)


def find_figures(profiles: Sequence[Profile], units: Collection[str], style: DayStyle) -> list[Figures]:
    """Return the columns of figures; those of bounds are joined to the column that they bound."""
    columns = [profile for profile in profiles if profile.kind is Kind.FIGURES]
    style = replace(style, bare_months=has_months_across([profile.name for profile in columns]))
    headings = {profile.name: take_heading_apart(profile.name, units, style) for profile in columns}
    lows, highs = _bounds(headings, LOW_WORDS), _bounds(headings, HIGH_WORDS)
    paired = {base: (lows[base], highs[base]) for base in lows if base in highs}
    taken = {name for pair in paired.values() for name in pair}
    found = []
    for profile in columns:
        if profile.name in taken:
            continue
        base = _base(headings[profile.name], BEST_WORDS) or plain_name(headings[profile.name].label)
        key = next(
            (one for one in (_key(headings[profile.name], base), _key(headings[profile.name], "")) if one in paired), ""
        )
        low, high = paired.pop(key) if key else ("", "")
        found.append(Figures(profile, headings[profile.name], low, high))
    by_name = {profile.name: profile for profile in columns}
    found += [Figures(by_name[low], headings[low], low, high) for low, high in paired.values()]
    return found


def has_months_across(names: Sequence[str]) -> bool:
    """Return whether at least three of the columns are called by a month or a quarter alone.

    >>> has_months_across(["Jan", "Feb", "Mar"]), has_months_across(["May", "Deaths"])
    (True, False)
    """
    style = DayStyle(bare_months=True)
    return sum((read_day(part, style) or "").startswith("--") for name in names for part in name.split(" / ")) > 2


def _bounds(headings: Mapping[str, Heading], words: Sequence[str]) -> dict[str, str]:
    """Return the columns that bound something, by what they bound and when."""
    found: dict[str, str] = {}
    for name, heading in headings.items():
        base = _base(heading, words)
        if base is not None:
            found.setdefault(_key(heading, base), name)
    return found


def _key(heading: Heading, base: str) -> str:
    return f"{base}|{heading.period}"


def _base(heading: Heading, words: Sequence[str]) -> str | None:
    """Return what is left of a name without its word for a bound; None where it has none.

    >>> _base(Heading("Deaths (low)"), LOW_WORDS), _base(Heading("upper"), HIGH_WORDS)
    ('deaths', '')
    """
    plain = plain_name(heading.label)
    for word in sorted(words, key=len, reverse=True):
        if plain == word:
            return ""
        if plain.endswith(f" {word}"):
            return plain.removesuffix(f" {word}")
        if plain.startswith(f"{word} "):
            return plain.removeprefix(f"{word} ")
    return None
