"""What a fit gives, and the refusal to give one."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from claimsdash.analysis.consensus.model import Growth
from claimsdash.analysis.consensus.origins import Note
from claimsdash.domain.errors import ClaimsdashError

QUANTILES = {"p2.5": 0.025, "p10": 0.1, "p50": 0.5, "p90": 0.9, "p97.5": 0.975}
"""Columns of a band and the share of the probability below each."""
HOUSE_COLUMNS = {"factor": 0.5, "low": 0.1, "high": 0.9}
"""Columns of the house effects, likewise."""
NEXT_COLUMNS = {"p10": 0.1, "p90": 0.9}
"""Columns of what another source would say, likewise."""
LEAST_CLAIMS_FOR_A_LEAN = 3
"""Own claims below which the house effect of a source is not shown."""


class Shape(StrEnum):
    """What can be drawn."""

    BAND = "band"
    THIN_BAND = "thin band"
    """A band of few sources: drawn dashed."""
    FLOOR = "floor"
    CEILING = "ceiling"
    FLOOR_AND_CEILING = "floor and ceiling"


@dataclass(frozen=True)
class Counts:
    """How many claims of how many sources were used, of how many reports, and how many of them are bounds."""

    claims: int
    sources: int
    reports: int
    floors: int = 0
    ceilings: int = 0
    dates_inferred: int = 0
    """Claims without an as-of date, taken at that of their report."""


@dataclass(frozen=True)
class Fit:
    """What the claims say together.

    `band`: one row a day, columns date, p2.5, p10, p50, p90, p97.5, NaN where open. `house`: one row a claimant,
    columns claimant, n (own claims), factor, low, high (80 % interval); NaN below three claims; of shares a factor of
    the odds. `next_source`: date, p10, p90 of what one more source would say: never the band. `left_out`: id, reason.
    """

    shape: Shape
    growth: Growth
    strict: bool
    band: pd.DataFrame
    house: pd.DataFrame
    next_source: pd.DataFrame
    counts: Counts
    left_out: pd.DataFrame
    notes: tuple[Note, ...]

    @property
    def thin(self) -> bool:
        """Whether much of the width is assumption."""
        return self.shape is Shape.THIN_BAND


class NoBand(ClaimsdashError):  # noqa: N818 - the name that callers are promised
    """No band follows from the claims: the text is the reason."""

    def __init__(self, reason: str, counts: Counts, left_out: pd.DataFrame) -> None:
        """Keep the reason, the counts, and the rows that were not used (id, reason)."""
        super().__init__(reason)
        self.reason = reason
        self.counts = counts
        self.left_out = left_out
