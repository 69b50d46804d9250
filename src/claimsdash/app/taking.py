"""What a visitor can take along: the view as a table, as a report, as a bundle."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.app import shelf
from claimsdash.charts.scene import Scene
from claimsdash.export.collection import Collection
from claimsdash.export.notes import Held, notes_of_scene
from claimsdash.export.tables import write_csv
from claimsdash.export.view_table import VIEW_FIELDS, Display, view_table

Make = Callable[[Scene], bytes]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RAW = (
    "Raw files hold texts as they were given. In all others an apostrophe stands before text that a spreadsheet "
    "would run as a formula; an import takes it away again."
)


def offer(topic: str, held: Mapping[str, Any]) -> None:
    """Draw a button for each format; a file is made of the scene and version then held when its button is pressed."""
    with st.popover("Take it with you", icon=":material/download:"):
        for name, (label, mime, make) in FORMATS.items():
            st.download_button(
                label,
                data=partial(_made, make, held),
                file_name=f"{topic}.{name}",
                mime=mime,
                on_click="ignore",
                key=f"take_{name}",
                width="stretch",
            )
        st.caption(RAW)


def _made(make: Make, held: Mapping[str, Any]) -> bytes:
    with shelf.reading(held["version"]):
        return make(held["scene"])


def as_csv(scene: Scene, *, raw: bool = False) -> bytes:
    """Return the reports of a scene as CSV."""
    return write_csv(_table(scene), VIEW_FIELDS, raw=raw)


def as_workbook(scene: Scene, *, raw: bool = False) -> bytes:
    """Return the reports of a scene as XLSX, with a sheet on how it was made."""
    from claimsdash.export.workbook import write_workbook

    return write_workbook(_table(scene), notes_of_scene(scene, shelf.reports(scene.view.selection), _held()), raw=raw)


def as_report(scene: Scene) -> bytes:
    """Return a scene as an HTML file that needs no network."""
    from claimsdash.export.viewing import report_of

    return report_of(_collection(), scene.view, on=datetime.now(UTC).date(), version=_held().version)


def as_bundle(scene: Scene) -> bytes:
    """Return a scene as a data package."""
    from claimsdash.export.viewing import bundle_of

    return bundle_of(_collection(), scene.view, on=datetime.now(UTC).date(), version=_held().version)


FORMATS: dict[str, tuple[str, str, Make]] = {
    "csv": ("Table (CSV)", "text/csv", as_csv),
    "xlsx": ("Table (XLSX)", XLSX, as_workbook),
    "html": ("Report that opens offline (HTML)", "text/html", as_report),
    "zip": ("Data package (ZIP)", "application/zip", as_bundle),
    "raw.csv": ("Raw reports (CSV), unguarded", "text/csv", partial(as_csv, raw=True)),
    "raw.xlsx": ("Raw reports (XLSX), unguarded", XLSX, partial(as_workbook, raw=True)),
}
"""Ending of the file to the words of its button, its media type and what makes it."""


def _table(scene: Scene) -> pd.DataFrame:
    return view_table(shelf.reports(scene.view.selection), Display(scene, shelf.shelf().package.units))


def _collection() -> Collection:
    return replace(shelf.collection(), loaded_on=shelf.loaded_on())


def _held() -> Held:
    return Held(shelf.shelf().package, shelf.at()[1])
