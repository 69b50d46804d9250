"""Which mark a claim is drawn as, and where it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from claimsdash.charts.look import chart_text, say_days
from claimsdash.domain.claim import Modality, Qualifier, Status

DAY_MS = 86_400_000.0


class Glyph(StrEnum):
    """Form of a mark: how firm the number is."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"
    DENIED = "denied"
    UNREAD = "unread"
    """A wording without any number: it stands beside the denials, below the plot."""


class Family(StrEnum):
    """Shape of a mark: in which sense the number is meant."""

    SAID = "said"
    POSSIBLE = "possible"
    """A capacity, a plan or a forecast."""
    DERIVED = "derived"
    """Computed here from another claim, on a condition."""


@dataclass(frozen=True)
class Rows:
    """Placed marks as plain arrays of equal length, which are parted much faster than a DataFrame.

    Of the marks table, "" for a missing text: mark_id, n_reports, parent_mark, derived, is_relay, y_low, y_best,
    y_high, claimant, claimant_name, topic, basis, modality, scope, status, qualifier. Added: glyph, family:
    str; at, start, end: float, middle, start and end of the as-of period in milliseconds since 1970; said_at: float,
    last day of the report; y: float, where the mark is clicked, NaN on the rail; opacity: float; words, when: str,
    figure and date, safe to draw.
    """

    columns: Mapping[str, np.ndarray]

    def __getitem__(self, name: str) -> np.ndarray:
        """Return a column."""
        return self.columns[name]

    def __len__(self) -> int:
        """Return the number of marks."""
        return len(self.columns["mark_id"])

    def where(self, chosen: np.ndarray) -> "Rows":
        """Return the rows of a mask, or of an order."""
        return Rows({name: column[chosen] for name, column in self.columns.items()})

    def drawn_as(self, *glyphs: Glyph) -> np.ndarray:
        """Tell which rows have one of these glyphs."""
        return np.isin(self["glyph"], [glyph.value for glyph in glyphs])

    def both_ends(self) -> np.ndarray:
        """Tell which rows have two ends that differ."""
        low, high = self["y_low"], self["y_high"]
        return np.asarray(np.isfinite(low) & np.isfinite(high) & (low != high))


@dataclass(frozen=True)
class LeftOut:
    """A mark that has no place on the chart, and why."""

    mark_id: int
    why: str


@dataclass(frozen=True)
class Placed:
    """Marks with their places, and those that have none."""

    rows: Rows
    left_out: tuple[LeftOut, ...]


_TEXTS = ("claimant", "claimant_name", "topic", "basis", "modality", "scope", "status", "qualifier")
_NUMBERS = {"mark_id": "int32", "n_reports": "int64", "parent_mark": "int64", "derived": "bool", "is_relay": "bool"}
_ENDS = ("y_low", "y_best", "y_high")
_POSSIBLE = (Modality.CAPACITY.value, Modality.PLANNED.value, Modality.FORECAST.value)
_RAIL = (Glyph.DENIED, Glyph.UNREAD)


def place(marks: pd.DataFrame, *, log: bool = False, dated: bool = True) -> Placed:
    """Give every mark its glyph and its place; a mark without a date, or not above zero on a log axis, is left out.

    Takes a marks table. With `dated` off, no date is needed. An empty table gives no rows.
    """
    columns = {name: marks[name].fillna("").to_numpy("U") for name in _TEXTS}
    columns |= {name: marks[name].to_numpy(dtype) for name, dtype in _NUMBERS.items()}
    columns |= {name: marks[name].to_numpy("float64") for name in _ENDS}
    columns["glyph"] = _glyphs(columns)
    columns["family"] = _families(columns)
    columns |= _times(marks, np.isin(columns["glyph"], _RAIL))
    columns |= {"y": _stands_at(columns), "opacity": _opacity(columns)} | _words(marks)
    return _parted(Rows(columns), log=log, dated=dated)


def on_rail(rows: Rows) -> np.ndarray:
    """Tell which rows stand on the rail below the plot."""
    return rows.drawn_as(*_RAIL)


def _parted(rows: Rows, *, log: bool, dated: bool) -> Placed:
    undated = np.isnan(rows["at"]) & dated
    not_above_zero = np.any([rows[end] <= 0 for end in _ENDS], axis=0)
    unplaced = not_above_zero & ~on_rail(rows) & ~undated & log
    reasons = [(undated, "no date"), (unplaced, "not above zero: a log axis has no place for it")]
    left_out = tuple(LeftOut(int(mark), why) for which, why in reasons for mark in rows["mark_id"][which])
    return Placed(rows.where(~(undated | unplaced)), left_out)


def _glyphs(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """Follow the qualifier where its numbers are there, else what the numbers themselves allow."""
    qualifier = columns["qualifier"]
    low, best, high = (np.isfinite(columns[end]) for end in _ENDS)
    apart = low & high & (columns["y_low"] != columns["y_high"])
    cases = [
        ((columns["modality"] == Modality.DENIED) | (qualifier == Qualifier.NONE), Glyph.DENIED),
        (~(low | best | high), Glyph.UNREAD),
        (qualifier == Qualifier.VAGUE, Glyph.VAGUE),
        ((qualifier == Qualifier.LOWER_BOUND) & low, Glyph.AT_LEAST),
        ((qualifier == Qualifier.UPPER_BOUND) & high, Glyph.AT_MOST),
        ((qualifier == Qualifier.APPROXIMATE) & best, Glyph.APPROXIMATE),
        (apart, Glyph.RANGE),
        (best | (low & high), Glyph.EXACT),
        (low, Glyph.AT_LEAST),
    ]
    return np.select([case for case, _ in cases], [glyph.value for _, glyph in cases], Glyph.AT_MOST.value)


def _families(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    possible = np.isin(columns["modality"], _POSSIBLE)
    return np.select([columns["derived"], possible], [Family.DERIVED.value, Family.POSSIBLE.value], Family.SAID.value)


def _stands_at(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """A stated number, or else a stated end: never a middle."""
    glyph, low, best, high = (columns[name] for name in ("glyph", *_ENDS))
    point = np.isin(glyph, (Glyph.EXACT.value, Glyph.APPROXIMATE.value)) & np.isfinite(best)
    falls = (glyph == Glyph.AT_MOST.value) & np.isfinite(high)
    end = np.where(np.isfinite(low), low, np.where(np.isfinite(high), high, best))
    return np.select([np.isin(glyph, _RAIL), point, falls], [np.full(len(glyph), np.nan), best, high], end)


def _opacity(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """Withdrawn and disputed marks stand back, and so do relays."""
    status = columns["status"]
    of_status = np.select([status == Status.WITHDRAWN.value, status == Status.DISPUTED.value], [0.35, 0.7], 1.0)
    return of_status * np.where(columns["is_relay"], 0.45, 1.0)


def _times(marks: pd.DataFrame, at_rail: np.ndarray) -> dict[str, np.ndarray]:
    """Return the as-of period; on the rail, the days of the report where they are known."""
    ends = {}
    for end in ("start", "end"):
        as_of, reported = _ms(marks[f"as_of_{end}"]), _ms(marks[f"reported_{end}"])
        ends[end] = np.where(at_rail & np.isfinite(reported), reported, as_of)
    start = np.where(np.isnan(ends["start"]), ends["end"], ends["start"])
    end_ms = np.where(np.isnan(ends["end"]), ends["start"], ends["end"]) + DAY_MS
    return {"start": start, "end": end_ms, "at": (start + end_ms) / 2, "said_at": _ms(marks["reported_end"])}


def _ms(days: pd.Series) -> np.ndarray:
    values = days.to_numpy("datetime64[ms]")
    return np.where(np.isnat(values), np.nan, values.astype("int64"))


def _words(marks: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return the figure and its date in words; equal ones are put into words once."""
    spans = list(
        zip(*(marks[f"as_of_{end}"].to_numpy("datetime64[D]").tolist() for end in ("start", "end")), strict=True)
    )
    when = {span: say_days(*span) for span in set(spans)}
    say = marks["say"].fillna("").tolist()
    safe = {words: chart_text(words) for words in set(say)}
    return {"when": _texts(when[span] for span in spans), "words": _texts(safe[words] for words in say)}


def _texts(texts: Iterable[str]) -> np.ndarray:
    return np.array(list(texts), dtype="U")
