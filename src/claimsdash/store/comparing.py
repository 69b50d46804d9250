"""A table about to be added against the one of the same name that is stored: new, the same, changed, gone."""

from dataclasses import dataclass

import pandas as pd

from claimsdash.store.engine import read_part
from claimsdash.store.ledger import Ledger

_TELL_APART = ("topic", "claimant", "outlet", "scope", "since", "as_of", "reported_on", "unit", "basis", "modality")
"""What a report without an id of its own is known by; of equal ones the order counts."""

_SHOWN = (
    "value_text",
    "low",
    "best",
    "high",
    "qualifier",
    "speaker",
    "hedge",
    "status",
    "url",
    "notes",
    "relayed_from",
)
"""Cells that may differ between two states of one report."""


@dataclass(frozen=True)
class Comparison:
    """How many reports are new and identical; `changed` has topic, claimant, as_of, column, before, after: str, one row
    a cell; `withdrawn` has topic, claimant, as_of and value, one row a report that the stored table had."""

    new: int
    identical: int
    changed: pd.DataFrame
    withdrawn: pd.DataFrame


def compare_with_stored(ledger: Ledger, claims: pd.DataFrame, table_id: str) -> Comparison | None:
    """Compare claims with the live table of that name; None where there is none."""
    parts = [part for part in ledger.at().parts if part.table_id == table_id]
    if not parts:
        return None
    stored = _keyed(pd.concat([read_part(ledger.place, part).to_pandas() for part in parts], ignore_index=True))
    coming = _keyed(claims)
    both = coming.index.intersection(stored.index)
    changed = _changed(stored.loc[both], coming.loc[both])
    gone = stored.loc[stored.index.difference(coming.index, sort=False)]
    withdrawn = gone[["topic", "claimant", "as_of"]].assign(value=_texts(gone)["value"])
    identical = len(both) - changed["key"].nunique()
    return Comparison(len(coming) - len(both), identical, changed.drop(columns="key"), withdrawn.reset_index(drop=True))


def _keyed(claims: pd.DataFrame) -> pd.DataFrame:
    """Index reports by their own id, where they have one, else by what tells them apart."""
    has_own = ~claims["inferred"].fillna("").astype("str").str.contains(r"\breport_id\b", regex=True)
    key = claims[list(_TELL_APART)].astype("str").fillna("").agg("\x1f".join, axis=1)
    key = key.where(~has_own, claims["report_id"].astype("str"))
    number = key.groupby(key).cumcount().astype("str")
    return claims.set_index(key + "\x1f" + number)


def _texts(claims: pd.DataFrame) -> pd.DataFrame:
    texts = claims[list(_SHOWN)].astype("str").where(claims[list(_SHOWN)].notna(), "")
    return texts.assign(value=texts["value_text"].where(texts["value_text"].ne(""), texts["best"]))


def _changed(stored: pd.DataFrame, coming: pd.DataFrame) -> pd.DataFrame:
    before, after = _texts(stored), _texts(coming)
    rows = []
    for column in _SHOWN:
        differs = before[column].ne(after[column])
        rows.append(
            pd.DataFrame(
                {
                    "topic": coming["topic"][differs],
                    "claimant": coming["claimant"][differs],
                    "as_of": coming["as_of"][differs],
                    "column": column,
                    "before": before[column][differs],
                    "after": after[column][differs],
                    "key": coming.index[differs],
                }
            )
        )
    return pd.concat(rows, ignore_index=True).astype("str")
