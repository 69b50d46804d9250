"""What the name of a column says: what is measured, in which unit and scale, and for which period."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from unicodedata import category

from claimsdash.intake.mapping.currencies import CURRENCY_CODES, CURRENCY_SIGNS
from claimsdash.intake.mapping.days import DayStyle, read_day
from claimsdash.intake.mapping.vocabulary import SCALE_WORDS, UNIT_CODES, UNIT_NOUNS, YEAR_FLAGS

_YEAR_INSIDE = re.compile(r"(?<![0-9A-Za-z])(?:1[89]|20)[0-9]{2}(?![0-9])")
_NO_PERIOD_BEFORE = re.compile(r"\b(?:from|since|vs\.?|versus|than|base|to|of)\s*$", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_IN_UNIT = re.compile(r"(?:(?<![0-9]),\s*|\bin\s+)([^,]{1,40})$", re.IGNORECASE)
_OF_UNIT = re.compile(r",?\s*\bin\s+((?:thousand|million|billion)s?\s+of\s+(?:US )?[^\s,]+)", re.IGNORECASE)
_UNIT_SHAPE = re.compile(r"[(\[]([kMGT]?Wh|[a-z]{1,6}/[a-z]{1,6}|[kcm]?m[23²³]?|ha|ft|mi|kt|Mt|[TGM]J|°[CF])[)\]]")
"""Units that a bracket names, of which the package may have none: then the unit is asked for."""
_PER = re.compile(
    r"\b(?:per|je|pro|pour|por|na)\s(?:1|k\b|thousand|hundred|million|capita|head|person|inhabitant|mille|cada|mil\b)"
    r"|/\s?(?:1[0-9., ]*0\b|100k|million|capita)",
    re.IGNORECASE,
)
"""A number set against others, as in "Deaths per 100,000": no plain count of deaths, so its unit is asked for."""
_RAND = re.compile(r"\bR(?=(?:\s?'?000|\s?m|\s?bn|\s(?:thousand|million|billion)s?)\b)")
_WORDS = re.compile(r"us\$|'000|[^\W_]+|[%$€£¥₩₽₴₹₺₪]", re.IGNORECASE)
_FILLING = frozenset(["in", "of", "of", "us", "the", "nominal", "current", "constant", "number", "no", "unit", "units"])


@dataclass(frozen=True)
class Heading:
    """A column's name taken apart: `label` is what is left when period, unit and scale are taken away."""

    label: str
    period: str = ""
    unit: str = ""
    scale: str = ""
    unknown_unit: str = ""
    flag: str = ""
    """What a letter behind the year says of the figures: 2020p is provisional."""


def words_of(name: str) -> list[str]:
    """Return the words of a name in small letters.

    >>> words_of("2023 cvap_turnout (%)"), words_of("POPPCT_URB_20")
    (['2023', 'cvap', 'turnout', '%'], ['poppct', 'urb', '20'])
    """
    return [word.lower() for word in _WORDS.findall(re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name))]


def plain_name(name: str) -> str:
    """Return a name in small letters with its parts set apart by one space.

    >>> plain_name("Start_Date "), plain_name("endDate")
    ('start date', 'end date')
    """
    return " ".join(word for word in words_of(name) if word)


def take_heading_apart(name: str, units: Collection[str], style: DayStyle) -> Heading:
    """Take a column's name apart.

    >>> take_heading_apart("2023 votes", {"vote"}, DayStyle())
    Heading(label='votes', period='2023', unit='', scale='', unknown_unit='', flag='')
    >>> take_heading_apart("2019 / Aid (USD, millions)", {"USD"}, DayStyle())
    Heading(label='Aid', period='2019', unit='USD', scale='million', unknown_unit='', flag='')
    >>> take_heading_apart("Change in % turnout from 2019", {"percent"}, DayStyle()).period
    ''
    """
    periods: list[str] = []
    labels: list[str] = []
    unit = scale = ""
    unknown = _unknown_unit(name, units)
    flag = ""
    for part in name.split(" / "):
        undated, found = _without_period(part, style)
        if found and undated.strip("()") in YEAR_FLAGS:
            undated, flag = "", YEAR_FLAGS[undated.strip("()")]
        periods += [found] if found else []
        label, part_unit, part_scale = without_unit(undated, units)
        unit, scale = part_unit or unit, part_scale or scale
        labels += [label] if label else []
    if periods:
        labels = [label for label in labels if not label.isdecimal()]
    period = periods[-1] if periods else ""
    return Heading(" / ".join(labels), period, unit, scale, "" if unit else unknown, flag)


def _unknown_unit(name: str, units: Collection[str]) -> str:
    """Return what a name gives as the unit that nobody knows here, and what its numbers are set against."""
    shaped = _UNIT_SHAPE.search(name)
    if shaped:
        return shaped[1]
    against = _PER.search(name)
    if against:
        return name[against.start() :].strip(" ()[]")
    return next((found[1] for found in _BRACKETS.finditer(name) if _scale_of(found[1], units)), "")


def _scale_of(text: str, units: Collection[str]) -> str:
    """Return the scale among words of which others are not known, as in "Lt. thousands"."""
    _, scale, is_all = read_unit_words(text, units)
    word = next((word for word in words_of(text) if SCALE_WORDS.get(word) == scale), "")
    return scale if not is_all and len(word) > 1 and not _PER.search(text) else ""


def _without_period(part: str, style: DayStyle) -> tuple[str, str]:
    whole = read_day(part.strip(), style)
    if whole:
        return "", whole
    for found in _YEAR_INSIDE.finditer(part):
        if not _NO_PERIOD_BEFORE.search(part[: found.start()]):
            rest = f"{part[: found.start()]} {part[found.end() :]}"
            return _balanced(" ".join(rest.split()).strip(" -_,:")), found[0]
    return part.strip(), ""


def _balanced(text: str) -> str:
    """Return a text without the brackets that its year has left behind.

    >>> _balanced("Aid (€bn)"), _balanced("Votes ()"), _balanced("(Votes")
    ('Aid (€bn)', 'Votes', 'Votes')
    """
    text = re.sub(r"[(\[]\s*[)\]]", "", text).strip(" -_,:")
    return text if text.count("(") == text.count(")") else text.strip(" -_,:()")


def without_unit(part: str, units: Collection[str]) -> tuple[str, str, str]:
    """Take the unit and the scale off the end of a name, where all the words there are such.

    >>> without_unit("Losses, in %", {"percent"}), without_unit("in thousands", set())
    (('Losses', 'percent', ''), ('', '', 'thousand'))
    """
    for pattern in (_BRACKETS, _IN_UNIT, _OF_UNIT):
        for found in pattern.finditer(part):
            unit, scale, is_all = read_unit_words(found[1], units)
            if is_all and (unit or scale):
                rest = part[: found.start()] + part[found.end() :]
                return " ".join(rest.split()).strip(" ,"), unit, scale
    for found in _BRACKETS.finditer(part):
        if scale := _scale_of(found[1], units):
            return " ".join((part[: found.start()] + part[found.end() :]).split()).strip(" ,"), "", scale
    *before, currency, scale = ["", "", *part.split(" ")]
    if any(before) and SCALE_WORDS.get(scale.lower()) and read_unit_words(currency, units)[0] in CURRENCY_CODES:
        return " ".join(before).strip(" ,-:"), read_unit_words(currency, units)[0], SCALE_WORDS[scale.lower()]
    label, _, last = part.rpartition(" ")
    if label and (last in CURRENCY_SIGNS or (last in units and last in CURRENCY_CODES)):
        return label.strip(" ,-:"), CURRENCY_SIGNS.get(last, last), ""
    unit, scale, is_all = read_unit_words(part, units)
    if is_all and (unit in ("percent", *CURRENCY_SIGNS.values()) or scale):
        return "", unit, scale
    return part, "", ""


def read_unit_words(text: str, units: Collection[str]) -> tuple[str, str, bool]:
    """Return the unit and the scale that words stand for, and whether every word was one of them."""
    unit = scale = ""
    is_all = True
    text = UNIT_CODES.get(text.strip(), text)
    for word in words_of(_RAND.sub("ZAR ", text)):
        found = next((name for name, nouns in UNIT_NOUNS.items() if word in nouns and name in units), "")
        found = found or next((name for name in units if name.lower() == word), "")
        if word in SCALE_WORDS and not (found and not scale and len(word) == 1):
            scale = SCALE_WORDS[word]
        elif found:
            unit = unit or found
        elif word not in _FILLING:
            is_all = False
    return unit, scale, is_all


def is_unit_named(text: str, units: Collection[str]) -> bool:
    """Return whether a text names a unit, and no number against which another is set.

    >>> is_unit_named("GDP growth (annual %)", {"percent"}), is_unit_named("Deaths per 1,000", {"fatality"})
    (True, False)
    """
    return bool(read_unit_words(text, units)[0]) and not _PER.search(text)


def slug(text: str) -> str:
    """Return a key for a topic: small letters, digits and underscores.

    >>> slug("Votes cast (2nd round)"), slug("ผู้ป่วย (ราย)")
    ('votes_cast_2nd_round', 'ผู้ป่วย_ราย')
    """
    key = "".join(sign if sign.isalnum() or category(sign).startswith("M") else "_" for sign in text.lower())
    return re.sub("_+", "_", key).strip("_")[:60].strip("_")
