"""The evidence of a claim as plain texts: who said it, who printed it, when, in which words, and its relays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from claimsdash.analysis.drift import drift_of
from claimsdash.domain.dates import DateError, read_edtf, say_period
from claimsdash.domain.unit_words import say_unit
from claimsdash.export.citation import cite

Report = Mapping[Any, Any]

INTERESTS = {
    "party": "party to the matter",
    "ally": "ally of a party",
    "adversary": "adversary of a party",
    "third_party": "third party",
    "analyst": "analyst",
    "unknown": "interest not known",
}
MODALITIES = {
    "asserted": "asserted",
    "capacity": "as what could be, not what is",
    "planned": "as a plan",
    "forecast": "as a forecast",
    "denied": "denied",
}
_SAID = (("speaker", "Speaker"), ("hedge", "Hedged as"), ("scope", "Counted"))
_ASIDE = (
    ("derived_from", "Computed from"),
    ("alternative_of", "Either this or"),
    ("supersedes", "Revises"),
    ("assumption", "On condition"),
    ("notes", "Editor’s note"),
)


@dataclass(frozen=True)
class Relay:
    """One report of a claim, and how it differs from the one that speaks for the claim; `page` may be blank."""

    report_id: str
    reported: str
    outlet: str
    wording: str
    differs: str
    speaks: bool
    page: str


@dataclass(frozen=True)
class Card:
    """The evidence of one claim, ready to be shown: no text in it is markup, and pages are http or https."""

    claim_id: str
    wording: str
    reading: str
    facts: tuple[tuple[str, str], ...]
    pages: tuple[str, ...]
    relays: tuple[Relay, ...]
    citation: str


def cards_of(reports: pd.DataFrame, loaded_on: Mapping[str, str] | None = None) -> list[Card]:
    """Return the card of each claim of a claims table, in the order in which the claims come up in it.

    `loaded_on` tells for each table the day on which it was loaded.
    """
    return [_card(str(key), rows, loaded_on or {}) for key, rows in reports.groupby("claim_id", sort=False)]


def _card(claim_id: str, reports: pd.DataFrame, loaded_on: Mapping[str, str]) -> Card:
    rows = drift_of(reports).to_dict("records")
    speaks = next(row for row in rows if row["speaks"])
    return Card(
        claim_id,
        str(speaks["value_text"]) if is_known(speaks["value_text"]) else "",
        say_reading(speaks),
        tuple(_facts(speaks, loaded_on)),
        tuple(page for name in ("url", "archived_url") if (page := page_of(speaks[name]))),
        tuple(_relay(row) for row in rows),
        cite(speaks),
    )


def say_reading(report: Report) -> str:
    """Say how the wording was read: kind and bounds, in the unit of the report.

    >>> say_reading({"qualifier": "lower_bound", "low": 3e6, "best": None, "high": None, "unit": "shell"})
    'Read as a lower bound: at least 3,000,000 shells'
    """
    low, best, high = (_number(report[end]) for end in ("low", "best", "high"))
    words = {
        "exact": f"printed: {best}",
        "approximate": f"an approximation: {best}, between {low} and {high}",
        "lower_bound": f"a lower bound: at least {low}",
        "upper_bound": f"an upper bound: at most {high}",
        "range": f"a range: {low} to {high}" + (f", stated best {best}" if best else ""),
        "vague": f"a vague amount: {low or '?'} to {high or 'no stated end'}",
        "none": "no figure",
    }[str(report["qualifier"])]
    return f"Read as {words}" + ("" if report["qualifier"] == "none" else f" {say_unit(str(report['unit']))}")


def is_known(value: Any) -> bool:
    """Say whether a cell holds anything."""
    return value is not None and not pd.isna(value) and value != ""


def page_of(address: Any) -> str:
    """Return the address where it is one of http or https with a host, else nothing.

    >>> page_of("https://example.org/a"), page_of("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(str(address))
        return str(address) if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def _facts(report: Report, loaded_on: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    inferred = str(report["inferred"] or "").split(",")
    yield "Claimant", _claimant(report)
    yield "Said", f"{MODALITIES[str(report['modality'])]}; {report['basis']}"
    yield from _named(report, _SAID)
    yield "Window", f"since {say_day(report['since'])}" if is_known(report["since"]) else "start not stated"
    yield "As of", say_day(report["as_of"]) + (" (inferred from the day of publication)" if "as_of" in inferred else "")
    yield "Reported", say_day(report["reported_on"])
    if day := loaded_on.get(str(report["table_id"])):
        yield "Loaded", f"{say_day(day)} (table {report['table_id']})"
    yield "Printed by", _printed(report)
    read = [name for name in inferred if name in ("low", "best", "high")]
    if read and report["qualifier"] in ("approximate", "vague"):
        yield "Inferred", "the bounds are read from the wording"
    yield from _named(report, _ASIDE)
    if grade := "".join(str(report[name]) for name in ("reliability", "credibility") if is_known(report[name])):
        yield "Admiralty code", grade
    if report["status"] != "normal":
        yield "Status", str(report["status"])


def _named(report: Report, columns: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((label, str(report[name])) for name, label in columns if is_known(report[name]))


def say_day(edtf: Any) -> str:
    """Return an EDTF date in words; what is no date stays as it is, and a missing one is not known.

    >>> say_day("2024-02-26"), say_day(None)
    ('26 February 2024', 'not known')
    """
    if not is_known(edtf):
        return "not known"
    try:
        return say_period(read_edtf(str(edtf)))
    except DateError:
        return str(edtf)


def _number(value: Any) -> str:
    return f"{value:,.6g}" if is_known(value) and abs(value) < 1e-3 else f"{value:,.10g}" if is_known(value) else ""


def _claimant(report: Report) -> str:
    about = [report["claimant_kind"], report["claimant_country"], INTERESTS.get(str(report["claimant_interest"]))]
    told = ", ".join(str(part).replace("_", " ") for part in about if is_known(part))
    return f"{report['claimant_name']} ({told})" if told else str(report["claimant_name"])


def _printed(report: Report) -> str:
    chain = str(report["relayed_from"]).split(";") if is_known(report["relayed_from"]) else []
    return " ← ".join([_outlet(report), *(part.strip() for part in chain)])


def _outlet(report: Report) -> str:
    return str(report["outlet_name"]) if is_known(report["outlet_name"]) else "outlet not known"


def _relay(report: Report) -> Relay:
    reported = say_day(report["reported_on"]) if is_known(report["reported_on"]) else "undated"
    wording = str(report["value_text"]) if is_known(report["value_text"]) else ""
    page = page_of(report["url"])
    key = str(report["report_id"])
    return Relay(key, reported, _outlet(report), wording, str(report["differs"]), bool(report["speaks"]), page)
