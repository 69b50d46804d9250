"""What stands beside a chart in words and tables, as one element of a page: a page draws as many as it has."""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pandas as pd
import streamlit as st

from claimsdash.app import assets


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
        _registered(assets.folders()[0])(key=key, data=pack(parts))


def table_of(rows: pd.DataFrame, columns: Mapping[str, str], summary: str = "") -> Table:
    """Return these columns of a table for reading, name to heading; what is missing is left empty."""
    texts = (["" if pd.isna(value) else str(value) for value in rows[name].tolist()] for name in columns)
    return Table(tuple(columns.values()), tuple(zip(*texts, strict=True)), summary)


def pack(parts: Sequence[Part]) -> bytes:
    """Return what travels to the browser: deflated JSON."""
    return zlib.compress(orjson.dumps(parts), 1)


@st.cache_resource(show_spinner=False)
def _registered(own: str) -> Callable[..., Any]:
    """Register the component once: what it sends with each message is only the address of its code."""
    return st.components.v2.component("claimsdash_told", js=STUB.replace("OWN", own), isolate_styles=False)


STUB = """export default async (component) => {
  const root = new URL("../../", document.querySelector('script[src*="static/js/"]').src)
  const { show } = await import(new URL("OWNtold.js", root))
  return show(component)
}"""
