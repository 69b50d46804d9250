"""The claims of a view, one row each, as the tabs set them beside each other."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.origins import claims_of
from claimsdash.app import shelf, told
from claimsdash.charts.scene import Scene
from claimsdash.domain.selection import Selection
from claimsdash.export.scenes.drawn import on_axis


def claims_on_axis(scene: Scene) -> pd.DataFrame:
    """Return the claims of a scene that its axis can hold."""
    return on_axis(all_claims(scene.view.selection), scene)


def all_claims(selection: Selection) -> pd.DataFrame:
    """Return the claims of a selection, in any unit."""
    return _claims(shelf.at(), selection)


@st.cache_resource(max_entries=100, show_spinner=False)
def _claims(at: Any, selection: Selection) -> pd.DataFrame:
    return claims_of(shelf.reports(selection))


def list_rows(rows: pd.DataFrame, columns: Mapping[str, str], *, key: str) -> None:
    """Draw a table of these columns, name to heading."""
    told.show(key, told.table_of(rows, columns))
