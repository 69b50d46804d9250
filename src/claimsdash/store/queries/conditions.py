"""A selection as SQL conditions: the words of this module and nothing else become SQL, values are parameters."""

from claimsdash.domain.selection import Selection

LIST_COLUMNS = {
    "claimants": "claimant",
    "kinds": "claimant_kind",
    "countries": "claimant_country",
    "outlets": "outlet",
    "modalities": "modality",
    "tables": "table_id",
}
"""Fields of a selection that hold keys, and the columns that hold one of them."""

_DAYS = {
    "as_of_from": "(as_of_end >= :as_of_from OR (as_of_end IS NULL AND as_of_start IS NOT NULL))",
    "as_of_to": "(as_of_start <= :as_of_to OR (as_of_start IS NULL AND as_of_end IS NOT NULL))",
    "reported_from": "(reported_end >= :reported_from OR (reported_end IS NULL AND reported_start IS NOT NULL))",
    "reported_to": "(reported_start <= :reported_to OR (reported_start IS NULL AND reported_end IS NOT NULL))",
    "known_on": "reported_end <= :known_on",
}
"""Periods overlap the days; an end that is open overlaps everything on its side, a period without days nothing."""

_SEARCHED = "lower(concat_ws(chr(10), value_text, scope, speaker, notes))"


def conditions(selection: Selection) -> dict[str, str]:
    """Return field to SQL condition, for the fields that restrict; each names its parameters as `:field` or `:field_0`.

    >>> from datetime import date
    >>> conditions(Selection(claimants=("nis", "hur"), known_on=date(2024, 3, 1)))
    {'claimants': 'claimant IN (:claimants_0, :claimants_1)', 'known_on': 'reported_end <= :known_on'}
    """
    found = {} if selection.topic is None else {"topic": "topic = :topic"}
    for field in selection.active():
        if field in LIST_COLUMNS:
            names = ", ".join(f":{field}_{number}" for number in range(len(getattr(selection, field))))
            found[field] = f"{LIST_COLUMNS[field]} IN ({names})"
        elif field in _DAYS:
            found[field] = _DAYS[field]
        elif words := selection.text.split():
            found[field] = " AND ".join(
                f"{_SEARCHED} LIKE lower(:text_{number}) ESCAPE '!'" for number in range(len(words))
            )
    return found


def parameters(selection: Selection) -> dict[str, object]:
    """Return the values of the parameters that the conditions name.

    >>> parameters(Selection(topic="troops", text="50% Kursk"))
    {'topic': 'troops', 'text_0': '%50!%%', 'text_1': '%Kursk%'}
    """
    values: dict[str, object] = {} if selection.topic is None else {"topic": selection.topic}
    for field in selection.active():
        value = getattr(selection, field)
        if field in LIST_COLUMNS:
            values |= {f"{field}_{number}": key for number, key in enumerate(value)}
        elif field in _DAYS:
            values[field] = value
        else:
            values |= {f"text_{number}": f"%{_escape(word)}%" for number, word in enumerate(value.split())}
    return values


def all_of(found: dict[str, str], *, but: tuple[str, ...] = ()) -> str:
    """Join the conditions, those of some fields left out; none at all is TRUE."""
    return " AND ".join(f"({condition})" for field, condition in found.items() if field not in but) or "TRUE"


def _escape(word: str) -> str:
    """Make the signs that LIKE reads as wildcards stand for themselves, `!` being the escape."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
