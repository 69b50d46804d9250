"""Marks tables for the tests of charts."""

from typing import Any

import pandas as pd

from making import a_claim, a_table

NAN = float("nan")


def a_mark(**given: Any) -> dict[str, Any]:
    """Return one mark: 6,700 containers, as Seoul said on 26 February 2024, but for what is given."""
    own = {"y_low", "y_best", "y_high", "y_at", "mark_id", "n_reports", "derived", "parent_mark", "is_relay", "say"}
    claim = a_claim(**{name: value for name, value in given.items() if name not in own})
    mark: dict[str, Any] = {
        "y_low": claim["low"],
        "y_best": claim["best"],
        "y_high": claim["high"],
        "y_at": claim["value_at"],
        "n_reports": 1,
        "derived": False,
        "parent_mark": -1,
        "is_relay": False,
        "say": f"{claim['value_text']} containers",
    }
    return claim | mark | {name: value for name, value in given.items() if name in own}


def a_bound(kind: str, value: float = 6700, **given: Any) -> dict[str, Any]:
    """Return a lower_bound or an upper_bound."""
    ends = {"low": value, "high": NAN} if kind == "lower_bound" else {"low": NAN, "high": value}
    return a_mark(qualifier=kind, best=NAN, **ends, **given)


def a_range(low: float = 4000, high: float = 6000, **given: Any) -> dict[str, Any]:
    """Return a range without a best value."""
    return a_mark(**({"qualifier": "range", "low": low, "best": NAN, "high": high} | given))


def a_denial(**given: Any) -> dict[str, Any]:
    """Return a denial, which has no number."""
    return a_mark(qualifier="none", modality="denied", low=NAN, best=NAN, high=NAN, **given)


def some_marks(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return a marks table of the given rows, numbered from 0 unless they have a `mark_id`."""
    table = a_table(*rows)
    frame = pd.DataFrame(list(rows))
    for column in ("y_low", "y_best", "y_high", "y_at"):
        table[column] = frame.get(column, pd.Series(dtype="float64")).astype("float64")
    ids = pd.Series(range(len(rows)), dtype="float64")
    table["mark_id"] = frame.get("mark_id", ids).fillna(ids).astype("int32")
    table["n_reports"] = frame.get("n_reports", pd.Series(dtype="int64")).astype("int64")
    for column in ("derived", "is_relay"):
        table[column] = frame.get(column, pd.Series(dtype="bool")).astype("bool")
    table["parent_mark"] = frame.get("parent_mark", pd.Series(dtype="int64")).astype("int64")
    table["say"] = frame.get("say", pd.Series(dtype="str")).astype("str")
    return table
