"""Tokens of another language turned into the English tokens that the grammar reads; places in the phrase stay."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from claimsdash.domain.wording.languages import DUTCH, FRENCH, GERMAN, Language
from claimsdash.domain.wording.languages_east import CZECH, HUNGARIAN, POLISH, RUSSIAN, UKRAINIAN
from claimsdash.domain.wording.languages_south import ITALIAN, SPANISH
from claimsdash.domain.wording.tokens import Token, TokenKind
from claimsdash.domain.wording.word_sets import word_set

LANGUAGES: tuple[Language, ...] = (
    *(GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH),
    *(HUNGARIAN, CZECH, UKRAINIAN, RUSSIAN, POLISH),
)
"""The languages besides English, in the order of preference where a phrase fits two."""

_STRONG, _WEAK, _BEFORE_A_NUMBER = "", "~", "!"
_DOT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_ENGLISH = word_set("a in no plus an die per as on en do to the at minimum maximum men")
_HUNDRED, _THOUSAND = 100, 1000


@dataclass(frozen=True)
class _Words:
    """A language ready for look-up: phrases to (English, strength), words to (number, strength)."""

    phrases: dict[tuple[str, ...], tuple[str, str]]
    by_first: dict[str, list[tuple[str, ...]]]
    numbers: dict[str, tuple[int, str]]
    has_compounds: bool


def _marked(word: str) -> tuple[str, str]:
    return (word[:-1], word[-1]) if word[-1] in (_WEAK, _BEFORE_A_NUMBER) else (word, _STRONG)


@cache
def _words(language: Language) -> _Words:
    phrases: dict[tuple[str, ...], tuple[str, str]] = {}
    for line in filter(None, map(str.strip, language.phrases.splitlines())):
        english, _, foreign = line.partition(" = ")
        for item in foreign.split("|"):
            phrase, strength = _marked(item.strip())
            phrases.setdefault(tuple(phrase.replace(",", " ,").split()), (english, strength))
    numbers: dict[str, tuple[int, str]] = {}
    for line in filter(None, map(str.strip, language.numbers.splitlines())):
        value, *words = line.split()
        numbers.update({_marked(word)[0]: (int(value), _marked(word)[1]) for word in words})
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase_words in sorted(phrases, key=len, reverse=True):
        by_first.setdefault(phrase_words[0], []).append(phrase_words)
    return _Words(phrases, by_first, numbers, language.has_compounds)


def _key(phrase: tuple[str, ...]) -> str:
    """Return the word of a phrase that tells most: the first that is no English word."""
    return next((word for word in phrase if word not in _ENGLISH), phrase[-1])


@cache
def _telling_words() -> frozenset[str]:
    """Return every word that can show that a phrase is not English."""
    known = [_words(language) for language in LANGUAGES]
    keys = {_key(phrase) for words in known for phrase, (_, mark) in words.phrases.items() if mark != _WEAK}
    return frozenset(keys | {word for words in known for word, (_, mark) in words.numbers.items() if mark != _WEAK})


def translate(tokens: list[Token]) -> list[Token] | None:
    """Return the tokens in English where the phrase shows words of another language, else None.

    >>> from claimsdash.domain.wording.tokens import tokenise
    >>> [token.text for token in translate(tokenise("mehr als eine Million")) or [] if token.text]
    ['more', 'than', '1', 'million']
    """
    known = _telling_words()
    if not any(token.text in known or _is_long_foreign(token.text) for token in tokens if token.text):
        return None
    best: tuple[int, list[Token]] | None = None
    for language in LANGUAGES:
        strong, translated = _translated(tokens, _words(language))
        if strong and (best is None or strong > best[0]):
            best = strong, translated
    return best[1] if best else None


@lru_cache(maxsize=4096)
def _is_long_foreign(text: str) -> bool:
    """Tell whether a word may be a number written as one word (zweihundert, kétezer)."""
    return len(text) > 5 and any(_compound(text, _words(language)) is not None for language in LANGUAGES)


def _translated(tokens: list[Token], words: _Words) -> tuple[int, list[Token]]:
    """Return how many letters of words of the language there are, and the translated tokens."""
    out: list[Token] = []
    strong, place = 0, 0
    while place < len(tokens):
        found = _phrase(tokens, place, words) or _number(tokens, place, words)
        if found is None:
            out.append(_regrouped(tokens[place]))
            place += 1
            continue
        english, end, mark = found
        strong += _weight(tokens, place, end, mark)
        start, stop = tokens[place].start, tokens[end - 1].end
        kinds = [TokenKind.NUMBER if word[0].isdecimal() else TokenKind.WORD for word in english.split()]
        out += [Token(word, kind, start, stop) for word, kind in zip(english.split(), kinds, strict=True)]
        place = end
    return strong, out


def _weight(tokens: list[Token], place: int, end: int, mark: str) -> int:
    counts = mark == _STRONG or (mark == _BEFORE_A_NUMBER and tokens[end].kind is TokenKind.NUMBER)
    return sum(len(token.text) for token in tokens[place:end]) if counts else 0


def _phrase(tokens: list[Token], place: int, words: _Words) -> tuple[str, int, str] | None:
    for phrase in words.by_first.get(tokens[place].text, ()):
        if all(token.text == word for token, word in zip(tokens[place:], phrase, strict=False)):
            english, mark = words.phrases[phrase]
            return english, place + len(phrase), mark
    return None


def _number(tokens: list[Token], place: int, words: _Words) -> tuple[str, int, str] | None:
    """Read a run of number words (trois cent mille, kétezer) as digits."""
    values: list[int] = []
    marks: set[str] = set()
    end = place
    while end < len(tokens) and (one := _one_word(tokens[end].text, words)):
        values += one[0]
        marks.add(one[1])
        end += 1
    if not values:
        return None
    mark = _STRONG if _STRONG in marks else _WEAK
    if values == [_THOUSAND] and place and tokens[place - 1].kind is TokenKind.NUMBER:
        return "thousand", end, mark
    return str(_summed(values)), end, mark


def _one_word(text: str, words: _Words) -> tuple[list[int], str] | None:
    if text in words.numbers:
        value, mark = words.numbers[text]
        return [value], mark
    parts = _compound(text, words)
    return (parts, _STRONG) if parts else None


def _compound(text: str, words: _Words) -> list[int] | None:
    """Cut a word into number words, the longest first: zweihundertfünfzig, ötszáz, tremila."""
    if not words.has_compounds or len(text) < 6 or len(text) > 60:
        return None
    parts: list[int] = []
    while text:
        length = next((size for size in range(min(len(text), 10), 1, -1) if text[:size] in words.numbers), 0)
        if not length and parts and text.startswith(("und", "en", "ën")):
            text = text.removeprefix("und").removeprefix("en").removeprefix("ën")
            continue
        if not length:
            return None
        parts.append(words.numbers[text[:length]][0])
        text = text[length:]
    return parts if len(parts) > 1 else None


def _summed(values: list[int]) -> int:
    """Add and multiply the values as they are said: 2 1000 500 is 2,500; 5 20 is 25."""
    total, current = 0, 0
    for value in values:
        if value == _THOUSAND:
            total, current = total + max(current, 1) * _THOUSAND, 0
        elif value == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        else:
            current += value
    return total + current


def _regrouped(token: Token) -> Token:
    """Write a number with dots between thousands and a decimal comma as English does."""
    if token.kind is not TokenKind.NUMBER:
        return token
    if _DOT_GROUPS.fullmatch(token.text):
        return replace(token, text=token.text.replace(".", "").replace(",", "."))
    return replace(token, text=token.text.replace(",", ".")) if _DECIMAL_COMMA.fullmatch(token.text) else token
