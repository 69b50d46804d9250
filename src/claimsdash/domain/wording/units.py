"""What is left of a phrase without number and qualifiers: the unit."""

from typing import TYPE_CHECKING

from claimsdash.domain.wording.amount import Nature
from claimsdash.domain.wording.figure import Part
from claimsdash.domain.wording.measures import factor_between
from claimsdash.domain.wording.tokens import Token

if TYPE_CHECKING:
    from claimsdash.domain.wording.bounds import Reading

_PER = frozenset({"a", "an", "per", "every", "each", "daily", "weekly", "monthly", "annually", "yearly"})


def unit_phrase(text: str, tokens: list[Token], reading: "Reading") -> tuple[str, Part | None]:
    """Return the unit as the source worded it, and its place.

    `% of X` for percentages, `of X` for a share, `times` for a multiple, a currency sign before what follows.
    """
    places = _unit_places(tokens, reading)
    noun = _words(text, tokens, places)
    own = reading.amount.unit or (reading.second.unit if reading.second else "")
    if reading.amount.nature is Nature.MULTIPLE and not (places and tokens[places[0]].text in _PER):
        noun, places = "", ()
    part = Part("unit", tokens[places[0]].start, tokens[places[-1]].end) if places else None
    return f"{own} {noun}".strip(), part


def _unit_places(tokens: list[Token], reading: "Reading") -> tuple[int, ...]:
    places = reading.unit
    start, end = reading.nouns
    between = tuple(range(start, end))
    if between and (not places or factor_between(tokens[places[0]].text, tokens[start].text)):
        places = (*between, *places[1:])
    if not places:
        return reading.lead
    keeps_of = reading.amount.nature in (Nature.SHARE, Nature.PERCENT, Nature.POINTS)
    if tokens[places[0]].text == "of" and not keeps_of:
        places = places[1:]
    return places


def _words(text: str, tokens: list[Token], places: tuple[int, ...]) -> str:
    words = ""
    for place in places:
        token = tokens[place]
        gap = "" if not words or (token.glued and place - 1 in places) else " "
        words += gap + text[token.start : token.end]
    return words.strip()
