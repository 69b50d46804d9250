"""Topics and sources of a table against those of the package: known, new, or new and like a known one."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
import pandas as pd

from claimsdash.domain.errors import Problem, Severity
from claimsdash.intake.checking.distinct import Fault, first_rows, shown
from claimsdash.intake.checking.texts import skeleton
from claimsdash.intake.package import Package

_NEAREST_SOUGHT = 200
"""New names for which the nearest known one is looked up: more of them are another vocabulary, not slips."""


@dataclass(frozen=True)
class Names:
    """The keys of a column, row by row, and warnings for those that the package lacks."""

    keys: pd.Series
    problems: list[Problem]


def match_names(cells: pd.Series, known: Mapping[str, str], column: str, lines: np.ndarray) -> Names:
    """Return the key for each cell: itself where it is one or is new, the key of a name that is given in full.

    `known` is key to name. A new one is reported once, at its first row; names are never merged because
    they look alike, but that they do is said.
    """
    keys_by_name = {name: key for key, name in known.items()}
    codes, distinct = pd.factorize(cells)
    resolved = [text if text in known else keys_by_name.get(text, text) for text in distinct]
    new = [code for code, key in enumerate(resolved) if key not in known]
    rows = first_rows(codes)
    problems = []
    alike = _alike([resolved[code] for code in new], known)
    for place, code in enumerate(new):
        row = rows[code]
        near = alike.get(resolved[code]) or _near(resolved[code], known, sought=place < _NEAREST_SOUGHT)
        problems.append(_new(column, near).on(int(lines[row]), resolved[code]))
    spread = np.array([*resolved, None], dtype="object")[codes]
    return Names(pd.Series(spread, index=cells.index, dtype="str"), problems)


def _new(column: str, near: str | None) -> Fault:
    thing = "topic" if column == "topic" else "source"
    if near is None:
        remedy = f"Nothing, if it is new; else use its key or name in {thing}s.csv."
        return Fault(column, f"is a new {thing}", remedy, Severity.WARNING)
    remedy = f"Write {shown(near)} if that is meant: as it is, the two are kept apart."
    return Fault(column, f"is a new {thing} and looks like {shown(near)}", remedy, Severity.WARNING)


def _alike(new: list[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return for each new name another, known or new, that a reader would take for it."""
    seen: dict[str, str] = {}
    for name in (*known, *known.values()):
        seen.setdefault(skeleton(name), name)
    alike = {}
    for name in new:
        shape = skeleton(name)
        if shape and seen.setdefault(shape, name) != name:
            alike[name] = seen[shape]
    return alike


def _near(name: str, known: Mapping[str, str], *, sought: bool) -> str | None:
    if not sought:
        return None
    near = get_close_matches(name[:100], [*known, *known.values()], n=1, cutoff=0.85)
    return near[0] if near else None


def join_sources(claimants: pd.Series, outlets: pd.Series, package: Package) -> dict[str, pd.Series]:
    """Return the columns that the claims table holds of a source: name, kind, country and interest.

    A source that the package lacks has its key for a name, and is of unknown kind and interest.
    """
    sources = package.sources
    return {
        "claimant_name": _look_up(claimants, {key: source.name for key, source in sources.items()}, claimants),
        "claimant_kind": _look_up(claimants, {key: source.kind.value for key, source in sources.items()}, "unknown"),
        "claimant_country": _look_up(claimants, {key: source.country or None for key, source in sources.items()}, None),
        "claimant_interest": _look_up(
            claimants, {key: source.interest.value for key, source in sources.items()}, "unknown"
        ),
        "outlet_name": _look_up(outlets, {key: source.name for key, source in sources.items()}, outlets),
    }


def _look_up(keys: pd.Series, by_key: Mapping[str, str | None], otherwise: pd.Series | str | None) -> pd.Series:
    codes, distinct = pd.factorize(keys)
    found = np.array([*(by_key.get(key) for key in distinct), None], dtype="object")[codes]
    is_new = np.array([*(key not in by_key for key in distinct), False], dtype="bool")[codes]
    fallback = otherwise if isinstance(otherwise, pd.Series) else pd.Series(otherwise, index=keys.index, dtype="str")
    return pd.Series(found, index=keys.index, dtype="str").where(~is_new, fallback)


def known_topics(package: Package) -> dict[str, str]:
    """Return key to title of the topics of a package."""
    return {topic.key: topic.title or topic.key for topic in package.topics.values()}


def known_sources(package: Package) -> dict[str, str]:
    """Return key to name of the sources of a package."""
    return {source.key: source.name for source in package.sources.values()}
