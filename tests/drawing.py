"""Claims tables and selections drawn by Hypothesis: small, full of gaps, from few values, so that filters meet."""

from datetime import date
from typing import Any

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

from claimsdash.domain.claim import Modality, Qualifier
from claimsdash.domain.selection import Selection
from making import a_claim, a_table

drawn = settings(max_examples=12, deadline=None)
"""How often a query is compared: each drawing opens an engine of its own."""

drawn_seldom = settings(max_examples=3, deadline=None)
"""For queries that take a Spark on one machine seconds each."""

_NAMES = {"nis": "NIS", "hur": "HUR", "dod": None}
_CLAIMANTS = st.sampled_from(list(_NAMES))
_KINDS = st.sampled_from(["military", "government"])
_COUNTRIES = st.sampled_from(["KR", "UA"])
_OUTLETS = st.sampled_from(["tass", "yonhap", "nis"])
_TABLES = st.sampled_from(["curated", "mine", "it's"])
_TOPICS = st.sampled_from(["shells", "troops"])
_DAYS = st.dates(date(2024, 1, 30), date(2024, 2, 3))
_TEXTS = st.sampled_from(["50% of Kursk", "50 men", "a_b", "axb", "Снаряды !", "снаряды", 'x" OR 1=1 --'])
_WORDS = st.sampled_from(["", "50%", "kursk", "a_b", "50 KURSK", "СНАРЯДЫ", "!", "' OR '1'='1", "\\", ":text_0"])
_NUMBERS = st.none() | st.sampled_from([0.0, 1.0, 2.5, 1e6])


@st.composite
def _periods(draw: st.DrawFn) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    """Draw first and last day of a period: both, none, or one of them for an open end."""
    days = sorted(draw(st.lists(_DAYS, min_size=2, max_size=2)))
    start, end = (pd.Timestamp(day) for day in days)
    return draw(st.sampled_from([(start, end), (end, end), (None, None), (None, end), (start, None)]))


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    """Draw one report."""
    as_of, reported, claimant = draw(_periods()), draw(_periods()), draw(_CLAIMANTS)
    return a_claim(
        claim_id=draw(st.sampled_from("abc")),
        topic=draw(_TOPICS),
        claimant=claimant,
        claimant_name=_NAMES[claimant],
        claimant_kind=draw(st.none() | _KINDS),
        claimant_country=draw(st.none() | _COUNTRIES),
        outlet=draw(st.none() | _OUTLETS),
        outlet_name=None,
        modality=draw(st.sampled_from(Modality)),
        qualifier=draw(st.sampled_from(Qualifier)),
        basis=draw(st.sampled_from(["cumulative", "stock"])),
        scope=draw(st.none() | st.sampled_from(["152 mm", "122 mm"])),
        status=draw(st.sampled_from(["normal", "normal", "disputed", "withdrawn"])),
        table_id=draw(_TABLES),
        value_text=draw(st.none() | _TEXTS),
        notes=draw(st.none() | _TEXTS),
        low=draw(_NUMBERS),
        best=draw(_NUMBERS),
        high=draw(_NUMBERS),
        base_unit=draw(st.sampled_from(["shell", "person"])),
        as_of_start=as_of[0],
        as_of_end=as_of[1],
        reported_start=reported[0],
        reported_end=reported[1],
    )


tables = st.lists(rows(), max_size=8).map(
    lambda reports: a_table(*({**row, "report_id": f"r{n}", "line": n + 2} for n, row in enumerate(reports)))
)
"""Claims tables of up to eight reports."""


def _keys(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.just(()) | st.lists(values | st.just("unknown '; --"), unique=True, min_size=1, max_size=2).map(tuple)


_MAYBE_DAY = st.none() | st.none() | _DAYS
selections = st.builds(
    Selection,
    topic=st.none() | _TOPICS,
    claimants=_keys(_CLAIMANTS),
    kinds=_keys(_KINDS),
    countries=_keys(_COUNTRIES),
    outlets=_keys(_OUTLETS),
    modalities=_keys(st.sampled_from(Modality).map(str)),
    tables=_keys(_TABLES),
    as_of_from=_MAYBE_DAY,
    as_of_to=_MAYBE_DAY,
    reported_from=_MAYBE_DAY,
    reported_to=_MAYBE_DAY,
    known_on=_MAYBE_DAY,
    text=_WORDS,
)
"""Selections that restrict any of the fields, unknown keys and signs of SQL among them."""
