"""The reports of one claim side by side: what each printed, attribute by attribute, and which cells changed."""

from typing import Any

import pandas as pd

from claimsdash.analysis.drift import ATTRIBUTE_OF, drift_of
from claimsdash.analysis.saying import say_claims, say_counts

ATTRIBUTES: dict[str, str] = {
    "reported": "Reported",
    "outlet": "Outlet",
    "printed": "As printed",
    "bound": "Bound",
    "value": "Value",
    "either_or": "Or / and",
    "sense": "Said as",
    "window": "Window",
    "item": "What is counted",
    "claimant": "Claimant",
}
"""Columns of the table of attributes, to their headings."""


def attributes_of(reports: pd.DataFrame) -> pd.DataFrame:
    """Lay the reports of one claim out by attribute, in order of publication, undated ones last.

    Takes a claims table with the reports of one claim. Returns report_id, url: str, speaks: bool (this report stands
    for the claim), the columns of ATTRIBUTES: str ("" where nothing is stated) and for each a column of its name with
    `_change` behind: what a relay changed there, in words with commas between, "" for nothing. Empty stays empty.
    """
    listed = drift_of(reports)
    table = pd.DataFrame({name: listed[name] for name in ("report_id", "url", "speaks")})
    table = table.assign(**_cells(listed))
    words = [[word for word in differs.split(", ") if word] for differs in listed["differs"]]
    changes = {f"{name}_change": [_changes(row, name) for row in words] for name in ATTRIBUTES}
    return table.assign(**{name: pd.Series(cells, dtype="str") for name, cells in changes.items()})


def say_drift(reports: pd.DataFrame) -> str:
    """Say how many relays changed the figure, and most often in what.

    >>> import pandas as pd
    >>> from claimsdash.intake.table import as_claims_table
    >>> say_drift(as_claims_table(pd.DataFrame()))
    'No report.'
    """
    listed = drift_of(reports)
    if listed.empty:
        return "No report."
    relays, changed = len(listed) - 1, int(listed["differs"].ne("").sum())
    if not relays:
        return f"{say_counts(1, 1)}."
    counted = f"{say_counts(1, len(listed))}; {changed} of {relays} relays changed it"
    words = pd.Series([word for differs in listed["differs"] for word in differs.split(", ") if word], dtype="str")
    if words.empty:
        return f"{counted}."
    most = words.value_counts(sort=True)
    return f"{counted}, most often: {most.index[0]} ({most.iloc[0]})."


def _cells(listed: pd.DataFrame) -> dict[str, pd.Series]:
    text = {name: listed[name].fillna("").astype("str") for name in ("reported_on", "value_text", "scope")}
    window = [_window(*cells) for cells in zip(listed["since"], listed["as_of"], listed["inferred"], strict=True)]
    return {
        "reported": text["reported_on"].where(text["reported_on"].ne(""), "undated"),
        "outlet": listed["outlet_name"].fillna("unnamed outlet").astype("str"),
        "printed": text["value_text"],
        "bound": listed["qualifier"].str.replace("_", " "),
        "value": say_claims(listed),
        "either_or": listed["alternative_of"].notna().map({True: "either/or", False: "alone"}).astype("str"),
        "sense": listed["modality"],
        "window": pd.Series(window, index=listed.index, dtype="str"),
        "item": text["scope"].where(text["scope"].ne(""), listed["unit"].fillna("").astype("str")),
        "claimant": listed["claimant_name"].fillna(listed["claimant"]).astype("str"),
    }


def _window(since: Any, as_of: Any, inferred: Any) -> str:
    start = "" if pd.isna(since) else f"since {since}"
    end = "" if pd.isna(as_of) else f"as of {as_of}"
    note = " (inferred)" if end and "as_of" in str(inferred).split(",") else ""
    return ", ".join(part for part in (start, f"{end}{note}") if part)


def _changes(words: list[str], attribute: str) -> str:
    return ", ".join(word for word in words if ATTRIBUTE_OF[word] == attribute)
