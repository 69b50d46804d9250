"""Qualifiers by their words, and the longest that stands at a place."""

from dataclasses import dataclass
from itertools import product

from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.qualifiers_en import AFTER_WORDS, BEFORE_WORDS
from claimsdash.domain.wording.tokens import Token
from claimsdash.domain.wording.word_sets import word_set


@dataclass(frozen=True, slots=True)
class Entry:
    """One qualifier: its words and its effect; a `loose` one may have other words between it and the number."""

    words: tuple[str, ...]
    effect: Effect
    loose: bool = False


_LOOSE = frozenset({Effect.FLOOR, Effect.CEILING, Effect.ABOUT, Effect.BELOW, Effect.ABOVE})
_TIGHT_WORDS = word_set(
    "over under above below beyond past some c ca about around round near beneath + > < @ top tops pass"
)


def _expanded(pattern: str) -> list[tuple[str, ...]]:
    """Return all word sequences of a pattern."""
    slots = []
    for slot in pattern.split():
        choices = slot.removesuffix("?").split("|")
        slots.append([*choices, ""] if slot.endswith("?") else choices)
    return [tuple(" ".join(choice).replace("_", " ").split()) for choice in product(*slots)]


Lexicon = dict[str, "Lexicon | Entry"]
"""Entries by their words, one word a step; an entry stands under the empty word."""


def build_lexicon(rows: tuple[tuple[Effect, str], ...]) -> Lexicon:
    """Index the rows of a table; of equal words the first row holds.

    >>> build_lexicon(((Effect.FLOOR, "well? over"),))["over"][""].effect.name
    'FLOOR'
    """
    lexicon: Lexicon = {}
    for effect, pattern in rows:
        for words in filter(None, _expanded(pattern)):
            node = lexicon
            for word in words:
                node = node.setdefault(word, {})  # type: ignore[assignment]  # only the empty word leads to an entry
            loose = effect in _LOOSE and not (len(words) == 1 and words[0] in _TIGHT_WORDS)
            node.setdefault("", Entry(words, effect, loose))
    return lexicon


BEFORE: Lexicon = build_lexicon(BEFORE_WORDS)
AFTER: Lexicon = build_lexicon(AFTER_WORDS)


def match(lexicon: Lexicon, tokens: list[Token], place: int) -> tuple[Entry, int] | None:
    """Return the longest entry that starts at a place, and where it ends; hyphens between its words do not count."""
    found = None
    node: Lexicon | Entry | None = lexicon.get(tokens[place].text)
    end = place + 1
    while isinstance(node, dict):
        if isinstance(entry := node.get(""), Entry):
            found = entry, end
        token = tokens[end] if end < len(tokens) else tokens[-1]
        if token.text == "-" and token.glued and "-" not in node:
            end += 1
            token = tokens[end]
        node = node.get(token.text) if token.text else None
        end += 1
    return found
