"""What stands before the main number: its qualifiers, words that do not matter, and words that forbid a reading."""

from dataclasses import dataclass

from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import WordingError
from claimsdash.domain.wording.items import Item
from claimsdash.domain.wording.tokens import Token, TokenKind

_MOST_WORDS_BETWEEN = 3
_STOPS = frozenset({",", ";", ":", "–", "(", ")", "."})
_NEGATIONS = frozenset({"not", "nor", "neither", "never", "without", "unlike", "denied", "denies", "than"})
_ORDINALS = frozenset({"first", "second"})
_OF_THE_LEAD = frozenset({"of", "at", "to", "by", ":", "totalling", "numbering"})


@dataclass(frozen=True, slots=True)
class Head:
    """The effects before a number, the tokens of those qualifiers, and the tokens of a noun that ends in `of`."""

    effects: frozenset[Effect]
    spans: tuple[tuple[int, int], ...]
    lead: tuple[int, ...]


def read_head(tokens: list[Token], items: list[Item], main: int) -> Head:
    """Read backwards from the number.

    Qualifiers count while nothing but qualifiers stands between; the firm ones (more than, at least) also over an
    adjective or two (more than a staggering 300). Raises WordingError at words that change what the number says.
    """
    effects: set[Effect] = set()
    spans: list[tuple[int, int]] = []
    words: list[int] = []
    stopped = False
    for at in range(main - 1, -1, -1):
        item = items[at]
        if item.effect is Effect.REFUSED and not stopped:
            _refuse(tokens, items, at, main, between=len(words))
        if item.effect and item.effect is not Effect.REFUSED and not stopped:
            if _reaches(items, at, words):
                effects.add(item.effect)
                spans.append((item.start, item.end))
        elif item.text in _STOPS:
            stopped = stopped or item.text not in ("(", ")", ":")
            words.append(item.start)
        elif item.text != "-":
            words.append(item.start)
    return Head(frozenset(effects), tuple(reversed(spans)), _lead(tokens, items, main))


def _reaches(items: list[Item], at: int, words: list[int]) -> bool:
    """Tell whether a qualifier still belongs to the number over the words in between."""
    entry = items[at].entry
    if not words:
        return True
    after_article = items[at + 1].text in ("a", "an", "another") and len(words) == 1
    return entry is not None and len(words) <= _MOST_WORDS_BETWEEN and (entry.loose or after_article)


def _refuse(tokens: list[Token], items: list[Item], at: int, main: int, *, between: int) -> None:
    """Refuse numbers that are denied, or that name rather than count."""
    item = items[at]
    if item.text in _ORDINALS:
        amount = items[main].amount
        if between or amount is None or amount.numeral is None or not amount.numeral.is_fraction:
            return
    if between == 0 or item.text in _NEGATIONS:
        start, end = tokens[item.start].start, tokens[items[main].end - 1].end
        words = " ".join(token.text for token in tokens[item.start : items[main].end])
        raise WordingError("The number is denied, or does not count anything", words, start=start, end=end)


def _lead(tokens: list[Token], items: list[Item], main: int) -> tuple[int, ...]:
    """Return the nouns of `a crowd of 300`, `prisoners: 300`, to stand as the unit where none follows."""
    place = main - 1
    while place >= 0 and items[place].effect and items[place].text not in _OF_THE_LEAD:
        place -= 1
    if place < 1 or items[place].text not in _OF_THE_LEAD:
        return ()
    nouns = [item.start for item in items[:place] if item.entry is None and item.amount is None]
    return tuple(noun for noun in nouns if tokens[noun].kind is TokenKind.WORD)
