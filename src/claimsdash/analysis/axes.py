"""The axes that a topic can be shown on: its units, their multiples, and other things through a cited assumption."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from claimsdash.analysis.display import Axis
from claimsdash.domain.bounds import Bounds
from claimsdash.domain.unit_words import SCALES, say_unit
from claimsdash.domain.units import Assumption, UnitError, Units
from claimsdash.domain.view import View


@dataclass(frozen=True)
class AxisChoice:
    """One entry of the axis menu: what it is called, the axis, and the assumption that leads to it, if any."""

    label: str
    axis: Axis
    assumption: Assumption | None = None

    @property
    def key(self) -> tuple[str, int, str | None]:
        """The three parameters that name the choice in an address: unit, scale, assume."""
        return self.axis.unit, self.axis.scale, self.assumption.key if self.assumption else None


def axis_choices(
    uses: pd.DataFrame, canonical: str, units: Units, assumptions: Sequence[Assumption], names: Mapping[str, str]
) -> list[AxisChoice]:
    """List the axes of a topic: the canonical unit first, then its kin, other units in use, and derived ones.

    Takes the units that the reports of the topic use, unfiltered, so that a filter never changes the menu: unit,
    base_unit: str; n_reports: int; base_most: float, the largest end stated, NaN where none is. `names` are those of
    sources by key. An assumption of which neither end was stated leads to no bounds, and is not offered.
    """
    counted = uses.groupby("unit")["n_reports"].sum().sort_values(ascending=False, kind="stable")
    stated = list(dict.fromkeys([canonical, *counted.index]))
    choices = [AxisChoice(axis.title or "number", axis) for unit in stated for axis in _axes(unit, uses, units)]
    for assumption in assumptions:
        choices += _derived(assumption, uses, units, names)
    distinct = {choice.key: choice for choice in choices}
    return list(distinct.values())


def chosen_axis(view: View, choices: Sequence[AxisChoice]) -> tuple[AxisChoice, bool]:
    """Return the axis that the view names, and whether it was found; else the first."""
    if view.unit is None and view.assume is None and view.scale is None:
        return choices[0], True
    wanted = (view.unit or choices[0].axis.unit, view.scale or 1, view.assume)
    found = [choice for choice in choices if choice.key == wanted]
    return (found[0], True) if found else (choices[0], False)


def _axes(unit: str, uses: pd.DataFrame, units: Units) -> list[Axis]:
    try:
        base = units.base(unit)[1]
        kin = units.compatible(unit)
    except UnitError:
        return [Axis(unit, unit, 1.0)]
    largest = float(uses.loc[uses["base_unit"].eq(base), "base_most"].max())
    ordered = [unit, *(other for other in kin if other != unit)]
    return [
        Axis(name, base, units.base(name)[0], scale)
        for name in ordered
        for scale in _scales(name, largest / units.base(name)[0])
    ]


def _scales(unit: str, largest: float) -> list[int]:
    if unit == "percent" or pd.isna(largest):
        return [1]
    return [scale for scale in SCALES if scale == 1 or largest >= scale]


def _derived(assumption: Assumption, uses: pd.DataFrame, units: Units, names: Mapping[str, str]) -> list[AxisChoice]:
    try:
        base_from = units.base(assumption.from_unit)[1]
        factor, base_to = units.base(assumption.to_unit)
    except UnitError:
        return []
    leads_nowhere = assumption.bounds.low is None and assumption.bounds.high is None
    if leads_nowhere or not uses["base_unit"].eq(base_from).any():
        return []
    said = f"{say_unit(assumption.to_unit)}, if {_load(assumption, names)}"
    return [AxisChoice(said, Axis(assumption.to_unit, base_to, factor), assumption)]


def _load(assumption: Assumption, names: Mapping[str, str]) -> str:
    per = say_unit(assumption.from_unit, many=False)
    month = f", {assumption.said_on[:7]}" if assumption.said_on else ""
    return f"{_amount(assumption.bounds)} per {per} ({names.get(assumption.said_by, assumption.said_by)}{month})"


def _amount(bounds: Bounds) -> str:
    if bounds.low is None or bounds.high is None:
        return f"at least {bounds.low:,.4g}" if bounds.low is not None else f"at most {bounds.high:,.4g}"
    return f"{bounds.low:,.4g}" if bounds.low == bounds.high else f"{bounds.low:,.4g} to {bounds.high:,.4g}"
