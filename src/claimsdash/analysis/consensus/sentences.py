"""What the reader is told beside a band: that it is a model, what it rests on and what it does not say."""

from collections.abc import Mapping

from claimsdash.analysis.consensus.model import Growth
from claimsdash.analysis.consensus.result import Counts, Fit, Shape

LEANS = "If all sources lean the same way, the band leans with them. It does not say who is right."
HOUSE = "House effect: how far a source stands from the pooled level, not how far from the truth."
ENDS = "Outside the first and last as-of date nothing is drawn."
RISES = "The line only rises because the topic is a running total."
THIN = "Few sources: much of this width is assumption."
STRICT = "Bounds are read as limits and nothing more: with many floors this leans upwards."
ASSUMES = (
    "A model: it assumes a level that changes gradually, sources that each lean by a steady factor, "
    "and errors that now and then lie far out."
)
ALONE = {
    Shape.FLOOR: "Only floors are reported. No upper limit follows.",
    Shape.CEILING: "Only ceilings are reported. No lower limit follows.",
    Shape.FLOOR_AND_CEILING: "Only floors and ceilings are reported. No level follows.",
}


def say_fit(fit: Fit, names: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the sentences that stand beside the chart of a fit, in order, with its own counts.

    `names` tell what the reports and claims of some ids are called.
    """
    notes = tuple(note.say(names or {}) for note in fit.notes)
    if fit.shape in ALONE:
        return (ALONE[fit.shape], say_origin(fit.counts, pooled=False), *say_gaps(fit), *notes)
    said = [say_origin(fit.counts), ASSUMES, LEANS]
    said += [THIN] if fit.thin else []
    said += [say_bounds(fit.counts)] if fit.counts.floors + fit.counts.ceilings else []
    said += [STRICT] if fit.strict else []
    said += [ENDS, RISES] if fit.growth is Growth.CUMULATIVE else [ENDS]
    return (*said, HOUSE, *say_gaps(fit), *notes)


def say_origin(counts: Counts, *, pooled: bool = True) -> str:
    """Say how much was pooled.

    >>> say_origin(Counts(claims=41, sources=8, reports=97))
    'Pooled from 41 claims of 8 sources (97 reports). 80 % and 95 % bands.'
    """
    parts = f"{_many(counts.claims, 'claim')} of {_many(counts.sources, 'source')} ({_many(counts.reports, 'report')})."
    return f"Pooled from {parts} 80 % and 95 % bands." if pooled else f"From {parts}"


def say_bounds(counts: Counts) -> str:
    """Say how bounds were read.

    >>> say_bounds(Counts(claims=41, sources=8, reports=97, floors=1, ceilings=2))
    "'More than' counts as a floor, not as the number: 1 floor and 2 ceilings are used."
    """
    parts = [_many(number, noun) for number, noun in ((counts.floors, "floor"), (counts.ceilings, "ceiling")) if number]
    verb = "is" if counts.floors + counts.ceilings == 1 else "are"
    return f"'More than' counts as a floor, not as the number: {' and '.join(parts)} {verb} used."


def say_gaps(fit: Fit) -> tuple[str, ...]:
    """Say how many rows were not pooled, and how many dates were taken from the report."""
    said = []
    if len(fit.left_out):
        said.append(f"{_many(len(fit.left_out), 'report')} left out, each listed with its reason.")
    if fit.counts.dates_inferred:
        said.append(
            f"{_many(fit.counts.dates_inferred, 'claim')} without a date of its own stands at that of its report."
        )
    return tuple(said)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
