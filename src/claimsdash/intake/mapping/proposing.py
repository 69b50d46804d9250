"""A table to a proposal of how it becomes claims: every guess with its reason, every doubt as a question."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from claimsdash.intake.mapping.asking import ask_about_table, ask_claimant, ask_claimant_columns, settle
from claimsdash.intake.mapping.days import looks_like_serial
from claimsdash.intake.mapping.fields import find_fields, find_qualifiers
from claimsdash.intake.mapping.headings import plain_name, slug, without_unit
from claimsdash.intake.mapping.kinds import settle_kinds
from claimsdash.intake.mapping.measures import Figures, find_figures
from claimsdash.intake.mapping.model import NOTHING_CHOSEN, Choices, Measure, Part, Question, TableMapping
from claimsdash.intake.mapping.profiles import Kind, Profile, profile_columns
from claimsdash.intake.mapping.reading_style import ask_about_days, ask_about_figures, ask_weeks, day_style
from claimsdash.intake.mapping.settling_units import find_units
from claimsdash.intake.mapping.split_days import find_split_days, kind_of, months_without_year
from claimsdash.intake.mapping.unit_columns import find_unit_columns
from claimsdash.intake.mapping.vocabulary import CUMULATIVE_WORDS, FLOW_WORDS
from claimsdash.intake.package import Package
from claimsdash.intake.raw import RawTable

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

_NO_TITLES = frozenset(
    ["contents", "back to contents", "return to contents", "index", "back to index", "table of contents", "inhalt"]
)
"""What stands above a table as a link, and is not its title."""


@dataclass
class Draft:
    """A proposal in the making: what the table shows, and the questions and answers so far."""

    raw: RawTable
    package: Package
    choices: Choices
    profiles: tuple[Profile, ...]
    questions: list[Question] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)

    def ask(self, question: Question) -> str | None:
        """Add a question and return its answer: as chosen, else as proposed."""
        self.questions.append(question)
        answer = settle(question, self.choices)
        if answer is not None:
            self.answers[question.key] = answer
        return answer

    @property
    def units(self) -> tuple[str, ...]:
        """The units that the package knows."""
        return self.package.units.names

    @property
    def title(self) -> str:
        """What the table is called: its title, else its file."""
        titles = [text for text in self.raw.layout.titles if text.lower().strip(" <>«»") not in _NO_TITLES]
        return titles[0] if titles else PurePosixPath(self.raw.name.replace("\\", "/")).stem

    @property
    def topic(self) -> str:
        """The topic of figures whose column does not say what they are."""
        return slug(without_unit(self.title, self.units)[0]) or "table"


def propose(
    raw: RawTable, package: Package, choices: Choices = NOTHING_CHOSEN, asked: Sequence[Question] = ()
) -> TableMapping:
    """Propose how a table becomes claims; what `choices` settle is taken from there.

    `asked` are the questions that arose before: which of several tables this is.
    """
    draft = Draft(raw, package, choices, tuple(_keep(profile, choices) for profile in profile_columns(raw)))
    for question in asked:
        draft.ask(question)
    split = find_split_days(draft.profiles)
    others = settle_kinds([one for one in draft.profiles if one.name not in split], draft.ask)
    draft.profiles = _in_order(raw, others, [one for one in draft.profiles if one.name in split])
    _ask_reading(draft, split)
    fields = find_fields(draft.profiles, split, ask_claimant_columns(draft))
    figures = find_figures(draft.profiles, draft.units, day_style(draft.answers))
    units = find_units(draft, figures, fields.get("topic", Part()))
    measures = _measures(draft, figures, units, fields)
    fields = _shared_fields(draft, fields, figures)
    measures = ask_about_table(draft, fields, figures, measures)
    fields, measures = _overrule(draft, fields, measures)
    if "claimant" not in fields and not all("claimant" in measure.fields for measure in measures):
        fields |= ask_claimant(draft)
    return TableMapping(fields, measures, tuple(draft.questions), draft.answers, _left_out(draft, fields, measures))


def _keep(profile: Profile, choices: Choices) -> Profile:
    return replace(profile, kind=Kind.NOTHING) if profile.name in choices.left_out else profile


def _in_order(raw: RawTable, others: Sequence[Profile], split: Sequence[Profile]) -> tuple[Profile, ...]:
    """Return all profiles in the order of the columns, those of split dates as dates."""
    by_name = {one.name: one for one in others} | {one.name: replace(one, kind=Kind.DAYS) for one in split}
    return tuple(by_name[name] for name in raw.columns)


def _ask_reading(draft: Draft, split: Sequence[str]) -> None:
    """Ask how figures and dates are to be read: of cells, and of the names of columns."""
    days = [profile for profile in draft.profiles if profile.kind is Kind.DAYS and profile.name not in split]
    texts = [text for profile in days for text in profile.texts]
    headers = [part for name in draft.raw.columns for part in name.split(" / ") if not looks_like_serial(part)]
    hints = sorted({int(year) for text in (draft.title, draft.raw.name) for year in _YEAR.findall(text)})
    no_year = months_without_year(draft.profiles, split)
    for question in (*ask_about_figures(draft.profiles), *ask_about_days([*texts, *headers], hints, no_year)):
        draft.ask(question)
    if any(kind_of(name) == "week" for name in split):
        draft.ask(ask_weeks())


def _measures(
    draft: Draft, figures: Sequence[Figures], units: Mapping[str, Part], fields: Mapping[str, Part]
) -> tuple[Measure, ...]:
    title_scale = next((scale for text in draft.raw.layout.titles if (scale := without_unit(text, draft.units)[2])), "")
    qualifiers = _qualifiers(draft, figures)
    measures = []
    for one in figures:
        own: dict[str, Part] = {}
        if one.heading.period:
            own["as_of"] = Part(constant=one.heading.period, reason=f"its name has the date {one.heading.period}")
        if one.group in units:
            own["unit"] = units[one.group]
        if "topic" not in fields:
            own["topic"] = _topic(draft, one, len({other.group for other in figures}))
        own |= _bounds(one) | _basis(one) | _hedge(one)
        if one.profile.name in qualifiers:
            own["qualifier"] = Part(
                (qualifiers[one.profile.name],), reason="words of how firm the number is, beside it"
            )
        is_share = own.get("unit", Part()).constant in ("percent", "ratio")
        scale = "" if is_share else one.heading.scale or title_scale
        reason = "a column of numbers" + (f", in {scale}s" if scale else "")
        measures.append(Measure(one.profile.name, own, reason, scale, one.group))
    return tuple(measures)


def _topic(draft: Draft, one: Figures, groups: int) -> Part:
    """Return the topic of a column: its own name, or the table's where the name is but Value or a date."""
    by_name = {topic.title.lower(): key for key, topic in draft.package.topics.items()}
    own = slug(one.label)
    if one.is_generic and groups > 1 and one.heading.unit:
        return Part(constant=f"{draft.topic}_{one.heading.unit.lower()}"[:80], reason="the table, in this unit")
    if one.is_generic:
        return Part(constant=draft.topic, reason="the table's title or file, as the column does not say")
    key = by_name.get(one.label.lower(), own)
    return Part(constant=key or draft.topic, reason="the name of the column")


def _bounds(one: Figures) -> dict[str, Part]:
    if not one.low:
        return {}
    reason = "its name says that it bounds the number"
    return {"low": Part((one.low,), reason=reason), "high": Part((one.high,), reason=reason)}


def _hedge(one: Figures) -> dict[str, Part]:
    if not one.heading.flag:
        return {}
    return {"hedge": Part(constant=one.heading.flag, reason="a letter behind the year says so")}


def _basis(one: Figures) -> dict[str, Part]:
    """Return whether numbers are running totals or those of one day, where the name says so."""
    plain = f" {one.group} "
    for basis, words in (("cumulative", CUMULATIVE_WORDS), ("flow", FLOW_WORDS)):
        word = next((word for word in words if f" {word} " in plain), None)
        if word:
            return {"basis": Part(constant=basis, reason=f"its name has the word {word}")}
    return {}


def _qualifiers(draft: Draft, figures: Sequence[Figures]) -> dict[str, str]:
    """Return for each column of numbers the column of qualifiers of its name, else beside it."""
    names = list(draft.raw.columns)
    found: dict[str, str] = {}
    for column in find_qualifiers(draft.profiles):
        place, plain = names.index(column), plain_name(column)
        near = sorted(
            figures,
            key=lambda one: (one.profile.plain not in plain, abs(names.index(one.profile.name) - place)),
        )
        if near:
            found.setdefault(near[0].profile.name, column)
    return found


def _shared_fields(draft: Draft, fields: dict[str, Part], figures: Sequence[Figures]) -> dict[str, Part]:
    """Give the column of units its field, take those of qualifiers out of the rest, keep numbers that go beside."""
    unit = find_unit_columns(draft.profiles, draft.units)
    taken = set(unit.columns) if unit else set()
    taken |= set(_qualifiers(draft, figures).values())
    shared = {}
    for name, part in fields.items():
        columns = tuple(column for column in part.columns if column not in taken)
        if columns:
            shared[name] = replace(part, columns=columns)
    if unit:
        shared["unit"] = unit
    return _without_twins(draft, shared)


def _without_twins(draft: Draft, fields: dict[str, Part]) -> dict[str, Part]:
    """Leave a column out of scope whose cells repeat the claimant."""
    claimant = fields.get("claimant", Part()).columns
    if not claimant or "scope" not in fields:
        return fields
    cells = draft.raw.rows[claimant[0]]
    columns = tuple(name for name in fields["scope"].columns if not draft.raw.rows[name].equals(cells.rename(name)))
    rest = {name: part for name, part in fields.items() if name != "scope"}
    return {**rest, "scope": replace(fields["scope"], columns=columns)} if columns else rest


def _overrule(
    draft: Draft, fields: dict[str, Part], measures: tuple[Measure, ...]
) -> tuple[dict[str, Part], tuple[Measure, ...]]:
    """Let what was chosen stand in place of what was found: for all claims, and for single columns."""
    chosen = draft.choices
    several = len({measure.group for measure in measures}) > 1
    changed = []
    for measure in measures:
        own = {name: part for name, part in measure.fields.items() if name not in chosen.fields}
        if "topic" in chosen.fields and several and measure.group:
            own.setdefault("scope", Part(constant=measure.group, reason="the name of the column"))
        changed.append(replace(measure, fields={**own, **chosen.measures.get(measure.column, {})}))
    return {**fields, **chosen.fields}, tuple(changed)


def _left_out(draft: Draft, fields: Mapping[str, Part], measures: Sequence[Measure]) -> dict[str, str]:
    """Say of each column without a use why."""
    used = {name for part in fields.values() for name in part.columns} | {measure.column for measure in measures}
    used |= {name for measure in measures for part in measure.fields.values() for name in part.columns}
    reasons = {}
    for profile in draft.profiles:
        if profile.name in draft.choices.left_out:
            reasons[profile.name] = "left out, as chosen"
        elif profile.name not in used:
            is_empty = profile.kind is Kind.NOTHING
            reasons[profile.name] = "has no cell with anything in it" if is_empty else "says what another column says"
    return reasons
