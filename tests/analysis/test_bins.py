"""When claims are pooled, and how coarsely."""

from datetime import date, timedelta

import pandas as pd
import pytest

from claimsdash.analysis.bins import MOST_BINS, grain_between, place_bins
from claimsdash.analysis.display import Axis


@pytest.mark.parametrize(
    ("days", "grain"),
    [(1, "day"), (120, "day"), (121, "week"), (840, "week"), (841, "month"), (3_648, "month"), (10_000, "quarter")],
)
def test_the_grain_is_the_finest_that_gives_few_enough_bins(days: int, grain: str) -> None:
    first = date(1990, 1, 1)
    assert grain_between(first, first + timedelta(days=days - 1)) == grain


def test_a_span_that_is_open_is_shown_by_month() -> None:
    assert grain_between(None, date(2024, 1, 1)) == grain_between(date(2024, 1, 1), None) == "month"
    assert MOST_BINS == 120


def test_bins_are_put_on_the_axis_and_what_it_cannot_hold_is_counted() -> None:
    day, ends = pd.Timestamp("2024-01-01"), {"low": 1e6, "best": float("nan"), "high": 3e6}
    bins = pd.DataFrame(
        [
            {"bin": day, "base_unit": "shell", "n_claims": 5} | ends,
            {"bin": pd.NaT, "base_unit": "shell", "n_claims": 2} | ends,
            {"bin": day, "base_unit": "person", "n_claims": 1} | ends,
        ]
    )
    placed, left_out = place_bins(bins, Axis("shell", "shell", 1.0, 1_000_000))
    assert placed[["y_low", "y_high"]].to_numpy().tolist() == [[1.0, 3.0]]
    assert placed["y_best"].isna().all()
    assert left_out == 3


def test_no_bins_stay_none() -> None:
    columns = ["bin", "base_unit", "low", "best", "high", "n_claims"]
    placed, left_out = place_bins(pd.DataFrame(columns=columns), Axis("shell", "shell", 1.0))
    assert (len(placed), left_out) == (0, 0)
