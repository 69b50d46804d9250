"""The marks of a view as a table, row for row and in reading order: to search, to sort, and to choose a claim from."""

import zlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson
import pandas as pd
import streamlit as st

from claimsdash.app.names import count
from claimsdash.app.own import element
from claimsdash.app.plain import one_line
from claimsdash.export.card import page_of

COLUMNS = {
    "as_of": "As of",
    "value_text": "As printed",
    "say": "Read as",
    "claimant_name": "Claimant",
    "modality": "Said as",
    "scope": "Counted",
    "since": "Since",
    "reported_on": "Reported",
    "speaker": "Speaker",
    "outlet_name": "Outlet",
    "n_reports": "Reports",
    "hedge": "Hedge",
    "url": "Link",
}
KEY = "claims_table"
OPENER, LINKED = "value_text", "url"
"""The column whose cells open the evidence of their row, and the one whose cells lead to a page."""
SORTED_BY = {
    "as_of": "as_of_start",
    "since": "since_start",
    "reported_on": "reported_end",
    "value_text": "base_at",
    "say": "base_at",
    "n_reports": "n_reports",
}
"""The values by which a column is sorted, where these are not its texts."""
ROW_PX, FRAME_PX = 33, 8
"""Height of a row of a grid of Streamlit's, as of its head, and of its frame with the bar to scroll by."""
MOST_ROWS = 12
Choose = Callable[[str | None], None]


@dataclass(frozen=True)
class Answer:
    """What follows when a row is chosen: the `bell` of a card is rung with its mark, or `on_choose` gets its report_id.

    None is given where the choice is taken back. `chosen` is the mark, or the report_id, of the row that is chosen.
    """

    chosen: str | int | None = None
    bell: str = ""
    on_choose: Choose | None = None


def height_of(n_rows: int) -> int:
    """Return the height of a grid of Streamlit's in pixels: all rows, but for long ones, which scroll.

    >>> height_of(2), height_of(500)
    (107, 437)
    """
    return ROW_PX * (min(n_rows, MOST_ROWS) + 1) + FRAME_PX


def show(marks: pd.DataFrame, answer: Answer, *, of: Hashable, columns: Mapping[str, str] = COLUMNS) -> None:
    """Draw the table as one element of our own, which a page draws faster than a grid of Streamlit's.

    `of` tells these marks from all others: what travels is written once for them. `columns` are names and headings; a
    link is offered where it leads to a page.
    """
    on_choose = answer.on_choose
    answers: dict[str, Any] = {}
    if on_choose is not None:
        answers["on_choose_change"] = lambda: on_choose(st.session_state[KEY]["choose"]["key"])
    data = _packed((of, answer.bell, answer.chosen), marks, answer, columns)
    element("listing")(key=KEY, data=data, **answers)


@st.cache_resource(max_entries=100, show_spinner=False)
def _packed(key: Hashable, _marks: pd.DataFrame, _answer: Answer, _columns: Mapping[str, str]) -> bytes:
    return pack(_marks, _answer, _columns)


def pack(marks: pd.DataFrame, answer: Answer, columns: Mapping[str, str] = COLUMNS) -> bytes:
    """Return what travels to the browser: deflated JSON, the rows with a name for their content."""
    names = list(columns)
    table = {
        "columns": [{"title": columns[name], "ranks": _ranks(marks, name)} for name in names],
        "rows": _rows(marks, names, by_mark=bool(answer.bell)),
        "opener": names.index(OPENER),
        "linked": names.index(LINKED),
        "summary": f"{count(len(marks), 'row')} in reading order",
    }
    drawing = zlib.crc32(orjson.dumps(table))
    return zlib.compress(orjson.dumps(table | {"drawing": drawing, "bell": answer.bell, "chosen": answer.chosen}), 1)


def _rows(marks: pd.DataFrame, names: Sequence[str], *, by_mark: bool) -> list[dict[str, Any]]:
    evidence = marks["derived_from"].where(marks["derived"], marks["report_id"])
    keys = marks["mark_id"] if by_mark else evidence
    texts = zip(*(_texts(marks, name) for name in names), strict=True)
    links = (page_of(address) or "" for address in marks["url"].tolist())
    return [
        {"key": str(key), "texts": row, "link": link}
        for key, row, link in zip(keys.tolist(), texts, links, strict=True)
    ]


def _texts(marks: pd.DataFrame, name: str) -> list[str]:
    """Return the cells of a column as texts of one line; a date that was filled in says so."""
    texts = ["" if pd.isna(value) else one_line(value) for value in marks[name].tolist()]
    if name == LINKED:
        return [_host(text) for text in texts]
    if name != "as_of":
        return texts
    inferred = marks["inferred"].fillna("").str.split(",").map(lambda cells: "as_of" in cells)
    return [f"{text} (inferred)" if text and is_so else text for text, is_so in zip(texts, inferred, strict=True)]


def _host(address: str) -> str:
    """Return the site that an address leads to; what is no address of a page stays as it is.

    >>> _host("https://www.example.org/a/b"), _host("see page 3")
    ('example.org', 'see page 3')
    """
    return str(urlsplit(address).hostname).removeprefix("www.") if page_of(address) else address


def _ranks(marks: pd.DataFrame, name: str) -> list[int | None] | None:
    """Return the place of each row in the order of a column, None for a blank; None where its texts give the order."""
    if name not in SORTED_BY:
        return None
    places = marks[SORTED_BY[name]].rank(method="dense")
    return [None if pd.isna(place) else int(place) for place in places.tolist()]
