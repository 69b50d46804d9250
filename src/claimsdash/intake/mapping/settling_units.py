"""The unit of every measure of a table: found from its names and cells, else asked for, once for all of a kind."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claimsdash.intake.mapping.headings import is_unit_named, slug, without_unit, words_of
from claimsdash.intake.mapping.measures import Figures
from claimsdash.intake.mapping.model import Part
from claimsdash.intake.mapping.reading_style import mark_for
from claimsdash.intake.mapping.unit_columns import holds_units
from claimsdash.intake.mapping.units import (
    BY_TOPIC,
    CURRENCY,
    FRACTION,
    PERCENT,
    Amounts,
    Clues,
    amounts_of,
    ask_currency,
    ask_percent,
    ask_unit,
    find_opinions,
    find_unit,
)
from claimsdash.intake.mapping.vocabulary import COUNTED, POLL_WORDS

if TYPE_CHECKING:
    from claimsdash.intake.mapping.proposing import Draft


def find_units(draft: "Draft", figures: Sequence[Figures], topic: Part) -> dict[str, Part]:
    """Return the unit of each group of columns, asking where it has to be asked.

    `topic` is the column of what is measured, if there is one: its cells may name the units.
    """
    marks = {one.profile.name: mark_for(one.profile, draft.answers) for one in figures}
    groups: dict[str, list[Figures]] = {}
    for one in figures:
        groups.setdefault(one.group, []).append(one)
    amounts = {group: amounts_of([one.profile for one in ones], marks) for group, ones in groups.items()}
    title_unit = next((unit for text in draft.raw.layout.titles if (unit := without_unit(text, draft.units)[1])), "")
    table_words = tuple(words_of(draft.title)) + tuple(word for name in draft.raw.columns for word in words_of(name))
    opinions = find_opinions(list(groups), amounts, is_poll=bool(POLL_WORDS & set(table_words)))
    found: dict[str, tuple[Part, str | None]] = {}
    for group, ones in groups.items():
        heading = ones[0].heading
        words = tuple(words_of(draft.title if ones[0].is_generic else heading.label))
        is_opinion = group in opinions
        clues = Clues(words, heading.unit, title_unit, table_words, draft.units, is_opinion, heading.unknown_unit)
        found[group] = find_unit(clues, amounts[group])
    if topic.columns and not _has_unit(draft):
        found = _by_topic(draft, topic.columns[0], found)
    return _settle_units(draft, groups, amounts, found)


def _by_topic(
    draft: "Draft", column: str, found: dict[str, tuple[Part, str | None]]
) -> dict[str, tuple[Part, str | None]]:
    """Take the unit of each row from what it measures, where nothing else gives it: "GDP growth (annual %)".

    Where some of these name a unit and others do not, nothing is taken for counted things: it is asked.
    """
    free = [group for group, (part, asked) in found.items() if asked == "unit" or part.constant == COUNTED]
    texts = draft.raw.rows[column].str.strip().unique()
    named = [is_unit_named(str(text), draft.units) for text in texts if text]
    if not free or not any(named):
        return found
    part = Part((column,), reason="what is measured names its unit")
    asked = None if all(named) else "unit"
    return {**found, **dict.fromkeys(free, (part, asked))}


def _settle_units(
    draft: "Draft",
    groups: Mapping[str, list[Figures]],
    amounts: Mapping[str, Amounts],
    found: Mapping[str, tuple[Part, str | None]],
) -> dict[str, Part]:
    """Ask once for all shares and once for all sums of money, and for each unit that is not known at all."""
    settled = {group: part for group, (part, asked) in found.items() if asked is None}
    asked = {kind: [group for group, (_, one) in found.items() if one == kind] for kind in (PERCENT, CURRENCY, "unit")}
    if asked[PERCENT]:
        names = [groups[group][0].profile.name for group in asked[PERCENT]]
        example = max(amounts[asked[PERCENT][0]].values, key=abs)
        is_fraction = draft.ask(ask_percent(names, example)) == FRACTION
        unit = "ratio" if is_fraction else "percent"
        settled |= {group: Part(constant=unit, reason="a share between 0 and 1") for group in asked[PERCENT]}
    if asked[CURRENCY] and not _has_unit(draft):
        names = [groups[group][0].profile.name for group in asked[CURRENCY]]
        unit = draft.ask(ask_currency(names, draft.units, None)) or ""
        settled |= {group: Part(constant=unit, reason="sums of money") for group in asked[CURRENCY]}
    for group in () if _has_unit(draft) else asked["unit"]:
        one = groups[group][0]
        shown = next((figure.core for figure in one.profile.figures), "")
        label = one.heading.label or one.profile.name
        by_topic = found[group][0]
        question = ask_unit(label, f"unit:{slug(label)}", draft.units, shown, by_topic=bool(by_topic.columns))
        answer = draft.ask(question) or ""
        settled[group] = by_topic if answer == BY_TOPIC else Part(constant=answer, reason="as answered")
    return settled


def _has_unit(draft: "Draft") -> bool:
    if "unit" in draft.choices.fields:
        return True
    return any(holds_units(profile, draft.units) for profile in draft.profiles)
