"""Date phrases: how many are read right and how fast, side by side with dateparser.

    pip install -e ".[bench]"
    python benchmarks/dates.py [--gold FILE.csv]

Without a file the case tables of the tests are the phrases: claimsdash has to read all of these, so its share of them
says nothing, that of dateparser does. A file has the columns phrase, reference_date, start, end.
dateparser gives one moment and the unit it thinks is meant: that unit is taken as its interval, and it is told to
prefer the past and the day of publication, so that it is not marked down for what it was not asked. Needs no network.
"""

import argparse
import csv
import importlib.util
import sys
from collections.abc import Callable
from datetime import date, datetime
from itertools import product
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from claimsdash.domain.dates import DateError, read_period  # noqa: E402 - after the path is set
from claimsdash.domain.dates.relative import unit_around  # noqa: E402 - after the path is set
from domain.dates.more_phrase_cases import MORE_CASES  # noqa: E402 - after the path is set
from domain.dates.phrase_cases import CASES  # noqa: E402 - after the path is set

REFERENCE = date(2024, 11, 5)
Answer = tuple[str, str] | None
Reader = Callable[[str, date], Answer]


def claimsdash(phrase: str, reference: date) -> Answer:
    """Return first and last day as text, or None if unread."""
    try:
        period = read_period(phrase, reference)
    except DateError:
        return None
    return str(period.start or ""), str(period.end or "")


def dateparser_reader() -> Reader:
    """Return a reader that asks dateparser."""
    from dateparser.date import DateDataParser

    parsers: dict[date, DateDataParser] = {}

    def read(phrase: str, reference: date) -> Answer:
        if reference not in parsers:
            base = datetime(reference.year, reference.month, reference.day)  # noqa: DTZ001 - dateparser takes a naive one
            settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first"}
            parsers[reference] = DateDataParser(languages=["en"], settings=settings)
        found = parsers[reference].get_date_data(phrase)
        if found.date_obj is None:
            return None
        day = found.date_obj.date()
        span = unit_around(found.period, day)
        return (str(span.start), str(span.end)) if span else (str(day), str(day))

    return read


def cases(gold: Path | None) -> list[tuple[str, date, str, str]]:
    """Return phrases with day of publication and the right first and last day."""
    if gold:
        with gold.open(encoding="utf-8", newline="") as file:
            rows = [(r["reference_date"], r["phrase"], r["start"], r["end"]) for r in csv.DictReader(file)]
    else:
        lines = [line for line in (CASES + MORE_CASES).splitlines() if line and not line.startswith("#")]
        rows = [(a.strip(), b.strip(), c.strip(), d.strip()) for a, b, c, d in (line.split("|") for line in lines)]
    return [(phrase, date.fromisoformat(day), start, end) for day, phrase, start, end in rows if start or end]


def distinct_phrases() -> list[str]:
    """Return many phrases, no two equal, so that no cache helps."""
    months = ["January", "Feb.", "March", "Sept.", "October", "Dec."]
    openers = ["in", "since", "until the end of", "as of mid-", "before", "early", "between May and late"]
    long = [f"{opener} {month} {year}" for opener, month, year in product(openers, months, range(1950, 2025))]
    days = [
        f"{opener} {day} {month} {year}"
        for opener, day, month, year in product(("on", "by", "after"), (3, 17, 28), months, range(1990, 2024))
    ]
    counts = [
        f"{opener} {count} {unit}"
        for opener, count, unit in product(("the past", "in the last"), range(2, 90), ("days", "weeks", "months"))
    ]
    return long + days + counts


def report(name: str, read: Reader, rows: list[tuple[str, date, str, str]], phrases: list[str]) -> None:
    """Print one line: right, wrong, unread, phrases a second of processor time."""
    answers = [(read(phrase, reference), (start, end)) for phrase, reference, start, end in rows]
    right = sum(answer == gold for answer, gold in answers)
    unread = sum(answer is None for answer, _ in answers)
    begun = process_time()
    for phrase in phrases:
        read(phrase, REFERENCE)
    rate = len(phrases) / (process_time() - begun)
    total = len(rows)
    print(f"{name:12}{right / total:8.1%}{(total - right - unread) / total:8.1%}{unread / total:8.1%}{rate:14,.0f}")


def report_length() -> None:
    """Print the time that texts of growing length take: refused from 200 characters on, linear before."""
    for length in (50, 100, 200, 1_000, 10_000):
        text = ("the end of early May and " * length)[:length]
        begun = process_time()
        for _ in range(20):
            claimsdash(text, REFERENCE)
        print(f"{length:8,} characters {(process_time() - begun) * 50:8.3f} ms")


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="CSV with phrase, reference_date, start, end")
    rows, phrases = cases(parser.parse_args().gold), distinct_phrases()
    print(f"{len(rows)} phrases for accuracy, {len(phrases):,} distinct ones for speed (dateparser: every tenth)\n")
    print(f"{'':12}{'right':>8}{'wrong':>8}{'unread':>8}{'phrases/s':>14}")
    report("claimsdash", claimsdash, rows, phrases)
    if importlib.util.find_spec("dateparser"):
        report("dateparser", dateparser_reader(), rows, phrases[::10])
    else:
        print("dateparser is not installed: pip install -e '.[bench]'")
    print()
    report_length()


if __name__ == "__main__":
    main()
