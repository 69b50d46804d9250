"""Phrases without a number: `all of the shells`, `more than a year`, and those that give no figure."""

from dataclasses import replace
from decimal import Decimal

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import Figure, Part, WordingError
from claimsdash.domain.wording.items import Item
from claimsdash.domain.wording.numerals import Numeral
from claimsdash.domain.wording.tokens import Token, TokenKind
from claimsdash.domain.wording.word_sets import word_set

_WHOLES = frozenset({"all", "entire", "whole", "full", "everything"})
_BOUNDS = frozenset({Effect.FLOOR, Effect.CEILING, Effect.BELOW, Effect.ABOVE, Effect.ABOUT})
_COLLECTIVES = word_set(
    "series range variety group set batch force fleet convoy crowd total sum figure number period row string "
    "wave spate quantity stock amount level rate third second decade-long"
)
_NO_FIGURE = word_set(
    "figure figures number numbers estimate estimates data information proof evidence detail details "
    "statistics confirmation breakdown indication count total toll"
)
_SILENCE = word_set(
    "declined declines refused refuses refusing denied denies unknown undisclosed unspecified withheld groundless "
    "baseless unfounded untrue false fabricated rejected rejects"
)
"""Words of a denial, and of a refusal to give a number."""
_SILENT_PHRASES = (
    "did not say how",
    "did not give",
    "did not specify",
    "did not disclose",
    "not disclosed",
    "not known",
    "not specified",
    "without giving",
    "would not say",
    "no comment",
)


def read_numberless(text: str, tokens: list[Token], items: list[Item]) -> Figure | tuple[list[Item], int]:
    """Return a figure of kind none, or the items with an amount put in: the whole (1), or the article (1).

    Raises WordingError, naming the words, where the phrase is neither.
    """
    if _gives_no_figure(tokens):
        return no_figure(text)
    for at, item in enumerate(items):
        if item.text in _WHOLES and tokens[item.end].text not in ("but", "about"):
            return put_one(items, at, Nature.SHARE), at
        if item.text in ("a", "an") and item.end == item.start + 1 and _is_bounded(tokens, items, at):
            return put_one(items, at), at
    raise WordingError("There is no number in it that can be read", text.strip()[:100], end=len(text))


def no_figure(text: str) -> Figure:
    """Return the figure of a phrase that gives none."""
    return Figure(Qualifier.NONE, None, None, None, "", (Part("qualifier", 0, len(text)),))


def is_silent(tokens: list[Token]) -> bool:
    """Tell whether the phrase says that a number was not given, whatever vague word it holds (did not say how many)."""
    phrase = " ".join(token.text for token in tokens if token.kind is TokenKind.WORD)
    return any(silent in phrase for silent in _SILENT_PHRASES)


def _gives_no_figure(tokens: list[Token]) -> bool:
    words = [token.text for token in tokens if token.kind is TokenKind.WORD]
    if is_silent(tokens) or any(word in _SILENCE for word in words):
        return True
    return bool(words) and "no" in words and not _NO_FIGURE.isdisjoint(words)


def _is_bounded(tokens: list[Token], items: list[Item], at: int) -> bool:
    """Tell whether the article counts: after a bound, before a noun (at least a month's worth)."""
    noun = tokens[items[at].end]
    return at > 0 and items[at - 1].effect in _BOUNDS and noun.kind is TokenKind.WORD and noun.text not in _COLLECTIVES


def put_one(items: list[Item], at: int, nature: Nature = Nature.COUNT) -> list[Item]:
    """Return the items with the number one in the place of a word that stands for it."""
    item, value = items[at], Decimal(1)
    numeral = Numeral(value, item.start + 1, value, is_single=nature is Nature.SHARE)
    amount = Amount(item.start, item.start + 1, item.start, value, value, nature, numeral)
    return [*items[:at], replace(item, end=amount.end, amount=amount, entry=None), *items[at + 1 :]]
