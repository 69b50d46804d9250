"""Vague words for vague bounds: the word of the table that commits to just these ends."""

from collections.abc import Iterator
from decimal import Decimal

from claimsdash.domain.wording.vague import VagueTable, VagueWord

UNCLEAR = "an unclear number"
"""What is said where no word has the two ends; the ends follow in brackets."""

_FEW = {"couple": "a couple", "few": "a few", "handful": "a handful", "several": "several"}
_BASES = ("dozen", "hundred", "thousand", "million", "billion", "trillion")
_SIZES = dict(zip(_BASES, (12, 100, 1000, 10**6, 10**9, 10**12), strict=True))
_REGIONAL = ("lakhs", "crores")
"""Words that not every reader of English knows: said only where no other word has the same ends."""
_BANDS = ("low", "mid", "high")
_RUNGS = (
    *("tens", "dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions"),
    *("tens of millions", "hundreds of millions", "billions", "tens of billions", "hundreds of billions", "trillions"),
)


def say_vague(low: float | None, high: float | None, table: VagueTable) -> Iterator[str]:
    """Propose words for the two ends, the plainest first; the caller reads them back to choose."""
    if low is None and high is None:
        yield "an unknown number"
        return
    fitting = [word.word for word in table if _is(word.low, low) and _is(word.high, high)]
    yield from (_FEW.get(word, word) for word in fitting if word not in _REGIONAL)
    yield from (rung for rung in _RUNGS if high is not None and low is not None)
    yield from (word for word in fitting if word in _REGIONAL)
    for name, said in _FEW.items():
        yield from (
            f"{said} {'of ' if name in ('couple', 'handful') else ''}{base}" for base in _bases(table, name, low)
        )
    for band in _BANDS:
        yield from (f"the {band} {base}s" for base in _bases(table, band, low))
    yield from _either(low, high, table)


def _is(number: Decimal | None, end: float | None) -> bool:
    return (number is None and end is None) or (number is not None and end is not None and float(number) == end)


def _bases(table: VagueTable, name: str, low: float | None) -> Iterator[str]:
    """Yield the bases whose multiple by this word starts at `low`."""
    word: VagueWord | None = table.by_word.get(name)
    if word is None or word.low is None:
        return
    yield from (base for base in _BASES if _is(word.low * _SIZES[base], low))


def _either(low: float | None, high: float | None, table: VagueTable) -> Iterator[str]:
    """Propose `dozens, if not hundreds`."""
    firsts = [word.word for word in table if word.word in _RUNGS and _is(word.low, low)]
    seconds = [word.word for word in table if word.word in _RUNGS and _is(word.high, high)]
    yield from (f"{first}, if not {second}" for first in firsts for second in seconds)
