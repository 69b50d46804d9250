"""The flags that choose what a command shows: the parameters of an address, one flag each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import click

from claimsdash.cli.options import tell_damage
from claimsdash.domain.unit_words import SCALES
from claimsdash.domain.view import SORTS, View, read_view
from claimsdash.export.collection import Collection, known_of
from claimsdash.export.notes import Held
from claimsdash.store.engine import engine_of
from claimsdash.store.seeding import seed
from claimsdash.store.workspace import open_workspace

_SEVERAL = {
    "claimant": "Only claims of this claimant, by key.",
    "kind": "Only claimants of this kind.",
    "country": "Only claimants of this country (ISO 3166 alpha-2).",
    "outlet": "Only reports printed by this outlet, by key.",
    "modality": "Only what is asserted, capacity, planned, forecast or denied.",
    "table": "Only reports of this table.",
}
_DAYS = {
    "as_of_from": "Only figures about this day or later.",
    "as_of_to": "Only figures about this day or earlier.",
    "reported_from": "Only reports of this day or later.",
    "reported_to": "Only reports of this day or earlier.",
    "known_on": "Only what had been published by this day.",
}

Command = Callable[..., Any]


def view_options(command: Command) -> Command:
    """Add the flags to a command, which gets them as keyword arguments for `parameters_of`."""
    for option in reversed(_options()):
        command = option(command)
    return command


def _options() -> list[Callable[[Command], Command]]:
    day = click.DateTime(["%Y-%m-%d"])
    scale = click.Choice([str(scale) for scale in SCALES])
    return [
        click.option("--view", "address", metavar="ADDRESS", help="Address of a page that holds all of these."),
        click.option("--topic", metavar="KEY", help="The topic."),
        *(
            click.option(_flag(name), name, multiple=True, metavar="KEY", help=f"{words} May be repeated.")
            for name, words in _SEVERAL.items()
        ),
        *(click.option(_flag(name), name, type=day, metavar="YYYY-MM-DD", help=words) for name, words in _DAYS.items()),
        click.option("--search", "q", metavar="WORDS", help="Words in wording, scope, speaker or notes."),
        click.option("--unit", metavar="UNIT", help="Unit of the axis; without it, that of the topic."),
        click.option("--scale", type=scale, help="Divide the axis by this."),
        click.option("--assume", metavar="KEY", help="Show another unit through this assumption, as derived."),
        click.option("--log", is_flag=True, help="Use a logarithmic axis."),
        click.option("--every-report", is_flag=True, help="Draw each report, and not each claim once."),
        click.option("--sort", type=click.Choice(SORTS), help="Order of the sources."),
    ]


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


@dataclass(frozen=True)
class Chosen:
    """What a command shows: a view of a collection, and what that comes from."""

    collection: Collection
    held: Held
    view: View


def choose(workspace: str | None, given: Mapping[str, Any]) -> Chosen:
    """Open a workspace, the curated table in it, and return the view that the flags choose.

    Raises click.UsageError, naming them, for values that the workspace does not know.
    """
    opened = open_workspace(workspace)
    package = seed(opened, datetime.now(UTC).replace(microsecond=0))
    engine = engine_of(opened)
    tell_damage(opened.ledger, engine.damaged)
    loaded_on = {held.table_id: held.entry.when.date().isoformat() for held in opened.ledger.tables()}
    collection = Collection(package, engine, loaded_on=loaded_on)
    view, problems = read_view(parameters_of(given), known_of(collection))
    if problems:
        told = [" ".join(part for part in (_flag(str(p.column)), p.value, p.reason) if part) for p in problems]
        raise click.UsageError("; ".join(told))
    return Chosen(collection, Held(package, engine.version), view)


def parameters_of(given: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the parameters of the address that the flags stand for; a flag goes before the address given.

    >>> parameters_of({"topic": "troops", "claimant": ("nis",), "every_report": True, "address": "?topic=shells&log=1"})
    {'topic': ['troops'], 'log': ['1'], 'claimant': ['nis'], 'marks': ['reports']}
    """
    told = {name: value for name, value in given.items() if value and name not in ("address", "every_report", "log")}
    parameters = parse_qs(urlsplit(given.get("address") or "").query)
    parameters |= {name: _values(value) for name, value in told.items()}
    marks = {"marks": ["reports"]} if given.get("every_report") else {}
    return parameters | marks | ({"log": ["1"]} if given.get("log") else {})


def _values(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return [value.date().isoformat()] if isinstance(value, datetime) else [str(value)]
