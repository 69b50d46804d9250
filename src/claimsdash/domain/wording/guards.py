"""What forbids a reading: numbers that name, date or order something, and words of a language that is not known."""

import re

from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import WordingError
from claimsdash.domain.wording.items import Item
from claimsdash.domain.wording.numerals_en import DENOMINATORS, GROUPS, SCALES
from claimsdash.domain.wording.tokens import Token, TokenKind
from claimsdash.domain.wording.word_sets import word_set

_EXPONENT = re.compile(r"(?<![A-Za-z0-9])\d[\d.,]{0,20}[eE][+-]?\d+(?![A-Za-z0-9])")
_NAMES = word_set(
    "type model mark mk grade class phase stage category resolution article chapter hwasong boeing airbus mig su il "
    "flight room page line route highway road channel radio sector block building apartment gate terminal pier version "
    "volume issue season episode protocol directive appendix annex unit"
)
"""Words after which a number names one thing (Type 73, Boeing 737)."""
_ORDINALS = frozenset(DENOMINATORS) - {"half", "quarter"} | {"first", "second"}
_BARE = frozenset(SCALES) | frozenset(GROUPS)
_AFTER_A_THIRD = word_set(
    "of the a an its their his her our this that more less fewer larger smaller higher lower bigger as who which to or "
    "and at in from by on for was were is are has have had do did than since between each"
)
_NO_SCALES = word_set(
    "zillion zillions gazillion gazillions bazillion bazillions squillion squillions jillion jillions"
)
"""Scales that nobody can say the size of."""
_CHANGES = word_set(
    "change changed changing climb climbed cut decline declined decrease decreased doubled down drop dropped "
    "expanded fall falling falls fell grew grow grows increase increased increases increasing jump jumped "
    "lowered raise raised reduced revised rise rises rising rose shrank slid slipped soared swelled up went"
)


def refuse_other_numbers(text: str, tokens: list[Token], items: list[Item], main: int) -> None:
    """Refuse a number that is part of a name, an ordinal, or one of two that are compared."""
    _refuse_exponent(text)
    _refuse_name(text, tokens, items, main)
    _refuse_ordinal(tokens, items, main)
    _refuse_unknown_count(tokens, items, main)
    _refuse_comparison(tokens, items, main)


def _refusal(reason: str, tokens: list[Token], start: int, end: int) -> WordingError:
    words = " ".join(token.text for token in tokens[start:end] if token.text)
    return WordingError(reason, words, start=tokens[start].start, end=tokens[end - 1].end)


def _refuse_exponent(text: str) -> None:
    """Refuse `1e3`: a number of a computer, or the name of a model."""
    found = _EXPONENT.search(text)
    if found:
        raise WordingError("The number has an exponent", found[0], start=found.start(), end=found.end())


def _refuse_name(text: str, tokens: list[Token], items: list[Item], main: int) -> None:
    item = items[main]
    before = items[main - 1] if main else None
    if before is None or tokens[item.start].kind is not TokenKind.NUMBER or item.end > item.start + 1:
        return
    is_plain = tokens[item.start].text.isdecimal() and int(tokens[item.start].text) < 10_000
    is_capital = before.entry is None and main > 1 and text[tokens[before.start].start].isupper()
    if tokens[before.start].text in _NAMES or (is_plain and is_capital and before.amount is None):
        raise _refusal("The number is part of a name", tokens, before.start, item.end)


def _refuse_ordinal(tokens: list[Token], items: list[Item], main: int) -> None:
    """Refuse `twenty-first`, and `a third convoy`, which is no third."""
    item = items[main]
    after = item.end + 1 if tokens[item.end].text == "-" else item.end
    if tokens[after].text in _ORDINALS and tokens[after - 1].glued and tokens[item.end].text == "-":
        raise _refusal("The number is an ordinal", tokens, item.start, after + 1)
    words = [token.text for token in tokens[item.start : item.end]]
    if len(words) != 2 or words[0] != "a" or words[1] not in _ORDINALS:
        return
    bounded = main > 0 and items[main - 1].effect not in (None, Effect.PLAIN)
    if tokens[item.end].kind is TokenKind.WORD and tokens[item.end].text not in _AFTER_A_THIRD and not bounded:
        raise _refusal("The number is an ordinal", tokens, item.start, item.end + 1)


def _refuse_unknown_count(tokens: list[Token], items: list[Item], main: int) -> None:
    """Refuse `umpteen thousand`: the word before a bare scale may be the number; and `5 zillion`, which is none."""
    if tokens[items[main].end].text in _NO_SCALES:
        raise _refusal("The scale has no size", tokens, items[main].end, items[main].end + 1)
    before = items[main - 1] if main else None
    if before is None or before.effect is not None or before.amount is not None:
        return
    scale = tokens[items[main].start].text
    if scale in _BARE and tokens[before.end - 1].text not in (",", ";", ":", "(", "–", "."):
        raise _refusal("The word before the scale was not understood", tokens, before.start, items[main].end)


def _refuse_comparison(tokens: list[Token], items: list[Item], main: int) -> None:
    """Refuse `10 short of 300`, `two, three hundred`, `24/7`: the amount is neither of the two alone."""
    at = main + 1
    while at < len(items) and (items[at].effect is not None or items[at].text in (",", "/")):
        at += 1
    if main + 1 < at < len(items) and items[at].amount:
        links = {item.text for item in items[main + 1 : at]}
        compares = any(item.effect in _COMPARING for item in items[main + 1 : at]) and not links & {",", "up"}
        if compares or links <= {",", "/"}:
            raise _refusal("There are two numbers", tokens, items[main].start, items[at].end)


_COMPARING = frozenset({Effect.FLOOR, Effect.CEILING, Effect.BELOW, Effect.ABOVE})


def refuse_change(tokens: list[Token], items: list[Item], main: int) -> None:
    """Refuse `rose from 300 to 400`: two times, not a range."""
    for item in items[:main]:
        if item.text in _CHANGES and item.effect is None:
            raise _refusal("The number changed from one to the other", tokens, item.start, items[main].end)


def refuse_foreign(tokens: list[Token], items: list[Item], main: int) -> None:
    """Refuse a number right beside a word with letters that English has not: it may qualify the number."""
    for place in (*(item.start for item in items[max(main - 2, 0) : main]), items[main].end):
        if tokens[place].kind is TokenKind.WORD and not tokens[place].text.isascii():
            raise _refusal("The word beside the number is not English", tokens, place, place + 1)
