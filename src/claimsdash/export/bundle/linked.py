"""Claims as JSON-LD in the vocabulary of schema.org: Claim for what was said, Observation for the number in it.

There is no ClaimReview: nothing here says whether a claim is right.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from claimsdash.analysis.origins import origins_first
from claimsdash.analysis.saying import say_claims
from claimsdash.domain.unit_words import say_unit
from claimsdash.export.card import page_of
from claimsdash.export.names import is_known
from claimsdash.export.notes import ViewNotes
from claimsdash.intake.package import Topic

_ISO_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_STATED = ("exact", "approximate", "range")
"""Qualifiers under which `best` is a number that was said."""

Json = dict[str, Any]


def linked_data(reports: pd.DataFrame, topics: Mapping[str, Topic], notes: ViewNotes) -> Json:
    """Return the claims of a view as one JSON-LD document: a Dataset, then a Claim and, with a number, an Observation.

    An open or unknown end has no property; a date is given only where it is a day, month or year as it stands.
    """
    ordered = origins_first(reports).reset_index(drop=True)
    said = ordered.assign(say=say_claims(ordered))
    graph: list[Json] = [_dataset(notes)]
    for key, rows in said.groupby("claim_id", sort=False):
        graph += _claim(str(key), rows.to_dict("records"), topics)
    return {"@context": "https://schema.org", "@graph": graph}


def _dataset(notes: ViewNotes) -> Json:
    return {
        "@type": "Dataset",
        "@id": "#dataset",
        "name": notes.title,
        "description": f"{notes.counted}. {notes.rule}",
        "identifier": f"sha256:{notes.data}",
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
    }


def _claim(key: str, rows: list[dict[Any, Any]], topics: Mapping[str, Topic]) -> Iterator[Json]:
    first = rows[0]
    places = [_appearance(row) for row in rows]
    claim = {
        "@type": "Claim",
        "@id": f"#claim/{key}",
        "identifier": key,
        "text": _text(first),
        "author": {"@type": "Organization", "name": str(first["claimant_name"]), "identifier": str(first["claimant"])},
        "isPartOf": {"@id": "#dataset"},
        "appearance": places,
    }
    if first["status"] != "normal":
        claim["creativeWorkStatus"] = str(first["status"])
    if observation := _observation(key, first, topics):
        yield claim | {"about": {"@id": observation["@id"]}}
        yield observation
    else:
        yield claim


def _text(row: Mapping[Any, Any]) -> str:
    """Return the claim in words: the wording in quotes, and how it was read."""
    wording = f"“{row['value_text']}”, read as {row['say']}" if is_known(row["value_text"]) else str(row["say"])
    parts = (wording, row["scope"], f"as of {row['as_of']}" if is_known(row["as_of"]) else None)
    said = ", ".join(str(part) for part in parts if is_known(part))
    return f"{said} ({row['modality']})"


def _appearance(row: Mapping[Any, Any]) -> Json:
    work: Json = {"@type": "CreativeWork", "identifier": str(row["report_id"])}
    if is_known(row["value_text"]):
        work["text"] = str(row["value_text"])
    if page := page_of(row["url"]):
        work["url"] = page
    if is_known(row["outlet_name"]):
        work["publisher"] = {"@type": "Organization", "name": str(row["outlet_name"])}
    return work | _dated("datePublished", row["reported_on"])


def _dated(name: str, edtf: Any) -> Json:
    return {name: edtf} if isinstance(edtf, str) and _ISO_DAY.fullmatch(edtf) else {}


def _observation(key: str, row: Mapping[Any, Any], topics: Mapping[str, Topic]) -> Json | None:
    best = row["best"] if row["qualifier"] in _STATED else None
    ends = {"value": best, "minValue": row["low"], "maxValue": row["high"]}
    if row["qualifier"] == "exact":
        ends = {"value": best}
    numbers = {name: _number(end) for name, end in ends.items() if is_known(end)}
    if not numbers:
        return None
    topic = topics.get(str(row["topic"]))
    return {
        "@type": "Observation",
        "@id": f"#observation/{key}",
        "name": topic.title if topic and topic.title else str(row["topic"]),
        "description": f"{row['qualifier']}; {row['modality']}; {row['basis']}",
        "unitText": say_unit(str(row["unit"])),
        **numbers,
        **_dated("observationDate", row["as_of"]),
    }


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else float(value)
