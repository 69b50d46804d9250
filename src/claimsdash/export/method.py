"""The method in force, as rows: what was decided about marks, vague words, assumptions and interests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimsdash.domain.assumption import Assumption
from claimsdash.export.card import INTERESTS, say_day
from claimsdash.intake.package import Package

PRINCIPLES = (
    ("As said", "A figure keeps its wording, bound, hedge, unit, window and source; what is inferred is marked so."),
    ("Nothing invented", "No midpoint, no missing bound and no date."),
    ("Every mark opens its evidence", "Who said it, who printed it, when, in which words, and the link."),
    ("Origins, not echoes", "Ten outlets repeating one minister are one claim. Counts are counts of claims."),
    ("Only like with like", "Figures are connected and compared inside one topic, basis, modality and unit only."),
    ("Three clocks", "The period a figure is about, the day it was reported, the day it was loaded."),
    ("Nothing lost", "What cannot be read is shown with its reason; what is removed can be brought back."),
)

MARKS = (
    ("filled circle", "a number without a hedge"),
    ("open circle with a soft bar", "about: the bar is the rounding interval, half the unit of the last digit"),
    ("tick with an arrow up or down", "at least, at most: the tick is the claim, the length of the arrow says nothing"),
    ("bar", "a range; no middle is drawn"),
    ("fading bar", "a vague word, such as dozens"),
    ("x on the rail below", "a denial, or no figure; never zero"),
    ("diamond", "what could be or is planned, not what is"),
    ("square", "computed by claimsdash through a cited assumption"),
)

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Rule:
    """One part of the method: a title, a sentence, the columns and the rows of a table."""

    title: str
    words: str
    columns: tuple[str, ...]
    rows: Rows


def method_in_force(package: Package, *, keys: Iterable[str] | None = None) -> Iterator[Rule]:
    """Yield the rules by which the reports of a package are read, counted and drawn.

    Of the assumptions those with the `keys` are listed, by default all.
    """
    yield Rule("Principles", "What every chart and table keeps.", ("Rule", "Meaning"), PRINCIPLES)
    yield Rule("The marks", "What each form says.", ("Mark", "Meaning"), MARKS)
    yield Rule(
        "Vague words",
        "The least and the most that each word commits its author to.",
        ("Word", "From", "To", "Who says so"),
        tuple((word.word, _end(word.low), _end(word.high), word.said_by) for word in package.vague_words),
    )
    chosen = package.assumptions if keys is None else {key: package.assumptions[key] for key in keys}
    yield Rule(
        "Assumptions",
        "Across dimensions (containers, shells) figures are converted only by a cited row, and drawn as derived.",
        ("From", "To", "Each holds", "Said by", "On"),
        tuple(_assumption(one, package) for one in sorted(chosen.values(), key=lambda one: one.said_on)),
    )
    interests = tuple((key.replace("_", " "), words) for key, words in INTERESTS.items())
    words = "The stake of a source, not whether it is right."
    yield Rule("Interest of claimants", words, ("Key", "Meaning"), interests)


def _end(end: object) -> str:
    return "open" if end is None else f"{end:,}"


def _assumption(one: Assumption, package: Package) -> tuple[str, ...]:
    source = package.sources.get(one.said_by)
    held = " to ".join("open" if end is None else f"{end:,.4g}" for end in (one.bounds.low, one.bounds.high))
    return one.from_unit, one.to_unit, held, source.name if source else one.said_by, say_day(one.said_on or None)
