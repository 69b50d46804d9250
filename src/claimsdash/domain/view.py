"""All that the address of a page holds: what is selected, how it is drawn, and which claim is open."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claimsdash.domain.errors import Problem, Severity
from claimsdash.domain.selection import Selection, read_address, write_address
from claimsdash.domain.unit_words import SCALES

TABS = ("time", "source", "revisions", "rates", "agreement", "table")
SORTS = ("value", "date", "interest")
LENGTHS = ("day", "week", "month", "year")
PANELS = ("claimant", "topic")
RULES = ("shared", "lowest", "best", "highest")
STREAMLITS_OWN = {"embed", "embed_options"}
_CHOICES = {
    "tab": TABS, "sort": SORTS, "marks": ("reports",), "log": ("1",), "band": ("1",), "panels": PANELS,
    "free": ("1",), "per": LENGTHS, "rule": RULES,
}  # fmt: skip  # several to a line
_SELECTED = {
    "topic", "claimant", "kind", "country", "outlet", "modality", "table",
    "as_of_from", "as_of_to", "reported_from", "reported_to", "known_on", "q",
}  # fmt: skip  # several to a line
_DRAWN = {"unit", "scale", "assume", "claim", "load", "of", "over", "on", "about", *_CHOICES}
_MULTIPLE = {"claimants": "claimant", "kinds": "kind", "countries": "country", "outlets": "outlet",
             "modalities": "modality", "tables": "table"}  # fmt: skip  # several to a line


@dataclass(frozen=True)
class View:
    """One state of a page, the same for everybody who opens its address.

    `unit` and `scale` are those of the axis, None for the topic's own; `assume` is the key of the assumption through
    which another dimension is shown; `every_report` draws each report and not each claim; `claim` is the claim_id or
    report_id whose card is open; `load` the version of the workspace that is read, None for the latest.
    `of` is the claimant whose revisions are shown; `over` the topic by which this one is
    divided, `per` the length of time of a rate; `rule` makes one figure of many, on the day `on`; `band` shows the
    pooled band; `about` is the topic whose revisions the page of a source shows. `panels` parts the timeline into small
    multiples by claimant or by topic, each on an axis of its own where `free`.
    """

    selection: Selection = field(default_factory=Selection)
    unit: str | None = None
    scale: int | None = None
    assume: str | None = None
    log: bool = False
    every_report: bool = False
    tab: str = "time"
    sort: str = "value"
    claim: str | None = None
    load: int | None = None
    of: str | None = None
    over: str | None = None
    per: str = "day"
    rule: str = "shared"
    on: date | None = None
    band: bool = False
    about: str | None = None
    panels: str | None = None
    free: bool = False

    def of_topic(self, topic: str | None) -> "View":
        """Return the view of another topic, with the filters kept and what belongs to the old topic left behind."""
        kept = replace(self.selection, topic=topic)
        drawn = View(kept, every_report=self.every_report, tab=self.tab, sort=self.sort, load=self.load)
        return replace(drawn, per=self.per, rule=self.rule, band=self.band, panels=self.panels, free=self.free)


@dataclass(frozen=True)
class Known:
    """The keys that an address may name: parameter to keys."""

    keys: Mapping[str, Collection[str]]


def write_view(view: View) -> dict[str, list[str]]:
    """Return the parameters of the address, defaults left out.

    >>> write_view(View(Selection(topic="troops"), log=True, claim="nis-2024"))
    {'topic': ['troops'], 'log': ['1'], 'claim': ['nis-2024']}
    """
    optional = {
        "unit": view.unit,
        "scale": str(view.scale) if view.scale else None,
        "assume": view.assume,
        "log": "1" if view.log else None,
        "marks": "reports" if view.every_report else None,
        "tab": view.tab if view.tab != "time" else None,
        "sort": view.sort if view.sort != "value" else None,
        "claim": view.claim,
        "load": None if view.load is None else str(view.load),
        "of": view.of,
        "over": view.over,
        "per": view.per if view.per != "day" else None,
        "rule": view.rule if view.rule != "shared" else None,
        "on": view.on.isoformat() if view.on else None,
        "band": "1" if view.band else None,
        "about": view.about,
        "panels": view.panels,
        "free": "1" if view.free else None,
    }
    return write_address(view.selection) | {name: [value] for name, value in optional.items() if value}


def read_view(parameters: Mapping[str, Sequence[str]], known: Known) -> tuple[View, list[Problem]]:
    """Read a view back from an address; whatever it cannot hold is named in a problem and does not restrict."""
    selection, problems = read_address(parameters)
    problems += [_unknown_parameter(name) for name in parameters if name not in _SELECTED | _DRAWN | STREAMLITS_OWN]
    selection, unknown = _known_only(selection, known)
    one = {name: values[-1] for name, values in parameters.items() if name in _DRAWN and values and values[-1]}
    one, unfit = _fitting(one, known)
    view = View(
        selection,
        unit=one.get("unit"),
        scale=int(one["scale"]) if "scale" in one else None,
        assume=one.get("assume"),
        log="log" in one,
        every_report="marks" in one,
        tab=one.get("tab", "time"),
        sort=one.get("sort", "value"),
        claim=one.get("claim"),
        load=int(one["load"]) if "load" in one else None,
        of=one.get("of"),
        over=one.get("over"),
        per=one.get("per", "day"),
        rule=one.get("rule", "shared"),
        on=date.fromisoformat(one["on"]) if "on" in one else None,
        band="band" in one,
        about=one.get("about"),
        panels=one.get("panels"),
        free="free" in one,
    )
    return view, problems + unknown + unfit


def _known_only(selection: Selection, known: Known) -> tuple[Selection, list[Problem]]:
    problems = []
    kept: dict[str, object] = {}
    for name, parameter in _MULTIPLE.items():
        values = getattr(selection, name)
        allowed = known.keys.get(parameter, ())
        kept[name] = tuple(value for value in values if value in allowed)
        problems += [_unknown_value(parameter, value) for value in values if value not in allowed]
    topic = selection.topic
    if topic is not None and topic not in known.keys.get("topic", ()):
        problems.append(_unknown_value("topic", topic))
        topic = None
    return replace(selection, topic=topic, **kept), problems  # type: ignore[arg-type]  # tuples of text, as built


def _fitting(one: dict[str, str], known: Known) -> tuple[dict[str, str], list[Problem]]:
    allowed: dict[str, Collection[str]] = {
        **_CHOICES,
        "scale": [str(scale) for scale in SCALES],
        "assume": known.keys.get("assume", ()),
        "load": known.keys.get("load", ()),
        "of": known.keys.get("claimant", ()),
        "over": known.keys.get("topic", ()),
        "about": known.keys.get("topic", ()),
    }
    unfit = [name for name, value in one.items() if name in allowed and value not in allowed[name]]
    unfit += [name for name in ("on",) if name in one and not _is_day(one[name])]
    fitting = {name: value for name, value in one.items() if name not in unfit}
    return fitting, [_unknown_value(name, one[name]) for name in unfit]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _unknown_value(parameter: str, value: str) -> Problem:
    return Problem(None, parameter, value, "is not known here", "Choose another; it is ignored.", Severity.WARNING)


def _unknown_parameter(name: str) -> Problem:
    return Problem(None, name, "", "is not part of an address here", "Take it out; it is ignored.", Severity.WARNING)
