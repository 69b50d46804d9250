"""A report as a reference that a reader can paste into a text."""

from collections.abc import Mapping
from typing import Any

import pandas as pd


def cite(report: Mapping[Any, Any]) -> str:
    """Return one line: who claims what of which date, who printed it when, and where.

    Takes a row of a claims table. What is not known is left out, never replaced; an as-of date that was inferred from
    the day of publication says so.

    >>> cite({"claimant_name": "ROK MND", "speaker": "Shin Won-sik", "value_text": "about 6,700", "unit": "container",
    ...       "as_of": "2024-02-26", "outlet_name": "Yonhap", "reported_on": "2024-02-27", "url": "https://x.kr"})
    'ROK MND (Shin Won-sik): “about 6,700” (container), as of 2024-02-26. Yonhap, 2024-02-27. https://x.kr'
    """
    told = {key: "" if _missing(value) else str(value) for key, value in report.items()}
    return " ".join(part for part in (_claim(told), _printed(told), told.get("url", "")) if part)


def _missing(value: Any) -> bool:
    return value is None or bool(pd.isna(value))


def _claim(told: Mapping[str, str]) -> str:
    who = told.get("claimant_name") or told.get("claimant", "")
    speaker = f" ({told['speaker']})" if told.get("speaker") else ""
    figure = f"“{told['value_text']}” ({told['unit']})" if told.get("value_text") else told.get("unit", "")
    scope = f", {told['scope']}" if told.get("scope") else ""
    window = f", since {told['since']}" if told.get("since") else ""
    inferred = " (inferred from the day of publication)" if "as_of" in told.get("inferred", "").split(",") else ""
    as_of = f", as of {told['as_of']}{inferred}" if told.get("as_of") else ""
    return f"{who}{speaker}: {figure}{scope}{window}{as_of}."


def _printed(told: Mapping[str, str]) -> str:
    outlet = told.get("outlet_name") or told.get("outlet", "")
    via = f", citing {told['relayed_from']}" if told.get("relayed_from") else ""
    day = f", {told['reported_on']}" if told.get("reported_on") else ", undated" if outlet else ""
    return f"{outlet}{via}{day}." if outlet or day else ""
