"""Which column holds which field of a claim: by its name first, then by its cells."""

import re
from collections.abc import Collection, Iterable, Sequence

from claimsdash.intake.mapping.model import Part
from claimsdash.intake.mapping.period_words import DATE_NAMES
from claimsdash.intake.mapping.profiles import Kind, Profile
from claimsdash.intake.mapping.vocabulary import (
    BESIDE_WORDS,
    FIELD_WORDS,
    IDENTIFIER_NAMES,
    IDENTIFIER_WORDS,
    NO_SOURCES,
    QUALIFIER_WORDS,
)

_KINDS = {
    "since": Kind.DAYS,
    "as_of": Kind.DAYS,
    "reported_on": Kind.DAYS,
    "url": Kind.ADDRESSES,
    "archived_url": Kind.ADDRESSES,
}
_BY_NAME = (
    "value_text", "reported_on", "since", "as_of", "archived_url", "url", "claimant", "outlet", "speaker",
    "topic", "hedge",
)  # fmt: skip  # several to a line
_LONGEST_LABEL = 120
_USUAL_LABEL = 60
_MOST_TOPICS = 200
_MANY = 0.8


def find_fields(
    profiles: Sequence[Profile], split: Sequence[str] = (), no_claimants: Collection[str] = ()
) -> dict[str, Part]:
    """Return where the fields other than the figures stand; what has no field of its own goes into scope or notes.

    `split` are the columns that hold the year, month and day of one date, which counts where no other column does.
    `no_claimants` are columns that do not say who says the figures, whatever they are called.
    """
    kinds = (Kind.FIGURES, Kind.NOTHING)
    free = {profile.name: profile for profile in profiles if profile.kind not in kinds and profile.name not in split}
    found: dict[str, Part] = {}
    for field in _BY_NAME:
        columns = [one for one in free.values() if field != "claimant" or one.name not in no_claimants]
        named = _named(field, columns)
        if named and not (field == "topic" and len(free[named].texts) > _MOST_TOPICS):
            found[field] = Part((named,), reason=f"its name, {named}, says so")
            del free[named]
    _add_by_cells(found, free)
    if split and not {"as_of", "since"} & set(found):
        parts = "its name says so" if len(split) == 1 else "the parts of a date, side by side"
        found["as_of"] = Part(tuple(split), reason=parts)
    return found | _rest(free)


def find_qualifiers(profiles: Sequence[Profile]) -> list[str]:
    """Return the columns that hold words such as about or more beside a number."""
    return [
        profile.name
        for profile in profiles
        if profile.kind is Kind.WORDS
        and sum(text.lower() in QUALIFIER_WORDS for text in profile.texts) >= _MANY * len(profile.texts)
    ]


def _named(field: str, free: Iterable[Profile]) -> str | None:
    """Return the column whose name is one of the field's words, or has one as its beginning or end."""
    kind = _KINDS.get(field, Kind.WORDS)
    columns = [profile for profile in free if profile.kind is kind]
    for is_named in (_is_word, _holds_word):
        for word in (*FIELD_WORDS[field], *(DATE_NAMES if field == "as_of" else ())):
            found = next((profile.name for profile in columns if is_named(profile.plain, word)), None)
            if found:
                return found
    return None


def _is_word(plain: str, word: str) -> bool:
    return plain == word


def _holds_word(plain: str, word: str) -> bool:
    if word == "source" and NO_SOURCES & set(plain.split()):
        return False
    return len(word) > 3 and (plain.startswith(f"{word} ") or plain.endswith(f" {word}"))


def _add_by_cells(found: dict[str, Part], free: dict[str, Profile]) -> None:
    """Take a lone column of dates or addresses for what it must be, whatever its name."""
    for field, kind, what in (("as_of", Kind.DAYS, "dates"), ("url", Kind.ADDRESSES, "addresses")):
        columns = [profile.name for profile in free.values() if profile.kind is kind]
        if field not in found and len(columns) == 1:
            found[field] = Part((columns[0],), reason=f"the only column of {what} left")
            del free[columns[0]]
    if "since" in found and "as_of" not in found:
        found["as_of"] = found.pop("since")


def _rest(free: dict[str, Profile]) -> dict[str, Part]:
    """Put short words into scope, and identifiers, long texts and the like into notes."""
    scope = [profile.name for profile in free.values() if _is_scope(profile)]
    notes = [name for name in free if name not in scope]
    parts = {}
    if scope:
        parts["scope"] = Part(tuple(scope), reason="words that tell the rows apart")
    if notes:
        parts["notes"] = Part(tuple(notes), reason="kept beside the figures, with the names of the columns")
    return parts


def _is_scope(profile: Profile) -> bool:
    if profile.kind is not Kind.WORDS or profile.plain in (*FIELD_WORDS["notes"], *BESIDE_WORDS):
        return False
    has_digits = sum(any(map(str.isdigit, text)) for text in profile.texts) * 2 > len(profile.texts)
    if has_digits and _is_called_identifier(profile):
        return False
    lengths = [len(text) for text in profile.texts]
    return max(lengths) <= _LONGEST_LABEL and sum(lengths) / len(lengths) <= _USUAL_LABEL


def _is_called_identifier(profile: Profile) -> bool:
    if not profile.words:
        return False
    by_ending = profile.words[-1] in IDENTIFIER_WORDS or re.search(r"\b(?:number|id)$", profile.plain)
    return profile.plain in IDENTIFIER_NAMES or bool(by_ending)
