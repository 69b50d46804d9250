"""The lines that join one claimant's claims: what it last said, held until it said something else."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from claimsdash.charts.glyphs import Family, Glyph, Rows
from claimsdash.charts.look import see_through
from claimsdash.charts.pen import Pen, Trace
from claimsdash.domain.claim import Basis, Status

_JOINED_BY = ("claimant", "topic", "basis", "modality", "scope")
_HELD = (Basis.CUMULATIVE.value, Basis.STOCK.value)
_FIRM = (Glyph.EXACT.value, Glyph.APPROXIMATE.value)


@dataclass(frozen=True)
class _Step:
    """One claim held until the next of the same claimant: from where, to where, and how firm both are."""

    at: float
    value: float
    to_at: float
    to_value: float
    """NaN where the next claim has no one value: the line ends below or above it."""
    firm: bool


def steps(rows: Rows, pen: Pen) -> Iterator[Trace]:
    """Yield the steps of placed marks: solid between numbers, dotted and thinner where an end is only a floor.

    A figure is held until the same claimant's next one on the same topic, basis, modality and scope, for cumulative
    amounts and stocks only. A floor is held as a floor. Ceilings, ranges and vague words have no one value to hold: a
    line ends at them. Relays, computed and withdrawn claims are not joined.
    """
    found = list(_steps(rows))
    for role, firm, width, dash in (("step", True, 1.4, "solid"), ("floor", False, 1.0, "dot")):
        at, value = _staircase([step for step in found if step.firm == firm])
        if len(at):
            colour = see_through(pen.colour, 0.65)
            yield pen.lines(role, at, value, width=width, dash=dash, shape="hv", color=colour)


def _steps(rows: Rows) -> Iterator[_Step]:
    told = ~rows["is_relay"] & (rows["family"] != Family.DERIVED.value) & (rows["status"] != Status.WITHDRAWN.value)
    part = rows.where(told & np.isin(rows["basis"], _HELD) & np.isfinite(rows["y"]))
    keys = [part[name] for name in _JOINED_BY]
    part = part.where(np.lexsort([part["mark_id"], part["said_at"], part["at"], *reversed(keys)]))
    joined = list(zip(*(part[name].tolist() for name in _JOINED_BY), strict=True))
    cells = list(zip(part["at"].tolist(), part["y"].tolist(), part["glyph"].tolist(), strict=True))
    for place in range(len(cells) - 1):
        (at, value, glyph), (to_at, to_value, to_glyph) = cells[place], cells[place + 1]
        if joined[place] != joined[place + 1] or not _is_held(glyph) or to_at <= at:
            continue
        firm = glyph in _FIRM and to_glyph != Glyph.AT_LEAST
        yield _Step(at, value, to_at, to_value if _is_held(to_glyph) else np.nan, firm)


def _is_held(glyph: str) -> bool:
    return glyph in (*_FIRM, Glyph.AT_LEAST.value)


def _staircase(found: list[_Step]) -> tuple[np.ndarray, np.ndarray]:
    """Chain steps that follow each other; lift the pen between others."""
    at: list[float] = []
    value: list[float] = []
    for step in found:
        if not at or (at[-1], value[-1]) != (step.at, step.value):
            at += [np.nan, step.at] if at else [step.at]
            value += [np.nan, step.value] if value else [step.value]
        at.append(step.to_at)
        value.append(step.value if np.isnan(step.to_value) else step.to_value)
    return np.array(at), np.array(value)
