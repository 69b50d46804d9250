"""A phrase as tokens that keep their place in it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from claimsdash.domain.wording.figure import WordingError
from claimsdash.domain.wording.numerals_en import SUFFIXES, WORD_NUMBERS
from claimsdash.domain.wording.word_sets import word_set

MOST_CHARACTERS = 400
MOST_TOKENS = 100
MOST_DIGITS = 30
"""Longer phrases and numbers are refused: a wording of a number is a few words."""
ROOM = 8
"""END tokens after the last: as far as any rule looks ahead."""


class TokenKind(Enum):
    """What a token is made of."""

    NUMBER = auto()
    WORD = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its text in lower case and plain characters, and its place; `glued`: no space before it."""

    text: str
    kind: TokenKind
    start: int
    end: int
    glued: bool = False


_TOKEN = re.compile(
    r"(?P<SIGN>(?:us|au?|ca?|hk|nt|s|nz|r)?[$€£¥₹₩₽₴₺]"
    r"|(?:usd|eur|gbp|krw|rub|uah|jpy|cny|chf|inr|aud|cad|rs\.?)(?=\s?\d)"
    r"|\+/-|\+/−|[<>]=)"
    r"|(?P<NUMBER>\d+(?:[.,']\d+)*)"
    r"|(?P<WORD>[^\W\d_]\w*(?:['&][^\W\d_]\w*|\.[^\W\d_](?!\w))*)"
    r"|(?P<OTHER>\S)",
    re.IGNORECASE,
)
_PLAIN = {
    **dict.fromkeys("‐‑﹣－−", "-"),
    **dict.fromkeys("–—‒―⸺〜～", "–"),
    **dict.fromkeys("’‘ʼ`´′", "'"),
    **dict.fromkeys("“”„«»‹›‟〝〞", '"'),
    **dict.fromkeys("≅≃∼˜", "≈"),
    **dict.fromkeys("⩾≧", "≥"),
    **dict.fromkeys("⩽≦", "≤"),
    **dict.fromkeys("٪﹪", "%"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", " "),
    "×": "x",
    "٬": ",",
    "٫": ".",
}
_ABBREVIATIONS = word_set("approx est c ca cca circa min max rs mio mrd mln bn m u.s u.k u.n incl p.c pct")
_JOINING = word_set(
    "in of to or and plus about around over under some nearly than point out up percent pct cent tonnes kg km"
)
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "s", "d", "'s"})
_NUMBER_SIGNS = frozenset({"#", "№", "no", "nos", "nr"})


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return the plain form of one character: as long as the original, so that places stay true."""
    if character in _PLAIN:
        return _PLAIN[character]
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    if character.isspace() or unicodedata.category(character) in ("Zs", "Cf", "Cc"):
        return " "
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def plain_text(text: str) -> str:
    """Return the text with plain spaces, digits, dashes and quotes, every character in its place.

    >>> plain_text("１０\\u202f000–12 000")
    '10 000–12 000'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_plain, text))


def tokenise(text: str) -> list[Token]:
    """Cut a phrase into tokens; the list closes with END tokens.

    Model names and dates (KN-23, 2024-05-03, 6:30) are one word each; quotation marks are left out.
    Raises WordingError where the phrase is too long.

    >>> [token.text for token in tokenise("over 400 KN-23 missiles") if token.text]
    ['over', '400', 'kn-23', 'missiles']
    """
    if len(text) > MOST_CHARACTERS:
        raise WordingError(f"The wording is longer than {MOST_CHARACTERS} characters", text[:40] + "…", end=len(text))
    tokens: list[Token] = []
    last = -1
    for found in _TOKEN.finditer(plain_text(text)):
        raw = found.group()
        if raw == '"':
            last = found.end() if last == found.start() else last
            continue
        name = found.lastgroup
        kind = TokenKind.SIGN if name in ("SIGN", "OTHER") else TokenKind[name or "SIGN"]
        if raw == "." and tokens and last == found.start() and tokens[-1].text in _ABBREVIATIONS:
            continue
        tokens.append(Token(raw.lower(), kind, found.start(), found.end(), last == found.start()))
        last = found.end()
    if len(tokens) > MOST_TOKENS:
        raise WordingError(f"The wording has more than {MOST_TOKENS} words", text[:40] + "…", end=len(text))
    return [*_names_joined(tokens), *[Token("", TokenKind.END, len(text), len(text))] * ROOM]


def _names_joined(tokens: list[Token]) -> list[Token]:
    """Make one word of each name or date that holds digits."""
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        end = _name_end(tokens, place)
        joined.append(tokens[place] if end == place + 1 else _merged(tokens[place:end]))
        place = end
    return joined


def _merged(tokens: list[Token]) -> Token:
    text = "".join(token.text for token in tokens)
    return Token(text, TokenKind.WORD, tokens[0].start, tokens[-1].end, tokens[0].glued)


def _name_end(tokens: list[Token], place: int) -> int:
    """Return where the name that starts here ends; `place` + 1 where none does."""
    token = tokens[place]
    after = tokens[place + 1 : place + 7]
    if len(after) == 0:
        return place + 1
    if token.text in _NUMBER_SIGNS and (end := _numbered_end(token, after)):
        return place + end
    if token.kind is TokenKind.WORD and _is_glued(after, "-", TokenKind.NUMBER) and _can_be_a_name(token):
        return place + 3 + _glued_words(after[2:])
    if token.kind is TokenKind.NUMBER:
        return place + _number_name_length(token, after)
    return place + 1


def _can_be_a_name(token: Token) -> bool:
    return (
        token.text not in WORD_NUMBERS and token.text not in _JOINING and not (token.glued and token.text in SUFFIXES)
    )


def _numbered_end(token: Token, after: list[Token]) -> int:
    """Return the length of `#5` or `No. 5`: a number that names and does not count."""
    if token.text in ("#", "№") and after[0].kind is TokenKind.NUMBER:
        return 2
    dotted = len(after) > 1 and after[0].text == "." and after[0].glued and after[1].kind is TokenKind.NUMBER
    return 3 if dotted else 0


def _is_glued(after: list[Token], sign: str, kind: TokenKind) -> bool:
    """Tell whether the sign and a token of the kind follow without a space."""
    return len(after) > 1 and after[0].text == sign and after[0].glued and after[1].glued and after[1].kind is kind


def _glued_words(after: list[Token]) -> int:
    """Count the letters glued to a model name (F-16s)."""
    return 1 if after and after[0].glued and after[0].kind is TokenKind.WORD else 0


def _number_name_length(token: Token, after: list[Token]) -> int:
    """Return how many tokens belong to an ordinal, a time, a date; 1 for a plain number."""
    if after[0].glued and after[0].text in _ORDINAL_ENDINGS:
        return 2
    if _is_glued(after, ":", TokenKind.NUMBER):
        return 3
    if _is_glued(after, "-", TokenKind.NUMBER) and _is_glued(after[2:], "-", TokenKind.NUMBER):
        return 5
    return 1
