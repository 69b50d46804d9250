"""Small tables beside the claims, such as topics.csv: CSV to one frozen dataclass a row, with problems."""

import csv
import io
import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_type_hints

from claimsdash.domain.errors import Problem
from claimsdash.intake.numbers import read_number
from claimsdash.intake.refusal import CellError


class _Row(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


RowType = TypeVar("RowType", bound=_Row)


def read_side_table(data: bytes, file: str, row_type: type[RowType]) -> tuple[list[RowType], list[Problem]]:
    """Read the rows of a CSV file in UTF-8 as instances of a dataclass, a column for each of its fields.

    A field with a default may be blank or have no column; columns of other names are passed over. A row that cannot
    be read is a problem and left out, as is one that repeats the `key` of an earlier row.
    """
    problems: list[Problem] = []
    rows: list[RowType] = []
    columns = [_Column.of(one, get_type_hints(row_type)[one.name]) for one in fields(row_type)]
    seen = {""}
    try:
        for line, cells in _lines(data):
            values, wrong = _read_row(columns, cells, line, file)
            key = cells.get("key", "")
            if key and key in seen:
                wrong.append(Problem(line, "key", key, "stands in two rows", "Keep one of them.", file=file))
            seen.add(key)
            problems += wrong
            rows += [] if wrong else [row_type(**values)]
    except (csv.Error, UnicodeDecodeError) as error:
        problems.append(Problem(None, None, "", f"cannot be read: {error}", "Save it as CSV in UTF-8.", file=file))
    return rows, problems


@dataclass(frozen=True)
class _Column:
    name: str
    kind: Any
    may_be_blank: bool
    is_optional: bool

    @classmethod
    def of(cls, one: Field[Any], hint: Any) -> "_Column":
        optional = isinstance(hint, types.UnionType)
        kind = get_args(hint)[0] if optional else hint
        return cls(one.name, kind, one.default is not MISSING or optional, optional)


def _lines(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    header: list[str] = []
    begins = 1
    for cells in reader:
        if any(cells):
            if header and len(cells) != len(header):
                raise csv.Error(f"line {begins} has {len(cells)} cells where the header has {len(header)}")
            if header:
                yield begins, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
            header = header or cells
        begins = reader.line_num + 1


def _read_row(
    columns: list[_Column], cells: dict[str, str], line: int, file: str
) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems = []
    for column in columns:
        cell = cells.get(column.name, "")
        try:
            if cell:
                values[column.name] = _read_cell(cell, column.kind)
            elif not column.may_be_blank:
                raise CellError("is blank", "Fill it in.")
            elif column.is_optional:
                values[column.name] = None
        except CellError as error:
            problems.append(Problem(line, column.name, cell, error.reason, error.remedy, file=file))
    return values, problems


def _read_cell(cell: str, kind: Any) -> Any:
    if kind is bool:
        if cell.lower() not in ("true", "false"):
            raise CellError("is neither true nor false", "Write true or false.")
        return cell.lower() == "true"
    if kind in (float, int):
        number = read_number(cell)
        if number is None or number != kind(number):
            raise CellError("is not a number", "Write digits, with a point before decimals.")
        return kind(number)
    if issubclass(kind, StrEnum):
        if cell not in list(kind):
            raise CellError("is not in the list", f"Use one of {', '.join(kind)}.")
        return kind(cell)
    return cell
