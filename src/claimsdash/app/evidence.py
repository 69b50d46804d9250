"""The evidence card: who said it, who printed it, when, in which words, and what the relays made of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from claimsdash.analysis.drift import drift_of
from claimsdash.app.names import INTERESTS, MODALITIES, count, is_known, say_country, say_day, say_key
from claimsdash.app.plain import link, plain
from claimsdash.domain.unit_words import say_unit
from claimsdash.export.citation import cite

Report = Mapping[Any, Any]

_TEXTS = (
    ("speaker", "Speaker"),
    ("hedge", "Hedged as"),
    ("scope", "Counted"),
    ("assumption", "On condition"),
    ("notes", "Editor’s note"),
)
_KEYS = (
    ("derived_from", "Computed from"),
    ("alternative_of", "Either this or"),
    ("supersedes", "Revises"),
)


def show(reports: pd.DataFrame, *, chosen: str, loaded_on: Mapping[str, str]) -> None:
    """Draw the card of a claim.

    `reports` are all reports of the claim, whatever the filters; `chosen` is its claim_id or the report_id of the
    rendition to show; `loaded_on` tells for each table on which day it was loaded.
    """
    listed = drift_of(reports)
    report = chosen_report(listed, chosen)
    st.header(f"“{plain(report['value_text'])}”" if is_known(report["value_text"]) else "No wording", anchor=False)
    parts = [f":gray[:small[{plain(reading(report))}]]", as_table(facts(report, loaded_on)), *_relays(listed, report)]
    st.markdown("\n\n".join([*parts, "**Citation** :small[copy it with the button at its right]"]))
    st.code(cite(report), language=None, wrap_lines=True)


def chosen_report(listed: pd.DataFrame, chosen: str) -> Report:
    """Pick the report with that key, else the one that speaks for the claim."""
    picked = listed[listed["report_id"].eq(chosen)]
    return (picked if len(picked) else listed[listed["speaks"]]).to_dict("records")[0]


def reading(report: Report) -> str:
    """Say how the wording was read: kind and bounds, in the unit of the report.

    >>> reading({"qualifier": "lower_bound", "low": 3e6, "best": None, "high": None, "unit": "shell", "inferred": ""})
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
    inferred = [name for name in str(report["inferred"] or "").split(",") if name in ("low", "best", "high")]
    note = " (bounds read from the wording)" if inferred and report["qualifier"] in ("approximate", "vague") else ""
    return f"Read as {words}{unit}{note}"


def facts(report: Report, loaded_on: Mapping[str, str]) -> list[tuple[str, str]]:
    """List what is known of a report as (label, Markdown) pairs; what is missing has no line."""
    inferred = str(report["inferred"] or "").split(",")
    lines = [("Claimant", _claimant(report)), ("Said", _said(report))]
    lines += [(label, plain(report[name])) for name, label in _TEXTS[:3] if is_known(report[name])]
    lines += [
        ("Window", f"since {plain(say_day(report['since']))}" if is_known(report["since"]) else "start not stated"),
        ("As of", _dated(report["as_of"], inferred="as_of" in inferred)),
        ("Reported", _dated(report["reported_on"], inferred=False)),
        (
            "Loaded",
            plain(say_day(loaded_on.get(str(report["table_id"]), ""))) + f" (table {plain(report['table_id'])})",
        ),
        ("Printed by", _printed(report)),
    ]
    lines += [(label, plain(report[name])) for name, label in (*_KEYS, *_TEXTS[3:]) if is_known(report[name])]
    grade = "".join(str(report[name]) for name in ("reliability", "credibility") if is_known(report[name]))
    lines += [("Admiralty code", plain(grade))] if grade else []
    lines += [("Status", plain(report["status"]))] if report["status"] != "normal" else []
    return [*lines, ("Page", _pages(report))]


def as_table(lines: Sequence[tuple[str, str]]) -> str:
    """Lay (label, Markdown) pairs out as a Markdown table of two columns."""
    return "\n".join(["| | |", "|---|---|", *(f"| {label} | {value} |" for label, value in lines)])


def _number(value: Any) -> str:
    return f"{value:,.6g}" if is_known(value) and abs(value) < 1e-3 else f"{value:,.10g}" if is_known(value) else ""


def _claimant(report: Report) -> str:
    about = [
        say_key(report["claimant_kind"]) if is_known(report["claimant_kind"]) else "",
        say_country(report["claimant_country"]) if is_known(report["claimant_country"]) else "",
        INTERESTS.get(str(report["claimant_interest"]), ""),
    ]
    told = ", ".join(part for part in about if part)
    name = f"**{plain(report['claimant_name'])}**"
    return f"{name} ({plain(told)})" if told else name


def _said(report: Report) -> str:
    return plain(f"{MODALITIES[str(report['modality'])]}; {report['basis']}")


def _dated(value: Any, *, inferred: bool) -> str:
    if not is_known(value):
        return "not known"
    return plain(say_day(value)) + (" (inferred from the day of publication)" if inferred else "")


def _printed(report: Report) -> str:
    if not is_known(report["outlet_name"]):
        return "not known"
    chain = (
        [part.strip() for part in str(report["relayed_from"]).split(";")] if is_known(report["relayed_from"]) else []
    )
    return " ← ".join(plain(name) for name in (report["outlet_name"], *chain))


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
    day = say_day(row["reported_on"]) if is_known(row["reported_on"]) else "undated"
    badges = [f":orange-badge[{word}]" for word in str(row["differs"]).split(", ") if word]
    badges += [":gray-badge[speaks for the claim]"] if row["speaks"] else []
    words = f"“{plain(row['value_text'])}”" if is_known(row["value_text"]) else "no wording"
    return " ".join([words, f":small[{link(row['url'], _outlet(row))}, {plain(day)}]", *badges])


def _outlet(row: Report) -> str:
    return str(row["outlet_name"]) if is_known(row["outlet_name"]) else "unnamed outlet"
