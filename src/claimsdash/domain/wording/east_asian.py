"""Korean and Japanese number phrases turned into the English tokens that the grammar reads."""

import re
from decimal import Decimal

from claimsdash.domain.wording.tokens import MOST_DIGITS, ROOM, Token, TokenKind, plain_text

_WORDS: dict[str, str] = {
    **dict.fromkeys(("약", "대략", "約", "およそ"), "about"),
    **dict.fromkeys(("거의", "ほぼ"), "nearly"),
    **dict.fromkeys(("최대", "最大"), "up to"),
    **dict.fromkeys(("최소", "적어도", "최소한", "少なくとも", "最低"), "at least"),
    **dict.fromkeys(("이상", "초과", "넘는", "넘게", "以上", "超", "を超える"), "or more"),
    **dict.fromkeys(("이하", "미만", "以下", "未満"), "or fewer"),
    **dict.fromkeys(("가량", "정도", "쯤", "안팎", "내외", "程度", "前後", "ほど", "くらい"), "or so"),
    "여": "odd",
    **dict.fromkeys(("수십만", "数十万"), "hundreds of thousands"),
    **dict.fromkeys(("수백만", "数百万"), "millions"),
    **dict.fromkeys(("수십", "数十"), "tens"),
    **dict.fromkeys(("수백", "数百"), "hundreds"),
    **dict.fromkeys(("수천", "数千"), "thousands"),
    **dict.fromkeys(("수만", "数万"), "tens of thousands"),
    **dict.fromkeys(("에서", "から"), "to"),
    **dict.fromkeys(("퍼센트", "パーセント"), "percent"),
}
"""Korean and Japanese words and their English; longer words are looked for first."""

_SMALL = {"십": 10, "十": 10, "백": 100, "百": 100, "천": 1000, "千": 1000}
_LARGE = {"만": 10**4, "万": 10**4, "억": 10**8, "億": 10**8, "조": 10**12, "兆": 10**12}
_UNITS = "".join((*_SMALL, *_LARGE))
_NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?[{_UNITS}]*|[{_UNITS}]+)(?:\s?\d[\d,]*(?:\.\d+)?[{_UNITS}]+|(?<=[{_UNITS}])\s?\d[\d,]*)*"
)
_KNOWN = "|".join(sorted(_WORDS, key=len, reverse=True)).replace("|여", rf"|(?<=[\d{_UNITS}])여")
_SCANNER = re.compile(
    rf"(?P<shared>(?P<one>\d[\d,]*(?:\.\d+)?)\s?[~–-]\s?(?P<two>\d[\d,]*(?:\.\d+)?)(?P<unit>[{_UNITS}]+))"
    rf"|(?P<word>{_KNOWN})"
    rf"|(?P<number>{_NUMBER})"
    rf"|(?P<sign>[~–%-])|(?P<other>[^\s\d~–%-](?:(?!{_KNOWN})[^\s\d~–%-])*)"
)
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")
_PIECE = re.compile(rf"(\d[\d,]*(?:\.\d+)?)?([{_UNITS}]*)")


def translate_east_asian(text: str) -> list[Token] | None:
    """Return English tokens for a Korean or Japanese phrase, None for a phrase in other letters.

    >>> [token.text for token in translate_east_asian("약 1만2천 명") or [] if token.text]
    ['about', '12000', '명']
    """
    if text.isascii() or not _EAST_ASIAN.search(text):
        return None
    tokens: list[Token] = []
    for found in _SCANNER.finditer(plain_text(text)):
        for word in _english(found):
            kind = TokenKind.NUMBER if word[0].isdecimal() else TokenKind.WORD
            kind = TokenKind.SIGN if word in ("–", "-", "%") else kind
            tokens.append(Token(word, kind, found.start(), found.end()))
    return [*tokens, *[Token("", TokenKind.END, len(text), len(text))] * ROOM]


def _english(found: re.Match[str]) -> list[str]:
    if found["shared"]:
        factor = _value(found["unit"])
        ends = (Decimal(found[end].replace(",", "")) * factor for end in ("one", "two"))
        first, second = (_plain(end) for end in ends)
        return [first, "to", second]
    if found["word"]:
        return _WORDS[found["word"]].split()
    if found["number"]:
        return [_plain(_value(found["number"]))]
    return [found["sign"].replace("~", "–")] if found["sign"] else [found["other"].lower()]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"[:MOST_DIGITS]


def _value(text: str) -> Decimal:
    """Return the value of digits with Korean or Japanese units: 1만2천 is 12,000."""
    total, current = Decimal(0), Decimal(0)
    for digits, units in _PIECE.findall(text.replace(" ", "")):
        piece = Decimal(digits.replace(",", "")[:MOST_DIGITS]) if digits else Decimal(1 if units else 0)
        for unit in units:
            if unit in _SMALL:
                piece *= _SMALL[unit]
            else:
                total += (current + piece) * _LARGE[unit]
                current, piece = Decimal(0), Decimal(0)
        current += piece
    return total + current
