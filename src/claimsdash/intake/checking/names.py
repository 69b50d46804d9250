"""Topics and sources of a table against those of the package: known, new, or new and like a known one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
import pandas as pd

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking.distinct import Fault, first_rows, shown, spread_texts
from claimsdash.intake.checking.texts import skeleton
from claimsdash.intake.package import Package

_NEAREST_SOUGHT = 200
"""New names for which the nearest known one is looked up: more of them are another vocabulary, not slips."""
_OF_ONE_NAME = 0.92
"""From this share of letters in common on, two new names may be one: Defence and Defense, and not party A and B."""
_SHORTEST = 8


@dataclass(frozen=True)
class Names:
    """The keys of a column, row by row, and warnings for those that the package lacks."""

    keys: pd.Series
    problems: list[Problem]


class NameBook:
    """The names of one column against those known, piece by piece of a table.

    A new name is reported once, at its first row; names are never merged because they look alike, but that they do is
    said.
    """

    def __init__(self, column: str, known: Mapping[str, str]) -> None:
        """Take the column, and key to name of those that are known."""
        self._column, self._known = column, known
        self._keys_by_name = {name: key for key, name in known.items()}
        self._by_shape = _by_shape((*known, *known.values()))
        self._new: set[str] = set()

    def match(self, cells: pd.Series, lines: np.ndarray) -> Names:
        """Return the key for each cell: itself where it is one or is new, the key of a name that is given in full."""
        codes, distinct = pd.factorize(cells)
        resolved = [text if text in self._known else self._keys_by_name.get(text, text) for text in distinct]
        rows = first_rows(codes)
        problems = []
        for code, key in enumerate(resolved):
            if key not in self._known and key not in self._new:
                near = self._alike(key) or self._near(key)
                problems.append(_new(self._column, near).on(int(lines[rows[code]]), key))
                self._new.add(key)
        return Names(spread_texts(resolved, codes), problems)

    def _alike(self, name: str) -> str | None:
        """Return another name, known or new, that a reader would take for this one."""
        shape = skeleton(name)
        other = self._by_shape.setdefault(shape, name) if shape else name
        return None if other == name else other

    def _near(self, name: str) -> str | None:
        if len(self._new) >= _NEAREST_SOUGHT:
            return None
        near = get_close_matches(name[:100], [*self._known, *self._known.values()], n=1, cutoff=0.85)
        near = near or get_close_matches(name[:100], self._spellings(name), n=1, cutoff=_OF_ONE_NAME)
        return near[0] if near else None

    def _spellings(self, name: str) -> list[str]:
        """Return the new sources of this table that may be the same under another spelling; numbered ones are apart."""
        if self._column == "topic" or _is_numbered(name) or len(name) < _SHORTEST:
            return []
        return sorted(other for other in self._new if not _is_numbered(other))


def _is_numbered(name: str) -> bool:
    return any(letter.isdigit() for letter in name)


def _by_shape(names: Iterable[str]) -> dict[str, str]:
    shapes: dict[str, str] = {}
    for name in names:
        shapes.setdefault(skeleton(name), name)
    return shapes


def _new(column: str, near: str | None) -> Fault:
    thing = "topic" if column == "topic" else "source"
    if near is None:
        remedy = f"Nothing, if it is meant to be new; else write it as the {thing} is called here."
        return Fault(column, f"is a new {thing}", remedy, Severity.WARNING)
    remedy = f"Write {shown(near)} if that is meant: as it is, the two are kept apart."
    return Fault(column, f"is a new {thing} and looks like {shown(near)}", remedy, Severity.WARNING)


def join_sources(claimants: pd.Series, outlets: pd.Series, package: Package) -> dict[str, pd.Series]:
    """Return the columns that the claims table holds of a source: name, kind, country and interest.

    A source that the package lacks has its key for a name, and is of unknown kind and interest.
    """
    names = {key: source.name for key, source in package.sources.items()}
    kinds = {key: source.kind.value for key, source in package.sources.items()}
    countries = {key: source.country or None for key, source in package.sources.items()}
    interests = {key: source.interest.value for key, source in package.sources.items()}
    return {
        "claimant_name": _look_up(claimants, names, lambda key: key),
        "claimant_kind": _look_up(claimants, kinds, lambda _: "unknown"),
        "claimant_country": _look_up(claimants, countries, lambda _: None),
        "claimant_interest": _look_up(claimants, interests, lambda _: "unknown"),
        "outlet_name": _look_up(outlets, names, lambda key: key),
    }


def _look_up(keys: pd.Series, by_key: Mapping[str, str | None], otherwise: Callable[[str], str | None]) -> pd.Series:
    codes, distinct = pd.factorize(keys)
    return spread_texts([by_key[key] if key in by_key else otherwise(key) for key in distinct], codes)


def known_topics(package: Package) -> dict[str, str]:
    """Return key to title of the topics of a package."""
    return {topic.key: topic.title or topic.key for topic in package.topics.values()}


def known_sources(package: Package) -> dict[str, str]:
    """Return key to name of the sources of a package."""
    return {source.key: source.name for source in package.sources.values()}
