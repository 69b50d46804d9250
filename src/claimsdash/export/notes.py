"""What must be said wherever a view is shown: in the footer of a picture, the readme of a workbook, a report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from claimsdash.analysis.collapse import RULE_WORDS, Rule
from claimsdash.analysis.looking import say_counts
from claimsdash.charts.scene import Scene
from claimsdash.domain.dates import DateError, read_edtf, say_period
from claimsdash.domain.selection import Selection, write_address
from claimsdash.domain.view import View, write_view
from claimsdash.export.tables import in_file_order, write_csv
from claimsdash.intake.package import Event, Package, Source

HASH_DIGITS = 12
"""Digits of the hash that a footer shows: enough to tell any two tables apart that anyone will hold side by side."""

_CLAIM_RULE = (
    "One mark is one claim, as its own document says it or else its earliest report; "
    "relays that say the same are not counted again, one that says otherwise is drawn smaller."
)
_REPORT_RULE = "One mark is one report; those that repeat another are drawn smaller, and counts are of claims."
_TABLE_RULE = "One row is one report; reports with the same claim_id repeat one claim."

_NAMES = {
    "claimant": "claimant",
    "kind": "kind of claimant",
    "country": "country of claimant",
    "outlet": "outlet",
    "modality": "said as",
    "table": "table",
    "as_of_from": "as of, from",
    "as_of_to": "as of, to",
    "reported_from": "reported from",
    "reported_to": "reported to",
    "known_on": "known on",
    "q": "search",
}
"""Parameters of an address, as a reader would call them."""


WHAT = {
    "timeline": "over time",
    "band": "over time, with the pooled band",
    "panels": "over time, panel by panel",
    "sources": "latest claim of each source",
    "ladder": "what one claimant said in succession",
    "clocks": "the date of each figure and the day of its report",
    "rates": "implied rates",
    "ratios": "implied ratios",
    "agreement": "how many claims fit each value",
    "course": "what the claims share over time",
}
"""Kind of chart to what it shows."""


@dataclass(frozen=True)
class ViewNotes:
    """The words that go with a view; an empty text has nothing to say.

    `data` is the SHA-256 of the reports as `export.tables.write_csv` gives them, which is the claims.csv of a
    bundle of the same view; `address` holds the parameters that lead to the view.
    """

    title: str
    subtitle: str
    filters: str
    known_on: str
    rule: str
    counted: str
    assumption: str
    claimants: tuple[str, ...]
    data: str
    edition: str
    address: str
    licence: str

    @property
    def footer(self) -> tuple[str, ...]:
        """The lines under a picture."""
        lines = (
            f"Filters: {self.filters}." if self.filters else "No filters.",
            f"Derived, not claimed: {self.assumption}." if self.assumption else "",
            f"Claims by {'; '.join(self.claimants)}." if self.claimants else "",
            f"{self.counted}. {self.rule}",
            f"{self.edition}; data {self.data[:HASH_DIGITS]}.",
        )
        return tuple(line for line in lines if line)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Everything as pairs of a name and a text, for a list."""
        pairs = (
            ("Title", self.title),
            ("Shows", self.subtitle),
            ("Filters", self.filters or "none"),
            ("Known on", self.known_on or "any day"),
            ("Rule", self.rule),
            ("Counts", self.counted),
            ("Derived, not claimed", self.assumption),
            ("Made with", self.edition),
            ("Data (SHA-256)", self.data),
            ("Address of the view", self.address),
            ("Licence", self.licence),
        )
        return tuple(pair for pair in pairs if pair[1])


@dataclass(frozen=True)
class Held:
    """What the reports of a view come from: the package, and the version of the workspace, None outside of one."""

    package: Package
    version: int | None = None


def notes_of_scene(scene: Scene, reports: pd.DataFrame | None, held: Held, *, what: str = "") -> ViewNotes:
    """Return the notes of a scene; `what` names the chart. Without its reports there is no hash of them."""
    selection = scene.view.selection
    counted = _REPORT_RULE if scene.view.every_report else _CLAIM_RULE
    return ViewNotes(
        title=scene.topic.question,
        subtitle=f"{scene.topic.title}, {what}" if what else scene.topic.title,
        rule=counted if what == WHAT["course"] else with_collapse(counted, scene.view),
        counted=scene.look.counted,
        assumption=say_assumption(scene, held.package.sources),
        claimants=tuple(map(str, scene.look.marks["claimant_name"].value_counts().index)),
        address=address_of(scene.view),
        **_shared(selection, reports, held),
    )


def notes_of_reports(selection: Selection, reports: pd.DataFrame, held: Held) -> ViewNotes:
    """Return the notes of a table of reports, of one topic or of several."""
    topic = held.package.topics.get(selection.topic or "")
    title = topic.question if topic else (selection.topic or "All topics")
    return ViewNotes(
        title=title,
        subtitle=topic.title if topic else "",
        rule=_TABLE_RULE,
        counted=say_counts(reports),
        assumption="",
        claimants=tuple(map(str, reports["claimant_name"].value_counts().index)),
        address=address_of(View(selection)),
        **_shared(selection, reports, held),
    )


def say_collapse(view: View) -> str:
    """Say by which rule a view makes one figure of many claims; an empty text where it makes none.

    >>> say_collapse(View(Selection(), tab="agreement", rule="highest"))
    'One figure of many claims: the highest number that any of them states.'
    """
    return f"One figure of many claims: {RULE_WORDS[Rule(view.rule)]}." if view.tab == "agreement" else ""


def with_collapse(rule: str, view: View) -> str:
    """Add to what is counted the rule by which claims become one figure, where one is in force."""
    return f"{rule} {say_collapse(view)}".rstrip()


def _shared(selection: Selection, reports: pd.DataFrame | None, held: Held) -> Mapping[str, Any]:
    return {
        "filters": say_filters(selection, held.package.sources),
        "known_on": selection.known_on.isoformat() if selection.known_on else "",
        "data": "" if reports is None else data_hash(reports),
        "edition": say_edition(held),
        "licence": f"{held.package.title}: {LICENCE}",
    }


LICENCE = "facts from public reports; their selection, grouping and notes are under CC0 1.0"


def address_of(view: View) -> str:
    """Return the parameters that lead to a view, as they stand in an address.

    >>> address_of(View(Selection(topic="troops", text="Kursk & co"), log=True))
    '?topic=troops&q=Kursk+%26+co&log=1'
    """
    return f"?{urlencode(write_view(view), doseq=True)}"


def data_hash(reports: pd.DataFrame) -> str:
    """Return the SHA-256 of the reports as CSV: the same for the same reports, wherever made."""
    return sha256(write_csv(in_file_order(reports))).hexdigest()


def say_edition(held: Held) -> str:
    """Say which program and which version of the table."""
    table = f", table version {held.version}" if held.version is not None else ""
    package = f"{held.package.name} {held.package.version}".strip()
    return f"claimsdash {program_version()}{table}, {package}"


def program_version() -> str:
    """Return the version of claimsdash, or a word for a checkout that is not installed."""
    try:
        return version("claimsdash")
    except PackageNotFoundError:
        return "development version"


def say_filters(selection: Selection, sources: Mapping[str, Source]) -> str:
    """Say which filters are set, sources by their names.

    >>> say_filters(Selection(topic="troops", kinds=("media",), text="Kursk"), {})
    'kind of claimant media; search Kursk'
    """
    parameters = {name: values for name, values in write_address(selection).items() if name != "topic"}
    return "; ".join(
        f"{_NAMES[name]} {', '.join(say_value(name, value, sources) for value in values)}"
        for name, values in parameters.items()
    )


def say_value(parameter: str, value: str, sources: Mapping[str, Source]) -> str:
    """Say what a parameter of an address names: sources by their names, words of vocabularies without underlines."""
    if parameter in ("claimant", "outlet") and value in sources:
        return sources[value].name
    return value.replace("_", " ") if parameter in ("kind", "modality") else value


def say_events(events: Iterable[Event]) -> str:
    """Say what the numbers on a timeline stand for; nothing where it has none.

    >>> from claimsdash.intake.package import Event
    >>> say_events([Event("2024-02-26", "A minister counts", "")])
    'Events: 1 A minister counts, 26 February 2024.'
    """
    said = [f"{number} {event.label}, {_say_day(event.date)}" for number, event in enumerate(events, start=1)]
    return f"Events: {'; '.join(said)}." if said else ""


def _say_day(edtf: str) -> str:
    try:
        return say_period(read_edtf(edtf))
    except DateError:
        return edtf


def say_assumption(scene: Scene, sources: Mapping[str, Source]) -> str:
    """Say on which assumption the axis rests and who says so; nothing where it rests on none."""
    assumption = scene.axis.assumption
    if assumption is None:
        return ""
    source = sources.get(assumption.said_by)
    said = ", ".join(part for part in (source.name if source else assumption.said_by, assumption.said_on) if part)
    return "; ".join(part for part in (scene.axis.label, f"said by {said}" if said else "", assumption.note) if part)
