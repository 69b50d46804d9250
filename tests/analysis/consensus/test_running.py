"""The running floor and ceiling."""

import numpy as np
import pytest

from analysis.consensus.making import claims_of
from claimsdash.analysis.consensus import NoBand, Shape, fit, pooled_band, say_fit


def floor(low: float, as_of: str) -> dict[str, object]:
    return {"kind": "lower_bound", "low": low, "as_of": as_of}


def ceiling(high: float, as_of: str) -> dict[str, object]:
    return {"kind": "upper_bound", "high": high, "as_of": as_of}


def test_two_floors_of_shells_give_a_running_floor_and_no_upper_limit() -> None:
    found = fit(claims_of(floor(1e6, "2023-11-01"), floor(3e6, "2024-02-26")), growth="cumulative")
    assert found.shape is Shape.FLOOR
    assert found.band["p2.5"].tolist() == found.band["p10"].tolist() == [*[1e6] * 117, 3e6]
    assert (str(found.band["date"].min().date()), str(found.band["date"].max().date())) == ("2023-11-01", "2024-02-26")
    assert found.band[["p50", "p90", "p97.5"]].isna().all(axis=None)
    assert say_fit(found)[:2] == (
        "Only floors are reported. No upper limit follows.",
        "From 2 claims of 2 sources (2 reports).",
    )


def test_a_lower_floor_later_leaves_the_running_floor() -> None:
    band = pooled_band(claims_of(floor(5, "2024-01-01"), floor(3, "2024-01-03")), growth="cumulative")
    assert band["p2.5"].tolist() == [5, 5, 5]


def test_a_ceiling_holds_up_to_its_date() -> None:
    band = pooled_band(claims_of(ceiling(9, "2024-01-01"), ceiling(5, "2024-01-03")), growth="cumulative")
    assert band["p97.5"].tolist() == [5, 5, 5]
    assert band["p2.5"].isna().all()


def test_a_floor_holds_from_the_end_of_its_window_a_ceiling_up_to_the_start() -> None:
    rows = (floor(2, "2024-01-01/2024-01-02"), ceiling(5, "2024-01-04/2024-01-09"))
    band = pooled_band(claims_of(*rows), growth="cumulative")
    assert band["date"].dt.day.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert band["p2.5"].tolist() == pytest.approx([np.nan, *[2] * 8], nan_ok=True)
    assert band["p97.5"].tolist() == pytest.approx([*[5] * 4, *[np.nan] * 5], nan_ok=True)


def test_a_floor_above_a_ceiling_is_refused() -> None:
    with pytest.raises(NoBand, match="a floor lies above a ceiling"):
        fit(claims_of(floor(9, "2024-01-01"), ceiling(5, "2024-01-03")), growth="cumulative")


@pytest.mark.parametrize("growth", ["level", "share"])
def test_bounds_alone_of_what_may_fall_are_refused(growth: str) -> None:
    with pytest.raises(NoBand, match="holds for its own date alone"):
        fit(claims_of(floor(0.1, "2024-01-01"), floor(0.2, "2024-01-03")), growth=growth)
