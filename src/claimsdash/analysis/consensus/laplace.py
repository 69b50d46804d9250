"""Where the posterior peaks for given scales, and how sharply: damped Newton steps, many fits at once.

The leans touch one another only through the knots, so each step solves a system of the size of the knots.
"""

from dataclasses import dataclass, fields

import numpy as np

from claimsdash.analysis.consensus import student
from claimsdash.analysis.consensus.model import Gathering, Model, Scales, State, derivatives, summed, walk_precision
from claimsdash.analysis.consensus.student import FloatArray, IntArray

STEPS = 40
CLOSE = 1e-2
"""A fit stands when a further step could not raise the log posterior by more than about half of this."""
SOURCES_AT_ONCE = 128
"""Products of larger matrices would be spread over threads, which costs more than it gains at this size."""
LEAN_BEND_LEAST = 0.1
"""Least curvature of the prior of a lean, as a part of that of the normal with the same pull."""


@dataclass(frozen=True)
class Peak:
    """The state at which each fit stands (one row a fit), the log posterior there, its slopes and its curvature.

    `line_bend` is the curvature of knots and trend once the leans have adapted, `lean_bend` that of the leans, `cross`
    the one between knots and leans.
    """

    line: FloatArray
    lean: FloatArray
    height: FloatArray
    line_slope: FloatArray
    lean_slope: FloatArray
    line_bend: FloatArray
    lean_bend: FloatArray
    cross: FloatArray

    @property
    def state(self) -> State:
        """The values of the unknowns."""
        return State(self.line, self.lean)

    def evidence(self) -> FloatArray:
        """Return the log posterior of the scales by Laplace's approximation, up to a constant."""
        half = np.linalg.slogdet(self.line_bend)[1] + np.log(self.lean_bend).sum(1)
        return np.asarray(self.height - 0.5 * half)

    def take(self, rows: IntArray) -> "Peak":
        """Return the fits of these rows."""
        return Peak(*(values[rows] for values in self.columns()))

    def where(self, better: IntArray, other: "Peak") -> "Peak":
        """Return these fits where `better` holds, those of the other elsewhere."""
        pairs = zip(self.columns(), other.columns(), strict=True)
        return Peak(*(np.where(better.reshape(-1, *[1] * (a.ndim - 1)), a, b) for a, b in pairs))

    def columns(self) -> list[FloatArray]:
        """Return the fields in order."""
        return [getattr(self, field.name) for field in fields(self)]


@dataclass(frozen=True)
class _Task:
    """Fits to be done: the model with its sums, the scales of each, and the prior precision that follows from them."""

    model: Model
    gathered: Gathering
    scales: Scales
    precision: FloatArray

    def take(self, rows: IntArray) -> "_Task":
        return _Task(self.model, self.gathered, self.scales.take(rows), self.precision[rows])


@dataclass(frozen=True)
class _Climb:
    """Fits under way: where each stands, its place among all fits, and the part of a full step that it dares."""

    task: _Task
    here: Peak
    place: IntArray
    pace: FloatArray

    def take(self, rows: IntArray) -> "_Climb":
        return _Climb(self.task.take(rows), self.here.take(rows), self.place[rows], self.pace[rows])


def climb(model: Model, gathered: Gathering, scales: Scales, start: State) -> Peak:
    """Return the peaks nearest to the starts, one row a fit."""
    task = _Task(model, gathered, scales, walk_precision(model, scales))
    count = len(scales.reading)
    under_way = _Climb(task, _survey(task, start), np.arange(count), np.ones(count))
    finished = []
    for _ in range(STEPS):
        line, lean, gain = _step(under_way.here)
        done = gain < CLOSE
        finished.append(under_way.take(done))
        under_way = under_way.take(~done)
        if done.all():
            break
        under_way = _moved(under_way, line[~done], lean[~done])
    return _joined([*finished, under_way])


def _moved(under_way: _Climb, line: FloatArray, lean: FloatArray) -> _Climb:
    """Take the steps that lead upwards; where one does not, dare less next time."""
    here, pace = under_way.here, under_way.pace
    there = _survey(under_way.task, State(here.line + pace[:, None] * line, here.lean + pace[:, None] * lean))
    better = there.height >= here.height - 1e-9
    pace = np.where(better, np.minimum(1.0, 2.0 * pace), pace / 4.0)
    return _Climb(under_way.task, there.where(better, here), under_way.place, pace)


def _joined(parts: list[_Climb]) -> Peak:
    order = np.concatenate([part.place for part in parts]).argsort()
    columns = zip(*(part.here.columns() for part in parts), strict=True)
    return Peak(*(np.concatenate(column)[order] for column in columns))


def _survey(task: _Task, state: State) -> Peak:
    """Return slopes and curvature at a state."""
    gathered, tau = task.gathered, task.scales.tau[:, None]
    height, slope, bend = derivatives(task.model, task.scales, state)
    z = state.lean / tau
    least = LEAN_BEND_LEAST * 5.0 / (4.0 + z * z)
    lean_slope = summed(gathered.sources, slope) + student.log_density_slope(z) / tau
    lean_bend = summed(gathered.sources, bend) + np.maximum(student.log_density_bend(z), least) / tau**2
    line_slope = -np.einsum("jab,jb->ja", task.precision, state.line)
    line_slope[:, :-1] += summed(gathered.knots, slope)
    cross = summed(gathered.crossed, bend).reshape(len(bend), task.model.knots, task.model.sources)
    line_bend = _line_bend(task, bend, cross, lean_bend)
    return Peak(state.line, state.lean, height, line_slope, lean_slope, line_bend, lean_bend, cross)


def _line_bend(task: _Task, bend: FloatArray, cross: FloatArray, lean_bend: FloatArray) -> FloatArray:
    found = task.precision.copy()
    places = np.arange(task.model.knots)
    found[:, places, places] += summed(task.gathered.squares, bend)
    beside = summed(task.gathered.neighbours, bend)[:, :-1]
    found[:, places[:-1], places[1:]] += beside
    found[:, places[1:], places[:-1]] += beside
    for start in range(0, cross.shape[-1], SOURCES_AT_ONCE):
        some = slice(start, start + SOURCES_AT_ONCE)
        found[:, :-1, :-1] -= (cross[..., some] / lean_bend[:, None, some]) @ cross[..., some].transpose(0, 2, 1)
    return found


def _step(here: Peak) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the Newton step and the gain that it promises."""
    pull = here.line_slope.copy()
    pull[:, :-1] -= (here.cross @ (here.lean_slope / here.lean_bend)[..., None])[..., 0]
    line = np.asarray(np.linalg.solve(here.line_bend, pull[..., None])[..., 0], dtype=np.float64)
    lean = (here.lean_slope - (line[:, None, :-1] @ here.cross)[:, 0]) / here.lean_bend
    gain = (line * here.line_slope).sum(1) + (lean * here.lean_slope).sum(1)
    return line, lean, gain
