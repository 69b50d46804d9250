"""The evidence of a claim as plain texts: who said it, who printed it, when, in which words, and its relays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from claimsdash.analysis.drift import drift_of
from claimsdash.domain.unit_words import say_unit
from claimsdash.export.citation import cite
from claimsdash.export.names import INTERESTS, MODALITIES, is_known, say_country, say_day, say_key

Report = Mapping[Any, Any]

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
        tuple(facts_of(speaks, loaded_on)),
        tuple(page for name in ("url", "archived_url") if (page := page_of(speaks[name]))),
        tuple(relay_of(row) for row in rows),
        cite(speaks),
    )


def say_reading(report: Report) -> str:
    """Say how the wording was read: kind and bounds, in the unit of the report.

    >>> floor = {"qualifier": "lower_bound", "low": 3e6, "best": None, "high": None, "inferred": ""}
    >>> say_reading(floor | {"unit": "shell"})
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
    unit = "" if report["qualifier"] == "none" else f" {say_unit(str(report['unit']))}"
    inferred = {"low", "best", "high"} & set(str(report["inferred"] or "").split(","))
    note = " (bounds read from the wording)" if inferred and report["qualifier"] in ("approximate", "vague") else ""
    return f"Read as {words}{unit}{note}"


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


def facts_of(report: Report, loaded_on: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is known of a report as pairs of a label and a text, the claimant first; what is missing has none."""
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
    yield from _named(report, _ASIDE)
    if grade := "".join(str(report[name]) for name in ("reliability", "credibility") if is_known(report[name])):
        yield "Admiralty code", grade
    if report["status"] != "normal":
        yield "Status", str(report["status"])


def _named(report: Report, columns: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((label, str(report[name])) for name, label in columns if is_known(report[name]))


def _number(value: Any) -> str:
    return f"{value:,.6g}" if is_known(value) and abs(value) < 1e-3 else f"{value:,.10g}" if is_known(value) else ""


def _claimant(report: Report) -> str:
    kind, country = report["claimant_kind"], report["claimant_country"]
    about = [
        say_key(kind) if is_known(kind) else "",
        say_country(country) if is_known(country) else "",
        INTERESTS.get(str(report["claimant_interest"]), ""),
    ]
    told = ", ".join(part for part in about if part)
    return f"{report['claimant_name']} ({told})" if told else str(report["claimant_name"])


def _printed(report: Report) -> str:
    chain = str(report["relayed_from"]).split(";") if is_known(report["relayed_from"]) else []
    return " ← ".join([_outlet(report), *(part.strip() for part in chain)])


def _outlet(report: Report) -> str:
    return str(report["outlet_name"]) if is_known(report["outlet_name"]) else "outlet not known"


def relay_of(report: Report) -> Relay:
    """Return what one outlet made of the claim; the report has the columns of `analysis.drift.drift_of`."""
    reported = say_day(report["reported_on"]) if is_known(report["reported_on"]) else "undated"
    wording = str(report["value_text"]) if is_known(report["value_text"]) else ""
    page = page_of(report["url"])
    key = str(report["report_id"])
    return Relay(key, reported, _outlet(report), wording, str(report["differs"]), bool(report["speaks"]), page)
