"""A phrase as items: amounts, qualifiers, and other words."""

from dataclasses import dataclass

from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.amounts import read_amount
from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.lexicon import BEFORE, Entry, match
from claimsdash.domain.wording.tokens import Token, TokenKind
from claimsdash.domain.wording.vague import VagueTable
from claimsdash.domain.wording.word_sets import word_set


@dataclass(frozen=True, slots=True)
class Item:
    """One item and its tokens, `start` to `end`: an amount, a qualifier, or one other token."""

    start: int
    end: int
    text: str
    amount: Amount | None = None
    entry: Entry | None = None

    @property
    def effect(self) -> Effect | None:
        """Return what the qualifier does; None for amounts and words."""
        return self.entry.effect if self.entry else None


def itemise(tokens: list[Token], vague: VagueTable) -> list[Item]:
    """Cut tokens into items, the longest first; of equal length an amount comes before a qualifier."""
    items: list[Item] = []
    place = 0
    while tokens[place].kind is not TokenKind.END:
        item = _item(tokens, place, vague)
        items.append(item)
        place = item.end
    return items


def _item(tokens: list[Token], place: int, vague: VagueTable) -> Item:
    text = tokens[place].text
    amount = read_amount(tokens, place, vague)
    qualifier = match(BEFORE, tokens, place)
    if amount and (qualifier is None or amount.end >= qualifier[1]):
        return Item(place, amount.end, text, amount=amount)
    if qualifier:
        return Item(place, qualifier[1], text, entry=qualifier[0])
    return Item(place, place + 1, text)


_MOST_DAYS = 31
_HOURS = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "gmt", "hrs"})
_PERIODS_BEFORE = frozenset({"in", "within", "during", "every", "last", "past", "previous", "next"})
_MEASURES = word_set(
    "mm cm millimetre millimeter millimetres millimeters calibre caliber hour hours day days week weeks month "
    "months year years minute minutes km kilometre kilometer kg tonne ton storey story foot metre meter mile "
    "inch point"
)
_CALIBRES = word_set("mm cm millimetre millimeter millimetres millimeters calibre caliber")
_TIME_BEFORE = word_set(
    "in since by until during of from for year mid-year january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer "
    "autumn winter early late"
)
_MONTHS = word_set("january february march april may june july august september october november december")


def is_measure(tokens: list[Token], item: Item) -> bool:
    """Tell whether a number describes a thing instead of counting it: 152 mm shells, a 24-hour period, in 2023."""
    amount = item.amount
    if amount is None or amount.is_vague or amount.nature is not Nature.COUNT or amount.unit:
        return False
    if _is_year(tokens, item) or _is_day_or_hour(tokens, item):
        return True
    after = tokens[item.end]
    hyphen = after.text == "-" and after.glued
    unit = tokens[item.end + 1] if hyphen else after
    beyond = tokens[item.end + 2] if hyphen else tokens[item.end + 1]
    if unit.text in _CALIBRES:
        return beyond.kind is TokenKind.WORD and beyond.text not in ("of", "in", "a", "per")
    return hyphen and unit.text in _MEASURES and beyond.text != ""


def _is_year(tokens: list[Token], item: Item) -> bool:
    """Tell whether four bare digits are a year: after a time word, or a month, and not before a noun."""
    token = tokens[item.start]
    if item.end != item.start + 1 or not (token.text.isdecimal() and len(token.text) == 4):
        return False
    if not "1900" <= token.text <= "2099" or item.start == 0:
        return False
    before, after = tokens[item.start - 1].text, tokens[item.end]
    stops = after.kind is not TokenKind.WORD or match(BEFORE, tokens, item.end) is not None
    return before in _TIME_BEFORE and (stops or before in _MONTHS)


def _is_day_or_hour(tokens: list[Token], item: Item) -> bool:
    """Tell whether a number is a day of a month, an hour of a day, or a period (3 May, 6 pm, in the last 24 hours)."""
    before, after = tokens[item.start - 1].text if item.start else "", tokens[item.end].text
    amount = item.amount
    is_small = amount is not None and amount.high is not None and amount.high <= _MOST_DAYS
    if is_small and (after in _MONTHS - {"march", "may"} or before in _MONTHS - {"march", "may"} or after in _HOURS):
        return True
    if is_small and (after in ("march", "may") or before in ("march", "may")):
        return item.end == item.start + 1 and tokens[item.start].kind is TokenKind.NUMBER
    return after in _MEASURES and before in _PERIODS_BEFORE
