"""Who cites whom: the tree of outlets behind a claim, and how many origins stand behind many reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from claimsdash.analysis.display import mark_ids
from claimsdash.analysis.drift import drift_of
from claimsdash.analysis.statement import text_of

NODE_COLUMNS = {
    "node": "str", "name": "str", "kind": "str", "report_id": "str", "mark_id": "int32", "reported_on": "str",
    "differs": "str", "n_reports": "int64", "parent": "str", "depth": "int64", "in_cycle": "bool",
}  # fmt: skip  # several to a line
EDGE_COLUMNS = ("cited", "citing")

Row = Mapping[Any, Any]
Edges = list[tuple[str, str]]


@dataclass(frozen=True)
class Citing:
    """The tree of who cites whom, for one claim.

    `nodes`, in the order in which a tree is read: the columns of NODE_COLUMNS; kind is claimant, outlet (it printed a
    report) or cited (it is named as a source, no report of it is here); mark_id is -1 without a report; parent is ""
    for the claimant and for outlets that cite each other in a circle, whose start is not known.
    `edges`: cited, citing: str, all citations, those beside the tree as well.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame


@dataclass(frozen=True)
class Echo:
    """How many reports stand on how many origins; `sources` is the effective number of claimants behind them."""

    n_reports: int
    n_origins: int
    sources: float

    @property
    def factor(self) -> float:
        """Reports per origin."""
        return self.n_reports / self.n_origins if self.n_origins else 0.0

    def __str__(self) -> str:
        """Say it in short.

        >>> str(Echo(9, 1, 1.0))
        '9 reports, 1 origin'
        """
        return f"{_count(self.n_reports, 'report')}, {_count(self.n_origins, 'origin')}"


def citing_of(reports: pd.DataFrame) -> Citing:
    """Draw up who cites whom among the reports of one claim.

    An outlet that names no source is taken to quote the claimant itself, and so is a cited outlet of which nothing is
    known. Sources are named in relayed_from, claimants and outlets by key: they meet by name. Takes a claims table;
    without reports there are no nodes.
    """
    if reports.empty:
        empty = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in NODE_COLUMNS.items()})
        return Citing(empty, pd.DataFrame(columns=list(EDGE_COLUMNS), dtype="str"))
    rows = drift_of(reports).to_dict("records")
    root = _name(rows[0], "claimant")
    edges = _edges(rows, root)
    tree = _tree(edges, root)
    cycles = _in_cycles(edges)
    nodes = [
        _node(name, place, [row for row in rows if _name(row, "outlet") == name], root, in_cycle=name in cycles)
        for name, place in tree.items()
    ]
    table = pd.DataFrame(nodes, columns=list(NODE_COLUMNS)).astype(NODE_COLUMNS)
    ids = mark_ids(reports["report_id"]).set_axis(reports["report_id"])
    table["mark_id"] = [int(ids[key]) if key else -1 for key in table["report_id"]]
    return Citing(table.astype(NODE_COLUMNS), pd.DataFrame(edges, columns=list(EDGE_COLUMNS), dtype="str"))


def echo_of(reports: pd.DataFrame) -> Echo:
    """Count the origins behind reports: a set linked by claim or by citation of the same figure is one origin.

    A citation links two reports of one topic with equal ends where the one names the outlet of the other. The
    effective number of sources is that of Simpson: one over the sum of the squared shares of the origins' claimants.
    Takes a claims table.
    """
    if reports.empty:
        return Echo(0, 0, 0.0)
    labels = _components(len(reports), _links(reports), connection="weak")
    shares = reports["claimant"].groupby(labels).first().value_counts(normalize=True)
    return Echo(len(reports), int(labels.max()) + 1, float(1 / (shares**2).sum()))


def _count(n: int, word: str) -> str:
    return f"{n:,} {word}" if n == 1 else f"{n:,} {word}s"


def _name(row: Row, column: str) -> str:
    return text_of(row[f"{column}_name"]) or text_of(row[column]) or "unnamed outlet"


def _cited(row: Row) -> list[str]:
    return [name.strip() for name in text_of(row["relayed_from"]).split(";") if name.strip()]


def _edges(rows: Iterable[Row], root: str) -> Edges:
    edges = {
        (cited, outlet): None
        for row in rows
        for outlet in [_name(row, "outlet")]
        for cited in _cited(row) or [root]
        if outlet != root
    }
    citing = {outlet for _, outlet in edges}
    unsourced = sorted({cited for cited, _ in edges} - citing - {root})
    return [*((root, name) for name in unsourced), *edges]


@dataclass(frozen=True)
class _Place:
    parent: str
    depth: int


def _tree(edges: Edges, root: str) -> dict[str, _Place]:
    """Return each name with its parent, in reading order: nearest to the claimant first, then whom it was cited by."""
    children = defaultdict(list)
    for cited, citing in edges:
        children[cited].append(citing)
    parents = _nearest_parents(children, root)
    names = list(dict.fromkeys([root, *(name for edge in edges for name in edge)]))
    placed: dict[str, _Place] = {}
    waiting = [(name, "", 0) for name in reversed(names) if name not in parents]
    while waiting:
        name, parent, depth = waiting.pop()
        placed[name] = _Place(parent, depth)
        waiting += [(child, name, depth + 1) for child in reversed(children[name]) if parents.get(child) == name]
    return placed


def _nearest_parents(children: Mapping[str, list[str]], root: str) -> dict[str, str]:
    """Go through the citations from the claimant outwards; who is not reached has no parent: it is in a circle."""
    parents: dict[str, str] = {}
    reached = [root]
    for name in reached:
        for child in children[name]:
            if child not in parents and child != root:
                parents[child] = name
                reached.append(child)
    return parents


def _in_cycles(edges: Edges) -> set[str]:
    names = sorted({name for edge in edges for name in edge})
    place = {name: number for number, name in enumerate(names)}
    links = np.array([(place[cited], place[citing]) for cited, citing in edges]).reshape(-1, 2)
    labels = _components(len(names), links, connection="strong")
    sizes = np.bincount(labels, minlength=1)
    return {name for name, label in zip(names, labels, strict=True) if sizes[label] > 1 or (name, name) in edges}


def _node(name: str, place: _Place, rows: list[Row], root: str, *, in_cycle: bool) -> tuple[object, ...]:
    kind = "claimant" if name == root else "outlet" if rows else "cited"
    first = rows[0] if rows else None
    said = ("", "", "")
    if first is not None:
        said = (str(first["report_id"]), text_of(first["reported_on"]), str(first["differs"]))
    report_id, day, differs = said
    return name, name, kind, report_id, -1, day, differs, len(rows), place.parent, place.depth, in_cycle


def _links(reports: pd.DataFrame) -> np.ndarray:
    return np.array([*_claim_links(reports), *_citation_links(reports)], dtype="int64").reshape(-1, 2)


def _claim_links(reports: pd.DataFrame) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for place, key in enumerate(reports["claim_id"]):
        yield first.setdefault(key, place), place


def _citation_links(reports: pd.DataFrame) -> Iterator[tuple[int, int]]:
    printed = defaultdict(list)
    rows = reports.to_dict("records")
    for place, row in enumerate(rows):
        printed[(_name(row, "outlet"), *_figure(row))].append(place)
    for place, row in enumerate(rows):
        for cited in _cited(row):
            yield from ((other, place) for other in printed.get((cited, *_figure(row)), ()))


def _figure(row: Row) -> tuple[object, ...]:
    """Return what makes two reports carry one figure; a missing end is equal to a missing end."""
    ends = (row["base_low"], row["base_best"], row["base_high"])
    return row["topic"], row["base_unit"], *(None if pd.isna(end) else float(end) for end in ends)


def _components(n: int, links: np.ndarray, *, connection: str) -> np.ndarray:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(links), dtype="int8")
    graph = csr_array((ones, (links[:, 0], links[:, 1])), shape=(n, n))
    return np.asarray(connected_components(graph, directed=True, connection=connection)[1])
