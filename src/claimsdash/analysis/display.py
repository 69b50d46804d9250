"""From claims to marks: each figure on the axis that the reader chose."""

from dataclasses import dataclass
from zlib import crc32

import pandas as pd

from claimsdash.analysis.ordering import order_by
from claimsdash.domain.unit_words import say_unit

_ENDS = ("low", "best", "high", "at")
READING_ORDER = ["as_of_end", "reported_end", "claimant", "report_id"]


@dataclass(frozen=True)
class Axis:
    """What an axis shows: `unit` divided into `scale`s, of which one holds `factor` base units.

    >>> Axis("shell", "shell", 1.0, 1_000_000).title
    'million shells'
    """

    unit: str
    base_unit: str
    factor: float
    scale: int = 1

    @property
    def title(self) -> str:
        """The unit in words, with its scale."""
        return say_unit(self.unit, scale=self.scale)


def place(claims: pd.DataFrame, axis: Axis) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Put claims on an axis: those of its dimension as marks, and apart from them those that it cannot hold.

    Takes a claims table with n_reports, is_relay. The marks come in reading order, with y_low, y_best, y_high, y_at:
    float in the unit of the axis (NaN where open or unknown) and mark_id: int32, the same for a report in every view.
    Claims without a number (denials) belong to every axis.
    """
    fits = claims["base_unit"].eq(axis.base_unit) | claims["qualifier"].eq("none")
    fitting = claims if fits.all() else claims[fits]
    placed = fitting.take(order_by(fitting, READING_ORDER)).reset_index(drop=True)
    step = 1 / (axis.factor * axis.scale)
    ends = {f"y_{end}": placed[f"base_{end}"] * step for end in _ENDS}
    marks = placed.assign(**ends, mark_id=mark_ids(placed["report_id"]))
    return marks, claims[~fits].reset_index(drop=True)


def mark_ids(report_ids: pd.Series) -> pd.Series:
    """Give each report a whole number below 2^31 that depends on its key alone, but for the rare clash.

    A clash of two checksums (about one table of 500 in 17,000) is solved by counting on, in the order of the keys.
    """
    taken: dict[int, str] = {}
    for key in sorted(report_ids):
        number = crc32(key.encode()) & 0x7FFFFFFF
        while taken.get(number, key) != key:
            number = (number + 1) & 0x7FFFFFFF
        taken[number] = key
    numbers = {key: number for number, key in taken.items()}
    return report_ids.map(numbers).astype("int32")
