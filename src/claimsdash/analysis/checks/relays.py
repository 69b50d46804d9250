"""Rules on the reports of one claim: a capacity quoted as a count, a number changed, an old figure as news."""

from collections.abc import Iterator, Mapping, Sequence
from math import isclose
from typing import Any

from claimsdash.analysis.checks.finding import Case, Judged, Outcome
from claimsdash.analysis.drift import STALE_AFTER, differences
from claimsdash.analysis.rounding import is_rounding
from claimsdash.analysis.statement import bounds_of, text_of

_CONDITIONAL = ("capacity", "planned", "forecast")
_SINGLE = ("exact", "approximate")
_ROUNDED_BY = 0.05
_CHANGED = ("number changed", "bound flipped")

Report = Mapping[Any, Any]


def capacities_quoted_as_counts(case: Case) -> Iterator[Judged]:
    """Judge claims that some report prints as a capacity, plan or forecast: others print them as a fact."""
    for reports in case.groups:
        conditional = [row for row in reports if row["modality"] in _CONDITIONAL]
        as_fact = [row for row in reports if row["modality"] == "asserted"]
        if not conditional or len(reports) < 2:
            continue
        sense = str(conditional[0]["modality"])
        if as_fact:
            words = f"{_outlets(conditional)}: {sense}. {_outlets(as_fact)}: printed as a fact."
            yield _judged(as_fact, Outcome.CONFLICT, words)
        else:
            yield _judged(reports, Outcome.CONSISTENT, f"All print it as {sense}.")


def numbers_changed_by_relays(case: Case) -> Iterator[Judged]:
    """Judge relays: one prints another number, or turns a floor into a ceiling. More digits are no change."""
    for origin, *relays in case.groups:
        for row in relays:
            named = [word for word in differences(row, origin) if word in _CHANGED]
            if not named or _has_more_digits(row, origin):
                yield _judged([row], Outcome.CONSISTENT, "The number is kept.")
            else:
                printed = f"prints “{text_of(row['value_text'])}” for “{text_of(origin['value_text'])}”"
                words = f"{_outlets([row])} {printed}: {', '.join(named)}."
                yield _judged([origin, row], Outcome.CONFLICT, words, _factor(row, origin))


def stale_figures(case: Case) -> Iterator[Judged]:
    """Judge late reports of a claim: one that gives no date, or a late one, makes an old figure look new."""
    for origin, *relays in case.groups:
        for row in relays:
            if "stale" in differences(row, origin):
                inferred = "as_of" in text_of(row["inferred"]).split(",")
                as_new = inferred or row["as_of_end"] - origin["as_of_end"] > STALE_AFTER
                days = (row["reported_start"] - origin["reported_end"]).days
                words = f"Printed {days} days after the first report" + (", as if of its own day." if as_new else ".")
                yield _judged([row], Outcome.CONFLICT if as_new else Outcome.CONSISTENT, words)


def _has_more_digits(row: Report, origin: Report) -> bool:
    was, now = float(origin["base_at"]), float(row["base_at"])
    return row["qualifier"] in _SINGLE and isclose(was, now, rel_tol=_ROUNDED_BY) and is_rounding(was, now)


def _factor(row: Report, origin: Report) -> float | None:
    """Return by how much the two miss each other, None where some number fits both."""
    now, was = bounds_of(row), bounds_of(origin)
    return now.conflict_factor(was) if now and was and row["base_unit"] == origin["base_unit"] else None


def _outlets(reports: Sequence[Report]) -> str:
    names = list(dict.fromkeys(text_of(row["outlet_name"]) or "an unnamed outlet" for row in reports))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _judged(reports: Sequence[Report], outcome: Outcome, words: str, factor: float | None = None) -> Judged:
    keys = tuple(str(row["report_id"]) for row in reports)
    return Judged(outcome, keys, str(reports[0]["topic"]), words, factor, 1, len(reports))
