"""Names that stand once for the rows below them, as merged cells leave them: found, asked about, written out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from claimsdash.intake.mapping.headings import plain_name
from claimsdash.intake.mapping.model import Option, Question
from claimsdash.intake.mapping.period_words import PERIOD_NAMES
from claimsdash.intake.raw import RawTable

BLANKS = "blanks"
_LEAST_BLANK = 0.3
_MOST_COLUMNS = 3
_NUMBER = re.compile(r"[\W_]*[0-9][0-9\W_]*")


def find_sparse(raw: RawTable) -> tuple[str, ...]:
    """Return the columns of names at the left that stand once for several rows; each name is there but once.

    A second such column counts behind a first, and its names may come again below another of the first.
    """
    return tuple(_sparse(raw))


def _sparse(raw: RawTable) -> Iterator[str]:
    outer: list[str] = []
    for name in raw.columns[:_MOST_COLUMNS]:
        cells = raw.rows[name].str.strip()
        if (
            _holds_numbers(name, cells)
            or not _stands_once(cells, [raw.rows[one].str.strip() for one in outer])
            or len(raw.columns) < len(outer) + 3
        ):
            return
        outer.append(name)
        yield name


def _stands_once(cells: pd.Series, outer: Sequence[pd.Series]) -> bool:
    """Return whether a name stands in the first row, none of them again, and blanks in many of the other rows."""
    is_blank = cells.eq("")
    if len(cells) < 2 or is_blank.iloc[0] or is_blank.mean() < _LEAST_BLANK:
        return False
    filled = pd.DataFrame({"0": cells, **{str(place + 1): one for place, one in enumerate(outer)}})
    filled = filled.assign(**{name: filled[name].mask(filled[name].eq("")).ffill() for name in filled.columns[1:]})
    named = filled[~is_blank]
    return not named.duplicated().any()


def _holds_numbers(name: str, cells: pd.Series) -> bool:
    """Return whether some cells are numbers: 2019 is a name only below the word year; a range such as 15-64 is none."""
    numbers = cells[cells.str.fullmatch(_NUMBER) & ~cells.str.fullmatch("[0-9]+ ?[-–] ?[0-9]+")]
    are_years = plain_name(name) in PERIOD_NAMES["year"] and numbers.str.fullmatch("[0-9]{4}").all()
    return bool(len(numbers)) and not are_years


def ask_blanks(raw: RawTable, columns: Sequence[str]) -> Question:
    """Propose that the blank cells mean the name above."""
    cells = raw.rows[columns[0]].str.strip()
    place = int(cells.eq("").to_numpy().argmax())
    options = (
        Option("above", f"the name above: {cells.iloc[place - 1][:40]} in line {raw.lines.iloc[place]}"),
        Option("nothing", "nothing: no name is known for those rows"),
    )
    asks = f"What do blank cells under {columns[0][:40]} mean?"
    return Question(BLANKS, asks, f"line {raw.lines.iloc[place]}", options, "above")


def fill_down(raw: RawTable, columns: Sequence[str]) -> RawTable:
    """Return the table with the name above in each blank cell of the columns."""
    rows = raw.rows.copy()
    new_outer = pd.Series(False, index=rows.index)
    for name in columns:
        cells = rows[name].str.strip()
        filled = cells.mask(cells.eq("") & ~new_outer).ffill()
        new_outer |= cells.ne("")
        rows[name] = filled.fillna("").astype("str")
    return replace(raw, rows=rows)
