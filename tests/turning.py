"""How a test of a page goes from one view to the next, and what the page says."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest


def turn_to(at: AppTest, **parameters: str | None) -> AppTest:
    """Go to another view of the page by its address; None takes a parameter out."""
    for name, value in parameters.items():
        if value is not None:
            at.query_params[name] = value
        elif name in at.query_params:
            del at.query_params[name]
    return at.run()


def turn_to_page(at: AppTest, page: str) -> AppTest:
    """Go to another page by the menu, which leaves the parameters of the address behind."""
    at.query_params.clear()
    return at.switch_page(f"src/claimsdash/app/views/{page}.py").run()


def words_of(at: AppTest) -> str:
    """Return what the page says in its texts and in elements of its own, without the backslashes of Markdown."""
    texts = [element.value for element in (*at.markdown, *at.caption, *at.info)]
    return "\n".join([*texts, *told_by_bar(at), *told_beside(at), *events_of(at)]).replace("\\", "")


def told_by_bar(at: AppTest) -> list[str]:
    """Return what stands below the tabs."""
    return [str(sent["said"]) for sent in _sent(at, "claimsdash_bar")]


def told_beside(at: AppTest) -> list[str]:
    """Return the headings and lines beside charts."""
    return [part.get("heading") or f"{part['lead']} {part['line']}" for part in _parts(at) if "columns" not in part]


def tables_of(at: AppTest) -> list[dict[str, Any]]:
    """Return the tables beside charts: columns, rows, and the summary of those that are closed."""
    return [part for part in _parts(at) if "columns" in part]


def listing_of(at: AppTest) -> dict[str, list[str]]:
    """Return the texts of the table of claims, by heading."""
    [sent] = _sent(at, "claimsdash_listing")
    titles = [column["title"] for column in sent["columns"]]
    return {title: [row["texts"][place] for row in sent["rows"]] for place, title in enumerate(titles)}


def menus_of(at: AppTest) -> dict[str, dict[str, Any]]:
    """Return the menus of the bar, by field: their choices, and the one chosen."""
    return {menu["name"]: menu for sent in _sent(at, "claimsdash_bar") for menu in sent["menus"]}


def _parts(at: AppTest) -> list[dict[str, Any]]:
    return [part for sent in _sent(at, "claimsdash_told") for part in sent]


def events_of(at: AppTest) -> list[str]:
    """Return the numbered events listed below charts."""
    return [str(words) for sent in _sent(at, "claimsdash_graph") for words, _ in sent["caption"]["events"]]


def charts_of(at: AppTest) -> list[dict[str, Any]]:
    """Return the charts of a page as they are sent: figure, caption, what they answer."""
    return _sent(at, "claimsdash_graph")


def told_by_card(at: AppTest) -> str:
    """Return what the card says in place of evidence."""
    [sent] = _sent(at, "claimsdash_card")
    return str(sent["said"])


def _sent(at: AppTest, name: str) -> list[Any]:
    protos = [element.proto for element in at.get("bidi_component")]
    return [unpacked(proto.bytes) for proto in protos if proto.component_name == name]


def unpacked(sent: bytes) -> Any:
    """Return what an element of ours is to show, as the browser reads it: without the line that stands before some."""
    return orjson.loads(zlib.decompress(sent).rpartition(b"\n")[2])


@contextmanager
def in_workspace(folder: Path) -> Iterator[None]:
    """Let pages open the workspace in a folder, and forget before and after what they keep."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMSDASH_WORKSPACE", str(folder))
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()
