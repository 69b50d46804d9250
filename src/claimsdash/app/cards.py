"""What the cards of the home page are made of: counts of each topic at once, its claims at a glance after them."""

from collections import deque
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.display import READING_ORDER
from claimsdash.analysis.overview import Glance
from claimsdash.app import shelf
from claimsdash.charts.small import small_timelines
from claimsdash.domain.selection import Selection
from claimsdash.export.collection import glances_of
from claimsdash.store import queries

_ENDS = ("low", "best", "high", "at")
_KEPT = 10
_READY: deque[Any] = deque(maxlen=_KEPT)


def totals(selection: Selection) -> pd.DataFrame:
    """Count what each topic holds under a selection: one quick query."""
    return _totals(shelf.at(), selection)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _totals(at: shelf.At, selection: Selection) -> pd.DataFrame:
    return queries.topics_overview(shelf.engine(), selection)


def overview(selection: Selection) -> dict[str, Glance]:
    """Sum up each topic under a selection, by its key."""
    return _overview(shelf.at(), selection)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _overview(at: shelf.At, selection: Selection) -> dict[str, Glance]:
    return {glance.topic: glance for glance in glances_of(shelf.collection(), selection, _totals(at, selection))}


def drawings(selection: Selection) -> dict[str, str]:
    """Return the small timeline of each topic under a selection, as SVG."""
    return _drawings(shelf.at(), selection)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _drawings(at: shelf.At, selection: Selection) -> dict[str, str]:
    found = _overview(at, selection)
    colours = {topic: shelf.colours(topic) for topic in found}
    drawn = small_timelines(_marks(list(found.values())), colours) if found else {}
    _READY.append((at, selection))
    return drawn


def are_ready(selection: Selection) -> bool:
    """Say whether the cards of a selection were worked out lately, so that they can be had at once."""
    return (shelf.at(), selection) in _READY


def _marks(found: list[Glance]) -> pd.DataFrame:
    """Return the marks of the claims of all cards, each topic in a unit of its own."""
    claims = pd.concat([glance.claims for glance in found], ignore_index=True)
    claims = claims.sort_values(READING_ORDER, na_position="last", kind="stable", ignore_index=True)
    step = claims["topic"].map({glance.topic: 1 / _factor(glance) for glance in found})
    ends = {f"y_{end}": claims[f"base_{end}"] * step for end in _ENDS}
    return claims.assign(**ends, mark_id=claims.index.astype("int32"))


def _factor(glance: Glance) -> float:
    """Return how many base units one of the unit holds in which a card counts."""
    factor, base_unit = shelf.shelf().package.units.base(shelf.topics()[glance.topic].unit)
    return factor if glance.base_unit == base_unit else 1.0
