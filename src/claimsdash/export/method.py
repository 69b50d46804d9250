"""The method in force, as rows: what was decided about marks, vague words, assumptions and interests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimsdash.domain.assumption import Assumption
from claimsdash.export.names import INTERESTS, say_day, say_key
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
    """One part of the method: a title, a sentence, the columns and the rows of a table.

    `pages` are addresses, one a row or none at all, to which the last cell of the row leads.
    """

    title: str
    words: str
    columns: tuple[str, ...]
    rows: Rows
    pages: tuple[str, ...] = ()


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
        tuple(_vague_words(package)),
    )
    chosen = list(package.assumptions.values()) if keys is None else [package.assumptions[key] for key in keys]
    chosen.sort(key=lambda one: (one.from_unit, one.to_unit, one.said_on))
    yield Rule(
        "Assumptions",
        "Across dimensions (containers, shells) figures are converted only by a cited row, and drawn as derived.",
        ("From", "To", "Each holds", "Said by", "On"),
        tuple(_assumption(one, package) for one in chosen),
        tuple(one.url for one in chosen),
    )
    interests = tuple((say_key(key), words) for key, words in INTERESTS.items())
    words = "The stake of a source, not whether it is right."
    yield Rule("Interest of claimants", words, ("Interest", "Meaning"), interests)


def _vague_words(package: Package) -> Iterator[tuple[str, ...]]:
    """Yield the vague words, those read alike in one row."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for word in package.vague_words:
        alike.setdefault((_end(word.low), _end(word.high), word.said_by), []).append(word.word)
    return ((", ".join(words), *read) for read, words in alike.items())


def _end(end: object) -> str:
    return "open" if end is None else f"{end:,}"


def _assumption(one: Assumption, package: Package) -> tuple[str, ...]:
    source = package.sources.get(one.said_by)
    day = say_day(one.said_on) if one.said_on else "undated"
    return (
        one.from_unit,
        one.to_unit,
        _held(one.bounds.low, one.bounds.high),
        source.name if source else one.said_by,
        day,
    )


def _held(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"at least {low:,.4g}" if low is not None else f"at most {high:,.4g}" if high is not None else "not said"
    return f"{low:,.4g} to {high:,.4g}"
