"""What the reader has chosen to look at: one value from which address, flags, queries and footers are made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from claimsdash.domain.errors import Problem, Severity

_LISTS = ("claimants", "kinds", "countries", "outlets", "modalities", "tables")
_DAYS = ("as_of_from", "as_of_to", "reported_from", "reported_to", "known_on")
_ADDRESS = {
    "topic": "topic",
    "claimants": "claimant",
    "kinds": "kind",
    "countries": "country",
    "outlets": "outlet",
    "modalities": "modality",
    "tables": "table",
    "as_of_from": "as_of_from",
    "as_of_to": "as_of_to",
    "reported_from": "reported_from",
    "reported_to": "reported_to",
    "known_on": "known_on",
    "text": "q",
}


@dataclass(frozen=True)
class Selection:
    """A choice of reports; an empty field does not restrict.

    Lists hold keys (of sources, kinds, ...), any of which will do. `as_of_from` and `as_of_to` keep reports whose as-of
    period overlaps the days; `reported_from` and `reported_to` likewise for the day of publication; `known_on` keeps
    what had certainly been published by that day. `text` is looked for in wording, scope, speaker and notes.
    """

    topic: str | None = None
    claimants: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    as_of_from: date | None = None
    as_of_to: date | None = None
    reported_from: date | None = None
    reported_to: date | None = None
    known_on: date | None = None
    text: str = ""

    def without(self, *names: str) -> "Selection":
        """Return the selection with the named fields back at their defaults.

        >>> Selection(topic="troops", text="Kursk").without("text")
        Selection(topic='troops', claimants=(), kinds=(), countries=(), outlets=(), modalities=(), tables=(), \
as_of_from=None, as_of_to=None, reported_from=None, reported_to=None, known_on=None, text='')
        """
        defaults = {field.name: field.default for field in fields(self) if field.name in names}
        return replace(self, **defaults)  # type: ignore[arg-type]  # the defaults have the types of their fields

    def active(self) -> tuple[str, ...]:
        """Name the fields that restrict, the topic apart, in the order of the class."""
        return tuple(f.name for f in fields(self) if f.name != "topic" and getattr(self, f.name) != f.default)


def write_address(selection: Selection) -> dict[str, list[str]]:
    """Return the parameters of the address: name to values, defaults left out.

    >>> write_address(Selection(topic="troops", claimants=("nis", "hur"), known_on=date(2024, 3, 1)))
    {'topic': ['troops'], 'claimant': ['nis', 'hur'], 'known_on': ['2024-03-01']}
    """
    parameters: dict[str, list[str]] = {}
    for name, parameter in _ADDRESS.items():
        value = getattr(selection, name)
        if value is None or value in ("", ()):
            continue
        parameters[parameter] = [str(item) for item in value] if name in _LISTS else [str(value)]
    return parameters


def read_address(parameters: Mapping[str, Sequence[str]]) -> tuple[Selection, list[Problem]]:
    """Read a selection back from an address; parameters of other names are left to others.

    A day that is none is a problem and does not restrict. Whether keys exist is not known here.

    >>> read_address({"known_on": ["tomorrow"]})[1][0].reason
    'is not a day'
    """
    chosen: dict[str, object] = {}
    problems = []
    for name, parameter in _ADDRESS.items():
        values = [value for value in parameters.get(parameter, ()) if value]
        if not values:
            continue
        if name in _LISTS:
            chosen[name] = tuple(dict.fromkeys(values))
        elif name in _DAYS:
            try:
                chosen[name] = date.fromisoformat(values[-1])
            except ValueError:
                problems.append(_not_a_day(parameter, values[-1]))
        else:
            chosen[name] = values[-1]
    return Selection(**chosen), problems  # type: ignore[arg-type]  # built field by field above


def _not_a_day(parameter: str, value: str) -> Problem:
    return Problem(None, parameter, value, "is not a day", "Write it as 2024-02-26.", Severity.WARNING)
