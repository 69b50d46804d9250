"""What the about page shows: the rules in force, made from the tables that the program uses, and the licences."""

from collections.abc import Iterable, Sequence

import streamlit as st

from claimsdash.app import shelf
from claimsdash.app.names import INTERESTS, say_day
from claimsdash.app.plain import link, plain
from claimsdash.domain.assumption import Assumption

_PRINCIPLES = """
1. **As said.** A figure keeps its wording, bound, hedge, unit, window and source. No midpoint, no missing bound and no
   date is invented; what is inferred is marked as inferred.
2. **Every mark opens its evidence**: who said it, who printed it, when, in which words, and the link.
3. **Origins, not echoes.** Ten outlets repeating one minister are one claim. Counts are counts of claims.
4. **Only like with like.** Figures are connected and compared inside one topic, basis, modality and unit only.
5. **Three clocks.** The period a figure is about, the day it was reported, the day it was loaded.
6. **Nothing lost.** What cannot be read is shown with its reason; what is removed can be brought back.
"""
_MARKS = (
    ("filled circle", "a number without a hedge"),
    ("open circle with a soft bar", "about: the bar is the rounding interval, half the unit of the last digit"),
    ("tick with an arrow up or down", "at least, at most: the tick is the claim, the length of the arrow says nothing"),
    ("bar", "a range; no middle is drawn"),
    ("fading bar", "a vague word, such as dozens"),
    ("x on the rail below", "a denial, or no figure; never zero"),
    ("diamond", "what could be or is planned, not what is"),
    ("square", "computed by claimsdash through a cited assumption"),
)


def show() -> None:
    """Draw the page."""
    st.title("About claimsdash", anchor=False)
    st.markdown("A dashboard for contested numbers, which never draws a figure firmer than it was said.")
    st.markdown(_PRINCIPLES)
    st.subheader("The marks", anchor=False)
    st.markdown(_rows(("Mark", "Meaning"), _MARKS))
    st.subheader("Vague words", anchor=False)
    st.markdown("The least and the most that each word commits its author to.")
    st.markdown(_rows(("Word", "From", "To", "Who says so"), _vague_words()))
    st.subheader("Assumptions", anchor=False)
    st.markdown(
        "Across dimensions (containers, shells) figures are converted only by a cited row, and drawn as derived."
    )
    st.markdown(_rows(("From", "To", "Each holds", "Said by", "On"), map(_assumption, _assumptions())))
    st.subheader("Interest of claimants", anchor=False)
    st.markdown(_rows(("Interest", "Meaning"), [(key.replace("_", " "), words) for key, words in INTERESTS.items()]))
    st.subheader("Licences", anchor=False)
    package = shelf.shelf().package
    st.markdown(
        f"The curated table is “{plain(package.title)}”, version {plain(package.version)}: facts from public reports; "
        "their selection, grouping and notes are under CC0 1.0. The code is under the MIT licence."
    )


def _vague_words() -> list[tuple[str, ...]]:
    """List the vague words, those read alike in one row."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for word in shelf.shelf().package.vague_words:
        alike.setdefault((_end(word.low), _end(word.high), plain(word.said_by)), []).append(plain(word.word))
    return [(", ".join(words), *read) for read, words in alike.items()]


def _end(end: object) -> str:
    return "open" if end is None else plain(f"{end:,}")


def _assumptions() -> Sequence[Assumption]:
    return sorted(shelf.shelf().package.assumptions.values(), key=lambda one: (one.from_unit, one.to_unit, one.said_on))


def _assumption(one: Assumption) -> tuple[str, ...]:
    source = shelf.shelf().package.sources.get(one.said_by)
    bounds = one.bounds
    said_by = plain(source.name if source else one.said_by)
    day = say_day(one.said_on) if one.said_on else "undated"
    return plain(one.from_unit), plain(one.to_unit), plain(_held(bounds.low, bounds.high)), said_by, link(one.url, day)


def _held(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"at least {low:,.4g}" if low is not None else f"at most {high:,.4g}" if high is not None else "not said"
    return f"{low:,.4g} to {high:,.4g}"


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
