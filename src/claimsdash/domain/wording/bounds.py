"""From what was recognised to kind, low, best and high."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording.amount import Amount, Nature
from claimsdash.domain.wording.effects import Effect
from claimsdash.domain.wording.figure import Figure, Part, WordingError
from claimsdash.domain.wording.joining import shared_scale
from claimsdash.domain.wording.measures import factor_between
from claimsdash.domain.wording.rounding import half_width
from claimsdash.domain.wording.tokens import Token
from claimsdash.domain.wording.units import unit_phrase

_MOST = 1e18
_STRICT = frozenset(
    {"than", "over", "above", "beyond", "past", "excess", "north", "under", "below", ">", "<"}
) | frozenset({"exceeding", "exceeded", "exceeds", "exceed"})
_NEGATIONS = frozenset({"no", "not", "never", "nothing"})

Ends = tuple[Qualifier, Decimal | None, Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """The main amount and what belongs to it.

    `effects` stand before it and `after` behind it; `second` ends a range, `half` is the width of a plus-or-minus;
    `nouns` are the tokens between two amounts, `unit` those after them, `lead` a noun before (a crowd of).
    """

    amount: Amount
    effects: frozenset[Effect]
    spans: tuple[tuple[int, int], ...]
    end: int
    second: Amount | None = None
    half: Decimal | None = None
    bracket: tuple[Decimal, Decimal] | None = None
    joined: frozenset[Effect] = frozenset()
    links: tuple[str, ...] = ()
    nouns: tuple[int, int] = (0, 0)
    after: frozenset[Effect] = frozenset()
    after_spans: tuple[tuple[int, int], ...] = ()
    unit: tuple[int, ...] = ()
    lead: tuple[int, ...] = ()


def figure_of(text: str, tokens: list[Token], reading: Reading) -> Figure:
    """Return the figure of a reading. Raises WordingError where its qualifiers contradict each other."""
    kind, low, best, high = _ends(tokens, reading)
    unit, unit_part = unit_phrase(text, tokens, reading)
    parts = [Part("qualifier", tokens[a].start, tokens[b - 1].end) for a, b in (*reading.spans, *reading.after_spans)]
    names = {Nature.SHARE: "share", Nature.MULTIPLE: "multiple"}
    last = reading.end if reading.half is None else reading.amount.end
    number = Part(names.get(reading.amount.nature, "number"), tokens[reading.amount.start].start, tokens[last - 1].end)
    parts += [number, *([unit_part] if unit_part else [])]
    numeral = reading.amount.numeral
    place = float(numeral.place) if numeral and numeral.place and reading.second is None else None
    in_order = tuple(sorted(parts, key=lambda part: part.start))
    ends = _float(low), _float(best), _float(high)
    if any(end is not None and abs(end) >= _MOST for end in ends):
        raise WordingError("The number is too large", text[:60], end=len(text))
    return Figure(kind, *ends, unit, in_order, place, _is_strict(tokens, reading))


def _is_strict(tokens: list[Token], reading: Reading) -> bool:
    """Tell whether the bound itself is left out: more than, under; not in `no more than`, `at least`."""
    words = [{token.text for token in tokens[start:end]} for start, end in reading.spans]
    return any(found & _STRICT and not found & _NEGATIONS for found in words)


def _float(number: Decimal | None) -> float | None:
    """Return the number as a float; at most 30 digits and four scales never overflow one."""
    return None if number is None else float(number)


def _ends(tokens: list[Token], reading: Reading) -> Ends:
    effects = reading.effects | reading.after
    if reading.bracket is not None:
        return _bracket_ends(reading.amount, *reading.bracket, is_about=Effect.ABOUT in effects)
    if reading.half is not None:
        number = _value(reading.amount)
        if reading.half <= 0:
            raise WordingError("The width after “plus or minus” is nothing")
        return Qualifier.RANGE, number - reading.half, number, number + reading.half
    if reading.second is not None:
        return _range_ends(tokens, reading, reading.second)
    if Effect.FLOOR in effects and Effect.CEILING in effects:
        raise WordingError("It is bounded below and above by the same number")
    if reading.amount.is_vague:
        return _vague_ends(reading.amount.low, reading.amount.high, effects)
    return _number_ends(reading.amount, effects)


def _bracket_ends(amount: Amount, low: Decimal, high: Decimal, *, is_about: bool) -> Ends:
    """Return the ends that stand in brackets: about 300 (250 to 350); an unclear number (20 to 90)."""
    if amount.is_vague:
        return Qualifier.VAGUE, low, low, high
    return Qualifier.APPROXIMATE if is_about else Qualifier.RANGE, low, _value(amount), high


def _value(amount: Amount) -> Decimal:
    if amount.low is None or amount.numeral is None:
        raise WordingError("A vague amount has no plus or minus")
    return amount.numeral.value


def _vague_ends(low: Decimal | None, high: Decimal | None, effects: frozenset[Effect]) -> Ends:
    if Effect.FLOOR in effects and low is not None:
        return Qualifier.LOWER_BOUND, low, low, None
    if Effect.CEILING in effects and high is not None:
        return Qualifier.UPPER_BOUND, Decimal(0), high, high
    return Qualifier.VAGUE, low, low, high


def _number_ends(amount: Amount, effects: frozenset[Effect]) -> Ends:
    number = _value(amount)
    if Effect.FLOOR in effects:
        return Qualifier.LOWER_BOUND, number, number, None
    if Effect.CEILING in effects:
        return Qualifier.UPPER_BOUND, min(Decimal(0), number), number, number
    if Effect.ODD in effects:
        return Qualifier.APPROXIMATE, number, number, number + _unit_of(amount)
    about = not effects.isdisjoint((Effect.ABOUT, Effect.PERHAPS, Effect.BELOW, Effect.ABOVE))
    if not about:
        return Qualifier.EXACT, number, number, number
    if number == 0:
        raise WordingError("Nothing can be near to none")
    wide = half_width(number, amount.numeral.place if amount.numeral else None)
    below, above = Effect.BELOW in effects, Effect.ABOVE in effects
    low = number if above and not below else number - wide
    high = number if below and not above else number + wide
    return Qualifier.APPROXIMATE, low, number, high


def _unit_of(amount: Amount) -> Decimal:
    """Return the unit of the last significant digit: of dozens the dozen, of fractions a tenth of them."""
    numeral = amount.numeral
    if numeral is None:
        return Decimal(0)
    if numeral.place is not None:
        return numeral.place
    if numeral.scales and numeral.scales[-1] < 100:
        return numeral.scales[-1]
    return replace(numeral, is_single=False).place or Decimal(1) if numeral.scales else numeral.value / 10


def _range_ends(tokens: list[Token], reading: Reading, second: Amount) -> Ends:
    low, high = shared_scale(reading.amount, second, reading.links)
    if low is None or high is None:
        return Qualifier.VAGUE, low, low, high
    high = high * _converted(tokens, reading)
    if Effect.CEILING in reading.effects and Effect.FLOOR in reading.joined:
        low, high = high, low
    if low >= high:
        words = " ".join(token.text for token in tokens[reading.amount.start : reading.end])
        raise WordingError("The second end of the range is not above the first", words)
    return _ranged(low, high, reading, is_vague=reading.amount.is_vague or second.is_vague)


def _ranged(low: Decimal, high: Decimal, reading: Reading, *, is_vague: bool) -> Ends:
    """Return the range, or the bound where the whole range is bounded (up to 20 or 30; 20 to 30 or more)."""
    bounded_above = Effect.CEILING in reading.effects and not reading.joined & {Effect.FLOOR, Effect.CEILING}
    if bounded_above or Effect.CEILING in reading.after:
        return Qualifier.UPPER_BOUND, min(Decimal(0), high), high, high
    if Effect.FLOOR in reading.after:
        return Qualifier.LOWER_BOUND, low, low, None
    if is_vague:
        return Qualifier.VAGUE, low, low, high
    return Qualifier.RANGE, low, (low + high) / 2, high


def _converted(tokens: list[Token], reading: Reading) -> Decimal:
    """Return what turns the second end into the unit of the first (900 grams to 1.2 kilograms)."""
    start, end = reading.nouns
    if start == end:
        return Decimal(1)
    factor = factor_between(tokens[reading.end].text, tokens[start].text)
    return Decimal(1) if factor is None else factor
