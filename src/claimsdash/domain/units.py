"""The units of a package: one pint registry from its own text, and conversions that are safe or cited."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from itertools import product
from math import isclose, isfinite
from threading import RLock
from typing import Any

import pint
from pint.util import UnitsContainer

from claimsdash.domain.assumption import Assumption, convert_bounds
from claimsdash.domain.bounds import Bounds
from claimsdash.domain.unit_text import DIMENSIONLESS, Parts, UnitError, definition_lines, read_parts, write_parts

__all__ = ["DIMENSIONLESS", "Assumption", "UnitError", "Units", "convert_bounds", "load_units"]

_SHORTEST_PLURAL = 4


@dataclass(frozen=True)
class _Measured:
    """A unit whose names are known: its parts in the package's spelling, dimension and size in base units."""

    parts: Parts
    dimension: Parts
    factor: float


def load_units(text: str) -> "Units":
    """Build the units from the text of units.txt: pint definitions, with nothing of pint's own units beside them.

    Raises UnitError for a line that is no definition and for a unit defined by one that is not there.

    >>> load_units("day = [time]\\nweek = 7 day").factor("week", "day")
    7.0
    """
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(None, on_redefinition="raise")
    try:
        registry.load_definitions(list(definition_lines(text)))
        return Units(registry)
    except (pint.PintError, ValueError, RecursionError) as error:
        raise UnitError(f"The units cannot be loaded: {error}. Define each name once, by names that exist.") from error


class Units:
    """What a package counts in. Each distinct text is read once; one object may serve several threads."""

    def __init__(self, registry: pint.UnitRegistry[Any]) -> None:
        """Measure every name of a pint registry; `load_units` makes one."""
        self._registry = registry
        self._lock = RLock()
        self._names = {name: str(registry.get_name(name)) for name in registry}
        self._known: dict[str, _Measured] = {}
        self._ratios: dict[tuple[str, str, Assumption], Bounds] = {}
        self._sizes = {name: self._measure(((name, 1),)) for name in sorted(set(self._names.values()))}
        self._bases = {
            unit.dimension[0][0]: name
            for name, unit in self._sizes.items()
            if [power for _, power in unit.dimension] == [1] and str(registry.get_base_units(name)[1]) == name
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The names that a unit may be built of, symbols and other spellings left out.

        >>> load_units("percent = 0.01 = %").names
        ('percent',)
        """
        return tuple(self._sizes)

    def check(self, unit: str) -> str:
        """Return the unit in the spelling of the package; raise UnitError for what it does not know.

        >>> load_units("shell = [munition]\\nday = [time]").check("shells / day")
        'shell/day'
        """
        return write_parts(self._read(unit).parts)

    def base(self, unit: str) -> tuple[float, str]:
        """Return the size of the unit in base units and the text of these, equal for all units of one dimension.

        >>> load_units("percent = 0.01\\nday = [time]\\nweek = 7 day").base("percent/week")
        (0.0014285714285714286, '1/day')
        """
        read = self._read(unit)
        return read.factor, write_parts(tuple((self._bases[name], power) for name, power in read.dimension))

    def factor(self, unit: str, to: str) -> float:
        """Return by what to multiply a number in `unit` to have it in `to`.

        Raises UnitError where the two measure different things.

        >>> load_units("day = [time]\\nyear = 365.25 day\\nmonth = year / 12").factor("year", "month")
        12.0
        """
        if not self.same_dimension(unit, to):
            raise UnitError(f"{unit} and {to} measure different things: only a cited assumption leads across.")
        return _clean(self._read(unit).factor / self._read(to).factor)

    def same_dimension(self, unit: str, other: str) -> bool:
        """Return whether both measure the same thing."""
        return self._read(unit).dimension == self._read(other).dimension

    def compatible(self, unit: str) -> tuple[str, ...]:
        """Return the units to which an axis in `unit` may switch, itself among them, by growing parts.

        Only sizes change (day, week, month; kilogram, tonne), never what is counted: another name of the same size,
        such as rocket beside shell of one munition, is not offered. Thousands and millions are a matter of labels.

        >>> load_units("shell = [munition]\\nday = [time]\\nweek = 7 day").compatible("shell/week")
        ('shell/day', 'shell/week')
        """
        choices = [[(size, power) for size in self._other_sizes(name)] for name, power in self._read(unit).parts]
        return tuple(write_parts(parts) for parts in product(*choices))

    def convert_bounds(self, bounds: Bounds, assumption: Assumption, *, unit: str, to: str) -> Bounds:
        """Express bounds across dimensions through an assumption, forwards or back, also inside a rate.

        Raises UnitError where the assumption does not lead from `unit` to `to`.

        >>> units = load_units("shell = [munition]\\ncontainer = [box]\\nday = [time]\\nweek = 7 day")
        >>> load = Assumption("ap", "container", "shell", low=400, best=None, high=450)
        >>> units.convert_bounds(Bounds(10, None), load, unit="container/day", to="shell/week")
        Bounds(low=28000.0, high=None)
        >>> units.convert_bounds(Bounds(9000, None), load, unit="shell", to="container")
        Bounds(low=20.0, high=None)
        """
        key = (unit, to, assumption)
        if key not in self._ratios:
            with self._lock:
                self._ratios[key] = self._ratio(self._pint(unit), self._pint(to), assumption)
        return bounds * self._ratios[key]

    def _read(self, unit: str) -> _Measured:
        if unit not in self._known:
            parts = tuple((self._own_name(name), power) for name, power in read_parts(unit))
            with self._lock:
                self._known[unit] = self._measure(parts)
        return self._known[unit]

    def near(self, name: str) -> str:
        """Say which known unit is the nearest to a name, else the first ones."""
        near = get_close_matches(name, self._names, n=1) or get_close_matches(name.lower(), self._names, n=1)
        return f"The nearest is {near[0]}." if near else f"Known are {', '.join(self.names[:12])}."

    def _own_name(self, name: str) -> str:
        one = name.removesuffix("s") if len(name) >= _SHORTEST_PLURAL else name
        for spelling in (name, one):
            if spelling in self._names:
                return self._names[spelling]
        remedy = self.near(name)
        raise UnitError(f"{name} is not among the units of this package. {remedy}")

    def _measure(self, parts: Parts) -> _Measured:
        unit = self._registry.Unit(_container(parts))
        factor = _clean(float(self._registry.Quantity(1.0, unit).to_base_units().magnitude))
        if not (isfinite(factor) and factor > 0):
            raise UnitError(f"{write_parts(parts)} has no size above zero: correct its definition.")
        return _Measured(parts, _by_name(unit.dimensionality), factor)

    def _pint(self, unit: str) -> pint.Unit:
        return self._registry.Unit(_container(self._read(unit).parts))

    def _other_sizes(self, name: str) -> list[str]:
        """Return the unit and those of its dimension that have another size, smallest first."""
        own = self._sizes[name]
        kin = {o: m.factor for o, m in self._sizes.items() if m.dimension == own.dimension and m.factor != own.factor}
        return sorted({**kin, name: own.factor}, key=lambda other: kin.get(other, own.factor))

    def _ratio(self, unit: pint.Unit, to: pint.Unit, assumption: Assumption) -> Bounds:
        """Return how many `to` are one `unit`."""
        per = self._pint(assumption.to_unit) / self._pint(assumption.from_unit)
        if (to / unit).dimensionality == per.dimensionality:
            return Bounds.stated(*(self._through(unit, to, per, end) for end in _ends(assumption.bounds)))
        if (unit / to).dimensionality == per.dimensionality:
            return Bounds(1, 1) / self._ratio(to, unit, assumption)
        raise UnitError(
            f"{assumption.key} leads from {assumption.from_unit} to {assumption.to_unit}, not from {unit} to {to}."
        )

    def _through(self, unit: pint.Unit, to: pint.Unit, per: pint.Unit, end: float | None) -> float | None:
        """Convert one `unit` by a pint context made of one end of an assumption; contexts are the registry's state."""
        if end is None:
            return None
        context = pint.Context()

        def across(ureg: Any, value: Any, **_: Any) -> Any:
            return value * (end * per)

        context.add_transformation(unit.dimensionality, to.dimensionality, across)
        return _clean(float(self._registry.Quantity(1.0, unit).to(to, context).magnitude))


def _ends(bounds: Bounds) -> tuple[float | None, float | None]:
    return bounds.low, bounds.high


def _container(parts: Parts) -> UnitsContainer:
    return reduce(lambda made, part: made * UnitsContainer({part[0]: part[1]}), parts, UnitsContainer())


def _by_name(dimension: Mapping[str, Any]) -> Parts:
    return tuple(sorted((name, int(power)) for name, power in dimension.items()))


def _clean(factor: float) -> float:
    """Drop the noise of doubles beside a whole number: 12 months a year, not 11.999999999999998."""
    whole = float(round(factor)) if isfinite(factor) else factor
    return whole if isclose(factor, whole, rel_tol=1e-13) else factor
