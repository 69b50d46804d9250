"""The evidence card: who said it, who printed it, when, in which words, and what the relays made of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from claimsdash.analysis.drift import drift_of
from claimsdash.app.names import count
from claimsdash.app.plain import link, plain
from claimsdash.export.card import facts_of, relay_of, say_reading
from claimsdash.export.citation import cite
from claimsdash.export.names import is_known

Report = Mapping[Any, Any]


def show(reports: pd.DataFrame, *, chosen: str, loaded_on: Mapping[str, str]) -> None:
    """Draw the card of a claim.

    `reports` are all reports of the claim, whatever the filters; `chosen` is its claim_id or the report_id of the
    rendition to show; `loaded_on` tells for each table on which day it was loaded.
    """
    listed = drift_of(reports)
    report = chosen_report(listed, chosen)
    st.header(f"“{plain(report['value_text'])}”" if is_known(report["value_text"]) else "No wording", anchor=False)
    parts = [
        f":gray[:small[{plain(say_reading(report))}]]",
        as_table(facts(report, loaded_on)),
        *_relays(listed, report),
    ]
    st.markdown("\n\n".join([*parts, "**Citation** :small[copy it with the button at its right]"]))
    st.code(cite(report), language=None, wrap_lines=True)


def chosen_report(listed: pd.DataFrame, chosen: str) -> Report:
    """Pick the report with that key, else the one that speaks for the claim."""
    picked = listed[listed["report_id"].eq(chosen)]
    return (picked if len(picked) else listed[listed["speaks"]]).to_dict("records")[0]


def facts(report: Report, loaded_on: Mapping[str, str]) -> list[tuple[str, str]]:
    """List what is known of a report as (label, Markdown) pairs; what is missing has no line."""
    (claimant, who), *others = facts_of(report, loaded_on)
    name = str(report["claimant_name"])
    first = (claimant, f"**{plain(name)}** {plain(who.removeprefix(name))}".strip())
    return [first, *((label, plain(text)) for label, text in others), ("Page", _pages(report))]


def as_table(lines: Sequence[tuple[str, str]]) -> str:
    """Lay (label, Markdown) pairs out as a Markdown table of two columns."""
    return "\n".join(["| | |", "|---|---|", *(f"| {label} | {value} |" for label, value in lines)])


def _pages(report: Report) -> str:
    pages = [
        link(report[name], urlsplit(str(report[name])).hostname or words)
        for name, words in (("url", "page"), ("archived_url", "archived copy"))
        if is_known(report[name])
    ]
    return ", ".join(pages) or "no address"


def _relays(listed: pd.DataFrame, report: Report) -> list[str]:
    """List the other reports of the claim; how one differs stands in a badge, those that agree come after."""
    others = listed[listed["report_id"].ne(report["report_id"])]
    counted = f"**1 claim from {count(len(listed), 'report')}**"
    if others.empty:
        return [f"{counted}."]
    first = others.sort_values("differs", key=lambda words: words.eq(""), kind="stable")
    return [f"{counted}. The others:", "\n".join(f"- {_relay(row)}" for row in first.to_dict("records"))]


def _relay(row: Report) -> str:
    """Say in Markdown what one outlet made of the claim."""
    relay = relay_of(row)
    badges = [f":orange-badge[{word}]" for word in relay.differs.split(", ") if word]
    badges += [":gray-badge[speaks for the claim]"] if relay.speaks else []
    words = f"“{plain(relay.wording)}”" if relay.wording else "no wording"
    return " ".join([words, f":small[{link(relay.page, relay.outlet)}, {plain(relay.reported)}]", *badges])
