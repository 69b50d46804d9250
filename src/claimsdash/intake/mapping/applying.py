"""A mapping applied: every cell of figures becomes a row in the columns of a claims table, its place remembered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from claimsdash.domain.claim import FIELDS
from claimsdash.domain.errors import Problem
from claimsdash.intake.mapping.asking import NAME_MARK, NAME_MARKS
from claimsdash.intake.mapping.days import DayStyle, read_day
from claimsdash.intake.mapping.headings import read_unit_words
from claimsdash.intake.mapping.model import Measure, Part, TableMapping
from claimsdash.intake.mapping.numerals import POINT, digits_of, is_blank, take_apart, with_points
from claimsdash.intake.mapping.profiles import profile_columns
from claimsdash.intake.mapping.reading_style import DASH, MARKS, MINUS, day_style, mark_for
from claimsdash.intake.mapping.vocabulary import CURRENCY_SIGNS, QUALIFIER_WORDS
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


def to_claims(raw: RawTable, mapping: TableMapping, units: tuple[str, ...]) -> tuple[RawTable, Origins]:
    """Return the claims of a table as texts in the columns of a claims table, one a line, and where each came from.

    A cell without a figure makes no claim. The order is that of the rows, then of the columns.
    """
    marks = {profile.name: mark_for(profile, mapping.answers) for profile in profile_columns(raw)}
    style = _Style(day_style(mapping.answers), marks, mapping.answers, units)
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
    figures = _read_distinct(cells, _figure_reader(style, measure))
    columns |= {name: figures[name] for name in ("best", "value_text")}
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


def _read_distinct(cells: pd.Series, read: Callable[[str], tuple[str, str, str]]) -> pd.DataFrame:
    codes, distinct = pd.factorize(cells)
    found = np.array([read(str(text)) for text in distinct], dtype="object").reshape(-1, 3)[codes]
    return pd.DataFrame(found, columns=["best", "value_text", "unit"], index=cells.index, dtype="str")


def _figure_reader(style: _Style, measure: Measure, column: str | None = None) -> Callable[[str], tuple[str, str, str]]:
    """Return what reads a cell to its plain number, else its words, and the unit that the cell itself gives."""
    mark = style.marks.get(column or measure.column, POINT)
    has_unit = "unit" in measure.fields

    def read(text: str) -> tuple[str, str, str]:
        if text in _DASHES and style.answers.get(DASH) == "zero":
            return "0", "", ""
        if is_blank(text):
            return "", "", ""
        figure = take_apart(text)
        digits = digits_of(figure.core, mark) if figure else None
        if figure is None or digits is None or (figure.marks and style.answers.get(MARKS) == "keep_out"):
            return "", with_points(text, mark), ""
        below = figure.is_negative != (figure.in_parentheses and style.answers.get(MINUS) == "minus")
        number = f"-{digits}" if below else digits
        unit = "percent" if figure.is_percent else CURRENCY_SIGNS.get(figure.currency, figure.currency)
        unit = unit if unit in style.units and (has_unit or unit) else ""
        return ("", f"{number} {measure.scale}", unit) if measure.scale else (number, "", unit)

    return read


def _texts(raw: RawTable, part: Part, field: str, style: _Style) -> pd.Series:
    """Return the texts of a field: a constant, one column, or several joined."""
    if not part.columns:
        return pd.Series(part.constant, index=raw.rows.index, dtype="str")
    cells = [_read_texts(raw.rows[column].str.strip(), field, style) for column in part.columns]
    if field == "notes":
        cells = [_labelled(column, one) for column, one in zip(part.columns, cells, strict=True)]
    joined = cells[0]
    for one in cells[1:]:
        joined = _join(joined, one)
    return joined


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
        cut = style.answers.get(NAME_MARKS) == "cut"
        tidy = {text: NAME_MARK.sub("", text).strip() if cut else text for text in distinct}
        read = {text: same.get(name, name) for text, name in tidy.items()}
    else:
        return cells
    return cells.map(read).astype("str")
