"""A view as a table: every report with its wording, its bounds and where it comes from, beside the display unit."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from claimsdash.analysis.derived import derive
from claimsdash.analysis.origins import origins_first
from claimsdash.charts.scene import Scene
from claimsdash.domain.claim import EXPORT_FIELDS, READ_FIELDS, Field
from claimsdash.domain.units import Units
from claimsdash.export.notes import say_collapse
from claimsdash.export.tables import CORE_FIELDS, in_file_order

_READ = (
    *("claimant_name", "claimant_kind", "claimant_country", "claimant_interest", "outlet_name"),
    *("since_start", "since_end", "as_of_start", "as_of_end", "reported_start", "reported_end", "table_id", "line"),
)

VIEW_FIELDS: tuple[Field, ...] = (
    *CORE_FIELDS,
    *(field for name in _READ for field in READ_FIELDS if field.name == name),
    *EXPORT_FIELDS,
)
"""The columns of the table of a view: those of claims.csv, what was read from them, and the display unit."""


@dataclass(frozen=True)
class Display:
    """The axis on which the numbers of a view are shown, and the units that lead to it."""

    scene: Scene
    units: Units


def view_table(reports: pd.DataFrame, display: Display | None = None) -> pd.DataFrame:
    """Return the reports in the columns of VIEW_FIELDS, one row each, in the order of their tables and lines.

    Takes a claims table. The display columns are blank for what the axis cannot hold, and where there is no axis.
    """
    reports = in_file_order(reports)
    first = origins_first(reports)["claim_id"].duplicated()
    blank = {name: pd.Series(np.nan, index=reports.index) for name in ("low", "best", "high")}
    shown = blank if display is None else _displayed(reports, display)
    unit, assumption, condition = ("", "", "") if display is None else _axis(display.scene)
    held = pd.concat(list(shown.values()), axis=1).notna().any(axis=1)
    return reports.assign(
        speaks=~first.reindex(reports.index),
        display_unit=_where(held, unit),
        display_assumption=_where(held, assumption),
        display_condition=_where(held, condition),
        display_rule=_where(held, "" if display is None else say_collapse(display.scene.view)),
        **{f"display_{end}": values for end, values in shown.items()},
    )[[field.name for field in VIEW_FIELDS]]


def _where(held: pd.Series, text: str) -> pd.Series:
    blank = pd.Series(None, index=held.index, dtype="str")
    return blank.mask(held, text) if text else blank


def _axis(scene: Scene) -> tuple[str, str, str]:
    """Return the unit of the axis, and the key and the words of the assumption that it rests on."""
    unit, assumption = scene.axis.axis.title or "number", scene.axis.assumption
    return (unit, assumption.key, scene.axis.label) if assumption else (unit, "", "")


def _displayed(reports: pd.DataFrame, display: Display) -> dict[str, pd.Series]:
    """Return the ends on the axis, row for row."""
    axis, assumption = display.scene.axis.axis, display.scene.axis.assumption
    rows = reports
    if assumption is not None:
        derived = derive(reports.assign(_row=reports.index), assumption, display.units, to=axis.unit)
        rows = derived.set_index("_row").reindex(reports.index)
    fits = rows["base_unit"].eq(axis.base_unit)
    step = axis.factor * axis.scale
    return {end: (rows[f"base_{end}"] / step).where(fits) for end in ("low", "best", "high")}
