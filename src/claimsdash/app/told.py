"""What stands beside a chart in words and tables, as one element of a page: a page draws as many as it has."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson
import pandas as pd

from claimsdash.app.own import element


@dataclass(frozen=True)
class Heading:
    """A heading over what follows."""

    heading: str


@dataclass(frozen=True)
class Line:
    """A paragraph, shown as typed; `lead` stands before it in bold."""

    line: str
    lead: str = ""


@dataclass(frozen=True)
class Table:
    """Rows beneath headings, all of them text; with a `summary`, they are closed until someone opens them."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    summary: str = ""


Part = Heading | Line | Table


def show(key: str, *parts: Part) -> None:
    """Draw the parts below each other under a key of their own; without any, nothing."""
    if parts:
        element("told")(key=key, data=pack(parts))


def table_of(rows: pd.DataFrame, columns: Mapping[str, str], summary: str = "") -> Table:
    """Return these columns of a table for reading, name to heading; what is missing is left empty."""
    texts = (["" if pd.isna(value) else str(value) for value in rows[name].tolist()] for name in columns)
    return Table(tuple(columns.values()), tuple(zip(*texts, strict=True)), summary)


def pack(parts: Sequence[Part]) -> bytes:
    """Return what travels to the browser: deflated JSON."""
    return zlib.compress(orjson.dumps(parts), 1)
