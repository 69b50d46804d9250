"""From bounds to short plain English, such that reading it gives the bounds back."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import isclose, isnan

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording.figure import Figure, WordingError
from claimsdash.domain.wording.grammar import read_wording
from claimsdash.domain.wording.saying_vague import UNCLEAR, say_vague
from claimsdash.domain.wording.vague import VAGUE_WORDS, VagueTable

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_PARTS = dict(enumerate(("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=2))
_WORDS = dict(enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), start=1))
_CURRENCIES = "$€£¥₹₩₽₴₺"
_LONGEST_SIGN = 4
_MOST_DECIMALS = 3
_SAME = 1e-12
_MOST_SURE = 1e15
_BRACKETED_LAST = (Qualifier.APPROXIMATE, Qualifier.VAGUE)
"""What is said of these where nothing reads back has the bounds in brackets; of others it is the plain wording, such as
"at least 1.056", whose mark a file could mean otherwise."""


_PLAIN = {Qualifier.EXACT: "{}", Qualifier.LOWER_BOUND: "at least {}", Qualifier.UPPER_BOUND: "up to {}"}
"""What is said of these with a whole number: it reads back for sure, and takes no Figure to say."""


def say_number(number: float) -> str:
    """Say a number alone, in full or in millions and more where that takes three decimals at most.

    >>> say_number(6700), say_number(3_200_000), say_number(-0.5), say_number(1_234_567)
    ('6,700', '3.2 million', '-0.5', '1,234,567')
    """
    mantissa, scale = _scaled(number)
    return f"{mantissa} {scale}".strip()


def _scaled(number: float) -> tuple[str, str]:
    if abs(number) < _SCALES[-1][0] and number == int(number):  # most numbers, in a tenth of the time
        return f"{int(number):,}", ""
    exact = Decimal(repr(float(number)))
    for size, word in _SCALES:
        part = exact / size
        if abs(part) >= 1 and part == round(part, _MOST_DECIMALS):
            return _digits(part), word
    return _digits(exact), ""


def _digits(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def say_figure(figure: Figure, *, vague: VagueTable = VAGUE_WORDS) -> str:
    """Say a figure with its qualifier and unit; `read_wording` gives its kind and bounds back.

    >>> from claimsdash.domain.wording.grammar import read_wording
    >>> [say_figure(read_wording(text)) for text in ("well over three million shells", "scores")]
    ['more than 3 million shells', 'scores']
    """
    return _say(figure, vague)


@lru_cache(maxsize=4096)
def _say(figure: Figure, vague: VagueTable) -> str:
    if figure.kind is Qualifier.NONE:
        return "no figure"
    if _is_sure(figure):
        return next(_phrases(figure, vague))
    first = last = ""
    for phrase in _phrases(figure, vague):
        if _reads_as(phrase, figure, vague):
            return _with_unit_kept(phrase, figure, vague)
        first, last = first or phrase, phrase
    return last if figure.kind in _BRACKETED_LAST else first


def say_bounds(kind: Qualifier, low: float | None, best: float | None, high: float | None, unit: str = "") -> str:
    """Say bounds as a claims table holds them: an end or a best that is missing (None, NaN) was not stated.

    A best that a source states beside its range is said. `unit` is a word or a sign, as it is to be printed.

    >>> say_bounds(Qualifier.UPPER_BOUND, None, None, 3e6, "shells"), say_bounds(Qualifier.RANGE, 200, 240, 300)
    ('up to 3 million shells', '200-300, best 240')
    """
    low, best, high = (None if end is None or isnan(end) else float(end) for end in (low, best, high))
    number = _number(kind, low, best, high)
    if kind in _PLAIN and not unit and number is not None and _is_plain(number):
        return _PLAIN[kind].format(say_number(number))
    figure = _completed(kind, low, best, high)
    if figure is None:
        return "no figure"
    said = say_figure(replace(figure, unit_phrase="%" if unit in ("percent", "%") else unit))
    is_beside = kind is Qualifier.RANGE and best is not None and best != figure.best
    return f"{said}, best {say_number(best)}" if is_beside and best is not None else said


def _completed(kind: Qualifier, low: float | None, best: float | None, high: float | None) -> Figure | None:
    """Return the figure that reading would give for these ends; None where nothing is stated."""
    if kind is Qualifier.VAGUE:
        return Figure(kind, low, low, high)
    if kind is Qualifier.RANGE and low is not None and high is not None:
        return Figure(kind, low, float((Decimal(repr(low)) + Decimal(repr(high))) / 2), high)
    number = _number(kind, low, best, high)
    if number is None or kind is Qualifier.NONE:
        return None
    if kind is Qualifier.LOWER_BOUND:
        return Figure(kind, number, number, None)
    if kind is Qualifier.UPPER_BOUND:
        return Figure(kind, min(0.0, number), number, number)
    if kind is Qualifier.APPROXIMATE and low is not None and high is not None and low < high:
        return Figure(kind, low, number, high)
    if kind is Qualifier.APPROXIMATE and number:
        return replace(read_wording(f"about {say_number(number)}"), parts=())
    return Figure(Qualifier.EXACT, number, number, number)


def _number(kind: Qualifier, low: float | None, best: float | None, high: float | None) -> float | None:
    """Return the number that is said of these ends, None where nothing is stated."""
    order = (low, best, high) if kind is Qualifier.LOWER_BOUND else (best, low, high)
    order = (high, best, low) if kind is Qualifier.UPPER_BOUND else order
    return next((end for end in order if end is not None), None)


def _is_plain(number: float) -> bool:
    return 1 <= number < _MOST_SURE and number == int(number)


def _is_sure(figure: Figure) -> bool:
    """Tell whether digits alone say the figure, which always read back: reading them to see takes ten times as long."""
    number = figure.best
    if number is None or not _is_plain(number):
        return False
    ends = {
        Qualifier.EXACT: (number, number),
        Qualifier.LOWER_BOUND: (number, None),
        Qualifier.UPPER_BOUND: (0, number),
    }
    return (figure.low, figure.high) == ends.get(figure.kind) and not (figure.unit_phrase or figure.is_share)


def _reads_as(phrase: str, figure: Figure, vague: VagueTable) -> bool:
    try:
        read = read_wording(phrase, vague=vague)
    except WordingError:
        return False
    ends = zip(read.bounds[1:], figure.bounds[1:], strict=True)
    return read.kind is figure.kind and all(_is_same(one, two) for one, two in ends)


def _is_same(one: float | None, two: float | None) -> bool:
    return one == two if one is None or two is None else isclose(one, two, rel_tol=_SAME)


def _with_unit_kept(phrase: str, figure: Figure, vague: VagueTable) -> str:
    """Add the unit, in brackets or not at all where its words would change the reading."""
    unit = _noun(figure)
    if not unit:
        return phrase
    of = "of " if figure.kind is Qualifier.VAGUE and phrase.split(maxsplit=1)[0] not in ("several", "a") else ""
    said = f"{phrase} {of}{unit}" if phrase != "a handful" else f"{phrase} of {unit}"
    choices = (said, f"{phrase} ({unit})")
    return next((choice for choice in choices if _reads_as(choice, figure, vague)), phrase)


def _noun(figure: Figure) -> str:
    """Return the unit without the sign that stands at the number itself."""
    sign = _sign(figure)
    return figure.unit_phrase.removeprefix(sign).strip() if sign else figure.unit_phrase


def _sign(figure: Figure) -> str:
    if figure.is_percent:
        return "%"
    first = figure.unit_phrase.split(" ")[0]
    is_currency = first.endswith(tuple(_CURRENCIES)) and len(first) <= _LONGEST_SIGN
    return first if is_currency or first == "times" else ""


def _signed(text: str, sign: str) -> str:
    if sign and sign not in ("%", "times"):
        return f"{sign}{text}" if not text.startswith("-") else f"-{sign}{text[1:]}"
    return f"{text} {sign}".strip()


def _phrases(figure: Figure, vague: VagueTable) -> Iterator[str]:
    """Propose wordings, the shortest and plainest first."""
    sign = _sign(figure)
    if figure.kind is Qualifier.VAGUE:
        yield from say_vague(figure.low, figure.high, vague)
        yield _bracketed(UNCLEAR, figure)
    elif figure.kind is Qualifier.RANGE:
        yield from _ranges(figure, sign)
    else:
        best = figure.best or 0.0
        for frame, number in product(_frames(figure), _numbers(best, is_share=figure.is_share)):
            yield frame.format(_signed(number, sign))
        yield _bracketed(f"about {_signed(_digits(Decimal(repr(best))), sign)}", figure)


def _bracketed(phrase: str, figure: Figure) -> str:
    low, high = ("?" if end is None else _digits(Decimal(repr(end))) for end in (figure.low, figure.high))
    return f"{phrase} ({low} to {high})"


def _frames(figure: Figure) -> tuple[str, ...]:
    strict = figure.is_strict
    return {
        Qualifier.EXACT: ("{}",),
        Qualifier.APPROXIMATE: ("about {}", "nearly {}", "just over {}", "{}-odd"),
        Qualifier.LOWER_BOUND: ("more than {}" if strict else "at least {}",),
        Qualifier.UPPER_BOUND: ("under {}" if strict else "up to {}",),
    }[figure.kind]


def _numbers(number: float, *, is_share: bool) -> Iterator[str]:
    """Propose ways to say one number: as a share where it is one, plainly, in dozens."""
    if is_share:
        yield from _shares(number)
    yield say_number(number)
    yield _digits(Decimal(repr(number)))
    if not is_share:
        yield from _shares(number)
    if number and number % 12 == 0 and number < 240:
        yield f"{number / 12:.0f} dozen"


def _shares(number: float) -> Iterator[str]:
    if not 0 < number <= 1:
        return
    ratio = Fraction(number).limit_denominator(10**6)
    over, under = ratio.numerator, ratio.denominator
    if number == 1:
        yield "all"
    if under in _PARTS and number < 1:
        single = "half" if under == 2 else f"a {_PARTS[under]}"
        yield single if over == 1 else f"{_WORDS[over]} {_PARTS[under]}s"
    if number < 1:
        yield f"{over} out of {under}"


def _ranges(figure: Figure, sign: str) -> Iterator[str]:
    low, high = figure.low or 0.0, figure.high or 0.0
    (first, one), (second, two) = _scaled(low), _scaled(high)
    money = sign if sign not in ("%", "times") else ""
    unit = "" if money else sign
    if low >= 0 and one == two:
        yield f"{money}{first}-{second} {two} {unit}".strip().replace("  ", " ")
    yield f"{money}{say_number(low)} to {money}{say_number(high)} {unit}".strip()
    yield f"between {money}{say_number(low)} and {money}{say_number(high)} {unit}".strip()
    for a, b in product(_numbers(low, is_share=True), _numbers(high, is_share=True)):
        yield f"{a} to {b}"
    yield f"{_digits(Decimal(repr(low)))} to {_digits(Decimal(repr(high)) / 10**6)} million"
