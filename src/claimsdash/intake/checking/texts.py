"""Texts of cells made safe to show and to compare: stripped, and without characters that hide."""

import re
import unicodedata
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from claimsdash.domain.claim import FIELDS
from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking.distinct import Fault

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_ZERO_WIDTH = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_HIDDEN = _CONTROLS + _ZERO_WIDTH
_HIDDEN_CHARACTERS = f"[{_HIDDEN}]"
_BREAKS = r"\s*[\t\r\n]+\s*"
_GUARD = "^'('*[=+@＝＋－＠-])"
_UNTIDY = rf"[{_HIDDEN}\t\r\n]"

SHOWN_INSTEAD = "�"
"""What stands where a character that cannot be seen stood: visible, so that no two names become one unseen."""


def clean_texts(
    rows: pd.DataFrame, columns: Mapping[str, str], lines: np.ndarray
) -> tuple[dict[str, pd.Series], list[Problem]]:
    """Return the text of each column of a claims table, missing where blank, and warnings for what was replaced.

    `columns` says where each stands in `rows`; one that is not there is missing throughout. Cells are stripped, the
    guard of an export against formulas is dropped, line breaks become spaces, and control, zero-width and direction
    characters become `�`.
    """
    texts: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    blank = pd.Series(pd.NA, index=rows.index, dtype="str")
    for field in FIELDS:
        if field.name not in columns:
            texts[field.name] = blank
            continue
        cells = _without_guard(rows[columns[field.name]].str.strip())
        if not _is_plain(cells) and cells.str.contains(_UNTIDY, regex=True).any():
            cells, found = _without_hidden(cells, field.name, lines)
            problems += found
        texts[field.name] = cells.where(cells.ne(""))
    return texts, problems


def _is_plain(cells: pd.Series) -> bool:
    """Return whether all cells hold printable ASCII alone, which is quicker to know than what hides in the others."""
    return bool(pc.all(pc.ascii_is_printable(pa.array(cells))).as_py())


def _without_guard(cells: pd.Series) -> pd.Series:
    """Drop the apostrophe that an export set before a text which a spreadsheet would run (`problems.safe_cell`)."""
    if not cells.str.startswith("'").any():
        return cells
    return cells.str.replace(_GUARD, r"\1", regex=True)


def _without_hidden(cells: pd.Series, column: str, lines: np.ndarray) -> tuple[pd.Series, list[Problem]]:
    cells = cells.str.replace(_BREAKS, " ", regex=True)
    hidden = cells.str.contains(_HIDDEN_CHARACTERS, regex=True)
    clean = cells.str.replace(_HIDDEN_CHARACTERS, SHOWN_INSTEAD, regex=True)
    reason = f"holds characters that cannot be seen, shown as {SHOWN_INSTEAD}"
    fault = Fault(column, reason, "Delete them, or type the cell anew.", Severity.WARNING)
    return clean, fault.at(hidden.to_numpy(dtype=bool), lines, clean)


_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіјѕԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυχ",
    "ABEKMHOPCTYXaeopcyxijsdqwhlABEZHIKMNOPTYXoaivpux",
)


def skeleton(name: str) -> str:
    """Return what is left of a name when case, spaces, marks, hidden characters and other alphabets' shapes are gone.

    Two names of one skeleton look alike. The shapes are the single letters of Cyrillic and Greek in the confusables of
    Unicode Technical Standard 39.

    >>> skeleton("Yоnhap ") == skeleton("YONHAP")
    True
    """
    folded = unicodedata.normalize("NFKD", name).translate(_LOOK_ALIKES).casefold()
    return re.sub(r"[\W_]", "", folded)
