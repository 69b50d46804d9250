"""Questions about the table as a whole: who claims, what its columns are side by side, totals, names."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from claimsdash.intake.checking.texts import skeleton
from claimsdash.intake.leftovers import TOTAL_REASON
from claimsdash.intake.mapping.crossed import Crossing, ask_crossed, cross, find_crossings
from claimsdash.intake.mapping.headings import slug, words_of
from claimsdash.intake.mapping.measures import Figures
from claimsdash.intake.mapping.model import Choices, Measure, Option, Part, Question
from claimsdash.intake.mapping.name_marks import ask_name_marks
from claimsdash.intake.mapping.profiles import Kind, Profile
from claimsdash.intake.mapping.running_up import ask_basis
from claimsdash.intake.mapping.vocabulary import (
    COUNTED,
    INSTITUTION_WORDS,
    SOURCE_HINTS,
    SPENDING_WORDS,
    WEAK_CLAIMANT_NAMES,
)

if TYPE_CHECKING:
    from claimsdash.intake.mapping.proposing import Draft

CLAIMANT, ACROSS, TOTALS = "claimant", "across", "totals"
_SOURCE_NOTE = re.compile(r"^\s*[0-9*]?\s*(?:data )?source(?:s|\(s\))?\s*[:\-–]\s*([^|;,.(]{3,80})", re.IGNORECASE)
_MOST_NAMES = 300
_ALIKE = 0.9
_SHORTEST_ALIKE = 5


def settle(question: Question, choices: Choices) -> str | None:
    """Return the answer to a question: as chosen, else as proposed, else None."""
    chosen = choices.answers.get(question.key, "")
    return chosen.strip() if question.allows(chosen) else question.proposal


def ask_claimant(draft: "Draft") -> dict[str, Part]:
    """Ask who says all this; a note such as "Source: ..." is a proposal."""
    noted = (_SOURCE_NOTE.match(one.text) for one in draft.raw.layout.dropped)
    proposal = next((found[1].strip() for found in noted if found), None)
    known = [source for source in draft.package.sources.values() if "claimant" in source.roles]
    options = tuple(Option(source.key, source.name) for source in known[:60])
    seen = f"a note says so: {proposal}" if proposal else "no column says it"
    asks = "Who says these figures?"
    answer = draft.ask(Question(CLAIMANT, asks, seen, options, proposal, may_be_typed=True))
    return {"claimant": Part(constant=answer, reason=seen if proposal else "as answered")} if answer else {}


def ask_claimant_columns(draft: "Draft") -> list[str]:
    """Ask of columns called Entity and the like whether they say who says the figures; return those that do not."""
    return [one.name for one in draft.profiles if _is_weak(one) and draft.ask(_claimant_column(draft, one)) == "no"]


def _is_weak(profile: Profile) -> bool:
    return profile.kind is Kind.WORDS and profile.plain in WEAK_CLAIMANT_NAMES


def _claimant_column(draft: "Draft", profile: Profile) -> Question:
    """Propose yes in a table of spending, and where half of the cells are known sources or named as institutions."""
    known = {skeleton(name) for key, one in draft.package.sources.items() for name in (key, one.name)}
    texts = profile.texts[:_MOST_NAMES]
    hints = SOURCE_HINTS | INSTITUTION_WORDS
    named = [text for text in texts if skeleton(text) in known or hints & set(words_of(text))]
    is_spending = any(SPENDING_WORDS & set(one.words) for one in draft.profiles)
    options = (
        Option("yes", "those who say the figures"),
        Option("no", "what the figures are about, such as places or groups"),
    )
    proposal = "yes" if is_spending or len(named) * 2 >= len(texts) else "no"
    asks = f"What are the names under {profile.name[:40]}?"
    seen = ", ".join(text[:30] for text in texts[:3])
    return Question(f"claimant_column:{slug(profile.name)}", asks, seen, options, proposal, is_sure=is_spending)


def ask_about_table(
    draft: "Draft", fields: Mapping[str, Part], figures: Sequence[Figures], measures: tuple[Measure, ...]
) -> tuple[Measure, ...]:
    """Ask what the columns are beside each other, whether numbers run up, and about totals and names."""
    measures = _ask_across(draft, fields, figures, measures)
    measures = ask_basis(draft, fields, figures, measures)
    _ask_totals(draft)
    _ask_names(draft, fields)
    return measures


def _ask_across(
    draft: "Draft", fields: Mapping[str, Part], figures: Sequence[Figures], measures: tuple[Measure, ...]
) -> tuple[Measure, ...]:
    """Ask whether columns are measures, sources or places, where their names are of none of the measures known."""
    labels = {one.profile.name: one.heading.label for one in figures}
    crossings = find_crossings(labels)
    if crossings and "topic" not in fields:
        return _ask_crossed(draft, fields, crossings, measures)
    groups = dict.fromkeys(one.group for one in figures if one.group)
    keys = _sources(draft, labels)
    unknown = [m for m in measures if m.fields.get("unit", Part()).constant == COUNTED and m.group]
    is_asked = len(groups) > 1 and "claimant" not in fields and len(unknown) == len(measures)
    if len(set(keys.values())) < 2 and not is_asked:
        return measures
    answer = draft.ask(_across(list(dict.fromkeys(labels.values())), groups, found=len(set(keys.values())) > 1))
    if answer == "measures":
        return measures
    field = "claimant" if answer == "sources" else "scope"
    names = {**labels, **keys}
    topic = Part(constant=draft.topic, reason="the table's title or file")
    return tuple(
        replace(m, fields={**m.fields, "topic": topic, field: Part(constant=names[m.column], reason=_NAMED)})
        for m in measures
    )


def _ask_crossed(
    draft: "Draft", fields: Mapping[str, Part], crossings: Mapping[str, Crossing], measures: tuple[Measure, ...]
) -> tuple[Measure, ...]:
    """Ask what the columns cross their measures with."""
    known = {name.lower() for key, one in draft.package.sources.items() for name in (key, one.name)}
    answer = draft.ask(ask_crossed(crossings, known, has_claimant="claimant" in fields))
    if answer not in ("sources", "places"):
        return measures
    return cross(measures, crossings, "claimant" if answer == "sources" else "scope")


_NAMED = "the name of the column"


def _across(labels: Sequence[str], groups: Collection[str], *, found: bool) -> Question:
    """Return the question what columns of these labels are; `found` says that they are known sources."""
    options = (
        Option("measures", f"measures: one topic for each, such as {next(iter(groups))}"),
        Option("sources", "sources: each column is what one of them says"),
        Option("places", "places or kinds: one topic, told apart by the scope"),
    )
    hinted = sum(bool(SOURCE_HINTS & set(words_of(label))) for label in labels)
    proposal = "sources" if found or hinted * 2 >= len(labels) else "measures"
    asks = "What are the columns beside each other?"
    return Question(ACROSS, asks, ", ".join(labels[:5]), options, proposal, is_sure=found)


def _sources(draft: "Draft", labels: Mapping[str, str]) -> dict[str, str]:
    """Return the columns that are named like a source of the package, with its key."""
    keys = {skeleton(name): key for key, one in draft.package.sources.items() for name in (key, one.name)}
    return {column: keys[skeleton(label)] for column, label in labels.items() if skeleton(label) in keys}


def _ask_totals(draft: "Draft") -> None:
    totals = [one for one in draft.raw.layout.dropped if one.reason == TOTAL_REASON]
    if totals:
        options = (Option("leave_out", "leave them out"), Option("keep", "read them as rows"))
        lines = ", ".join(str(one.line) for one in totals[:5])
        asks = "What of the rows of totals?"
        draft.ask(Question(TOTALS, asks, f"line {lines}: {totals[0].text}", options, "leave_out"))


def _ask_names(draft: "Draft", fields: Mapping[str, Part]) -> None:
    """Ask about marks of footnotes behind names, and about names of claimants that look alike."""
    columns = [name for field in ("claimant", "scope", "outlet") for name in fields.get(field, Part()).columns]
    ask_name_marks(draft, columns)
    for column in fields.get("claimant", Part()).columns:
        texts = list(dict.fromkeys(text.strip() for text in draft.raw.rows[column] if text.strip()))
        for one, other in _alike(texts):
            options = (Option("apart", "two names"), Option("same", f"write {other} for {one}"))
            asks = f"Are {one[:40]} and {other[:40]} the same?"
            draft.ask(Question(f"same:{one}={other}", asks, f"both under {column}", options, "apart", is_sure=False))


def _alike(names: Sequence[str]) -> list[tuple[str, str]]:
    found = []
    for one, other in combinations(names[:_MOST_NAMES], 2):
        first, second = skeleton(one), skeleton(other)
        if first == second or (
            min(len(first), len(second)) >= _SHORTEST_ALIKE
            and abs(len(first) - len(second)) <= 2
            and not any(letter.isdigit() for letter in first + second)
            and SequenceMatcher(None, first, second).ratio() > _ALIKE
        ):
            found.append((one, other))
    return found[:20]
