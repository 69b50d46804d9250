"""What a data package knows, as the rules take it."""

from claimsdash.analysis.checks.finding import Known
from claimsdash.domain.units import UnitError
from claimsdash.intake.package import Package


def known_of(package: Package) -> Known:
    """Gather the units and scopes of the topics of a package, its relations and its assumptions."""
    return Known(
        units=package.units,
        base_units={key: base for key, topic in package.topics.items() if (base := _base(package, topic.unit))},
        scopes={key: topic.scope for key, topic in package.topics.items() if topic.scope},
        relations=package.relations,
        assumptions=tuple(package.assumptions.values()),
    )


def _base(package: Package, unit: str) -> str:
    try:
        return package.units.base(unit)[1]
    except UnitError:
        return ""
