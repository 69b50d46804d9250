"""The keys of reports and claims: filled in where blank, unique, and pointing at rows that exist."""

import hashlib
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from claimsdash.domain.claim import FIELDS
from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking.distinct import Fault, shown

_BETWEEN = "\x1f"
_HASH_BYTES = 10


def report_ids(texts: Mapping[str, pd.Series]) -> pd.Series:
    """Return the report_id of each row: as typed, else a hash of the row's texts, the same wherever it is read."""
    typed = texts["report_id"]
    blank = typed.isna()
    if not blank.any():
        return typed
    contents = _contents({field.name: texts[field.name][blank] for field in FIELDS})
    hashes = [hashlib.blake2b(text.encode(), digest_size=_HASH_BYTES).hexdigest() for text in contents]
    filled = typed.copy()
    filled[blank] = hashes
    return filled


def _contents(texts: Mapping[str, pd.Series]) -> list[str]:
    """Return the named cells of each row as one text; blank ones leave no trace, so that a new column changes none."""
    there = {name: cells for name, cells in texts.items() if cells.notna().any()}
    parts = [pa.array((name + "=" + cells + _BETWEEN).fillna(""), pa.large_string()) for name, cells in there.items()]
    if not parts:
        return [""] * len(next(iter(texts.values())))
    joined: list[str] = pc.binary_join_element_wise(*parts, pa.scalar("", pa.large_string())).to_pylist()
    return joined


def repeated_ids(ids: pd.Series, is_typed: np.ndarray, lines: np.ndarray) -> list[Problem]:
    """Return an error for each row whose report_id, or whose whole content, stands further up."""
    repeated = np.flatnonzero(ids.duplicated())
    if not len(repeated):
        return []
    first = pd.Series(lines, index=ids).groupby(level=0).first()
    return [
        _repeated(ids.iloc[row], bool(is_typed[row]), int(first[ids.iloc[row]]), int(lines[row])) for row in repeated
    ]


def _repeated(report_id: str, is_typed: bool, first: int, line: int) -> Problem:
    if is_typed:
        reason, remedy = (
            f"is the report_id of line {first} too",
            "Give each report an id of its own, or leave it blank.",
        )
        return Problem(line, "report_id", shown(report_id), reason, remedy)
    return Problem(line, None, "", f"is the same row as line {first}", "Delete one of the two.")


def shared_claims(claims: Mapping[str, pd.Series], lines: np.ndarray) -> list[Problem]:
    """Return a warning for each claim_id under which stand two claimants or two topics."""
    problems: list[Problem] = []
    if claims["claim_id"].is_unique:
        return problems
    for column, thing in (("claimant", "claimants"), ("topic", "topics")):
        pairs = pd.DataFrame({"claim_id": claims["claim_id"], "other": claims[column], "line": lines})
        distinct = pairs.dropna().drop_duplicates(["claim_id", "other"])
        shared = distinct[distinct.duplicated("claim_id", keep=False)]
        for claim_id, rows in shared.groupby("claim_id", sort=False):
            names = ", ".join(shown(name) for name in rows["other"].head(3))
            fault = Fault("claim_id", f"has two {thing}: {names}", "Give each its own claim_id.", Severity.WARNING)
            problems.append(fault.on(int(rows["line"].iloc[-1]), str(claim_id)))
    return problems


def lost_references(claims: Mapping[str, pd.Series], lines: np.ndarray, *, known_ids: frozenset[str]) -> list[Problem]:
    """Return a warning for each derived_from, alternative_of and supersedes that points at nothing.

    `known_ids` are report_ids and claim_ids outside the table at which a row may point.
    """
    problems = []
    for column, target in (("derived_from", "report_id"), ("alternative_of", "report_id"), ("supersedes", "claim_id")):
        cells = claims[column]
        if cells.isna().all():
            continue
        codes, distinct = pd.factorize(cells)
        there = {*claims[target], *known_ids} if len(distinct) else set()
        is_lost = np.array([*(text not in there for text in distinct), False], dtype="bool")[codes]
        fault = Fault(column, f"is the {target} of no other row", f"Give the {target} meant.", Severity.WARNING)
        problems += fault.at(is_lost | cells.eq(claims[target]).to_numpy(dtype=bool, na_value=False), lines, cells)
    return problems
