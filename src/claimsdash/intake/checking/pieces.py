"""A large table checked a piece at a time, so that only its claims grow with it and not what they are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from claimsdash.domain.errors import Problem
from claimsdash.intake.checking.flags import join_flags
from claimsdash.intake.checking.rows import Columns, NameBooks, type_rows
from claimsdash.intake.checking.rules import broken_rules
from claimsdash.intake.checking.texts import clean_texts
from claimsdash.intake.package import Package
from claimsdash.intake.raw import RawTable
from claimsdash.intake.table import CLAIM_DTYPES, as_claims_table
from claimsdash.intake.watching import Count

ROWS_AT_A_TIME = 20_000


@dataclass(frozen=True)
class Typed:
    """Rows read as claims: the columns of a claims table for every row, whether its report_id was typed, problems."""

    columns: Columns
    has_own_id: np.ndarray
    problems: list[Problem]


def type_table(raw: RawTable, found: Mapping[str, str], package: Package, table_id: str, done: Count) -> Typed:
    """Read every row of a table, piece by piece; `found` says which column of a claims table each of its columns is."""
    books, constants = NameBooks(package), _Constants()
    pieces: list[Typed] = []
    for first in range(0, max(len(raw.rows), 1), ROWS_AT_A_TIME):
        rows = raw.rows.iloc[first : first + ROWS_AT_A_TIME].reset_index(drop=True)
        lines = raw.lines.iloc[first : first + ROWS_AT_A_TIME].reset_index(drop=True)
        typed = _type_piece(rows, lines, found, package, books)
        typed.columns["table_id"] = pd.Series(table_id, index=rows.index, dtype="str")
        pieces.append(Typed(constants.share(typed.columns), typed.has_own_id, typed.problems))
        pa.default_memory_pool().release_unused()
        done(first + len(rows))
    return _join(pieces)


def _type_piece(
    rows: pd.DataFrame, lines: pd.Series, found: Mapping[str, str], package: Package, books: NameBooks
) -> Typed:
    places = lines.to_numpy()
    texts, hidden = clean_texts(rows, found, places)
    claims, unread = type_rows(texts, package, places, books)
    claims["inferred"] = join_flags(claims["inferred"], rows.get("inferred"), texts)
    claims["line"] = lines
    broken = broken_rules(claims, package, places)
    return Typed(claims, texts["report_id"].notna().to_numpy(), [*hidden, *unread, *broken])


class _Constants:
    """Texts that fill a whole column of a piece, kept once: many columns of many tables hold one text, or none."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str | None, int], pd.Series] = {}

    def share(self, claims: Columns) -> Columns:
        """Return the columns of a claims table alone, with its types; those of one text share their memory."""
        table = as_claims_table(pd.DataFrame(claims, copy=False))
        return {
            name: self._shared(table[name]) if kind == "str" else table[name] for name, kind in CLAIM_DTYPES.items()
        }

    def _shared(self, cells: pd.Series) -> pd.Series:
        texts = pa.chunked_array(pa.array(cells))
        if not len(texts) or not _is_constant(texts):
            return cells
        return self._kept.setdefault((texts[0].as_py(), len(texts)), cells)


def _is_constant(texts: pa.ChunkedArray) -> bool:
    if texts.null_count:
        return bool(texts.null_count == len(texts))
    first = texts[0]
    return first == texts[-1] and bool(pc.all(pc.equal(texts, first)).as_py())


def _join(pieces: list[Typed]) -> Typed:
    """Put pieces together, column by column, so that no column is held twice; texts are not copied."""
    columns: Columns = {}
    for name in CLAIM_DTYPES:
        columns[name] = pd.concat([piece.columns.pop(name) for piece in pieces], ignore_index=True)
    problems = [problem for piece in pieces for problem in piece.problems]
    return Typed(columns, np.concatenate([piece.has_own_id for piece in pieces]), problems)
