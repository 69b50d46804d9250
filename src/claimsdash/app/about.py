"""What the about page shows: the rules in force, made from the tables that the program uses, and the licences."""

from collections.abc import Iterable, Sequence

import streamlit as st

from claimsdash.app import shelf
from claimsdash.app.plain import link, plain
from claimsdash.export.method import Rule, method_in_force


def show() -> None:
    """Draw the page."""
    package = shelf.shelf().package
    st.title("About claimsdash", anchor=False)
    st.markdown("A dashboard for contested numbers, which never draws a figure firmer than it was said.")
    for rule in method_in_force(package):
        st.header(rule.title, anchor=False)
        st.markdown(plain(rule.words))
        st.markdown(_rows(rule.columns, _cells(rule)))
    st.header("Licences", anchor=False)
    st.markdown(
        f"The curated table is “{plain(package.title)}”, version {plain(package.version)}: facts from public reports; "
        "their selection, grouping and notes are under CC0 1.0. The code is under the MIT licence."
    )


def _cells(rule: Rule) -> Iterable[Sequence[str]]:
    """Yield the rows as Markdown, the last cell of a row as a link where it has one."""
    for row, page in zip(rule.rows, rule.pages or [""] * len(rule.rows), strict=True):
        yield [*map(plain, row[:-1]), link(page, row[-1])]


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
