"""The evidence card as one element of a page: who said it, who printed it, when, in which words, and the relays.

One element answers a click faster than the widgets it stands for, and can be answered ahead of the run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit

import pandas as pd

from claimsdash.analysis.drift import drift_of
from claimsdash.app import shelf
from claimsdash.app.names import count
from claimsdash.app.own import Change, mount
from claimsdash.app.plain import one_line
from claimsdash.export.card import Report, facts_of, page_of, relay_of, say_reading
from claimsdash.export.citation import cite
from claimsdash.export.names import is_known

HOW_TO_CHOOSE = (
    "Click a mark, or choose a row of the table: who said it, in which words, when, and what relays made "
    "of it. By keyboard: the arrows go from mark to mark, Enter opens."
)
NAME = "card"
Link = tuple[str, str]
"""An address of http or https, or none, and the words for it."""


@dataclass(frozen=True)
class Echo:
    """What one outlet made of a claim: its wording, where and when, what differs, whether it speaks for the claim."""

    wording: str
    outlet: Link
    reported: str
    differs: Sequence[str]
    speaks: bool


@dataclass(frozen=True)
class Evidence:
    """The evidence of one claim in plain texts of one line each; facts are pairs of a label and a text.

    `claimant` is the name with which the first fact begins. Those of the `echoes` that differ come first.
    """

    wording: str
    reading: str
    claimant: str
    facts: Sequence[tuple[str, str]]
    pages: Sequence[Link]
    counted: str
    echoes: Sequence[Echo]
    citation: str


@dataclass(frozen=True)
class Card:
    """All that the card shows: evidence, or `said` instead.

    `bell` is rung by the charts whose marks open it; `chosen` is the mark whose evidence this is. `view` is the address
    of the view, where what follows a click is answered ahead of the run.
    """

    evidence: Evidence | None = None
    said: str = HOW_TO_CHOOSE
    is_open: bool = False
    bell: str = ""
    chosen: int | None = None
    view: str = ""


def draw(card: Card, *, on_set: Change) -> None:
    """Draw the card. `on_set` gets what was done before the next run: `mark`, a mark or none; `close`."""
    mount(NAME, card, on_set=on_set)


def card_of(key: str | None, card: Card) -> Card:
    """Return the card with the evidence of a claim_id, or of the report with a report_id; None leaves it closed."""
    if key is None:
        return card
    reports = shelf.claim(key)
    if reports.empty:
        gone = f"No claim or report has the key {one_line(key)}. It may have been removed, or the address is old."
        return replace(card, is_open=True, said=gone)
    found = evidence_of(reports, chosen=key, loaded_on=shelf.loaded_on())
    return replace(card, is_open=True, said="", evidence=found)


def evidence_of(reports: pd.DataFrame, *, chosen: str, loaded_on: Mapping[str, str]) -> Evidence:
    """Return the evidence of a claim.

    `reports` are all reports of the claim, whatever the filters; `chosen` is its claim_id or the report_id of the
    rendition to show; `loaded_on` tells for each table on which day it was loaded.
    """
    listed = drift_of(reports)
    report = chosen_report(listed, chosen)
    others = listed[listed["report_id"].ne(report["report_id"])]
    first = others.sort_values("differs", key=lambda words: words.eq(""), kind="stable")
    echoes = [_echo(row) for row in first.to_dict("records")]
    counted = f"1 claim from {count(len(listed), 'report')}"
    return Evidence(
        wording=one_line(report["value_text"]) if is_known(report["value_text"]) else "",
        reading=one_line(say_reading(report)),
        claimant=one_line(report["claimant_name"]),
        facts=[(label, one_line(text)) for label, text in facts_of(report, loaded_on)],
        pages=_pages(report),
        counted=f"{counted}. The others:" if echoes else f"{counted}.",
        echoes=echoes,
        citation=one_line(cite(report), longest=2_000),
    )


def chosen_report(listed: pd.DataFrame, chosen: str) -> Report:
    """Pick the report with that key, else the one that speaks for the claim."""
    picked = listed[listed["report_id"].eq(chosen)]
    return (picked if len(picked) else listed[listed["speaks"]]).to_dict("records")[0]


def _pages(report: Report) -> list[Link]:
    named = (("url", "page"), ("archived_url", "archived copy"))
    found = [_link(report[name], "") or ("", words) for name, words in named if is_known(report[name])]
    return found or [("", "no address")]


def _link(address: Any, words: str) -> Link | None:
    page = page_of(address)
    return (quote(page, safe=":/?#[]@!$&'()*+,;=%~"), words or str(urlsplit(page).hostname)) if page else None


def _echo(row: Report) -> Echo:
    relay = relay_of(row)
    outlet = one_line(relay.outlet)
    link = _link(relay.page, outlet) or ("", outlet)
    return Echo(one_line(relay.wording), link, relay.reported, [*filter(None, relay.differs.split(", "))], relay.speaks)
