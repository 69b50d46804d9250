"""One vote an origin: reports collapse to the claim that they repeat, and equal figures for one date count once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from claimsdash.analysis.consensus.intervals import Form, Interval


@dataclass(frozen=True)
class Report:
    """One row of the claims; days are ordinals. `interval` is None where it cannot be pooled, and `reason` says why."""

    id: str
    claimant: str
    relay_of: str
    start: int
    end: int
    reported: int
    interval: Interval | None
    reason: str
    inferred: bool

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key that does not depend on the order of rows: earliest report first."""
        ends = (self.interval.form, self.interval.low, self.interval.high) if self.interval else ("", 0.0, 0.0)
        return (self.reported, self.claimant, self.start, self.end, *ends, self.id, self.relay_of, self.reason)

    @property
    def is_own(self) -> bool:
        """Whether the report repeats no other."""
        return self.relay_of in ("", self.id)


@dataclass(frozen=True)
class Claim:
    """One assertion that is pooled, and the number of reports of it; `inferred`: its date is that of the report."""

    claimant: str
    start: int
    end: int
    interval: Interval
    reports: int
    inferred: bool
    order: tuple[object, ...]

    @property
    def is_closed(self) -> bool:
        """Whether the claim is more than a bound."""
        return self.interval.form is Form.CLOSED


@dataclass(frozen=True)
class Note:
    """Something to know of some reports or claims: the words, and their ids."""

    words: str
    ids: tuple[str, ...]

    def say(self, names: Mapping[str, str]) -> str:
        """Return the words, and what each id is called; one without a name stands for itself.

        >>> Note("Widest reading", ("a", "b")).say({"a": "Seoul, 26 February 2024"})
        'Widest reading: Seoul, 26 February 2024; b.'
        """
        return f"{self.words}: {'; '.join(dict.fromkeys(names.get(key, key) for key in self.ids))}."


@dataclass(frozen=True)
class Collapsed:
    """What is left when relays have collapsed: claims to pool, and (id, reason) of rows left out.

    `differing` names the origins whose reports differ in wording, `circular` those that only cite one another.
    """

    claims: list[Claim]
    left_out: list[tuple[str, str]]
    differing: list[str]
    circular: list[str]

    def notes(self) -> tuple[Note, ...]:
        """Return what the reader should know of the reports."""
        differing = Note("Reports differ in wording, and the widest reading is used", tuple(self.differing))
        circular = Note("Reports cite only one another, so their origin is unknown", tuple(self.circular))
        return tuple(note for note in (differing, circular) if note.ids)


def collapse(reports: Iterable[Report]) -> Collapsed:
    """Return one claim an origin, and of equal figures for one date the earliest."""
    ordered = sorted(reports, key=lambda report: report.order)
    roots, circular = _roots(ordered)
    groups: dict[str, list[Report]] = defaultdict(list)
    for place, report in enumerate(ordered):
        key = report.id or report.relay_of
        groups[roots.get(key, key) or f"row {place}"].append(report)
    found = Collapsed([], [], [], circular)
    for root, group in groups.items():
        _let_one_speak(root, group, found)
    return replace(found, claims=_once(found.claims), differing=sorted(found.differing))


def _roots(reports: list[Report]) -> tuple[dict[str, str], list[str]]:
    """Return the origin of each id, and those origins that are circles of citations."""
    cited = {report.id: report.relay_of for report in reports if report.id and not report.is_own}
    roots: dict[str, str] = {}
    circular = set()
    for report in reports:
        trail: list[str] = []
        at = report.id
        while at in cited and at not in roots and at not in trail:
            trail.append(at)
            at = cited[at]
        root = roots.get(at, at)
        if at in trail:
            root = min(trail[trail.index(at) :])
            circular.add(root)
        roots |= dict.fromkeys([*trail, at], root)
    return roots, sorted(circular)


def _let_one_speak(root: str, group: list[Report], found: Collapsed) -> None:
    """Add the claim that speaks for a group: the claimant's own document, else the earliest relay.

    Where those that could speak differ, the widest reading does, and a note says so.
    """
    own = [report for report in group if report.is_own]
    speakers = own or group
    pooled = [(report, report.interval) for report in speakers if report.interval]
    if not pooled:
        found.left_out.extend((report.id, report.reason) for report in speakers)
        relays = (report for report in group if own and not report.is_own)
        found.left_out.extend((report.id, f"relay of {root}, which is left out") for report in relays)
        return
    report, interval = max(pooled, key=lambda pair: pair[1].high - pair[1].low)
    if len({interval for _, interval in pooled}) > 1:
        found.differing.append(root)
    found.claims.append(
        Claim(report.claimant, report.start, report.end, interval, len(group), report.inferred, report.order)
    )


def _once(claims: list[Claim]) -> list[Claim]:
    """Keep of equal figures for one date the earliest, whoever printed them, with the reports of all."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.order):
        interval = claim.interval
        key = (claim.start, claim.end, interval.form, f"{interval.low:.10g}", f"{interval.high:.10g}")
        first = kept.get(key)
        kept[key] = replace(first, reports=first.reports + claim.reports) if first else claim
    return list(kept.values())
