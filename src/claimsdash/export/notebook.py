"""The functions for notebooks and scripts: a table in, the figures and tables of the app out.

Every function takes and returns a *claims table*: a DataFrame of reports with the columns of docs/data-format.md. What
the table was selected from and by which package it was read stands in its `attrs`; where they are lost, colours are
given anew and the curated package is used.
"""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

import pandas as pd
import plotly.graph_objects as go

from claimsdash.analysis.origins import claims_of
from claimsdash.charts.scene import Scene, scene_by_source, scene_over_time
from claimsdash.domain.errors import ClaimsdashError, Problem
from claimsdash.domain.selection import Selection, read_address, write_address
from claimsdash.domain.view import View
from claimsdash.export.collection import Collection, ViewError
from claimsdash.export.packages import package_at, read_reports
from claimsdash.export.view_table import Display, view_table
from claimsdash.intake.package import Package
from claimsdash.intake.problems import group_problems, say_group
from claimsdash.store import queries
from claimsdash.store.engine import engine_of
from claimsdash.store.rows import engine_over
from claimsdash.store.seeding import seed
from claimsdash.store.workspace import curated_folder, open_workspace

_ATTRS = "claimsdash"
_DAYS = ("as_of_from", "as_of_to", "reported_from", "reported_to", "known_on")

Day = date | str


class Filters(TypedDict, total=False):
    """The filters of `select`: the fields of `domain.selection.Selection`, where a single key may stand alone."""

    topic: str
    claimants: str | Sequence[str]
    kinds: str | Sequence[str]
    countries: str | Sequence[str]
    outlets: str | Sequence[str]
    modalities: str | Sequence[str]
    tables: str | Sequence[str]
    as_of_from: Day
    as_of_to: Day
    reported_from: Day
    reported_to: Day
    known_on: Day
    text: str


class Drawing(TypedDict, total=False):
    """How a figure is drawn: unit and scale of the axis, key of an assumption, log axis, each report, order of rows."""

    unit: str
    scale: int
    assume: str
    log: bool
    every_report: bool
    sort: str


class SelectionError(ClaimsdashError):
    """A filter that is none, or a day that cannot be read."""


@dataclass(frozen=True)
class _Memory:
    """What a table remembers, in forms that JSON has: pandas writes attrs into Parquet files."""

    package: str
    counts: list[list[Any]]
    selection: Mapping[str, Sequence[str]]
    problems: list[str]


def read(source: str | Path, *, package: str | Path | None = None) -> pd.DataFrame:
    """Read a CSV or XLSX file, the folder of a data package, or a bundle (ZIP), as a claims table.

    A file is read by the topics, sources and units of `package` (a folder or a bundle), by default the curated ones.
    Rows with errors are kept out, with a warning; `problems` lists what was found. Raises ReadingError or PackageError
    where nothing can be read.
    """
    address = str(package or (source if _is_package(Path(source)) else curated_folder()))
    reports, found = read_reports(Path(source), package_at(address))
    said = [say_group(group) for group in group_problems(found)]
    _warn(found, str(source))
    return _remember(reports, _Memory(address, _counts(reports), {}, said))


def curated() -> pd.DataFrame:
    """Return the curated table that claimsdash brings along.

    >>> len(curated())
    495
    """
    folder = curated_folder()
    reports, _ = read_reports(folder, package_at(str(folder)))
    return _remember(reports, _Memory(str(folder), _counts(reports), {}, []))


def workspace(location: str | None = None) -> pd.DataFrame:
    """Return all reports of a workspace: of the one at `location`, else of $CLAIMSDASH_WORKSPACE, else your own."""
    opened = open_workspace(location)
    seed(opened, datetime.now(UTC).replace(microsecond=0))
    reports = queries.reports_of(engine_of(opened), Selection())
    return _remember(reports, _Memory(str(curated_folder()), _counts(reports), {}, []))


def select(reports: pd.DataFrame, **filters: Unpack[Filters]) -> pd.DataFrame:
    """Keep the reports that pass all filters, in reading order; a filter means what it means on the page.

    Takes a claims table, returns one. Raises SelectionError for a filter that is none.

    >>> seoul = select(curated(), topic="troops_deployed", claimants=["rok_nis", "rok_mnd"], known_on="2025-06-30")
    """
    memory = _recall(reports)
    selection = _selection(filters)
    chosen = queries.reports_of(engine_over(reports), selection)
    merged = {**memory.selection, **write_address(selection)}
    return _remember(chosen, _Memory(memory.package, memory.counts, merged, memory.problems))


def claims(reports: pd.DataFrame) -> pd.DataFrame:
    """Collapse reports to claims: one row each, that of the report which speaks for it, with n_reports, n_outlets."""
    return claims_of(reports)


def problems(reports: pd.DataFrame) -> list[str]:
    """Return what was wrong in the file that the table was read from, alike problems in one text."""
    return list(_recall(reports).problems)


def timeline(reports: pd.DataFrame, **drawing: Unpack[Drawing]) -> go.Figure:
    """Return the claims of one topic over time, as the app draws them for the same filters.

    Raises ViewError where the table holds several topics, or the topic has no such axis.

    >>> figure = timeline(select(curated(), topic="containers_shipped"), unit="container", scale=1000)
    """
    return scene_over_time(_scene(reports, drawing))


def by_source(reports: pd.DataFrame, **drawing: Unpack[Drawing]) -> go.Figure:
    """Return the latest claim of each claimant on one topic, as the app draws them; see `timeline`."""
    return scene_by_source(_scene(reports, drawing))


def table(reports: pd.DataFrame, **drawing: Unpack[Drawing]) -> pd.DataFrame:
    """Return the reports with their numbers on the axis of a view beside those of the source (docs/exports.md)."""
    scene = _scene(reports, drawing)
    return view_table(reports, Display(scene, _package(reports).units))


def _is_package(source: Path) -> bool:
    return source.is_dir() or source.suffix.lower() == ".zip"


def _warn(found: list[Problem], source: str) -> None:
    kept_out = {problem.line for problem in found if problem.severity == "error"}
    if kept_out:
        told = f"{source}: {len(kept_out)} rows with errors are kept out; claimsdash.problems(...) lists them."
        warnings.warn(told, UserWarning, stacklevel=3)


def _remember(reports: pd.DataFrame, memory: _Memory) -> pd.DataFrame:
    reports.attrs[_ATTRS] = {field.name: getattr(memory, field.name) for field in fields(memory)}
    return reports


def _recall(reports: pd.DataFrame) -> _Memory:
    held = reports.attrs.get(_ATTRS)
    return _Memory(**held) if held else _Memory(str(curated_folder()), _counts(reports), {}, [])


def _counts(reports: pd.DataFrame) -> list[list[Any]]:
    counts = queries.claimants_of_topics(engine_over(reports))
    return [list(row) for row in counts[["topic", "claimant", "n_claims"]].itertuples(index=False)]


def _package(reports: pd.DataFrame) -> Package:
    return package_at(_recall(reports).package)


def _selection(filters: Filters) -> Selection:
    given: dict[str, Any] = dict(filters)
    unknown = [name for name in given if name not in {field.name for field in fields(Selection)}]
    if unknown:
        known = ", ".join(field.name for field in fields(Selection))
        raise SelectionError(f"{', '.join(unknown)} is no filter. The filters are: {known}.")
    return Selection(**{name: _field(name, value) for name, value in given.items()})


def _field(name: str, value: Any) -> Any:
    if name in _DAYS and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise SelectionError(f"{name}: {value!r} is not a day. Write it as 2024-02-26.") from error
    if name in ("topic", "text", *_DAYS):
        return value
    return (value,) if isinstance(value, str) else tuple(value)


def _scene(reports: pd.DataFrame, drawing: Drawing) -> Scene:
    memory = _recall(reports)
    selection, _ = read_address(memory.selection)
    topics = sorted(set(reports["topic"]))
    if selection.topic is None and len(topics) != 1:
        raise ViewError(f"Choose one topic: select(..., topic={topics[0] if topics else 'KEY'!r}). It holds {topics}.")
    view = View(Selection(topic=selection.topic or topics[0]), **drawing)
    counts = pd.DataFrame(memory.counts, columns=["topic", "claimant", "n_claims"])
    collection = Collection(package_at(memory.package), engine_over(reports), counts)
    return collection.scene(view, reports)
