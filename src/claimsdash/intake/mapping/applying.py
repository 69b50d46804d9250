"""A mapping applied: every cell of figures becomes a row in the columns of a claims table, its place remembered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pandas as pd

from claimsdash.domain.claim import FIELDS
from claimsdash.domain.errors import Problem
from claimsdash.intake.mapping.currencies import CURRENCY_SIGNS
from claimsdash.intake.mapping.days import DayStyle, read_day
from claimsdash.intake.mapping.headings import read_unit_words
from claimsdash.intake.mapping.model import Measure, Part, TableMapping
from claimsdash.intake.mapping.name_marks import without_marks
from claimsdash.intake.mapping.numerals import (
    POINT,
    RISING,
    Figure,
    digits_of,
    is_blank,
    take_apart,
    take_interval,
    with_points,
)
from claimsdash.intake.mapping.profiles import profile_columns
from claimsdash.intake.mapping.reading_style import DASH, MARKS, MINUS, SCALE, TRIANGLES, day_style, mark_for
from claimsdash.intake.mapping.split_days import is_open_period, join_day, kind_of, within_year
from claimsdash.intake.mapping.unit_columns import worded_powers
from claimsdash.intake.mapping.vocabulary import QUALIFIER_WORDS
from claimsdash.intake.raw import RawTable

_PERIODS = ("since", "as_of", "reported_on")
_DASHES = frozenset("-–—−")
_BETWEEN = "; "


@dataclass(frozen=True)
class Origins:
    """Where each row of the claims stands in the file: its line, and the column of its figure."""

    lines: np.ndarray
    columns: np.ndarray

    def place(self, problem: Problem) -> Problem:
        """Return a problem of a row of claims as one of the file."""
        if problem.line is None or not 1 <= problem.line <= len(self.lines):
            return problem
        figures = ("value_text", "low", "best", "high", None)
        column = self.columns[problem.line - 1] if problem.column in figures else problem.column
        reason = problem.reason
        if reason.startswith("is the same row as line "):
            first = int(reason.removeprefix("is the same row as line ")) - 1
            reason = f"is the same claim as that of line {self.lines[first]}"
        line = int(self.lines[problem.line - 1])
        return Problem(line, column, problem.value, reason, problem.remedy, problem.severity, problem.file)


@dataclass(frozen=True)
class _Style:
    days: DayStyle
    marks: Mapping[str, str]
    answers: Mapping[str, str]
    units: tuple[str, ...]
    unit: Part
    """Where the unit of all measures stands, if it is not by the measure."""


def to_claims(raw: RawTable, mapping: TableMapping, units: tuple[str, ...]) -> tuple[RawTable, Origins]:
    """Return the claims of a table as texts in the columns of a claims table, one a line, and where each came from.

    A cell without a figure makes no claim. The order is that of the rows, then of the columns.
    """
    marks = {profile.name: mark_for(profile, mapping.answers) for profile in profile_columns(raw)}
    style = _Style(day_style(mapping.answers), marks, mapping.answers, units, mapping.fields.get("unit", Part()))
    shared = {field: _texts(raw, part, field, style) for field, part in mapping.fields.items()}
    parts = [_rows_of(raw, measure, shared, style) for measure in mapping.measures]
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["row", "column"])
    rows = rows.sort_values("row", kind="stable", ignore_index=True)
    at = rows["row"].to_numpy(dtype="int64")
    origins = Origins(raw.lines.to_numpy()[at], rows["column"].to_numpy())
    columns = [field.name for field in FIELDS if field.name in rows]
    texts = rows[columns].astype("str").fillna("")
    lines = pd.Series(np.arange(1, len(rows) + 1), dtype="int64")
    return RawTable(raw.name, tuple(columns), texts, lines), origins


def _rows_of(raw: RawTable, measure: Measure, shared: Mapping[str, pd.Series], style: _Style) -> pd.DataFrame:
    cells = raw.rows[measure.column].str.strip()
    own = {field: part for field, part in measure.fields.items() if field not in ("low", "high", "qualifier")}
    columns = dict(shared)
    for field, part in own.items():
        texts = _texts(raw, part, field, style)
        columns[field] = _join(columns[field], texts) if field == "scope" and field in columns else texts
        if field == "as_of" and is_open_period(part.constant) and field in shared:
            columns[field] = _within(shared[field], part.constant)
    unit_part = own.get("unit", style.unit)
    figures = _scaled(_read_distinct(cells, _figure_reader(style, measure)), _row_scales(raw, unit_part, style.units))
    columns |= {name: figures[name] for name in ("best", "value_text")}
    columns |= {end: figures[end] for end in ("low", "high") if figures[end].ne("").any()}
    columns["unit"] = figures["unit"].where(figures["unit"].ne(""), columns.get("unit", figures["unit"]))
    columns |= _bounds(raw, measure, style, columns)
    rows = pd.DataFrame({**columns, "row": np.arange(len(cells)), "column": measure.column})
    has_figure = figures["value_text"].ne("") | figures["best"].ne("")
    return rows[has_figure.to_numpy()]


def _bounds(raw: RawTable, measure: Measure, style: _Style, columns: Mapping[str, pd.Series]) -> dict[str, pd.Series]:
    """Return low, high and qualifier of a measure; where the column is itself an end, it is no best value."""
    found: dict[str, pd.Series] = {}
    for end in ("low", "high"):
        if end in measure.fields:
            column = measure.fields[end].columns[0]
            read = _read_distinct(raw.rows[column].str.strip(), _figure_reader(style, measure, column))
            found[end] = read["best"]
            if column == measure.column:
                found["best"] = pd.Series("", index=raw.rows.index, dtype="str")
    if "qualifier" in measure.fields and measure.fields["qualifier"].columns:
        words = raw.rows[measure.fields["qualifier"].columns[0]].str.strip()
        found["qualifier"] = words.map({word: QUALIFIER_WORDS.get(word.lower(), word) for word in words.unique()})
    elif "qualifier" in measure.fields:
        found["qualifier"] = pd.Series(measure.fields["qualifier"].constant, index=raw.rows.index, dtype="str")
    return found


Cell = tuple[str, str, str, str, str]
"""A cell read: its plain number, else its words; the unit that it gives itself; the ends that it gives itself."""


def _read_distinct(cells: pd.Series, read: Callable[[str], Cell]) -> pd.DataFrame:
    codes, distinct = pd.factorize(cells)
    found = np.array([read(str(text)) for text in distinct], dtype="object").reshape(-1, 5)[codes]
    return pd.DataFrame(found, columns=["best", "value_text", "unit", "low", "high"], index=cells.index, dtype="str")


def _figure_reader(style: _Style, measure: Measure, column: str | None = None) -> Callable[[str], Cell]:
    """Return what reads a cell to its plain number, else its words, and the unit that the cell itself gives."""
    mark = style.marks.get(column or measure.column, POINT)

    def read(text: str) -> Cell:
        if text in _DASHES and style.answers.get(DASH) == "zero":
            return "0", "", "", "", ""
        if is_blank(text):
            return "", "", "", "", ""
        figure = take_apart(text)
        digits = digits_of(figure.core, mark) if figure else None
        if figure is None or digits is None or _is_kept_out(figure, style):
            return _in_words(text, mark, measure.scale)
        below = figure.is_negative != _is_turned(figure, style)
        number = f"-{digits}" if below else digits
        unit = "percent" if figure.is_percent else CURRENCY_SIGNS.get(figure.currency, figure.currency)
        scale = "" if figure.is_percent else figure.scale or measure.scale
        return ("", f"{number} {scale}", unit, "", "") if scale else (number, "", unit, "", "")

    return read


def _is_turned(figure: Figure, style: _Style) -> bool:
    """Return whether what stands around a number means a minus, as answered."""
    if figure.arrow in RISING:
        return style.answers.get(TRIANGLES) == "minus"
    return figure.in_parentheses and style.answers.get(MINUS) == "minus"


def _is_kept_out(figure: Figure, style: _Style) -> bool:
    """Return whether somebody wants no number read that has such signs behind it."""
    return bool(figure.marks and style.answers.get(MARKS) == "keep_out") or bool(
        figure.scale and style.answers.get(SCALE) == "keep_out"
    )


def _in_words(text: str, mark: str, scale: str) -> Cell:
    """Return the cell as it is worded; a number with its ends in parentheses is all three of them."""
    ends = take_interval(text, mark) if not scale else None
    unit = "percent" if "%" in text and ends else ""
    return (ends[0], "", unit, ends[1], ends[2]) if ends else ("", with_points(text, mark), "", "", "")


def _scaled(figures: pd.DataFrame, scales: pd.Series | None) -> pd.DataFrame:
    """Put the scales that a column of units gives behind the plain numbers of their rows."""
    if scales is None:
        return figures
    is_scaled = scales.ne("") & figures["best"].ne("") & figures["low"].eq("")
    worded = (figures["best"] + " " + scales).where(is_scaled, figures["value_text"])
    return figures.assign(value_text=worded, best=figures["best"].mask(is_scaled, ""))


def _row_scales(raw: RawTable, part: Part, units: tuple[str, ...]) -> pd.Series | None:
    """Return the scale of each row, where the columns of its unit give any."""
    if not part.columns:
        return None
    texts = _joined([worded_powers(column, raw.rows[column].str.strip()) for column in part.columns])
    scales = {str(text): read_unit_words(str(text), units)[1] for text in texts.unique()}
    return texts.map(scales).astype("str") if any(scales.values()) else None


def _texts(raw: RawTable, part: Part, field: str, style: _Style) -> pd.Series:
    """Return the texts of a field: a constant, one column, or several joined."""
    if not part.columns:
        return pd.Series(part.constant, index=raw.rows.index, dtype="str")
    cells = [raw.rows[column].str.strip() for column in part.columns]
    if len(cells) > 1 and field in _PERIODS:
        return _joined_days(part.columns, cells, style)
    if field == "unit":
        return _read_texts(_joined(cells), field, style)
    cells = [_read_texts(one, field, style) for one in cells]
    if field == "notes":
        cells = [_labelled(column, one) for column, one in zip(part.columns, cells, strict=True)]
    return _joined(cells)


def _joined(cells: Sequence[pd.Series]) -> pd.Series:
    return reduce(_join, cells)


def _joined_days(names: Sequence[str], cells: Sequence[pd.Series], style: _Style) -> pd.Series:
    """Return the dates whose year, month and day stand in columns of their own."""
    kinds = [kind_of(name) for name in names]
    rows = list(zip(*(one.tolist() for one in cells), strict=True))
    read = {row: join_day(dict(zip(kinds, row, strict=True)), style.days) for row in set(rows)}
    return pd.Series([read[row] for row in rows], index=cells[0].index, dtype="str")


def _within(years: pd.Series, period: str) -> pd.Series:
    """Return a period without a year, such as a month, within the year of each row."""
    read = {str(year): within_year(str(year), period) for year in years.unique()}
    return years.map(read).astype("str")


def _labelled(column: str, cells: pd.Series) -> pd.Series:
    return (f"{column}: " + cells).where(cells.ne(""), "")


def _join(one: pd.Series, other: pd.Series) -> pd.Series:
    between = np.where(one.ne("") & other.ne(""), _BETWEEN, "")
    return one + pd.Series(between, index=one.index, dtype="str") + other


def _read_texts(cells: pd.Series, field: str, style: _Style) -> pd.Series:
    """Read dates and units, and settle names; what is no date stays as typed, for the check to name."""
    distinct = [str(text) for text in cells.unique()]
    if field in _PERIODS:
        read = {text: read_day(text, style.days) or text for text in distinct}
    elif field == "unit":
        read = {text: read_unit_words(text, style.units)[0] or text for text in distinct}
    elif field in ("claimant", "scope", "outlet"):
        same = dict(
            key.removeprefix("same:").split("=", 1)
            for key, answer in style.answers.items()
            if key.startswith("same:") and answer == "same"
        )
        tidy = {text: without_marks(text, dict(style.answers)) for text in distinct}
        read = {text: same.get(name, name) for text, name in tidy.items()}
    else:
        return cells
    return cells.map(read).astype("str")
