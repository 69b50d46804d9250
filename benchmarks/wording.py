"""How many wordings are read right, and how fast: claimsdash beside quantulum3, in one run.

    PYTHONPATH=src:tests python benchmarks/wording.py [GOLD.csv ...]

GOLD.csv has the columns phrase, kind, low, best, high (an open end is empty); without one, the cases of the tests are
read. quantulum3 comes with the extra `bench`; without it only claimsdash is measured. No network is used.

quantulum3 knows quantities, not qualifiers; to be fair to it, a list of qualifiers around its number gives the kind,
and the width of an approximation is that of the conventions. A reading is right if kind, low, best and high are (1 %).
"""

import csv
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

from claimsdash.domain.wording import WordingError, read_wording
from claimsdash.domain.wording.rounding import half_width
from domain.wording.cases import read_cases

Bounds = tuple[str, float | None, float | None, float | None]
Reader = Callable[[str], Bounds | None]

_TOLERANCE = 0.01
_COPIES = 20
_LOWER = (
    "more than",
    "over ",
    "at least",
    "no fewer",
    "no less",
    "in excess",
    "upward",
    "exceed",
    "or more",
    "above",
    "+",
)
_UPPER = ("up to", "as many", "as much", "fewer than", "less than", "under ", "no more", "at most", "maximum", "below")
_ABOUT = ("about", "around", "roughly", "approx", "some ", "estimated", "circa", "~", "or so")
_BELOW = ("nearly", "almost", "close to", "just under", "approaching")


def main() -> None:
    """Print one line a reader: share read right, read wrong, unread, phrases a second."""
    gold = [row for file in sys.argv[1:] for row in _read_gold(Path(file))] or _cases()
    print(f"{len(gold)} phrases; speed over {_COPIES} distinct copies of each, one core, processor time")
    print(f"{'reader':<12}{'right':>8}{'wrong':>8}{'unread':>8}{'phrases/s':>12}")
    for name, reader in _readers():
        right, wrong, unread = _accuracy(reader, gold)
        print(f"{name:<12}{right:8.3f}{wrong:8.3f}{unread:8.3f}{_speed(reader, [phrase for phrase, _ in gold]):12,.0f}")


def _readers() -> Iterable[tuple[str, Reader]]:
    yield "claimsdash", _read_here
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns as it is imported
            from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed (pip install 'claimsdash[bench]')", file=sys.stderr)
        return
    yield "quantulum3", lambda phrase: _read_with_quantulum(parser.parse, phrase)


def _read_here(phrase: str) -> Bounds | None:
    try:
        kind, low, best, high = read_wording(phrase).bounds
    except WordingError:
        return None
    return kind.value, low, best, high


def _read_with_quantulum(parse: Callable[[str], list[object]], phrase: str) -> Bounds | None:
    """Read the first quantity, and give it the kind of the qualifier words around it."""
    found = parse(phrase)
    if not found:
        return None
    value, width = float(found[0].value), found[0].uncertainty  # type: ignore[attr-defined]  # no stubs
    text = phrase.lower()
    if width:
        return "range", value - width, value, value + width
    if any(word in text for word in _LOWER):
        return "lower_bound", value, value, None
    if any(word in text for word in _UPPER):
        return "upper_bound", 0.0, value, value
    number = Decimal(str(value)).normalize()
    half = float(half_width(number, Decimal(1).scaleb(int(number.as_tuple().exponent))))
    if any(word in text for word in _BELOW):
        return "approximate", value - half, value, value
    if any(word in text for word in _ABOUT):
        return "approximate", value - half, value, value + half
    return "exact", value, value, value


def _accuracy(reader: Reader, gold: list[tuple[str, Bounds]]) -> tuple[float, float, float]:
    read = [(reader(phrase), bounds) for phrase, bounds in gold]
    right = sum(found is not None and _same(found, bounds) for found, bounds in read)
    unread = sum(found is None for found, _ in read)
    return right / len(gold), (len(gold) - right - unread) / len(gold), unread / len(gold)


def _same(one: Bounds, two: Bounds) -> bool:
    ends = zip(one[1:], two[1:], strict=True)
    return one[0] == two[0] and all(
        a == b or (a is not None and b is not None and abs(a - b) <= _TOLERANCE * abs(b)) for a, b in ends
    )


def _speed(reader: Reader, phrases: list[str]) -> float:
    """Return phrases a second of processor time; each copy differs by a closing space, so that none is read twice."""
    copies = [phrase + " " * copy for copy in range(1, _COPIES + 1) for phrase in phrases]
    start = time.process_time()
    for phrase in copies:
        reader(phrase)
    return len(copies) / (time.process_time() - start)


def _cases() -> list[tuple[str, Bounds]]:
    return [(phrase, (ends[0].value, *ends[1:])) for phrase, ends, _ in read_cases()]


def _read_gold(file: Path) -> list[tuple[str, Bounds]]:
    with file.open(encoding="utf-8", newline="") as rows:
        return [
            (row["phrase"], (row["kind"], *map(_end, (row["low"], row["best"], row["high"]))))
            for row in csv.DictReader(rows)
        ]


def _end(cell: str) -> float | None:
    return float(cell) if cell else None


if __name__ == "__main__":
    main()
