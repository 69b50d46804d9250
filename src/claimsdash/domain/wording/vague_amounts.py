"""Vague amounts at a place in a list of tokens: several hundred, tens of thousands, the low hundreds, six-figure."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claimsdash.domain.wording.numerals_en import GROUPS, PLURAL_SCALES, SCALES, SUFFIXES, UNITS
from claimsdash.domain.wording.small_numbers import skip_hyphen
from claimsdash.domain.wording.tokens import Token, TokenKind
from claimsdash.domain.wording.vague import VagueTable, VagueWord

_BANDS = {"low": "low", "lower": "low", "mid": "mid", "middle": "mid", "high": "high", "upper": "high"}
_FEW = frozenset({"couple", "few", "handful", "several"})
_QUANTITY_NOUNS = (
    ("unknown", "number"),
    ("unspecified", "number"),
    ("undisclosed", "number"),
    ("undetermined", "number"),
    ("uncertain", "number"),
    ("indeterminate", "number"),
    ("unconfirmed", "number"),
    ("unclear", "number"),
    ("large", "number"),
    ("large", "numbers"),
    ("huge", "number"),
    ("huge", "numbers"),
    ("great", "number"),
    ("vast", "number"),
    ("vast", "numbers"),
    ("significant", "number"),
    ("substantial", "number"),
    ("considerable", "number"),
    ("sizeable", "number"),
    ("small", "number"),
    ("growing", "number"),
    ("limited", "number"),
    ("certain", "number"),
    ("number",),
    ("lot",),
    ("lots",),
    ("plenty",),
    ("great", "many"),
    ("good", "many"),
    ("good", "few"),
    ("unknown", "quantity"),
    ("unknown", "quantities"),
    ("large", "quantities"),
    ("large", "quantity"),
    ("unspecified", "quantity"),
    ("host",),
    ("multitude",),
    ("raft",),
    ("slew",),
)
"""Words that speak of an amount without committing to any; those with `number`, `lot`, ... need an `of` after them."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague amount: the least and most it commits to, where it ends, and what its plural counts (thousands)."""

    low: Decimal | None
    high: Decimal | None
    end: int
    counted: Decimal = Decimal(1)


def read_vague(tokens: list[Token], place: int, table: VagueTable) -> Vague | None:
    """Read the longest vague amount that starts here; None where none does."""
    text = tokens[place].text
    start = place + 1 if text in ("a", "an", "the") else place
    if tokens[start].kind is TokenKind.END:
        return None
    return (
        _read_figures(tokens, start, table)
        or _read_band(tokens, start, table)
        or _read_few(tokens, start, table)
        or _read_plural(tokens, start, table)
        or _read_unknown(tokens, start, table)
    )


def _times(word: VagueWord, base: Decimal, end: int) -> Vague:
    return Vague(None if word.low is None else word.low * base, None if word.high is None else word.high * base, end)


def _read_few(tokens: list[Token], place: int, table: VagueTable) -> Vague | None:
    """Read `several`, `a few hundred`, `a couple of thousand`, `several tens of thousands`."""
    word = table.by_word.get(tokens[place].text)
    if word is None or word.word not in _FEW or (tokens[place].text == "few" and not _has_article(tokens, place)):
        return None
    after = skip_hyphen(tokens, place + 1)
    of = after + 1 if tokens[after].text == "of" else after
    base = read_base(tokens, of)
    if base is None:
        return _times(word, Decimal(1), place + 1)
    return _times(word, base[0], base[1])


def _has_article(tokens: list[Token], place: int) -> bool:
    """Tell `a few` and `the past few`, which count, from `few`, which does not."""
    return place > 0 and tokens[place - 1].text not in ("very", "too", "so", "how", "precious", "relatively")


def read_base(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    """Read what a vague word multiplies: hundred, thousands, tens of thousands, hundred thousand, dozen."""
    if tokens[place].text in ("tens", "hundreds", "dozens") and tokens[place + 1].text == "of":
        inner = read_base(tokens, place + 2)
        own = Decimal(10) if tokens[place].text == "tens" else _factor(tokens[place].text)
        if inner and own:
            return own * inner[0], inner[1]
    value, end = Decimal(1), place
    for _ in range(3):
        step = skip_hyphen(tokens, end) if end > place else end
        factor = _factor(tokens[step].text) or (_suffix(tokens, step) if end == place else None)
        if factor is None:
            break
        value, end = value * factor, step + 1
    return (value, end) if end > place else None


def _factor(text: str) -> Decimal | None:
    single = PLURAL_SCALES.get(text, text)
    if single in SCALES:
        return Decimal(10) ** SCALES[single]
    return Decimal(GROUPS[single]) if single in GROUPS else None


def _suffix(tokens: list[Token], place: int) -> Decimal | None:
    """Return the factor of a short scale (a few mn); letters that may be units are left alone."""
    text = tokens[place].text
    return Decimal(10) ** SUFFIXES[text] if text in ("mn", "bn", "mln", "trn", "tn") else None


def _read_plural(tokens: list[Token], place: int, table: VagueTable) -> Vague | None:
    """Read `dozens`, `hundreds of thousands`, `many hundreds`, `thousands upon thousands`."""
    place = place + 1 if tokens[place].text in ("many", "some", "untold", "countless", "literally") else place
    text = tokens[place].text
    word = table.by_word.get(text)
    if word is None or (text != "tens" and text not in PLURAL_SCALES):
        return None
    end = place + 1
    if tokens[end].text in ("upon", "and", "on") and tokens[end + 1].text == text:
        end += 2
    comma = end + 1 if tokens[end].text == "," and tokens[end + 1].text == "of" else end
    if tokens[comma].text != "of":
        return _times(word, Decimal(1), end)
    whole = table.by_word.get(f"{text} of {tokens[comma + 1].text}")
    base = _read_plural_base(tokens, comma + 1)
    if base is None:
        return _times(word, Decimal(1), end)
    return replace(_times(whole or word, Decimal(1) if whole else base[0], base[1]), counted=base[0])


def _read_plural_base(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    """Read the base after `tens of`: thousands, hundred thousand; of what a plural counts."""
    if tokens[place].text in ("tens", "hundreds") and tokens[place + 1].text == "of":
        return read_base(tokens, place)
    single = PLURAL_SCALES.get(tokens[place].text, tokens[place].text)
    return read_base(tokens, place) if single in SCALES and single != "hundred" else None


def _read_band(tokens: list[Token], place: int, table: VagueTable) -> Vague | None:
    """Read `the low hundreds`, `mid-to-high thousands`, `the high tens of thousands`."""
    first = _BANDS.get(tokens[place].text)
    if first is None:
        return None
    after = skip_hyphen(tokens, place + 1)
    last = first
    if tokens[after].text == "-":
        after += 1
    if tokens[after].text in ("to", "or", "and") or tokens[after].text == "–":
        step = skip_hyphen(tokens, after + 1)
        if tokens[step].text in _BANDS:
            last, after = _BANDS[tokens[step].text], skip_hyphen(tokens, step + 1)
    base = _band_base(tokens, after)
    if base is None or first not in table.by_word or last not in table.by_word:
        return None
    low, high = table.by_word[first].low, table.by_word[last].high
    return Vague(None if low is None else low * base[0], None if high is None else high * base[0], base[1])


def _band_base(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    text = tokens[place].text
    if figures := _figures(tokens, place):
        return figures
    if text not in PLURAL_SCALES and text != "tens":
        return None
    if text == "tens" and tokens[place + 1].text != "of":
        return Decimal(10), place + 1
    return read_base(tokens, place)


_FIGURES = frozenset({"figure", "figures", "digit", "digits"})
_DIGIT_WORDS = {"single": 1, "double": 2, "triple": 3, "quadruple": 4}


def _figures(tokens: list[Token], place: int) -> tuple[Decimal, int] | None:
    """Read `six-figure`, `double digits`, `7-figure`: the least such number."""
    text = tokens[place].text
    count = _DIGIT_WORDS.get(text) or UNITS.get(text) or (int(text) if text.isdecimal() and len(text) <= 2 else 0)
    after = skip_hyphen(tokens, place + 1) if text else place
    if not 1 <= count <= 15 or tokens[after].text not in _FIGURES:
        return None
    return Decimal(10) ** (count - 1), after + 1


def _read_figures(tokens: list[Token], place: int, table: VagueTable) -> Vague | None:
    figures = _figures(tokens, place)
    if figures is None:
        return None
    least, end = figures
    word = table.by_word.get(f"{tokens[place].text}-digit")
    return _times(word, Decimal(1), end) if word else Vague(least, 10 * least, end)


def _read_unknown(tokens: list[Token], place: int, table: VagueTable) -> Vague | None:
    """Read `many`, `countless`, `an unknown number of`, and any other word of the table."""
    for words in _QUANTITY_NOUNS:
        end = place + len(words)
        if tokens[place].text == words[0] and tuple(t.text for t in tokens[place:end]) == words:
            alone = tokens[end].text in ("of", "(", "") and len(words) > 1
            return Vague(None, None, end) if tokens[end].text == "of" or alone or words[-1] in ("many", "few") else None
    for length in (3, 2, 1):
        phrase = " ".join(token.text for token in tokens[place : place + length])
        word = table.by_word.get(phrase)
        if word is not None and phrase not in _BANDS and phrase not in _FEW and not phrase.endswith("-digit"):
            return _times(word, Decimal(1), place + length)
    return None
