"""What stands after the number: qualifiers that follow it, and the unit."""

from dataclasses import dataclass

from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import WordingError
from claimsdash.domain.wording.lexicon import AFTER, match
from claimsdash.domain.wording.numerals import read_numeral
from claimsdash.domain.wording.tokens import Token, TokenKind

_STOPS = frozenset({",", ";", ":", "–", "(", ")", "[", "]", "!", "?", ".", "…", "/"})


@dataclass(frozen=True, slots=True)
class Rest:
    """The qualifiers after the number with their tokens, and the tokens of the unit (start, end)."""

    effects: frozenset[Effect]
    qualifiers: tuple[tuple[int, int], ...]
    unit: tuple[int, ...]


def read_rest(tokens: list[Token], place: int) -> Rest:
    """Read from where the number ends: the unit runs to the first stop, qualifiers may stand anywhere after.

    Raises WordingError where a second figure follows (six killed and 12 wounded).
    """
    effects: set[Effect] = set()
    qualifiers: list[tuple[int, int]] = []
    unit: list[int] = []
    start, stopped = place, False
    while tokens[place].kind is not TokenKind.END:
        found = match(AFTER, tokens, place)
        if found and _is_qualifier(tokens, place, found[1], start, len(found[0].words)):
            effects.add(found[0].effect)
            qualifiers.append((place, found[1]))
            start = found[1] if start == place else start
            place = found[1]
            continue
        stopped = _step(tokens, place, unit, start, stopped)
        start = start + 1 if place == start and (tokens[place].text in _STOPS or _is_tie(tokens, place)) else start
        place += 1
    return Rest(frozenset(effects), tuple(qualifiers), tuple(unit))


def _step(tokens: list[Token], place: int, unit: list[int], start: int, stopped: bool) -> bool:
    """Add the token to the unit unless the unit has ended; tell whether it has."""
    text = tokens[place].text
    if text in _STOPS:
        return stopped or bool(unit) or tokens[place + 1].text != "of"
    if stopped or (place == start and _is_tie(tokens, place)):
        return stopped
    _refuse_second_figure(tokens, place, start)
    unit.append(place)
    return False


def _is_tie(tokens: list[Token], place: int) -> bool:
    return tokens[place].text == "-"


def _is_qualifier(tokens: list[Token], place: int, end: int, start: int, words: int) -> bool:
    """Tell whether words that may qualify what stands before them do: not if a number follows."""
    if read_numeral(tokens, end) is not None and tokens[place].text != "give":
        return False
    adjacent = place == start or (tokens[place - 1].text == "-" and place - 1 == start)
    return adjacent or words > 1 or tokens[end].kind is TokenKind.END or tokens[end].text in _STOPS


def _refuse_second_figure(tokens: list[Token], place: int, start: int) -> None:
    """Refuse `six killed and 12 wounded`, `3 x 4`, `300 400`: which number is meant is not said."""
    token = tokens[place]
    follows = token.text in ("and", "plus", "+", "minus", "x", "&", "versus", "vs", "against")
    if follows and _is_number(tokens, place + 1):
        raise WordingError("There are two figures", token.text, start=token.start, end=tokens[place + 1].end)


def _is_number(tokens: list[Token], place: int) -> bool:
    place = place + 1 if tokens[place].text.endswith(("$", "€", "£")) else place
    return tokens[place].text not in ("a", "an", "half", "one") and read_numeral(tokens, place) is not None
