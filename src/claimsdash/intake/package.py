"""The side tables of a data package: topics, sources, assumptions, relations, events, units, declared problems."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from claimsdash.domain.assumption import Assumption
from claimsdash.domain.claim import Basis, Interest, SourceKind
from claimsdash.domain.dates import DateError, read_edtf
from claimsdash.domain.errors import ClaimsdashError, Problem, Severity
from claimsdash.domain.relation import Relation
from claimsdash.domain.units import UnitError, Units, load_units
from claimsdash.domain.wording import VAGUE_WORDS, VagueTable, VagueTableError, read_vague_table
from claimsdash.intake.side_table import RowType, read_side_table

FILES = {
    "topics": "topics.csv",
    "sources": "sources.csv",
    "assumptions": "assumptions.csv",
    "events": "events.csv",
    "relations": "relations.csv",
    "known_problems": "known_problems.csv",
    "vague_words": "vague_words.csv",
    "units": "units.txt",
    "claims": "claims.csv",
}
"""What is read beside datapackage.json, and under which name."""

_NEEDED = ("topics", "sources", "units", "claims")


class PackageError(ClaimsdashError):
    """A folder that is no data package of claims."""


class Growth(StrEnum):
    """How the value of a topic may move."""

    CUMULATIVE = "cumulative"
    """A running total, which can only grow."""
    LEVEL = "level"
    SHARE = "share"


@dataclass(frozen=True)
class Topic:
    """A measured thing, and the question that its claims answer; limits are in `unit`, None where there is none.

    `scope` is that of the claims that answer the question as a whole, blank where all do.
    """

    key: str
    question: str
    unit: str
    basis: Basis
    title: str = ""
    low_limit: float | None = None
    high_limit: float | None = None
    growth: Growth = Growth.LEVEL
    group: str = ""
    order: int = 0
    scope: str = ""


@dataclass(frozen=True)
class Source:
    """Somebody who asserts, prints or passes on numbers; `country` is ISO 3166 alpha-2, blank for groups."""

    key: str
    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    country: str = ""
    interest: Interest = Interest.UNKNOWN
    roles: str = ""
    note: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened on a day or over a span (EDTF)."""

    date: str
    label: str
    url: str = ""


@dataclass(frozen=True)
class KnownProblem:
    """A problem that the check will find and that is right as it is: where, how its reason begins, and why."""

    report_id: str
    column: str
    note: str
    reason: str = ""


@dataclass(frozen=True)
class Package:
    """A data package of claims, its claims still as bytes.

    `problems` are those of the side tables; a row with an error in it is not in its table.
    """

    name: str
    title: str
    version: str
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    assumptions: Mapping[str, Assumption]
    events: tuple[Event, ...]
    known_problems: tuple[KnownProblem, ...]
    units_text: str
    units: Units = field(repr=False, compare=False)
    claims: bytes = field(repr=False)
    problems: tuple[Problem, ...] = ()
    vague_words: VagueTable = field(default=VAGUE_WORDS, repr=False, compare=False)
    relations: tuple[Relation, ...] = ()

    def with_vague_words(self, text: str) -> "Package":
        """Return the package with the vague words of a CSV text (word, low, high, said_by) laid over its own.

        Raises VagueTableError, naming the line.
        """
        return replace(self, vague_words=read_vague_table(text, base=self.vague_words))


def read_package(folder: Path) -> Package:
    """Read the data package in a folder.

    Raises PackageError where it is none: without datapackage.json, topics, sources, units or claims.
    """
    names = ["datapackage.json", *FILES.values()]
    return package_of({name: (folder / name).read_bytes() for name in names if (folder / name).is_file()})


def package_of(files: Mapping[str, bytes]) -> Package:
    """Put a package together from the bytes of its files, by name; see `read_package`."""
    about = _read_descriptor(files)
    units_text, units = _read_units(files)
    topics, topic_problems = _read(files, "topics", Topic)
    sources, source_problems = _read(files, "sources", Source)
    assumptions, assumption_problems = _read(files, "assumptions", Assumption)
    events, event_problems = _read(files, "events", Event)
    known_problems, known_problem_problems = _read(files, "known_problems", KnownProblem)
    relations, relation_problems = _read(files, "relations", Relation)
    return Package(
        **about,
        topics={topic.key: topic for topic in topics},
        sources={source.key: source for source in sources},
        assumptions={assumption.key: assumption for assumption in assumptions},
        events=tuple(events),
        known_problems=tuple(known_problems),
        units_text=units_text,
        units=units,
        claims=files[FILES["claims"]],
        relations=tuple(relations),
        problems=(
            *(*topic_problems, *source_problems, *assumption_problems, *event_problems, *known_problem_problems),
            *_unknown_units("topics", ((topic.key, topic.unit) for topic in topics), units),
            *_unknown_units("assumptions", _units_of(assumptions), units),
            *relation_problems,
            *_unknown_topics(relations, {topic.key for topic in topics}),
            *_unread_dates(events),
            *_unknown_speakers(assumptions, {source.key for source in sources}),
        ),
        vague_words=_read_vague_words(files),
    )


def _units_of(assumptions: Iterable[Assumption]) -> Iterator[tuple[str, str]]:
    """Yield the units that assumptions lead from and to, each behind the key of its assumption."""
    return ((one.key, unit) for one in assumptions for unit in (one.from_unit, one.to_unit))


def _read(files: Mapping[str, bytes], table: str, row_type: type[RowType]) -> tuple[list[RowType], list[Problem]]:
    return read_side_table(files.get(FILES[table], b""), FILES[table], row_type)


def _read_descriptor(files: Mapping[str, bytes]) -> dict[str, str]:
    missing = [name for name in ("datapackage.json", *(FILES[kind] for kind in _NEEDED)) if name not in files]
    if missing:
        raise PackageError(f"This is no data package of claims: it lacks {', '.join(missing)}.")
    try:
        about = json.loads(files["datapackage.json"])
        name = about["name"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise PackageError("datapackage.json is not the JSON object of a data package with a name.") from error
    return {"name": str(name), "title": str(about.get("title", name)), "version": str(about.get("version", ""))}


def _read_units(files: Mapping[str, bytes]) -> tuple[str, Units]:
    try:
        text = files[FILES["units"]].decode("utf-8-sig")
        return text, load_units(text)
    except (UnicodeDecodeError, UnitError) as error:
        raise PackageError(f"{FILES['units']} cannot be read: {error}") from error


def _read_vague_words(files: Mapping[str, bytes]) -> VagueTable:
    """Return the vague words in force, those of the package's own table first; a package needs none."""
    content = files.get(FILES["vague_words"])
    try:
        return VAGUE_WORDS if content is None else read_vague_table(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, VagueTableError) as error:
        raise PackageError(f"{FILES['vague_words']} cannot be read: {error}") from error


def _unknown_units(table: str, units_by_key: Iterable[tuple[str, str]], units: Units) -> Iterator[Problem]:
    for key, unit in units_by_key:
        try:
            units.check(unit)
        except UnitError as error:
            yield Problem(None, "unit", unit, f"is the unit of {key}: {error}", "Correct it.", file=FILES[table])


def _unknown_topics(relations: Iterable[Relation], keys: set[str]) -> Iterator[Problem]:
    for relation in relations:
        for column, key in (("part", relation.part), ("whole", relation.whole)):
            if key not in keys:
                yield Problem(
                    None, column, key, "is not a key of topics.csv", "Correct it.", Severity.WARNING, FILES["relations"]
                )


def _unread_dates(events: Iterable[Event]) -> Iterator[Problem]:
    for event in events:
        try:
            read_edtf(event.date)
        except DateError as error:
            yield Problem(None, "date", event.date, error.reason, error.remedy, file=FILES["events"])


def _unknown_speakers(assumptions: Iterable[Assumption], keys: set[str]) -> Iterator[Problem]:
    for assumption in assumptions:
        if assumption.said_by not in keys:
            reason, remedy = "is not a key of sources.csv", "Add the source."
            yield Problem(None, "said_by", assumption.said_by, reason, remedy, Severity.WARNING, FILES["assumptions"])
