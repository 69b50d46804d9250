"""Columns that cross two things, as sources and measures do in "UN killed, UN wounded, MoD killed, MoD wounded"."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from claimsdash.intake.mapping.headings import slug, words_of
from claimsdash.intake.mapping.model import Measure, Option, Part, Question
from claimsdash.intake.mapping.vocabulary import SOURCE_HINTS, UNIT_NOUNS

CROSSED = "crossed"
_SUFFIXED = re.compile(r"(.+?)\s*(?:[(\[](.+)[)\]]|[-–—:]\s+(.+))$")
_MOST_PAIRS = 0.7
"""Share of the pairs that have a column: one may be blank all over."""
_NO_OTHERS = frozenset(
    ["new", "total", "daily", "weekly", "monthly", "cumulative", "low", "lower", "high", "upper", "min", "max", "best",
     "minimum", "maximum", "confirmed", "probable", "of", "number of"]
)  # fmt: skip  # several to a line
"""What stands before a measure and is part of it."""
_MEASURES = frozenset(noun for unit, nouns in UNIT_NOUNS.items() if unit != "percent" for noun in nouns)


@dataclass(frozen=True)
class Crossing:
    """A column's name in two parts: what is measured, and of or by whom."""

    measure: str
    other: str


def find_crossings(labels: Mapping[str, str]) -> dict[str, Crossing]:
    """Return the two parts of each column, where every label has them and each part stands in several.

    >>> found = find_crossings({"a": "UN killed", "b": "UN wounded", "c": "MoD killed", "d": "MoD wounded"})
    >>> found["c"].other, found["c"].measure
    ('MoD', 'killed')
    >>> find_crossings({"a": "North killed", "b": "South killed"})
    {}
    """
    for split in (_by_bands, _by_suffix, _by_last_word):
        found = {column: split(label) for column, label in labels.items()}
        crossings = {column: one for column, one in found.items() if one}
        if crossings and len(crossings) == len(labels) and _is_crossed(list(crossings.values())):
            return crossings
    return {}


def _by_bands(label: str) -> Crossing | None:
    """Take "MoD / Killed" apart; which part is the measure the words say."""
    first, between, last = label.partition(" / ")
    if not between or " / " in last:
        return None
    return Crossing(first, last) if _is_measure(first) and not _is_measure(last) else Crossing(last, first)


def _by_suffix(label: str) -> Crossing | None:
    found = _SUFFIXED.fullmatch(label)
    if found is None:
        return None
    first, last = found[1], found[2] or found[3]
    return Crossing(last, first) if _is_measure(last) and not _is_measure(first) else Crossing(first, last)


def _by_last_word(label: str) -> Crossing | None:
    first, _, last = label.replace("_", " ").rpartition(" ")
    return Crossing(last, first) if first else None


def _is_measure(text: str) -> bool:
    return bool(_MEASURES & set(words_of(text)))


def _is_crossed(found: Sequence[Crossing]) -> bool:
    """Return whether two things or more are each measured in the same two ways or more, by words of measures."""
    measures = {one.measure.lower() for one in found}
    others = {one.other.lower() for one in found}
    pairs = {(one.measure.lower(), one.other.lower()) for one in found}
    is_whole = len(pairs) == len(found) >= _MOST_PAIRS * len(measures) * len(others)
    is_part = bool(others & _NO_OTHERS)
    return is_whole and not is_part and len(measures) > 1 and len(others) > 1 and all(map(_is_measure, measures))


def ask_crossed(found: Mapping[str, Crossing], known: Collection[str], *, has_claimant: bool) -> Question:
    """Ask what stands beside the measures: sources, where half of them are known or named as such."""
    others = list(dict.fromkeys(one.other for one in found.values()))
    measures = list(dict.fromkeys(one.measure for one in found.values()))
    hinted = [other for other in others if other.lower() in known or SOURCE_HINTS & set(words_of(other))]
    options = (
        Option("sources", "sources: each says what stands in its columns"),
        Option("places", "places, sides or kinds: they tell the claims of one topic apart"),
        Option("measures", f"parts of the measure: one topic for each, such as {next(iter(found))[:40]}"),
    )
    is_sources = not has_claimant and len(hinted) * 2 >= len(others)
    proposal = "sources" if is_sources else "places" if has_claimant else None
    asks = f"What are {', '.join(other[:30] for other in others[:4])} beside {' and '.join(measures[:2])[:60]}?"
    return Question(CROSSED, asks, ", ".join(list(found)[:4]), options, proposal)


def cross(measures: Sequence[Measure], found: Mapping[str, Crossing], field: str) -> tuple[Measure, ...]:
    """Give each measure its own topic, and what it is crossed with to a field."""
    crossed = []
    for measure in measures:
        one = found[measure.column]
        parts = {"topic": Part(constant=slug(one.measure), reason="the measure in the name of the column")}
        parts[field] = Part(constant=one.other, reason="beside the measure in the name of the column")
        crossed.append(replace(measure, fields={**measure.fields, **parts}))
    return tuple(crossed)
